export { BASES_OF_VOTES } from './contradictions';
export { assertInForce, confirmRule, parseRule, readyRule, type Confirmation, type ReadyRule } from './parse';
export type { Clause, ClauseGroup, Rule, RuleInput, Share } from './schema';
