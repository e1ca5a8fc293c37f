import { childNodes, type ContractField, fieldAt, type FormNode, modelOf, type StepParams } from '../../../common/form';
import { mapTree } from './map-tree';

type Steps = Record<string, StepParams>;

const ITEM_FLOWS: Readonly<Record<string, string>> = {
  FormItemModel: 'editItemSettings',
  SubTableColumnModel: 'subTableColumnSettings',
};
const ROW_FLOWS: Readonly<Record<string, string>> = {
  SubTableFieldModel: 'subTableColumnSettings',
  SubFormListFieldModel: 'subFormListSettings',
};
const DISPLAYS: Readonly<Record<string, string>> = {
  NumberFieldModel: 'DisplayNumberFieldModel',
  PercentFieldModel: 'DisplayPercentFieldModel',
  CheckboxFieldModel: 'DisplayCheckboxFieldModel',
  CheckboxGroupFieldModel: 'DisplayEnumFieldModel',
  RadioGroupFieldModel: 'DisplayEnumFieldModel',
  SelectFieldModel: 'DisplayEnumFieldModel',
  DateOnlyFieldModel: 'DisplayDateTimeFieldModel',
  DateTimeNoTzFieldModel: 'DisplayDateTimeFieldModel',
  DateTimeTzFieldModel: 'DisplayDateTimeFieldModel',
  TimeFieldModel: 'DisplayTimeFieldModel',
  ColorFieldModel: 'DisplayColorFieldModel',
  RichTextFieldModel: 'DisplayHtmlFieldModel',
  UploadFieldModel: 'DisplayPreviewFieldModel',
  InputFieldModel: 'DisplayTextFieldModel',
  TextareaFieldModel: 'DisplayTextFieldModel',
  RecordSelectFieldModel: 'DisplayTextFieldModel',
};

/** The same form for somebody who may only look: values as text, because disabled inputs are hard to read. */
export const readOnlyTree = (tree: FormNode, fields: readonly ContractField[]): FormNode =>
  mapTree(tree, (node) => asDisplay(node, fields));

/** Rows that nobody may write: NocoBase would still show inputs in their cells. */
export const withReadOnlyRows = (tree: FormNode, fields: readonly ContractField[]): FormNode =>
  mapTree(tree, (node) => {
    const path = ITEM_FLOWS[node.use] ? node.stepParams?.fieldSettings?.init?.fieldPath : undefined;
    const field = typeof path === 'string' ? fieldAt(fields, path) : undefined;
    return field?.kind === 'rows' && !field.isWritable ? readOnlyTree(node, fields) : node;
  });

/** Where nothing may be sent, as when a process is tried out: files are shown, and not asked for. */
export const withoutUploads = (tree: FormNode, fields: readonly ContractField[]): FormNode =>
  mapTree(tree, (node) => {
    const path = ITEM_FLOWS[node.use] ? node.stepParams?.fieldSettings?.init?.fieldPath : undefined;
    const field = typeof path === 'string' ? fieldAt(fields, path) : undefined;
    return field?.kind === 'files' ? asDisplay(node, fields) : node;
  });

function asDisplay(node: FormNode, fields: readonly ContractField[]): FormNode {
  const rowFlow = ROW_FLOWS[modelOf(node)];
  if (rowFlow)
    return withSteps(node, rowFlow, { allowAddNew: { allowAddNew: false }, allowDisassociation: { allowDisassociation: false } });
  const flow = ITEM_FLOWS[node.use];
  if (!flow) return node;
  const [component] = childNodes(node, 'field');
  const display = component && DISPLAYS[modelOf(component)];
  const item = withSteps(node, flow, {
    pattern: { pattern: display ? 'readPretty' : 'disabled' },
    required: { required: false },
  });
  return display
    ? { ...item, subModels: { ...item.subModels, field: displayNode(component, display, titleFieldOf(node, fields)) } }
    : item;
}

function displayNode({ uid, stepParams }: FormNode, use: string, titleField: string | undefined): FormNode {
  const { fieldSettings } = stepParams ?? {};
  return {
    uid,
    use,
    ...(titleField ? { props: { titleField } } : {}),
    ...(fieldSettings ? { stepParams: { fieldSettings } } : {}),
  };
}

function titleFieldOf(item: FormNode, fields: readonly ContractField[]): string | undefined {
  const path = item.stepParams?.fieldSettings?.init?.fieldPath;
  const field = typeof path === 'string' ? fieldAt(fields, path) : undefined;
  return field?.kind === 'pick' ? field.titleField : undefined;
}

const withSteps = (node: FormNode, flow: string, steps: Steps): FormNode => ({
  ...node,
  stepParams: { ...node.stepParams, [flow]: { ...node.stepParams?.[flow], ...steps } },
});
