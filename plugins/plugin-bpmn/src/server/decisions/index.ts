export { decideByRef } from './decide';
export { changeDecision } from './commands/change-decision';
export { defineDecision } from './commands/define-decision';
export { decisionHistory } from './history';
export { snapshotDecisions } from './snapshot';
export type { DecisionSnapshot, DecisionVersion } from './types';
