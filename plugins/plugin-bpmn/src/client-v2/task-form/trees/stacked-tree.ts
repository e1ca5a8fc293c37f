import { childNodes, type FormNode, modelOf, type StepParams } from '../../../common/form';
import { mapTree } from './map-tree';

type Steps = Record<string, StepParams>;

/** The same form for a phone: rows stand below each other as little forms, because a table shows one column at a time there. */
export const stackedTree = (tree: FormNode): FormNode =>
  mapTree(tree, (node) => (modelOf(node) === 'SubTableFieldModel' ? rowsAsForms(node) : node));

function rowsAsForms(table: FormNode): FormNode {
  const { fieldBinding: _binding, subTableColumnSettings: settings = {}, ...steps } = table.stepParams ?? {};
  return {
    ...table,
    use: 'SubFormListFieldModel',
    stepParams: { ...steps, subFormListSettings: settings },
    subModels: {
      grid: {
        uid: `${table.uid}_stacked`,
        use: 'FormGridModel',
        subModels: { items: childNodes(table, 'columns').map(columnAsItem) },
      },
    },
  };
}

/** A column and an item have the same settings under other names. */
function columnAsItem(column: FormNode): FormNode {
  const { subTableColumnSettings, ...steps } = column.stepParams ?? {};
  return {
    ...column,
    use: 'FormItemModel',
    stepParams: { ...steps, ...(subTableColumnSettings ? { editItemSettings: itemSteps(subTableColumnSettings) } : {}) },
  };
}

function itemSteps({ title, width: _width, fixed: _fixed, ...steps }: Steps): Steps {
  return typeof title?.title === 'string' ? { ...steps, label: { label: title.title } } : steps;
}
