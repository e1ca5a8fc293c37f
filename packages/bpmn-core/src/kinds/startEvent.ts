import { readEvent } from '../compile/events';
import { triggerEventSubProcess } from '../interpret/trigger';
import { startDefinitions } from '../compile/rules';
import type { ElementKind } from './kind';
import { hasType, passThrough } from './shared';

/** Where tokens begin. One with a definition starts an instance from outside, or an event sub-process. */
export const startEvent: ElementKind = {
  name: 'startEvent',
  matches: hasType('bpmn:StartEvent'),
  read: (source) => ({ event: readEvent(source, source.get('isInterrupting') !== false) }),
  check(element, check) {
    if (element.incoming.length > 0) check.error('startHasIncoming', element);
    startDefinitions(element, check);
  },
  enter: passThrough,
  triggered: triggerEventSubProcess,
};
