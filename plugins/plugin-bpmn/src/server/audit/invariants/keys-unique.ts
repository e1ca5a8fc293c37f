import type { Tx } from '../../runtime/tx';
import { tables } from '../../store';
import type { BrokenRow, DatabaseInvariant } from '../types';

/** What makes work happen once is there once, also where an index of the database got lost. */
export const keysUnique: DatabaseInvariant = {
  name: 'keys.unique',
  scope: 'database',
  async *check(tx) {
    for (const [table, key] of REPEATED) for (const row of await key(tx)) yield broken(table, row);
  },
};

const REPEATED: readonly [string, (tx: Tx) => Promise<readonly object[]>][] = [
  ['bpmnJobs', (tx) => tables.jobs.repeated(tx, ['idempotencyKey'])],
  ['bpmnInstances', (tx) => tables.instances.repeated(tx, ['startKey'])],
  ['bpmnHistory', (tx) => tables.history.repeated(tx, ['instanceId', 'sequence'])],
  ['bpmnVersions', (tx) => tables.versions.repeated(tx, ['processKey', 'number'])],
  ['bpmnCc', (tx) => tables.cc.repeated(tx, ['instanceId', 'userId'])],
];

function broken(table: string, key: object): BrokenRow {
  const instanceId = 'instanceId' in key ? String(key.instanceId) : null;
  return { table, rowId: Object.values(key).join(' '), instanceId, data: { fault: 'repeated', columns: Object.keys(key) } };
}
