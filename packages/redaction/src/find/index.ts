export { findAddresses } from './addresses';
export type { FindingKind, FindingReason, Mask, RedactionFinding, StreamFinding } from './finding';
export { childrenAmong, findMinors } from './minors';
export { findNames, KnownNames } from './names';
export type { FieldRule, FoundName, KnownName, NameRulesByLabel } from './names';
export { findNumbers } from './numbers';
