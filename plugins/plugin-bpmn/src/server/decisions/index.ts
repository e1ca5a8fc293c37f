export { changeDecision, type DecisionChange } from './commands/change-decision';
export { defineDecision } from './commands/define-decision';
export { decideByRef, type DecisionInputs } from './decide';
export { activeDecisions, decisionHistory } from './history';
export { snapshotDecisions } from './snapshot';
export type { DecisionSnapshot, DecisionVersion } from './types';
