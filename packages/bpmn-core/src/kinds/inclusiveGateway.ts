import { allMatching } from '../interpret/flows';
import { addToJoins } from '../interpret/joins';
import { touchScope } from '../interpret/tokens';
import { conditionsOnEachFlow } from '../compile/rules';
import type { ElementKind } from './kind';
import { hasType, passThrough } from './shared';

/** Joins what can still arrive (see `inclusive.ts`), then takes every flow whose condition is met (BPMN 2.0 §13.4.3). */
export const inclusiveGateway: ElementKind = {
  name: 'inclusiveGateway',
  matches: hasType('bpmn:InclusiveGateway'),
  read: () => ({}),
  check: (element, check) => conditionsOnEachFlow(element, check),
  enter(run, token, element) {
    const scope = run.parentOf(token);
    if (element.incoming.length < 2 || !scope) return passThrough(run, token);
    const joining = { ...token, kind: 'joining' as const };
    run.tokens.update(joining);
    addToJoins(run, scope, joining);
    touchScope(run, token);
  },
  choose: allMatching,
};
