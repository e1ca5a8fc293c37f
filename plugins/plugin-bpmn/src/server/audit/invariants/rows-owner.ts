import type { Tx } from '../../runtime/tx';
import { tables, type Table } from '../../store';
import type { BrokenRow, DatabaseInvariant } from '../types';

/** How many rows of a table are named; whoever deletes an instance by hand leaves many. */
const MAX_NAMED = 100;

/** No row is left of an instance, task, migration or history row that is not there. */
export const rowsOwner: DatabaseInvariant = {
  name: 'rows.owner',
  scope: 'database',
  async *check(tx) {
    for (const find of ORPHANS) yield* await find(tx);
  },
};

const instance = { table: tables.instances, column: 'id' } as const;
const task = { table: tables.tasks, column: 'id' } as const;
const migration = { table: tables.migrations, column: 'id' } as const;
const historyRow = { table: tables.history, column: 'id' } as const;

const ORPHANS: readonly ((tx: Tx) => Promise<BrokenRow[]>)[] = [
  orphans(tables.tokens, 'id', 'instanceId', instance),
  orphans(tables.subscriptions, 'id', 'instanceId', instance),
  orphans(tables.compensations, 'id', 'instanceId', instance),
  orphans(tables.tasks, 'id', 'instanceId', instance),
  orphans(tables.jobs, 'id', 'instanceId', instance),
  orphans(tables.incidents, 'id', 'instanceId', instance),
  orphans(tables.sums, 'id', 'instanceId', instance),
  orphans(tables.paperCounts, 'id', 'instanceId', instance),
  orphans(tables.history, 'id', 'instanceId', instance),
  orphans(tables.cc, 'instanceId', 'instanceId', instance),
  orphans(tables.files, 'instanceId', 'instanceId', instance),
  orphans(tables.migrationCases, 'id', 'instanceId', instance),
  orphans(tables.migrationCases, 'id', 'migrationId', migration),
  orphans(tables.candidates, 'taskId', 'taskId', task),
  orphans(tables.drafts, 'taskId', 'taskId', task),
  orphans(tables.historyPayloads, 'historyId', 'historyId', historyRow),
];

type Owner = Parameters<Table<object>['without']>[2];

function orphans<Row extends object>(table: Table<Row>, name: keyof Row & string, column: keyof Row & string, owner: Owner) {
  return async (tx: Tx): Promise<BrokenRow[]> => {
    const rows = await table.selectColumns(tx, [name, column], table.without(tx.db, column, owner), { limit: MAX_NAMED });
    return rows.map((row) => ({
      table: table.collection,
      rowId: String(row[name]),
      instanceId: column === 'instanceId' ? String(row[column]) : null,
      data: { fault: 'ownerMissing', [column]: String(row[column]) },
    }));
  };
}
