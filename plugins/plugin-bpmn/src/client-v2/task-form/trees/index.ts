export { readOnlyTree, withReadOnlyRows } from './read-only-tree';
export { stackedTree } from './stacked-tree';
export { withTypedCells } from './typed-cells';
