import { type FormNode, modelOf } from '../../../common/form';
import { mapTree } from './map-tree';

/** Rows that are little forms, shown by our model, which asks for none that nobody added. */
export const withOwnRows = (tree: FormNode): FormNode =>
  mapTree(tree, (node) => (modelOf(node) === 'SubFormListFieldModel' ? { ...node, use: 'BpmnTaskRowsModel' } : node));
