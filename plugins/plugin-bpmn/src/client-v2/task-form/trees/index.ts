export { readOnlyTree, withoutUploads, withReadOnlyRows } from './read-only-tree';
export { withOwnModels } from './own-models';
export { stackedTree } from './stacked-tree';
export { withTypedCells } from './typed-cells';
