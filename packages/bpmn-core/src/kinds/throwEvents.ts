import { readEvent } from '../compile/events';
import { throwAll } from '../interpret/throws';
import { entered } from '../interpret/tokens';
import { allowedDefinitions, cancelInTransaction, linkTarget } from '../compile/rules';
import type { ElementKind } from './kind';
import { hasType } from './shared';

/** Throws what its definitions name and goes on. */
export const intermediateThrowEvent: ElementKind = {
  name: 'intermediateThrowEvent',
  matches: hasType('bpmn:IntermediateThrowEvent'),
  read: (source) => ({ event: readEvent(source, true) }),
  check(element, check) {
    allowedDefinitions(element, check, ['message', 'signal', 'escalation', 'compensation', 'link'], { mayBeNone: true });
    linkTarget(element, check);
  },
  enter(run, token, element) {
    entered(run, token);
    throwAll(run, token, element);
  },
};

/** Throws what its definitions name; the token ends here. */
export const endEvent: ElementKind = {
  name: 'endEvent',
  matches: hasType('bpmn:EndEvent'),
  read: (source) => ({ event: readEvent(source, true) }),
  check(element, check) {
    if (element.outgoing.length > 0) check.error('endHasOutgoing', element);
    allowedDefinitions(element, check, ['message', 'signal', 'error', 'escalation', 'compensation', 'cancel', 'terminate'], {
      mayBeNone: true,
    });
    cancelInTransaction(element, check);
  },
  enter(run, token, element) {
    entered(run, token);
    throwAll(run, token, element);
  },
};
