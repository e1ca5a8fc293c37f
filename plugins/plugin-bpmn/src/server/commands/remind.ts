import { isAdministrator } from '../assignment';
import type { Reminded } from '../../common/api';
import { written } from '../history';
import type { Actor } from '../runtime/actor';
import { conflict, forbidden } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type InstanceRecord, type TaskRecord } from '../store';
import { openTask, mustRun, save } from './opened-instance';
import { mustBeOpen } from './task-rights';

/** Few reminders are read: at most three for a task, with a day between two. */
const MAX_REMINDERS = 3;
const REMINDER_PAUSE_MS = 24 * 60 * 60 * 1000;

/**
 * Asks the holders of a task to act (催办). Who may: the starter, a supervisor of the place, an administrator. Changes
 * nothing but the reminder's count and date. @throws conflict `task.remindedTooOften` with the next moment it is possible
 */
export async function remind(
  tx: Tx,
  actor: Actor,
  taskId: string,
  options: { message?: string; mayRemind: boolean },
): Promise<Reminded> {
  const { opened, task } = await openTask(tx, actor, taskId);
  if (!options.mayRemind && !isStarterOrAdministrator(actor, opened.instance)) throw forbidden('task.mayNotRemind');
  mustBeOpen(task);
  mustRun(opened);
  mustBeRemindable(tx, task);
  await tables.tasks.update(tx, { id: taskId }, { reminders: task.reminders + 1, remindedAt: tx.now });
  const element = { id: task.elementId, name: task.elementName };
  opened.unit.record({
    kind: 'taskReminded',
    actor,
    element,
    tokenId: task.tokenId,
    data: { taskId },
    payload: written({ message: options.message }),
  });
  opened.unit.notifyHolders(task, { message: 'taskReminded', text: options.message ?? '', key: String(task.reminders + 1) });
  await save(opened);
  return { remindedAt: tx.now, nextAllowedAt: nextReminderAt({ reminders: task.reminders + 1, remindedAt: tx.now }) };
}

/** When a further reminder is possible: the past where none was sent; null after the last one. */
export function nextReminderAt({ reminders, remindedAt }: Pick<TaskRecord, 'reminders' | 'remindedAt'>): number | null {
  return reminders >= MAX_REMINDERS ? null : (remindedAt ?? -Infinity) + REMINDER_PAUSE_MS;
}

export const remindersLeft = ({ reminders }: Pick<TaskRecord, 'reminders'>): number => Math.max(0, MAX_REMINDERS - reminders);

export function isStarterOrAdministrator(actor: Actor, instance: InstanceRecord): boolean {
  return isAdministrator(actor) || instance.starterId === actor.userId;
}

function mustBeRemindable(tx: Tx, task: TaskRecord): void {
  const again = nextReminderAt(task);
  if (again === null || tx.now < again) throw conflict('task.remindedTooOften', { limit: MAX_REMINDERS, again });
}
