export { KnownNames } from './known';
export type { FieldRule, KnownName } from './known';
export { findNames } from './names';
export type { FoundName, NameRulesByLabel } from './names';
