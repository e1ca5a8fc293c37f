import { addToJoins, waitingAt } from '../interpret/joins';
import { allFlows } from '../interpret/flows';
import { fireJoin } from '../interpret/inclusive';
import { noConditions } from '../compile/rules';
import type { ElementKind } from './kind';
import { hasType, passThrough } from './shared';

/** Joins one token of every incoming flow, then takes all outgoing flows (BPMN 2.0 §13.4.1). */
export const parallelGateway: ElementKind = {
  name: 'parallelGateway',
  matches: hasType('bpmn:ParallelGateway'),
  read: () => ({}),
  check: (element, check) => noConditions(element, check),
  enter(run, token, element) {
    const scope = run.parentOf(token);
    if (element.incoming.length < 2 || !scope) return passThrough(run, token);
    const joining = { ...token, kind: 'joining' as const };
    run.tokens.update(joining);
    addToJoins(run, scope, joining);
    const waitingScope = run.tokens.get(scope.id) ?? scope;
    const waiting = waitingAt(waitingScope, element.id);
    if (element.incoming.every((flowId) => waiting.has(flowId))) fireJoin(run, waitingScope, element);
  },
  choose: (run, _token, element) => allFlows(run, element),
};
