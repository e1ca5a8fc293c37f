import { isAdministrator } from '../assignment';
import type { Actor } from '../runtime/actor';
import { conflict, forbidden } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type InstanceRecord, type TaskRecord } from '../store';
import { openTask, mustRun, save } from './opened-instance';
import { mustBeOpen } from './task-rights';

/** Few reminders are read: at most three for a task, with a day between two. */
export const MAX_REMINDERS = 3;
export const REMINDER_PAUSE_MS = 24 * 60 * 60 * 1000;

/**
 * Asks the holders of a task to act (催办). Who may: the starter, a supervisor of the place, an administrator. Changes
 * nothing but the reminder's count and date. @throws conflict `task.remindedTooOften` with the next moment it is possible
 */
export async function remind(
  tx: Tx,
  actor: Actor,
  taskId: string,
  options: { message?: string; mayRemind: boolean },
): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  mustBeOpen(task);
  mustRun(opened);
  if (!options.mayRemind && !isStarterOrAdministrator(actor, opened.instance)) throw forbidden('task.mayNotRemind');
  mustBeRemindable(tx, task);
  await tables.tasks.update(tx, { id: taskId }, { reminders: task.reminders + 1, remindedAt: tx.now });
  const element = { id: task.elementId, name: task.elementName };
  opened.unit.record({
    kind: 'taskReminded',
    actor,
    element,
    tokenId: task.tokenId,
    data: { taskId, message: options.message ?? '' },
  });
  const payload = { message: 'taskReminded', text: options.message ?? '' };
  const idempotencyKey = `remind:${taskId}:${task.reminders + 1}`;
  opened.unit.queue({
    kind: 'notifyTask',
    tokenId: task.tokenId,
    taskId,
    payload,
    dueAt: tx.now,
    maxAttempts: 5,
    idempotencyKey,
  });
  await save(opened);
}

export function isStarterOrAdministrator(actor: Actor, instance: InstanceRecord): boolean {
  return isAdministrator(actor) || instance.starterId === actor.userId;
}

function mustBeRemindable(tx: Tx, task: TaskRecord): void {
  const again = (task.remindedAt ?? -Infinity) + REMINDER_PAUSE_MS;
  if (task.reminders >= MAX_REMINDERS) throw conflict('task.remindedTooOften', { limit: MAX_REMINDERS, again: null });
  if (tx.now < again) throw conflict('task.remindedTooOften', { limit: MAX_REMINDERS, again });
}
