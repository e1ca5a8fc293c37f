import { Op } from 'sequelize';
import { peopleOf } from '../assignment';
import { peopleOfTask } from '../notify';
import type { CaseChange } from '../runtime/case-changes';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';

/** Whose figures the changes touch: who holds, held, can take, stands in for or has done one of the tasks. */
export async function peopleAffected(tx: Tx, changes: readonly CaseChange[]): Promise<ReadonlySet<number>> {
  const tokenIds = [...new Set(changes.flatMap((change) => change.tokenIds))];
  const tasks = tokenIds.length > 0 ? await tables.tasks.select(tx, { tokenId: tokenIds }) : [];
  const affected = new Set(changes.flatMap(({ formerHolderIds }) => formerHolderIds));
  for (const task of tasks) for (const id of await peopleAround(tx, task)) affected.add(id);
  return affected;
}

async function peopleAround(tx: Tx, task: TaskRecord): Promise<number[]> {
  const groupKeys = (await tables.candidates.select(tx, { taskId: task.id })).map(({ groupKey }) => groupKey);
  const candidates = [...(await peopleOf(tx, groupKeys)).values()].flat();
  const able = await peopleOfTask(tx, task);
  const named = [task.assigneeId, task.delegatorId, task.completedById, task.onBehalfOfId].filter((id) => id !== null);
  return [...named, ...[...candidates, ...able].map(({ id }) => id)];
}

/** What may have been missed when the process ended: tasks that were opened or closed lately. */
export async function recentChanges(tx: Tx, since: number): Promise<readonly CaseChange[]> {
  const lately = { [Op.gte]: since };
  const tasks = await tables.tasks.select(tx, { [Op.or]: [{ openedAt: lately }, { closedAt: lately }] });
  return tasks.map(({ instanceId, tokenId }) => ({ instanceId, tokenIds: [tokenId], formerHolderIds: [], hasEnded: false }));
}

/** Everybody who has a task now or had one: what a repair without names means. Memory grows with people, not with tasks. */
export async function everybodyWithTasks(tx: Tx): Promise<readonly number[]> {
  const open = tables.tasks.among(tx.db, 'id', { status: 'open' });
  const keys = await tables.candidates.countBy(tx, ['groupKey'], { taskId: open });
  const candidates = await peopleOf(
    tx,
    keys.map(({ groupKey }) => groupKey),
  );
  const named = await Promise.all(
    (['assigneeId', 'completedById', 'onBehalfOfId'] as const).map(async (column) =>
      (await tables.tasks.countBy(tx, [column], { [column]: { [Op.ne]: null } })).map((row) => row[column]),
    ),
  );
  return [...new Set([...named.flat().filter((id) => id !== null), ...[...candidates.values()].flat().map(({ id }) => id)])];
}
