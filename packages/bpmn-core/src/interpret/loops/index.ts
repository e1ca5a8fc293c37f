import type { TokenRow } from '../../contract';
import type { Element, Loop } from '../../graph';
export { type OpenInstances, oneLess, oneMore } from './members';
export { MAX_INSTANCES } from './multiInstance';
import { beginMultiInstance, multiInstanceDone } from './multiInstance';
import { beginStandardLoop, standardLoopDone } from './standardLoop';
import type { Run } from '../run';

/** Turns the token of a looped activity into the body that holds the counters, and begins the first instances. */
export function beginLoop(run: Run, token: TokenRow, element: Element, loop: Loop): void {
  switch (loop.kind) {
    case 'multiInstance':
      return beginMultiInstance(run, token, element, loop);
    case 'standard':
      return beginStandardLoop(run, token, element, loop);
  }
}

/** One instance is done: counts it, and begins the next one or ends the body. Other instances are not read. */
export function instanceDone(run: Run, body: TokenRow, instance: TokenRow): void {
  const element = run.element(body.elementId);
  const loop = element.activity?.loop;
  switch (loop?.kind) {
    case 'multiInstance':
      return multiInstanceDone(run, { body, instance, element, loop });
    case 'standard':
      return standardLoopDone(run, { body, instance, element, loop });
    case undefined:
      return undefined;
  }
}
