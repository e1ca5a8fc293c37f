import type { Variables } from '@wuxin/bpmn-core';
import type { Actor, ActorOrSystem } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { notFound } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type OrderBy, type SubscriptionRecord } from '../store';
import { moveTokens, mustRun, openInstance, save } from './opened-instance';
import { startInstance } from './start-instance';
import { holdTrigger } from './start-triggers';

export interface Message {
  readonly name: string;
  /** What tells instances that wait for the same name apart. */
  readonly correlationKey?: string | null;
  readonly instanceId?: string;
  readonly variables?: Variables;
}

/**
 * Delivers a message to the one instance that waits for it, or starts the process that begins with it. Who may: a system
 * that is allowed the action; checked by the caller.
 *
 * @returns the instance that took it
 * @throws not found `message.nobodyWaits`; conflict `instance.suspended`
 */
export async function deliverMessage(tx: Tx, actor: ActorOrSystem, message: Message): Promise<{ instanceId: string }> {
  // whoever waited may have got another message while this one waited for the lock: then the next one is asked
  for (let waiting = await waitingFor(tx, message); waiting; waiting = await waitingFor(tx, message)) {
    if (await catchMessage(tx, actor, waiting, message.variables ?? {})) return { instanceId: waiting.instanceId };
  }
  const trigger = message.instanceId ? undefined : await holdTrigger(tx, { kind: 'message', name: message.name });
  if (!trigger) throw notFound('message.nobodyWaits', { name: message.name, correlationKey: message.correlationKey ?? '' });
  const { processKey, versionId, processId, elementId } = trigger;
  return startInstance(tx, actor, { processKey, versionId, processId, startEventId: elementId, variables: message.variables });
}

async function waitingFor(tx: Tx, { name, correlationKey, instanceId }: Message): Promise<SubscriptionRecord | undefined> {
  const where = { kind: 'message', name, ...(instanceId ? { instanceId } : {}) };
  const order: OrderBy[] = [['openedAt', 'ASC']];
  const exact = await tables.subscriptions.find(tx, { ...where, correlationKey: correlationKey ?? null }, { order });
  return exact ?? (correlationKey ? tables.subscriptions.find(tx, { ...where, correlationKey: null }, { order }) : undefined);
}

/** @returns whether it was still waited for */
async function catchMessage(
  tx: Tx,
  actor: ActorOrSystem,
  subscription: SubscriptionRecord,
  variables: Variables,
): Promise<boolean> {
  const opened = await openInstance(tx, actor, subscription.instanceId, subscription);
  if (!(await opened.session.heldSubscription(subscription.id))) return false;
  mustRun(opened);
  await moveTokens(opened, { type: 'deliverMessage', subscriptionId: subscription.id, variables });
  await save(opened);
  return true;
}

/**
 * Delivers a signal to one instance that waits for it; a broadcast is one such command for each. One that no longer waits is
 * no error.
 */
export async function deliverSignal(tx: Tx, actor: ActorOrSystem, subscriptionId: string, variables: Variables): Promise<void> {
  const subscription = await tables.subscriptions.find(tx, { id: subscriptionId });
  if (!subscription) return;
  const opened = await openInstance(tx, actor, subscription.instanceId, subscription);
  if (!(await opened.session.heldSubscription(subscriptionId))) return;
  mustRun(opened);
  await moveTokens(opened, { type: 'deliverSignal', subscriptionId, variables });
  await save(opened);
}

/** Fires a timer that is due; one that is gone by now is no error: somebody was faster. */
export async function fireTimer(tx: Tx, actor: ActorOrSystem, subscriptionId: string): Promise<void> {
  const subscription = await tables.subscriptions.find(tx, { id: subscriptionId });
  if (!subscription) return;
  const opened = await openInstance(tx, actor, subscription.instanceId, subscription);
  if (opened.instance.status !== 'running') return;
  const held = await opened.session.heldSubscription(subscriptionId);
  if (!held || held.dueAt === null || held.dueAt > tx.now) return;
  await moveTokens(opened, { type: 'fireTimer', subscriptionId });
  await save(opened);
}

/**
 * Throws a signal from outside: every instance that waits for its name goes on, each in a transaction of its own, with
 * `actor` in its history. Who may: checked by the caller.
 */
export async function throwSignal(tx: Tx, actor: Actor, signal: { name: string; variables?: Variables }): Promise<void> {
  const id = engineOf(tx.db).newId();
  const by = { userId: actor.userId, name: actor.name, channel: actor.channel };
  const payload = { elementId: '', name: signal.name, variables: signal.variables ?? {}, by };
  const fresh = { status: 'ready' as const, attempts: 0, maxAttempts: 8, leaseOwner: null, leasedUntil: null, lastError: null };
  const nowhere = { instanceId: null, tokenId: null, taskId: null };
  await tables.jobs.insert(tx, [
    { ...fresh, ...nowhere, id, kind: 'signalThrown', payload, dueAt: tx.now, idempotencyKey: `signal:${id}`, createdAt: tx.now },
  ]);
}
