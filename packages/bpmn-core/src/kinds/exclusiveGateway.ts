import { firstMatching } from '../interpret/flows';
import { conditionsOnEachFlow } from '../compile/rules';
import type { ElementKind } from './kind';
import { hasType, passThrough } from './shared';

/** Every token goes through by itself, along one flow. */
export const exclusiveGateway: ElementKind = {
  name: 'exclusiveGateway',
  matches: hasType('bpmn:ExclusiveGateway'),
  read: () => ({}),
  check: (element, check) => conditionsOnEachFlow(element, check),
  enter: passThrough,
  choose: firstMatching,
};
