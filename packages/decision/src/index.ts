export { checkTable, parametersOfTable } from './check';
export type { CheckTableOptions, TableProblem } from './check';
export { decide, decideForValues, explainDecision, failedTests } from './decide';
export type { Decision, DecisionExplanation, ExplainedHit, FailedTest } from './decide';
export { DmnError, evaluateDmn, parseDmn, readDmnTables, writeDmnTable } from './dmn';
export type { DmnCode, DmnData, DmnModel, DmnProblem, DmnRequest, DmnResult, DmnTables } from './dmn';
export { DecisionError } from './errors';
export type { DecisionCode, DecisionData } from './errors';
export { decisionMessages, formatDecisionProblem } from './messages';
export type { DecisionLocale } from './messages';
export { AGGREGATIONS, HIT_POLICIES, isByPriority, isMultiple, parseDecisionTable } from './table';
export type {
  Aggregation,
  DecisionInput,
  DecisionOutput,
  DecisionRule,
  DecisionTable,
  DecisionTest,
  HitPolicy,
  Scalar,
} from './table';
