import type { SubscriptionRow, TokenRow } from '../contract';
import { elementsOf, findElement, flowsOf, type Element, type EventDefinition, type Graph, type TimerDefinition } from '../graph';
import { StepFailure } from '../interpret/errors';
import { evaluateText } from '../interpret/expressions';
import { clearFailure } from '../interpret/failure';
import type { Run } from '../interpret/run';
import { eventSubProcessStartsIn, subscribeTo, subscribeToMessage } from '../interpret/subscribe';
import { schedule } from '../time';
import { imageOf } from './pairs';
import type { Plan } from './reasons';
import { failedStep } from './rows';
import type { MigrationOptions } from './types';

/** A token in both versions; its row stands in the target already. */
export interface Moving {
  readonly token: TokenRow;
  readonly isInstance: boolean;
  readonly from: Element;
  readonly to: Element;
}

/** What is awaited was received in part: which part of the new event that would be cannot be said. */
export class PartlyReceived extends Error {
  constructor(readonly elementId: string) {
    super('eventPartlyReceived');
  }
}

/**
 * Makes a token wait for what it waits for in the target: what is mapped goes on waiting, what is gone is waited for no more, and
 * what is new begins now. What happened already, or was given up, is not waited for again.
 */
export function moveSubscriptions(run: Run, plan: Plan, options: MigrationOptions, moving: Moving): void {
  const step = failedStep(moving.token)?.type;
  // it waits for nothing yet, or no more
  if (step === 'enter' || step === 'leave') return;
  const before = catchersOf(plan.source, moving.token, moving.from, moving.isInstance);
  const after = catchersOf(plan.target, moving.token, moving.to, moving.isInstance);
  if (before.length + after.length === 0) return;
  const rows = run.subscriptions.inGroup(moving.token.id);
  const images = new Set<string>();
  for (const catcher of before) {
    const own = rows.filter(({ elementId }) => elementId === catcher.id);
    const image = after.find(({ id }) => id === imageOf(plan.mapping.elements, catcher.id));
    if (image) images.add(image.id);
    if (image) carry(run, { plan, options, moving }, { from: catcher, to: image, rows: own });
    else for (const row of own) drop(run, moving.token, row);
  }
  if (isInterrupted(run, plan, moving.token)) return;
  for (const catcher of after) if (!images.has(catcher.id)) begin(run, moving.token, catcher);
}

/** Elements whose events a token of this kind waits for. */
function catchersOf(graph: Graph, { kind }: TokenRow, element: Element, isInstance: boolean): readonly Element[] {
  if (kind === 'event') {
    if (element.kind !== 'eventBasedGateway') return [element];
    return elementsOf(
      graph,
      flowsOf(graph, element.outgoing).map(({ targetId }) => targetId),
    );
  }
  const own = element.task?.message && kind === 'activity' ? [element] : [];
  const starts = kind === 'scope' ? eventSubProcessStartsIn(graph, element) : [];
  const borders = isInstance ? [] : elementsOf(graph, element.activity?.boundaryIds ?? []);
  return [...own, ...starts, ...borders];
}

/** An interrupting event sub-process has begun: the scope waits for nothing more. */
function isInterrupted(run: Run, { source }: Plan, scope: TokenRow): boolean {
  if (scope.kind !== 'scope') return false;
  return run.tokens.inGroup(scope.id).some(({ elementId }) => {
    const element = findElement(source, elementId);
    if (element?.kind !== 'eventSubProcess') return false;
    return elementsOf(source, element.scope?.startIds ?? []).some(({ event }) => event?.isInterrupting);
  });
}

interface Context {
  readonly plan: Plan;
  readonly options: MigrationOptions;
  readonly moving: Moving;
}

interface Carried {
  readonly from: Element;
  readonly to: Element;
  readonly rows: readonly SubscriptionRow[];
}

function carry(run: Run, { options, moving: { token } }: Context, { from, to, rows }: Carried): void {
  if (rows.length === 0) return;
  const [before, after] = [awaitedBy(from), awaitedBy(to)];
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  const isParallel = from.event?.isParallelMultiple === true || to.event?.isParallelMultiple === true;
  if (!isSame && isParallel && rows.length < before.length) throw new PartlyReceived(from.id);
  const [timer, ...others] = after;
  const isOneTimer = before.length === 1 && before[0]?.kind === 'timer' && timer?.kind === 'timer' && others.length === 0;
  if (isSame || (isOneTimer && options.timers === 'kept')) {
    for (const row of rows) run.subscriptions.update({ ...row, elementId: to.id });
  } else if (isOneTimer && timer.timer !== 'cycle') {
    for (const row of rows) run.subscriptions.update(renewed(run, options, { row: { ...row, elementId: to.id }, timer }));
  } else {
    for (const row of rows) drop(run, token, row);
    begin(run, token, to);
  }
}

/** The definitions that are waited for, whatever else the event has. */
function awaitedBy({ event, task }: Element): readonly EventDefinition[] {
  if (task?.message) return [{ kind: 'message', ...task.message }];
  return event?.definitions.filter(({ kind }) => AWAITED.has(kind)) ?? [];
}

const AWAITED: ReadonlySet<string> = new Set(['timer', 'message', 'signal', 'condition']);

/** The time of the new definition, counted from when the wait began. */
function renewed(
  run: Run,
  options: MigrationOptions,
  { row, timer }: { readonly row: SubscriptionRow; readonly timer: TimerDefinition },
): SubscriptionRow {
  const value = evaluateText(run, row.tokenId, { expression: timer.value, property: 'timer' });
  const set = schedule(timer.timer, value, options.openedAt(row.id) ?? run.env.now, run.graph.timeZone);
  if (!set) throw new StepFailure('timerInvalid', { expression: timer.value, value });
  // one that is held by an incident stays held
  return { ...row, dueAt: row.dueAt === null ? null : set.dueAt, data: { cycle: set.cycle, remaining: set.remaining } };
}

/** With the wait goes an incident of its event. */
function drop(run: Run, token: TokenRow, row: SubscriptionRow): void {
  run.subscriptions.delete(row.id);
  const now = run.tokens.get(token.id) ?? token;
  if (failedStep(now)?.subscriptionId === row.id) clearFailure(run, now);
}

function begin(run: Run, token: TokenRow, catcher: Element): void {
  const now = run.tokens.get(token.id) ?? token;
  if (catcher.task?.message) subscribeToMessage(run, now, catcher, catcher.task.message);
  else subscribeTo(run, now, catcher);
}
