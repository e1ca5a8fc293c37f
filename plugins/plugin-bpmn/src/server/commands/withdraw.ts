import type { Actor } from '../runtime/actor';
import { badInput, conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { moveTokens, mustRun, openInstance, save } from './opened-instance';

/**
 * Takes back one's own last step (撤回) before anybody has touched what followed. Who may: who completed it. The tasks that
 * it opened end, the step is open again with what was entered. @throws conflict `instance.cannotWithdraw`
 */
export async function withdrawLastStep(tx: Tx, actor: Actor, instanceId: string, reason: string): Promise<void> {
  const opened = await openInstance(tx, actor, instanceId);
  mustRun(opened);
  if (!reason?.trim()) throw badInput('task.reasonMissing');
  const step = await withdrawableStep(tx, actor.userId, instanceId);
  if (!step) throw conflict('instance.cannotWithdraw', { instanceId });
  const fromTokenIds = step.followers.map(({ tokenId }) => tokenId);
  const element = { id: step.task.elementId, name: step.task.elementName };
  opened.unit.record({ kind: 'stepWithdrawn', actor, element, data: { taskId: step.task.id, reason } });
  await moveTokens(opened, { type: 'move', fromTokenIds, toElementId: step.task.elementId, variables: {} });
  await save(opened);
}

/** The actor's last completed task of the instance, when every open task was opened by it and none was read. */
export async function withdrawableStep(
  tx: Tx,
  userId: number,
  instanceId: string,
): Promise<{ task: TaskRecord; followers: TaskRecord[] } | undefined> {
  const followers = await tables.tasks.select(tx, { instanceId, status: 'open' });
  const openedBy = new Set(followers.map(({ openedByTaskId }) => openedByTaskId));
  const [taskId] = openedBy;
  if (openedBy.size !== 1 || !taskId || followers.some(isTouched)) return undefined;
  const task = await tables.tasks.find(tx, { id: taskId, completedById: userId, status: 'completed' });
  return task && { task, followers };
}

const isTouched = (task: TaskRecord) => task.firstReadAt !== null || task.plane !== '' || task.delegatorId !== null;
