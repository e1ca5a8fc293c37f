export { LIMITS, readArchive, writeArchive } from './archive';
export { PackError, type PackCode } from './errors';
export { isSame, type Json, stableJson } from './json';
export { type Choices, type Finding, type FindingKind, type MergedPack, type MergeOptions, mergePacks } from './merge';
export { namesInDrawing, type NamedElement } from './xml';
export { type Pack, type PackManifest, type PackParts, PACK_SCHEMA } from './pack';
