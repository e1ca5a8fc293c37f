import { noScopeDetails } from '../compile/scopes';
import { endCompensationHandler } from '../interpret/compensation';
import { dropRecords } from '../interpret/records';
import { unsubscribe } from '../interpret/subscribe';
import { left, removeToken } from '../interpret/tokens';
import type { ElementKind } from './kind';
import { hasType, isEventSubProcessSource } from './shared';

/** Begins when its start event happens, not by a flow; see `startEventSubProcess`. */
export const eventSubProcess: ElementKind = {
  name: 'eventSubProcess',
  matches: (source) => hasType('bpmn:SubProcess')(source) && isEventSubProcessSource(source),
  read: () => ({ scope: noScopeDetails }),
  check(element, check) {
    if (element.incoming.length > 0 || element.outgoing.length > 0) check.error('eventSubProcessConnected', element);
    const starts = check.startEventsOf(element);
    if (starts.length !== 1) check.error('eventSubProcessStart', element, { starts: starts.length });
  },
  enter: () => undefined,
  emptied(run, token, element) {
    unsubscribe(run, token);
    dropRecords(run, token);
    endCompensationHandler(run, token);
    left(run, token, element);
    const parent = run.parentOf(token);
    removeToken(run, run.tokens.get(token.id) ?? token);
    if (parent?.kind === 'compensation') run.push({ type: 'compensate', tokenId: parent.id });
  },
};
