import { readEvent } from '../compile/events';
import { triggerBoundary } from '../interpret/trigger';
import { allowedDefinitions, boundaryPlace } from '../compile/rules';
import type { ElementKind } from './kind';
import { hasType, passThrough } from './shared';

/** Catches at the edge of an activity; its token begins when the event has happened. */
export const boundaryEvent: ElementKind = {
  name: 'boundaryEvent',
  matches: hasType('bpmn:BoundaryEvent'),
  read: (source) => ({ event: readEvent(source, source.get('cancelActivity') !== false) }),
  check(element, check) {
    allowedDefinitions(element, check, [
      'timer',
      'message',
      'signal',
      'condition',
      'error',
      'escalation',
      'compensation',
      'cancel',
    ]);
    boundaryPlace(element, check);
  },
  enter: passThrough,
  triggered: triggerBoundary,
};
