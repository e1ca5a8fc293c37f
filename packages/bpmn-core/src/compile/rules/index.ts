export { checkActivity } from './activities';
export { checkDefinitions } from './definitions';
export { allowedDefinitions, boundaryPlace, cancelInTransaction, hasStartEvents, linkTarget, startDefinitions } from './events';
export { checkFlow, checkOutgoing } from './flows';
export { conditionsOnEachFlow, noConditions } from './gateways';
export { checkParameterChecks } from './parameterChecks';
export { checkReachable } from './reachable';
