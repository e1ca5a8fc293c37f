import type { Actor } from '../runtime/actor';
import { conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { mustRun, openTask, save } from './opened-instance';
import { groupKeysOfTask, isOfGroup, mustBeOpen, mustHold, rightOver } from './task-rights';

/**
 * Takes a task of a group: the others see that somebody works on it. Who may: a candidate, while nobody holds it; a stand-in
 * takes it for whom they stand in. Changes only the holder. @throws conflict `task.heldByAnother`
 */
export async function claimTask(tx: Tx, actor: Actor, taskId: string): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  const actingFor = await mustHold(tx, actor, task);
  mustRun(opened);
  if (task.assigneeId !== null) return;
  const holder = actingFor ?? { id: actor.userId, name: actor.name };
  await tables.tasks.update(tx, { id: taskId }, { assigneeId: holder.id, assigneeName: holder.name });
  opened.unit.record({ kind: 'taskClaimed', actor, onBehalfOf: actingFor ?? undefined, ...about(task) });
  await save(opened);
}

/**
 * Puts a claimed task back to its group. Who may: who claimed it. A task that was given to one person by rule cannot be put
 * back: nobody else would have it. @throws conflict `task.notClaimed`
 */
export async function unclaimTask(tx: Tx, actor: Actor, taskId: string): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  const right = await rightOver(tx, actor.userId, task);
  const isClaimed = right.may && task.assigneeId !== null && task.delegatorId === null;
  if (!isClaimed || !isOfGroup(await groupKeysOfTask(tx, taskId), task)) throw conflict('task.notClaimed');
  mustBeOpen(task);
  mustRun(opened);
  await tables.tasks.update(tx, { id: taskId }, { assigneeId: null, assigneeName: null });
  opened.unit.record({ kind: 'taskUnclaimed', actor, ...about(task) });
  await save(opened);
}

const about = ({ id, elementId, elementName, tokenId }: TaskRecord) => ({
  element: { id: elementId, name: elementName },
  tokenId,
  data: { taskId: id },
});
