export { decide } from './decide';
export type { Decision, DecisionExplanation, ExplainedHit } from './decide';
export { explainDecision } from './explain';
