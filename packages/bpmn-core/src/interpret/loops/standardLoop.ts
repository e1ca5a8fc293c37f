import type { TokenRow } from '../../contract';
import type { Element, StandardLoop } from '../../graph';
import { evaluateCondition } from '../expressions';
import type { Run } from '../run';
import { countDone, countersOf, endBody, setCounters, spawnInstance, type DoneInstance } from './body';

/** Kept as a sequential body whose total is not known beforehand: it counts the instances begun so far. */
export function beginStandardLoop(run: Run, token: TokenRow, element: Element, loop: StandardLoop): void {
  const body = setCounters(run, token, { total: 0, active: 0, completed: 0, sequential: true });
  if (loop.testBefore && !goesOn(run, body, token, loop)) return endBody(run, body, element);
  next(run, body);
}

export function standardLoopDone(run: Run, { body, instance, element, loop }: DoneInstance<StandardLoop>): void {
  const isAgain = goesOn(run, body, instance, loop);
  const counted = countDone(run, body, instance);
  if (isAgain) next(run, counted);
  else endBody(run, counted, element);
}

function next(run: Run, body: TokenRow): void {
  const { total, completed } = countersOf(body);
  const counted = setCounters(run, body, { total: total + 1, active: 1, completed, sequential: true });
  spawnInstance(run, counted, { loopCounter: total + 1 });
}

/** `token` is the instance that was just done, or the body before the first one; its variables are seen. */
function goesOn(run: Run, body: TokenRow, token: TokenRow, { maximum, condition }: StandardLoop): boolean {
  const { total } = countersOf(body);
  if (maximum !== null && total >= maximum) return false;
  return (
    condition === null ||
    evaluateCondition(run, token.id, { expression: condition, property: 'loopCondition' }, { loopCounter: total })
  );
}
