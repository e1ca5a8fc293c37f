export { changeDecision, type DecisionChange } from './commands/change-decision';
export { defineDecision } from './commands/define-decision';
export { decideByRef, type DecisionInputs } from './decide';
export { decisionHistory } from './history';
export { decisionDetail, decisionOverview } from './page';
export { checkForEditor } from './problem-views';
export { snapshotDecisions } from './snapshot';
export { tryDecision } from './trial';
export type { DecisionSnapshot, DecisionVersion } from './types';
