import { childNodes, type ContractField, fieldAt, type FormNode, modelOf } from '../../../common/form';
import { mapTree } from './map-tree';

/** Pixels of what is read, and of what is entered, which has a button beside it. */
interface Width {
  readonly read: number;
  readonly entered: number;
}

const SHORT: Width = { read: 110, entered: 150 };
const TITLE: Width = { read: 130, entered: 150 };

/** What a cell of these says is short: a number, a choice, a day. */
const SHORT_MODELS = /^(Display)?(Number|Percent|Checkbox|Enum|Select|DateOnly|DateTime|Time)FieldModel$/;

/**
 * The same form with columns that take no more room than they need: NocoBase gives each 200 pixels, and of six columns only three are
 * seen beside each other, with what has to be entered among those that are not. A width that somebody chose in the designer stays.
 */
export const withColumnWidths = (tree: FormNode, fields: readonly ContractField[]): FormNode =>
  mapTree(tree, (node) => (node.use === 'SubTableColumnModel' ? narrowed(node, fields) : node));

function narrowed(column: FormNode, fields: readonly ContractField[]): FormNode {
  const { fieldSettings, subTableColumnSettings } = column.stepParams ?? {};
  const path = fieldSettings?.init?.fieldPath;
  const [component] = childNodes(column, 'field');
  if (typeof path !== 'string' || !component || subTableColumnSettings?.width !== undefined) return column;
  const width = widthOf(modelOf(component), fieldAt(fields, path));
  if (width === undefined) return column;
  const settings = { ...subTableColumnSettings, width: { width } };
  return { ...column, stepParams: { ...column.stepParams, subTableColumnSettings: settings } };
}

function widthOf(model: string, field: ContractField | undefined): number | undefined {
  const width = SHORT_MODELS.test(model) ? SHORT : field?.kind === 'pick' ? TITLE : undefined;
  return model.startsWith('Display') ? width?.read : width?.entered;
}
