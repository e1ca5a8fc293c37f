export { readOnlyTree, withReadOnlyRows } from './read-only-tree';
export { withOwnRows } from './own-rows';
export { stackedTree } from './stacked-tree';
export { withTypedCells } from './typed-cells';
