export { decide } from './decide';
export type { Decision, DecisionExplanation, ExplainedHit } from './decide';
export { explainDecision } from './explain';
export { decideForValues } from './for-values';
export { failedTests, type FailedTest } from './run-tests';
