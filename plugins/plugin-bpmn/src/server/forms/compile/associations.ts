import {
  type CollectionInfo,
  type FieldInfo,
  type FieldSchema,
  type FormNode,
  childNodes,
  isToMany,
  modelOf,
  stepParams,
} from '../../../common/form';
import type { Compilation, CompiledField, Place, RuleScope } from './compilation';
import { rulesOfField } from './field-rules';
import { type Item, mayWrite } from './item';
import { isRowsEditor } from './models';
import { optionScope } from './option-scope';

interface AssociationInput {
  item: Item;
  info: FieldInfo;
  place: Place;
  compilation: Compilation;
  /** Compiles the columns of rows, which have rules of their own. */
  compileRows: (nodes: FormNode[], place: Place, rules: RuleScope) => CompiledField[];
}

/** Rows that belong to this record alone; rows of a many-to-one or many-to-many may belong to others as well. */
const OWNED = new Set(['hasMany', 'hasOne']);

export function associationField(input: AssociationInput): CompiledField | undefined {
  const { item, info, compilation } = input;
  const target = compilation.collections(info.target ?? '');
  if (!target) return void compilation.problems.add(item.node, item.label, 'collection', info.target);
  if (isRowsEditor(modelOf(item.component))) return rowsField(input, target);
  return target.isFileCollection ? filesField(input, target) : pickField(input, target);
}

function pickField({ item, info, place, compilation }: AssociationInput, target: CollectionInfo): CompiledField | undefined {
  const { problems } = compilation;
  const isWritable = mayWrite(item, info, place);
  if (isWritable && OWNED.has(info.type)) return void problems.add(item.node, item.label, 'ownedRows', target.name);
  const create = stepParams(item.component, 'selectSettings', 'quickCreate').quickCreate;
  if (create !== undefined && create !== 'none') return void problems.add(item.node, item.label, 'quickCreate');
  const scope = optionScope(stepParams(item.component, 'selectSettings', 'dataScope').filter);
  if (!scope.ok) return void problems.add(item.node, item.label, 'optionScope', scope.detail);
  const isMany = isToMany(info) && stepParams(item.component, 'selectSettings', 'allowMultiple').allowMultiple !== false;
  return keysOf({ item, info, isWritable, compilation }, (isRequired) => ({
    kind: 'pick',
    name: item.name,
    label: item.label,
    isWritable,
    isRequired,
    isAssigned: false,
    target: target.name,
    keyField: info.targetKey ?? target.keyField,
    titleField: titleFieldOf(item.component, info, target),
    isMany,
    scope: scope.filter,
  }));
}

function filesField({ item, info, place, compilation }: AssociationInput, target: CollectionInfo): CompiledField | undefined {
  const { problems } = compilation;
  const isWritable = mayWrite(item, info, place);
  // files of other collections need rights on those; attachments are open to whoever is signed in
  if (isWritable && target.name !== 'attachments') return void problems.add(item.node, item.label, 'fileCollection', target.name);
  if (stepParams(item.component, 'uploadSettings', 'allowSelectExistingRecord').allowSelectExistingRecord === true)
    return void problems.add(item.node, item.label, 'selectExisting');
  return keysOf({ item, info, isWritable, compilation }, (isRequired) => ({
    kind: 'files',
    name: item.name,
    label: item.label,
    isWritable,
    isRequired,
    isAssigned: false,
    target: target.name,
    keyField: info.targetKey ?? target.keyField,
    isMany: isToMany(info),
  }));
}

/** Picks and files alike: to the schema they are keys. */
function keysOf(
  { item, info, isWritable, compilation }: { item: Item; info: FieldInfo; isWritable: boolean; compilation: Compilation },
  field: (isRequired: boolean) => CompiledField['field'],
): CompiledField | undefined {
  const rules = rulesOfField(info, item.validation);
  if (!rules.ok) return void compilation.problems.add(item.node, item.label, 'validation', rules.detail);
  const isRequired = item.isRequired || rules.isRequired;
  return {
    field: field(isRequired),
    schema: {
      'type': isToMany(info) ? 'array' : 'string',
      'title': item.label,
      ...(isRequired ? { required: true } : {}),
      ...(isWritable ? {} : { 'x-pattern': 'readOnly' as const }),
      'x-validator': rules.rules,
    },
  };
}

function rowsField(
  { item, info, place, compilation, compileRows }: AssociationInput,
  target: CollectionInfo,
): CompiledField | undefined {
  const { problems } = compilation;
  const isWritable = mayWrite(item, info, place);
  if (isWritable && !OWNED.has(info.type)) return void problems.add(item.node, item.label, 'sharedRows', target.name);
  const [flow, nodes] = rowsOf(item.component);
  if (stepParams(item.component, flow, 'allowSelectExistingRecord').allowSelectExistingRecord === true)
    return void problems.add(item.node, item.label, 'selectExisting');
  const prefix = `${place.prefix}${item.name}.`;
  const rules = {
    node: item.component,
    rules: stepParams(item.component, 'eventSettings', 'linkageRules').value,
    assignments: undefined,
    prefix,
  };
  const columns = compileRows(nodes, { collection: target, prefix, isWritable }, rules);
  const properties = Object.fromEntries(columns.map(({ field, schema }) => [field.name, schema]));
  const isMany = isToMany(info);
  return {
    field: {
      kind: 'rows',
      name: item.name,
      label: item.label,
      isWritable,
      isRequired: item.isRequired,
      isAssigned: false,
      target: target.name,
      keyField: target.keyField,
      isMany,
      mayAdd: isWritable && (isMany ? stepParams(item.component, flow, 'allowAddNew').allowAddNew !== false : true),
      mayRemove: isWritable && isMany && stepParams(item.component, flow, 'allowDisassociation').allowDisassociation !== false,
      columns: columns.map(({ field }) => field),
    },
    schema: rowsSchema(item, isWritable, isMany, properties),
  };
}

function rowsSchema(item: Item, isWritable: boolean, isMany: boolean, properties: Record<string, FieldSchema>): FieldSchema {
  const common = {
    title: item.label,
    ...(item.isRequired ? { required: true } : {}),
    ...(isWritable ? {} : { 'x-pattern': 'readOnly' as const }),
  };
  return isMany ? { type: 'array', ...common, items: { type: 'object', properties } } : { type: 'object', ...common, properties };
}

/** Which flow holds the settings of the rows, and the items of a row. */
function rowsOf(component: FormNode): [string, FormNode[]] {
  if (modelOf(component) === 'SubTableFieldModel') return ['subTableColumnSettings', childNodes(component, 'columns')];
  return ['subFormListSettings', childNodes(component, 'grid').flatMap((grid) => childNodes(grid, 'items'))];
}

function titleFieldOf(component: FormNode, info: FieldInfo, target: CollectionInfo): string {
  const props = component.props?.fieldNames;
  const chosen =
    stepParams(component, 'selectSettings', 'fieldNames').label ??
    (typeof props === 'object' && props && 'label' in props ? props.label : undefined);
  for (const name of [chosen, info.labelField]) if (typeof name === 'string' && target.fields.has(name)) return name;
  return target.titleField;
}
