export { findBrokenLimit, isLimit, type BeyondLimit, type Limit } from './limits';
export { isSameKind, kindOf, type ValueKind } from './value-kind';
export { verdictOn, type Restrictions, type Verdict } from './verdict';
