import { peopleWithTasks, statsOf, storedStatsOf } from '../../task-stats';
import type { DatabaseInvariant } from '../types';

/** The numbers of NocoBase's task centre are those of the tasks. They follow a change by less than a second. */
export const taskCentreCounts: DatabaseInvariant = {
  name: 'taskCentre.counts',
  scope: 'database',
  async *check(tx) {
    for (const userId of await peopleWithTasks(tx)) {
      const [expected, stored] = [await statsOf(tx, userId), await storedStatsOf(tx, userId)];
      for (const processKey of new Set([...expected, ...stored].map(({ workflowKey }) => workflowKey))) {
        const [is, should] = [stored, expected].map(
          (rows) => rows.find(({ workflowKey }) => workflowKey === processKey) ?? NOTHING,
        );
        if (is?.pending === should?.pending && is?.all === should?.all) continue;
        const data = {
          processKey,
          pending: is?.pending ?? 0,
          expected: should?.pending ?? 0,
          all: is?.all ?? 0,
          expectedAll: should?.all ?? 0,
        };
        yield { table: 'userWorkflowTaskStats', rowId: `${userId} ${processKey}`, instanceId: null, data };
      }
    }
  },
};

const NOTHING = { pending: 0, all: 0 };
