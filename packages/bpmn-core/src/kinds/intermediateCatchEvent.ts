import { readEvent } from '../compile/events';
import { caughtBy } from '../interpret/mappings';
import { subscribeTo, unsubscribe } from '../interpret/subscribe';
import { entered } from '../interpret/tokens';
import { spend } from '../interpret/trigger';
import { mergeVariables } from '../interpret/variables';
import { allowedDefinitions } from '../compile/rules';
import type { ElementKind } from './kind';
import { hasType, passThrough } from './shared';
import { moveToEvent } from './waiting';

/** Waits for what its definitions name; a link catch is only the place where a link throw goes on. */
export const intermediateCatchEvent: ElementKind = {
  name: 'intermediateCatchEvent',
  matches: hasType('bpmn:IntermediateCatchEvent'),
  read: (source) => ({ event: readEvent(source, true) }),
  check(element, check) {
    allowedDefinitions(element, check, ['timer', 'message', 'signal', 'condition', 'link']);
  },
  enter(run, token, element) {
    if (element.event?.definitions.some(({ kind }) => kind === 'link')) return passThrough(run, token);
    entered(run, token);
    const waiting = { ...token, kind: 'event' as const };
    run.tokens.update(waiting);
    subscribeTo(run, waiting, element);
  },
  triggered(run, subscription, element, variables) {
    const token = run.tokens.get(subscription.tokenId);
    if (!token) return;
    mergeVariables(run, token.id, caughtBy(run, token.id, element, variables));
    if (!spend(run, token, subscription, element)) return;
    unsubscribe(run, token);
    moveToEvent(run, token, element);
    run.push({ type: 'leave', tokenId: token.id });
  },
};
