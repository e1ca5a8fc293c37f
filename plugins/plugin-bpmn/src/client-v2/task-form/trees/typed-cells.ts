import { childNodes, type ContractField, fieldAt, type FormNode, modelOf } from '../../../common/form';
import { mapTree } from './map-tree';

const CELL_HEIGHT = { minRows: 1, maxRows: 6 };

/**
 * The same form with tables that are typed into: NocoBase opens texts of a table in a pop-up that only a mouse reaches, and
 * its cells have no name for screen readers.
 */
export const withTypedCells = (tree: FormNode, fields: readonly ContractField[]): FormNode =>
  mapTree(tree, (node) => (node.use === 'SubTableColumnModel' ? typedColumn(node, fields) : node));

function typedColumn(column: FormNode, fields: readonly ContractField[]): FormNode {
  const { fieldSettings, subTableColumnSettings } = column.stepParams ?? {};
  const path = fieldSettings?.init?.fieldPath;
  const field = typeof path === 'string' ? fieldAt(fields, path) : undefined;
  const [component] = childNodes(column, 'field');
  if (!component || !field?.isWritable) return column;
  const title = subTableColumnSettings?.title?.title;
  const named = { ...component, props: { ...component.props, 'aria-label': typeof title === 'string' ? title : field.label } };
  return {
    ...column,
    subModels: { ...column.subModels, field: modelOf(component) === 'TextareaFieldModel' ? typedText(named) : named },
  };
}

function typedText({ stepParams = {}, props, ...component }: FormNode): FormNode {
  const { fieldBinding: _binding, ...steps } = stepParams;
  return { ...component, use: 'BpmnTaskCellModel', stepParams: steps, props: { ...props, autoSize: CELL_HEIGHT } };
}
