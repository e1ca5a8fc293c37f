export { findBrokenLimit, isLimit, type BeyondLimit, type Limit } from './limits';
export { whyUnusable, type Unusable } from './units';
export { isSameKind, kindOf, type ValueKind } from './value-kind';
export { policyLimits, verdictOn, type Restrictions, type Verdict } from './verdict';
