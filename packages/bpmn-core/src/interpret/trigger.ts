import type { SubscriptionRow, TokenRow, Variables } from '../contract';
import type { Element } from '../graph';
import { numberAt, textAt, type JsonObject } from '../json';
import { reschedule } from '../time';
import { leaveByBoundary } from './catching';
import type { Run } from './run';
import { startEventSubProcess } from './scope';
import { unsubscribe } from './subscribe';

const CAUGHT = { timer: 'timerFired', message: 'messageCaught', signal: 'signalCaught' } as const;

/** What a subscription waits for has happened. */
export function trigger(run: Run, subscription: SubscriptionRow, variables: Variables): void {
  const element = run.element(subscription.elementId);
  const { kind, name, tokenId } = subscription;
  if (kind !== 'condition')
    run.log(CAUGHT[kind], element.id, tokenId, { ...(name === null ? {} : { name }), ...occurrence(subscription) });
  run.kindOf(element).triggered?.(run, subscription, element, variables);
}

/** Which time of a timer it was: a repeating one fires often for one token, and each time once. */
function occurrence({ kind, dueAt, data: { remaining } }: SubscriptionRow): JsonObject {
  if (kind !== 'timer' || dueAt === null) return {};
  return typeof remaining === 'number' ? { dueAt, remaining } : { dueAt };
}

/** Boundary event: leaves the activity, or runs beside it. */
export function triggerBoundary(run: Run, subscription: SubscriptionRow, boundary: Element, variables: Variables): void {
  const activity = run.tokens.get(subscription.tokenId);
  if (activity && spend(run, activity, subscription, boundary)) leaveByBoundary(run, activity, boundary, variables);
}

export function triggerEventSubProcess(run: Run, subscription: SubscriptionRow, start: Element, variables: Variables): void {
  const scope = run.tokens.get(subscription.tokenId);
  if (scope && spend(run, scope, subscription, start)) startEventSubProcess(run, scope, start, variables);
}

/**
 * Uses up a subscription, or sets it again when the event can happen again. Of an event with several definitions any is
 * enough, unless it is parallel multiple: then this was enough only when no other is still awaited.
 */
export function spend(run: Run, token: TokenRow, subscription: SubscriptionRow, element: Element): boolean {
  if (element.event?.isParallelMultiple) {
    run.subscriptions.delete(subscription.id);
    return !run.subscriptions.inGroup(token.id).some((other) => other.elementId === element.id);
  }
  const isWaiting = element.kind === 'intermediateCatchEvent';
  if (isWaiting || element.event?.isInterrupting) unsubscribe(run, token, element.id);
  else if (subscription.kind === 'timer') rearm(run, subscription);
  return true;
}

function rearm(run: Run, subscription: SubscriptionRow): void {
  const { data, dueAt } = subscription;
  const remaining = data.remaining === null || data.remaining === undefined ? null : numberAt(data, 'remaining');
  const fired = { dueAt: dueAt ?? run.env.now, cycle: textAt(data, 'cycle'), remaining };
  const next = reschedule(fired, run.env.now, run.graph.timeZone);
  if (!next) return run.subscriptions.delete(subscription.id);
  run.subscriptions.update({ ...subscription, dueAt: next.dueAt, data: { ...data, remaining: next.remaining } });
}
