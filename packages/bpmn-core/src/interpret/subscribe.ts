import type { SubscriptionRow, TokenRow } from '../contract';
import {
  elementsOf,
  type Element,
  type EventDefinition,
  type Graph,
  type MessageReference,
  type TimerDefinition,
} from '../graph';
import { schedule } from '../time';
import { StepFailure } from './errors';
import { evaluateCondition, evaluateText } from './expressions';
import type { Run } from './run';

type Details = Pick<SubscriptionRow, 'kind'> & Partial<Pick<SubscriptionRow, 'name' | 'correlationKey' | 'dueAt' | 'data'>>;

/** Makes the token wait for every definition of an event. Errors, links and the like are found by structure, not waited for. */
export function subscribeTo(run: Run, token: TokenRow, element: Element): void {
  for (const definition of element.event?.definitions ?? []) {
    const details = detailsOf(run, token, definition);
    if (details) insert(run, token, element, details);
  }
}

export function subscribeToMessage(run: Run, token: TokenRow, element: Element, message: MessageReference): void {
  insert(run, token, element, messageDetails(run, token, message));
}

/** Boundary events of an activity, or start events of a scope's event sub-processes. */
export function subscribeToAll(run: Run, token: TokenRow, elementIds: readonly string[]): void {
  for (const element of elementsOf(run.graph, elementIds)) subscribeTo(run, token, element);
}

export function eventSubProcessStarts(run: Run, scope: Element): readonly Element[] {
  return eventSubProcessStartsIn(run.graph, scope);
}

export function eventSubProcessStartsIn(graph: Graph, scope: Element): readonly Element[] {
  const eventSubProcesses = elementsOf(graph, scope.scope?.eventSubProcessIds ?? []);
  return eventSubProcesses.flatMap((element) => elementsOf(graph, element.scope?.startIds ?? []));
}

/** Makes the token wait for nothing any more, or no more for one event. */
export function unsubscribe(run: Run, token: TokenRow, elementId?: string): void {
  if (!mayWait(run, token)) return;
  for (const subscription of run.subscriptions.inGroup(token.id)) {
    if (elementId === undefined || subscription.elementId === elementId) run.subscriptions.delete(subscription.id);
  }
}

/** Spares the host the question for the many tokens that cannot have subscriptions, e.g. each instance of a vote. */
function mayWait(run: Run, token: TokenRow): boolean {
  const element = run.element(token.elementId);
  if (token.kind === 'event' || element.task?.message) return true;
  if ((element.scope?.eventSubProcessIds.length ?? 0) > 0) return true;
  return (element.activity?.boundaryIds.length ?? 0) > 0 && run.parentOf(token)?.kind !== 'multiInstance';
}

function insert(run: Run, token: TokenRow, element: Element, details: Details): void {
  const row: SubscriptionRow = {
    id: run.newId(),
    tokenId: token.id,
    elementId: element.id,
    name: null,
    correlationKey: null,
    dueAt: null,
    data: {},
    ...details,
  };
  run.subscriptions.insert(row);
  if (row.data.isMet === true) run.push({ type: 'trigger', tokenId: token.id, subscriptionId: row.id, variables: {} });
}

function detailsOf(run: Run, token: TokenRow, definition: EventDefinition): Details | null {
  switch (definition.kind) {
    case 'timer':
      return timerDetails(run, token, definition);
    case 'message':
      return messageDetails(run, token, definition);
    case 'signal':
      return { kind: 'signal', name: nameOf(run, token, definition.name, 'signal') };
    case 'condition': {
      const asked = { expression: definition.expression, property: 'condition' };
      return { kind: 'condition', data: { expression: definition.expression, isMet: evaluateCondition(run, token.id, asked) } };
    }
    case 'error':
    case 'escalation':
    case 'compensation':
    case 'cancel':
    case 'terminate':
    case 'link':
      return null;
  }
}

function timerDetails(run: Run, token: TokenRow, { timer, value }: TimerDefinition): Details {
  const resolved = evaluateText(run, token.id, { expression: value, property: 'timer' });
  const set = schedule(timer, resolved, run.env.now, run.graph.timeZone);
  if (!set) throw new StepFailure('timerInvalid', { expression: value, value: resolved });
  return { kind: 'timer', dueAt: set.dueAt, data: { cycle: set.cycle, remaining: set.remaining } };
}

function messageDetails(run: Run, token: TokenRow, message: MessageReference): Details {
  return {
    kind: 'message',
    name: nameOf(run, token, message.name, 'message'),
    correlationKey: correlationKeyOf(run, token, message),
  };
}

export function nameOf(run: Run, token: TokenRow, name: string, property: string): string {
  const value = evaluateText(run, token.id, { expression: name, property });
  if (typeof value !== 'string' || value === '') throw new StepFailure('nameInvalid', { expression: name, property, value });
  return value;
}

/** A key that cannot be computed is an incident: without one, the catcher would take anybody's message. */
export function correlationKeyOf(run: Run, token: TokenRow, { correlationKey }: MessageReference): string | null {
  if (correlationKey === null) return null;
  const value = evaluateText(run, token.id, { expression: correlationKey, property: 'correlationKey' });
  if (value === null || typeof value === 'object' || value === '')
    throw new StepFailure('correlationKeyMissing', { expression: correlationKey });
  return String(value);
}
