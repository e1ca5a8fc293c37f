import type { Json, TokenRow, Variables } from '../../contract';
import type { Element, MultiInstance } from '../../graph';
import { isJsonArray } from '../../json';
import { StepFailure } from '../errors';
import { evaluate, evaluateCondition } from '../expressions';
import type { Run } from '../run';
import { countDone, countersOf, endBody, instanceCounts, setCounters, spawnInstance, type DoneInstance } from './body';

/** More instances than any roll of voters of a community; a slip in a formula must not fill the database. */
export const MAX_INSTANCES = 20_000;

export function beginMultiInstance(run: Run, token: TokenRow, element: Element, loop: MultiInstance): void {
  const items = itemsOf(run, token, loop);
  const sequential = loop.isSequential;
  const first = sequential ? Math.min(1, items.length) : items.length;
  const body = setCounters(run, token, { total: items.length, active: first, completed: 0, sequential });
  // Only a sequential body needs its items later.
  if (sequential && loop.collection !== null) run.tokens.update({ ...body, data: { ...body.data, items } });
  for (let index = 0; index < first; index += 1) spawnInstance(run, body, localsOf(loop, items, index));
  if (items.length === 0) endBody(run, body, element);
}

export function multiInstanceDone(run: Run, { body, instance, element, loop }: DoneInstance<MultiInstance>): void {
  const isComplete = isConditionMet(run, body, instance, loop);
  const counted = countDone(run, body, instance);
  const { total, active, completed, sequential } = countersOf(counted);
  if (isComplete || completed >= total) return endBody(run, counted, element);
  if (!sequential) return;
  const next = setCounters(run, counted, { total, active: active + 1, completed, sequential });
  const items = next.data.items;
  spawnInstance(run, next, localsOf(loop, isJsonArray(items) ? items : [], completed));
}

/** Sees the instance's own variables and the counts as they are with this instance completed. */
function isConditionMet(run: Run, body: TokenRow, instance: TokenRow, loop: MultiInstance): boolean {
  if (loop.completionCondition === null) return false;
  const counters = countersOf(body);
  const counts = instanceCounts({ ...counters, active: counters.active - 1, completed: counters.completed + 1 });
  return evaluateCondition(run, instance.id, { expression: loop.completionCondition, property: 'completionCondition' }, counts);
}

function localsOf(loop: MultiInstance, items: readonly Json[], index: number): Variables {
  const counter = { loopCounter: index + 1 };
  return loop.elementVariable === null || loop.collection === null
    ? counter
    : { ...counter, [loop.elementVariable]: items[index] ?? null };
}

function itemsOf(run: Run, token: TokenRow, loop: MultiInstance): readonly Json[] {
  const items =
    loop.collection === null ? placeholders(run, token, loop.cardinality ?? '') : collectionOf(run, token, loop.collection);
  if (items.length > MAX_INSTANCES) throw new StepFailure('tooManyInstances', { count: items.length, maximum: MAX_INSTANCES });
  return items;
}

function collectionOf(run: Run, token: TokenRow, expression: string): readonly Json[] {
  const value = evaluate(run, token.id, { expression, property: 'collection' });
  if (!isJsonArray(value)) throw new StepFailure('collectionNotList', { expression, value });
  return value;
}

function placeholders(run: Run, token: TokenRow, expression: string): readonly Json[] {
  const value = evaluate(run, token.id, { expression, property: 'loopCardinality' });
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new StepFailure('cardinalityInvalid', { expression, value });
  if (value > MAX_INSTANCES) throw new StepFailure('tooManyInstances', { count: value, maximum: MAX_INSTANCES });
  return Array.from({ length: value }, () => null);
}
