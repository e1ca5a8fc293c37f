import type { WhereOptions } from 'sequelize';
import { doneScope, readerOf, todoScope } from '../queries';
import type { Tx } from '../runtime/tx';
import { Table, tables } from '../store';

/** The type of our user tasks in NocoBase's task centre. */
export const TASK_TYPE = 'bpmnTask';

/** One row of NocoBase's task statistics; ours are kept by process. */
interface TaskStats {
  readonly userId: number;
  readonly workflowKey: string;
  readonly type: string;
  readonly pending: number;
  readonly all: number;
}

/** How many tasks a person can do and has done, by process: the same tasks that their inbox lists. */
export async function statsOf(tx: Tx, userId: number): Promise<readonly TaskStats[]> {
  const person = { userId, name: '', isAdministrator: false, roles: [], channel: 'web' } as const;
  const reader = await readerOf(tx, person, { locale: 'zh-CN', maySupervise: false });
  const open = await countByProcess(tx, todoScope(reader));
  const done = await countByProcess(tx, doneScope(userId));
  return [...new Set([...open.keys(), ...done.keys()])].map((workflowKey) => {
    const pending = open.get(workflowKey) ?? 0;
    return { userId, workflowKey, type: TASK_TYPE, pending, all: pending + (done.get(workflowKey) ?? 0) };
  });
}

const stored = new Table<TaskStats>('userWorkflowTaskStats', {
  userId: 'number',
  workflowKey: 'text',
  type: 'text',
  pending: 'number',
  all: 'number',
});

/** What NocoBase's task centre shows; nothing where its plugin workflow is missing. */
export async function storedStatsOf(tx: Tx, userId: number): Promise<readonly TaskStats[]> {
  return tx.db.hasCollection(stored.collection) ? stored.select(tx, { userId, type: TASK_TYPE }) : [];
}

/** Who has a row there. */
export async function peopleWithStats(tx: Tx): Promise<readonly number[]> {
  if (!tx.db.hasCollection(stored.collection)) return [];
  return (await stored.countBy(tx, ['userId'], { type: TASK_TYPE })).map(({ userId }) => userId);
}

async function countByProcess(tx: Tx, where: WhereOptions): Promise<ReadonlyMap<string, number>> {
  const rows = await tables.tasks.countBy(tx, ['processKey'], where);
  return new Map(rows.map(({ processKey, count }) => [processKey, count]));
}
