export type { Choices, Finding, FindingKind, MergeOptions } from './findings';
export { type MergedPack, mergePacks } from './packs';
