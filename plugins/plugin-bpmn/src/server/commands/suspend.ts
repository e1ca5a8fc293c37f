import { isAdministrator } from '../assignment';
import { written } from '../history';
import type { Actor } from '../runtime/actor';
import { badInput, conflict, forbidden } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { moveTokens, openInstance, save, type OpenedInstance } from './opened-instance';
import { isStarterOrAdministrator } from './remind';

/**
 * Stops the clock of an instance: no task, timer, message or job moves it until it is resumed; deadlines do not move. Who
 * may: an administrator. From: running.
 */
export async function suspendInstance(tx: Tx, actor: Actor, instanceId: string, reason: string): Promise<void> {
  const opened = await administered(tx, actor, instanceId, reason);
  if (opened.instance.status !== 'running') throw conflict('instance.notRunning', { instanceId, status: opened.instance.status });
  opened.instance.status = 'suspended';
  opened.instance.suspension = { reason, since: tx.now };
  opened.unit.record({ kind: 'instanceSuspended', actor, payload: written({ reason }) });
  await save(opened);
}

/** Lets a suspended instance go on; what became due meanwhile happens now. Who may: an administrator. */
export async function resumeInstance(tx: Tx, actor: Actor, instanceId: string, reason: string): Promise<void> {
  const opened = await administered(tx, actor, instanceId, reason);
  if (opened.instance.status !== 'suspended') throw conflict('instance.notSuspended', { instanceId });
  opened.instance.status = 'running';
  opened.instance.suspension = null;
  opened.unit.record({ kind: 'instanceResumed', actor, payload: written({ reason }) });
  // timers that workers gave up on while it was suspended are free again
  await tables.subscriptions.update(tx, { instanceId }, { leasedUntil: null });
  await save(opened);
}

/**
 * Ends an instance for good; its tasks, timers and jobs go, its record and history stay. Who may: an administrator, the
 * starter. From: running, suspended.
 */
export async function cancelInstance(tx: Tx, actor: Actor, instanceId: string, reason: string): Promise<void> {
  if (!reason?.trim()) throw badInput('task.reasonMissing');
  const opened = await openInstance(tx, actor, instanceId);
  if (!isStarterOrAdministrator(actor, opened.instance)) throw forbidden('instance.mayNotCancel');
  if (opened.instance.endedAt !== null) throw conflict('instance.notRunning', { instanceId, status: opened.instance.status });
  opened.instance.status = 'running';
  opened.instance.suspension = null;
  opened.unit.record({ kind: 'instanceCancelled', actor, payload: written({ reason }) });
  await moveTokens(opened, { type: 'cancel' });
  await save(opened);
}

/** Locks an instance for an act of an administrator, who says why. */
export async function administered(tx: Tx, actor: Actor, instanceId: string, reason: string): Promise<OpenedInstance> {
  if (!isAdministrator(actor)) throw forbidden('instance.administratorsOnly');
  if (!reason?.trim()) throw badInput('task.reasonMissing');
  return openInstance(tx, actor, instanceId);
}
