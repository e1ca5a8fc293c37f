export { positionOf } from './position';
export { readTree, spelledName, textOf, withoutParentheses } from './tree';
export type { FeelKind, FeelNode, FeelTree } from './tree';
