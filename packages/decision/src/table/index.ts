export { parseDecisionTable } from './parse';
export { isAnyCell } from './table';
export type { DecisionInput, DecisionOutput, DecisionRule, DecisionTable, HitPolicy, Scalar } from './table';
