import WorkflowPlugin from '@nocobase/plugin-workflow';
import type { Application } from '@nocobase/server';
import { registerOwnActions } from '../actions';
import { caseChangesOf } from '../runtime/case-changes';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { everybodyWithTasks } from './affected-store';
import { peopleWithStats, statsOf, storedStatsOf, TASK_TYPE } from './counts-store';
import { listMineAction } from './list-mine';
import { taskStatsOf } from './refresher';

export { statsOf, storedStatsOf, taskStatsOf };

/** Everybody for whom NocoBase's task centre shows something of ours, or should. */
export async function peopleWithTasks(tx: Tx): Promise<readonly number[]> {
  return [...new Set([...(await everybodyWithTasks(tx)), ...(await peopleWithStats(tx))])].sort((a, b) => a - b);
}

/**
 * Our user tasks in NocoBase's task centre: the list `bpmnTasks:listMine`, the counts of its badge, and the provider by which
 * NocoBase repairs them. Without its plugin workflow there is only the list.
 */
export function registerTaskStats(app: Application): void {
  registerOwnActions(app, { 'bpmnTasks:listMine': listMineAction });
  app.acl.allow('bpmnTasks', 'listMine', 'loggedIn');
  const workflow = app.pm.get(WorkflowPlugin);
  if (!workflow) return;
  const refresher = taskStatsOf(app.db);
  workflow.registerTaskStatsProvider(TASK_TYPE, {
    collectTaskStats: async ({ userIds, transaction }) => {
      if (!transaction) throw new Error('task statistics are repaired inside a transaction');
      const tx = { db: app.db, transaction, now: engineOf(app.db).clock.now() };
      const people = userIds?.length ? userIds : await everybodyWithTasks(tx);
      const rows = [];
      for (const userId of people) rows.push(...(await statsOf(tx, userId)));
      return rows;
    },
  });
  refresher.use(
    ({ transaction }, userIds) => workflow.repairTaskStats({ userIds: [...userIds], types: [TASK_TYPE], transaction }),
    (error) =>
      app.log.warn('wuxin: task counts could not be refreshed', { reason: error instanceof Error ? error.name : 'unknown' }),
  );
  caseChangesOf(app.db).listen((change) => refresher.touch(change));
  // NocoBase waits for what a listener returns, though its types do not say so
  app.on('afterStart', (() => refresher.catchUp()) as () => void);
  app.on('beforeStop', (() => refresher.drain()) as () => void);
}
