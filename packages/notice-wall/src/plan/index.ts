export type { WallChange, WallPart, WallPlan } from './change';
export { planChange } from './plan';
export { fixedFiles, rebuildWall } from './rebuild';
export { renderParts, type FileChanges, type WallFile } from './render';
