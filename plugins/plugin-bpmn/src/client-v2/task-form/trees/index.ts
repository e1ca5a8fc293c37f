export { readOnlyTree, withReadOnlyRows } from './read-only-tree';
export { stackedTree } from './stacked-tree';
