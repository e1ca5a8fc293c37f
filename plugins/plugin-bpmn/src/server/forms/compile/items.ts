import { type FieldInfo, type FormNode, isAssociation, modelOf, stepParams } from '../../../common/form';
import { plainText } from '../collections';
import { associationField } from './associations';
import type { Compilation, CompiledField, Place, RuleScope } from './compilation';
import { rulesOfField } from './field-rules';
import { isDecoration, isDisplay, isEditor, refusalOf } from './models';
import { shownField } from './shown';

/** The settings of an item: the same steps under another flow in each kind of item. */
const SETTINGS: Readonly<Record<string, string>> = {
  FormItemModel: 'editItemSettings',
  SubTableColumnModel: 'subTableColumnSettings',
  FormAssociationItemModel: 'detailItemSettings',
};

export interface Item {
  node: FormNode;
  /** The field model inside. */
  component: FormNode;
  /** Path below its place: `title`, `household.address`. */
  name: string;
  label: string;
  isRequired: boolean;
  isEditable: boolean;
  /** Disabled, not merely displayed: a rule may enable it. */
  isLocked: boolean;
  validation: unknown;
}

/** Compiles the items of one grid or the columns of one sub-table. */
export function compileItems(
  nodes: readonly FormNode[],
  place: Place,
  compilation: Compilation,
  scopes: RuleScope[],
): CompiledField[] {
  const fields: CompiledField[] = [];
  for (const node of nodes) {
    if (isDecoration(node)) continue;
    const item = readItem(node, place, compilation);
    if (!item) continue;
    const compiled = compileItem(item, place, compilation, scopes);
    if (!compiled) continue;
    const twin = fields.find((other) => other.field.name === compiled.field.name);
    if (!twin) fields.push(compiled);
    else if (twin.field.kind === 'shown' && compiled.field.kind === 'shown') twin.field.columns.push(...compiled.field.columns);
    else compilation.problems.add(node, item.label, 'duplicate', compiled.field.name);
  }
  return fields;
}

function readItem(node: FormNode, place: Place, { problems }: Compilation): Item | undefined {
  const flow = SETTINGS[node.use];
  const component = node.subModels?.field;
  const path = stepParams(node, 'fieldSettings', 'init').fieldPath;
  if (!flow || typeof path !== 'string') {
    problems.add(node, modelOf(node), refusalOf(modelOf(node)), modelOf(node));
    return undefined;
  }
  const name = path.startsWith(place.prefix) ? path.slice(place.prefix.length) : path;
  const title = place.collection.fields.get(name)?.title ?? name;
  const label = plainText(stepParams(node, flow, 'label').label ?? stepParams(node, flow, 'title').title, title);
  if (!component || Array.isArray(component)) {
    problems.add(node, label, 'component');
    return undefined;
  }
  const pattern = stepParams(node, flow, 'pattern').pattern ?? 'editable';
  return {
    node,
    component,
    name,
    label,
    isRequired: stepParams(node, flow, 'required').required === true,
    isEditable: node.use !== 'FormAssociationItemModel' && pattern === 'editable',
    isLocked: pattern === 'disabled',
    validation: stepParams(node, flow, 'validation').validation ?? null,
  };
}

function compileItem(item: Item, place: Place, compilation: Compilation, scopes: RuleScope[]): CompiledField | undefined {
  const { problems } = compilation;
  const model = modelOf(item.component);
  if (item.name.includes('.')) return shownField(item, place, compilation);
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(item.name)) return void problems.add(item.node, item.label, 'fieldName', item.name);
  const info = place.collection.fields.get(item.name);
  if (!info) return void problems.add(item.node, item.label, 'unknownField', `${place.collection.name}.${item.name}`);
  if (!isEditor(model) && !isDisplay(model)) return void problems.add(item.node, item.label, refusalOf(model), model);
  const compiled = isAssociation(info)
    ? associationField({ item, info, place, compilation, scopes })
    : valueField(item, info, place, compilation);
  if (compiled) remember(item, info, place, compilation);
  return compiled;
}

function valueField(item: Item, info: FieldInfo, place: Place, { problems }: Compilation): CompiledField | undefined {
  const isWritable = mayWrite(item, info, place);
  const rules = rulesOfField(info, item.validation);
  if (!rules.ok && (isWritable || item.isLocked)) return void problems.add(item.node, item.label, 'validation', rules.detail);
  const isRequired = item.isRequired || (rules.ok && rules.isRequired);
  return {
    field: { kind: 'value', name: item.name, label: item.label, isWritable, isRequired, isAssigned: false },
    schema: {
      type: schemaType(info),
      title: item.label,
      ...(isRequired ? { required: true } : {}),
      ...(info.options ? { enum: info.options } : {}),
      ...(isWritable ? {} : { 'x-pattern': 'readOnly' as const }),
      ...(rules.ok ? { 'x-validator': rules.rules } : {}),
    },
  };
}

/** May people write it when no rule says otherwise? */
export function mayWrite(item: Item, info: FieldInfo, place: Place): boolean {
  return place.isWritable && item.isEditable && !info.isReadOnly && isEditor(modelOf(item.component));
}

function remember(item: Item, info: FieldInfo, place: Place, compilation: Compilation): void {
  const path = place.prefix + item.name;
  compilation.pathByUid.set(item.node.uid, path);
  if (place.isWritable && item.isLocked && !info.isReadOnly && isEditor(modelOf(item.component)))
    compilation.lockedPaths.add(path);
}

function schemaType(info: FieldInfo): 'string' | 'number' | 'boolean' | 'array' {
  switch (info.type) {
    case 'boolean':
    case 'radio':
      return 'boolean';
    case 'integer':
    case 'bigInt':
    case 'float':
    case 'double':
    case 'real':
    case 'decimal':
      return 'number';
    case 'array':
    case 'set':
      return 'array';
    default:
      return 'string';
  }
}
