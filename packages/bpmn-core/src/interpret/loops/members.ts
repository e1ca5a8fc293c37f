import type { Json, MultiInstanceCounters, TokenRow } from '../../contract';
import type { Element, MultiInstance } from '../../graph';
import { isJsonArray } from '../../json';
import { cancelToken } from '../cancel';
import { StepFailure } from '../errors';
import { evaluateCondition } from '../expressions';
import type { Run } from '../run';
import { currentToken } from '../tokens';
import { endBody, instanceCounts, setCounters, spawnInstance } from './body';

/** A multi-instance activity that is under way. */
export interface OpenInstances {
  readonly body: TokenRow;
  readonly element: Element;
  readonly loop: MultiInstance;
  readonly counters: MultiInstanceCounters;
}

/** One more instance; where they go one after the other, it comes last. */
export function oneMore(run: Run, { body, loop, counters }: OpenInstances, item: Json): void {
  // numbers of instances that were taken away are not given again
  const number = highestOf(body, counters) + 1;
  const total = counters.total + 1;
  const data = { ...body.data, highest: number };
  if (counters.sequential) {
    const items = isJsonArray(body.data.items) ? body.data.items : [];
    run.tokens.update({ ...body, data: { ...data, items: [...items, item] } });
    setCounters(run, body, { ...counters, total });
    return;
  }
  run.tokens.update({ ...body, data });
  const more = setCounters(run, body, { ...counters, total, active: counters.active + 1 });
  spawnInstance(run, more, { loopCounter: number, ...(loop.elementVariable === null ? {} : { [loop.elementVariable]: item }) });
}

const highestOf = ({ data }: TokenRow, { total }: MultiInstanceCounters): number =>
  typeof data.highest === 'number' ? data.highest : total;

/** Takes an instance away. There are others: this is for the caller to see to. */
export function oneLess(run: Run, open: OpenInstances, instance: TokenRow): void {
  const { body, element, loop, counters } = open;
  run.tokens.update({ ...body, data: { ...body.data, highest: highestOf(body, counters) } });
  cancelToken(run, instance);
  const left = { ...counters, total: counters.total - 1, active: counters.active - 1 };
  const now = setCounters(run, body, left);
  if (left.completed >= left.total || isEnough(run, now, loop, left)) return endBody(run, now, element);
  if (counters.sequential) nextInTurn(run, now, loop, left);
}

/** The item of the one who was taken away goes too, so that those who follow keep theirs. */
function nextInTurn(run: Run, body: TokenRow, loop: MultiInstance, counters: MultiInstanceCounters): void {
  const items = isJsonArray(body.data.items) ? body.data.items.filter((_, index) => index !== counters.completed) : [];
  run.tokens.update({ ...body, data: { ...body.data, items } });
  const next = setCounters(run, body, { ...counters, active: 1 });
  const item = items[counters.completed] ?? null;
  const counter = { loopCounter: counters.completed + 1 };
  spawnInstance(run, next, loop.elementVariable === null ? counter : { ...counter, [loop.elementVariable]: item });
}

/** Whether those who are done are enough of those who are left. What cannot be told without a result waits for the next one. */
function isEnough(run: Run, body: TokenRow, loop: MultiInstance, counters: MultiInstanceCounters): boolean {
  if (loop.completionCondition === null || counters.completed === 0) return false;
  try {
    const asked = { expression: loop.completionCondition, property: 'completionCondition' };
    return evaluateCondition(run, currentToken(run, body).id, asked, instanceCounts(counters));
  } catch (error) {
    if (error instanceof StepFailure) return false;
    throw error;
  }
}
