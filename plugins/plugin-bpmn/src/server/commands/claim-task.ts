import type { Actor } from '../runtime/actor';
import { conflict } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { mustRun, openTask, save } from './opened-instance';
import { mustBeOpen, mustHold } from './task-rights';

/**
 * Takes a task of a group: the others see that somebody works on it. Who may: a candidate, while nobody holds it.
 * Changes only the holder. @throws conflict `task.heldByAnother`
 */
export async function claimTask(tx: Tx, actor: Actor, taskId: string): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  mustBeOpen(task);
  mustRun(opened);
  if (task.assigneeId === actor.userId) return;
  await mustHold(tx, actor, task);
  if (task.assigneeId !== null) throw conflict('task.heldByAnother', { holder: task.assigneeName ?? '' });
  await tables.tasks.update(tx, { id: taskId }, { assigneeId: actor.userId, assigneeName: actor.name });
  opened.unit.record({
    kind: 'taskClaimed',
    actor,
    element: { id: task.elementId, name: task.elementName },
    tokenId: task.tokenId,
    data: { taskId },
  });
  await save(opened);
}

/**
 * Puts a claimed task back to its group. Who may: who claimed it. A task that was given to one person by rule cannot be put
 * back: nobody else would have it. @throws conflict `task.notClaimed`
 */
export async function unclaimTask(tx: Tx, actor: Actor, taskId: string): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  mustBeOpen(task);
  mustRun(opened);
  const isClaimed = task.assigneeId === actor.userId && task.delegatorId === null;
  const others = (await tables.candidates.select(tx, { taskId })).filter(({ groupKey }) => groupKey !== `user:${actor.userId}`);
  if (!isClaimed || others.length === 0) throw conflict('task.notClaimed');
  await tables.tasks.update(tx, { id: taskId }, { assigneeId: null, assigneeName: null });
  opened.unit.record({
    kind: 'taskUnclaimed',
    actor,
    element: { id: task.elementId, name: task.elementName },
    tokenId: task.tokenId,
    data: { taskId },
  });
  await save(opened);
}
