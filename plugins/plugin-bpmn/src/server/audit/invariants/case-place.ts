import { tables } from '../../store';
import type { DatabaseInvariant } from '../types';

/** How many cases are named; where one path is gone, all cases of its place are. */
const MAX_NAMED = 100;

/** The place of a case is among those by which supervisors find it. */
export const casePlace: DatabaseInvariant = {
  name: 'case.place',
  scope: 'database',
  async *check(tx) {
    const unknown = tables.instances.without(tx.db, 'placeId', { table: tables.placePaths, column: 'placeId' });
    for (const { id, placeId } of await tables.instances.selectColumns(tx, ['id', 'placeId'], unknown, { limit: MAX_NAMED })) {
      yield { table: 'bpmnInstances', rowId: id, instanceId: id, data: { placeId } };
    }
  },
};
