import { type FormNode, modelOf } from '../../../common/form';
import { mapTree } from './map-tree';

const OURS: Readonly<Record<string, string>> = {
  /** Rows that are little forms; asks for none that nobody added. */
  SubFormListFieldModel: 'BpmnTaskRowsModel',
  /** Files to be added; NocoBase's own has no names and no keyboard, and its form does not know what is still on its way. */
  UploadFieldModel: 'BpmnTaskUploadModel',
  /** Files to be read; NocoBase shows pictures without names, which only a mouse opens. */
  DisplayPreviewFieldModel: 'BpmnTaskFilesModel',
};

/** The same form with our models where NocoBase's own keep people from their work. */
export const withOwnModels = (tree: FormNode): FormNode => mapTree(tree, ownModel);

function ownModel(node: FormNode): FormNode {
  const use = OURS[modelOf(node)];
  if (use === undefined) return node;
  const { fieldBinding: _binding, ...stepParams } = node.stepParams ?? {};
  return { ...node, use, stepParams };
}
