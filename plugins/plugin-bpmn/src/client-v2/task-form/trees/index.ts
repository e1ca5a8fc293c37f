export { readOnlyTree, withoutUploads, withReadOnlyRows } from './read-only-tree';
export { stackedTree } from './stacked-tree';
export { withColumnWidths } from './column-widths';
export { withOwnModels } from './own-models';
export { withTypedCells } from './typed-cells';
