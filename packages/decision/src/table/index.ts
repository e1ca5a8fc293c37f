export { parseDecisionTable } from './parse';
export { AGGREGATIONS, HIT_POLICIES, isAnyCell, isByPriority, isMultiple } from './table';
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
