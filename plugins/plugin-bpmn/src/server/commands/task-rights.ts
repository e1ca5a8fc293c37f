import { isAdministrator, mayAct, type MayAct } from '../assignment';
import type { PersonRef } from '../../common/api';
import type { Actor } from '../runtime/actor';
import { conflict, forbidden } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { keepStandInsBy } from '../stand-ins';
import { tables, type TaskRecord } from '../store';

export async function groupKeysOfTask(tx: Tx, taskId: string): Promise<string[]> {
  return (await tables.candidates.select(tx, { taskId })).map(({ groupKey }) => groupKey);
}

/** @throws conflict `task.alreadyHandled`, which says by whom and when */
export function mustBeOpen(task: TaskRecord): void {
  if (task.status === 'open') return;
  const data = { by: task.completedByName ?? '', at: task.closedAt, outcome: task.outcomeName ?? '' };
  throw conflict(task.status === 'completed' ? 'task.alreadyHandled' : 'task.cancelled', data);
}

/**
 * The task is open and the actor's to do. Who handled it is told only to those whose task it might have been.
 *
 * @returns the person for whom the actor stands in, if so
 * @throws forbidden `task.notYours`; conflict `task.heldByAnother`, `task.alreadyHandled`, `task.cancelled`
 */
export async function mustHold(tx: Tx, actor: Actor, task: TaskRecord): Promise<PersonRef | null> {
  const right = await lastingRightOver(tx, actor.userId, task);
  const isConcerned = right.may || right.reason === 'heldByAnother' || task.completedById === actor.userId;
  if (isConcerned || isAdministrator(actor)) mustBeOpen(task);
  if (right.may) return right.actingFor;
  if (right.reason === 'heldByAnother') throw conflict('task.heldByAnother', { holder: task.assigneeName ?? '' });
  throw forbidden('task.notYours', { reason: right.reason });
}

/** {@link rightOver}; what somebody does as a stand-in is done before or after the end of their standing in, not across it. */
async function lastingRightOver(tx: Tx, userId: number, task: TaskRecord): Promise<MayAct> {
  const right = await rightOver(tx, userId, task);
  if (!right.may || right.actingFor === null) return right;
  await keepStandInsBy(tx, userId);
  return rightOver(tx, userId, task);
}

/** Holders hand a task on; an administrator may too, so that no case hangs on one person. */
export async function mustHoldOrAdminister(tx: Tx, actor: Actor, task: TaskRecord): Promise<void> {
  if (isAdministrator(actor)) mustBeOpen(task);
  else await mustHold(tx, actor, task);
}

/** Did the rules give the task to others than its holder too, so that it can be put back to them? */
export function isOfGroup(groupKeys: readonly string[], { assigneeId }: Pick<TaskRecord, 'assigneeId'>): boolean {
  return groupKeys.some((key) => !key.startsWith('!') && key !== `user:${assigneeId}`);
}

export async function rightOver(tx: Tx, userId: number, task: TaskRecord): Promise<MayAct> {
  const { processKey, assigneeId } = task;
  // nobody is given a task that they are kept from, so a holder needs no look at its groups
  if (assigneeId === userId) return { may: true, actingFor: null };
  return mayAct(tx, userId, { processKey, assigneeId, groupKeys: await groupKeysOfTask(tx, task.id) });
}
