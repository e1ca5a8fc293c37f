import { readActivity } from '../compile/activity';
import { noScopeDetails } from '../compile/scopes';
import { openScope } from '../interpret/scope';
import { finish } from '../interpret/activity';
import { hasStartEvents } from '../compile/rules';
import type { ElementKind } from './kind';
import { hasType, isEventSubProcessSource } from './shared';

/** A process inside a process. A transaction differs only in that it can be cancelled (see `throws.ts`). */
export const subProcess: ElementKind = {
  name: 'subProcess',
  matches: (source) => hasType('bpmn:SubProcess', 'bpmn:Transaction')(source) && !isEventSubProcessSource(source),
  read: (source) => ({ activity: readActivity(source), scope: noScopeDetails }),
  check(element, check) {
    if (element.scope?.startIds.length === 0) check.error('scopeWithoutStart', element);
    else if ((element.scope?.startIds.length ?? 0) > 1 && hasStartEvents(element, check)) check.error('startAmbiguous', element);
  },
  enter: (run, token, element) => openScope(run, token, element, element.scope?.startIds ?? []),
  emptied: (run, token) => finish(run, token, {}),
};
