export { approveParameter } from './commands/approve-parameter';
export { confirmParameter } from './commands/confirm-parameter';
export { declineParameter } from './commands/decline-parameter';
export { defineParameters } from './commands/define-parameters';
export { proposeParameter } from './commands/propose-parameter';
export { setParameter } from './commands/set-parameter';
export { contradictionsAmong, parametersReadBy } from './contradictions';
export { checkCorrection, type CorrectedParameter } from './correction';
export { parameterDetail } from './detail';
export { parameterHistory } from './history';
export { parametersInForce } from './in-force';
export { mustExist } from './must-exist';
export { parameterOverview, parameterPlaces } from './overview';
export { parameterReach } from './reach';
export { findDefinitions as definitionsOf, findProposals } from './store';
export { snapshotForStart, snapshotParameters } from './snapshot';
export { viewParameters } from './views';
export type {
  FullDefinition,
  ParameterChange,
  ParameterDefinition,
  ParameterInForce,
  ParameterSnapshot,
  ParameterValue,
} from './types';
