import { type FieldInfo, type FormNode, isAssociation, modelOf } from '../../../common/form';
import { associationField } from './associations';
import type { Compilation, CompiledField, Place, RuleScope } from './compilation';
import { type Item, readItem } from './item';
import { isDecoration, isDisplay, isEditor, refusalOf } from './models';
import { shownField } from './shown';
import { valueField } from './values';

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
    const compiled = item && compileItem(item, place, compilation, scopes);
    if (!compiled) continue;
    const twin = fields.find((other) => other.field.name === compiled.field.name);
    if (!twin) fields.push(compiled);
    else if (twin.field.kind === 'shown' && compiled.field.kind === 'shown') twin.field.columns.push(...compiled.field.columns);
    else compilation.problems.add(node, item.label, 'duplicate', compiled.field.name);
  }
  return fields;
}

function compileItem(item: Item, place: Place, compilation: Compilation, scopes: RuleScope[]): CompiledField | undefined {
  const { problems } = compilation;
  const model = modelOf(item.component);
  if (item.name.includes('.')) return shownField(item, place, compilation);
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(item.name)) return void problems.add(item.node, item.label, 'fieldName', item.name);
  const info = place.collection.fields.get(item.name);
  if (!info) return void problems.add(item.node, item.label, 'unknownField', `${place.collection.name}.${item.name}`);
  if (!isEditor(model) && !isDisplay(model)) return void problems.add(item.node, item.label, refusalOf(model), model);
  const compileRows = (rows: FormNode[], at: Place, own: RuleScope) => {
    scopes.push(own);
    return compileItems(rows, at, compilation, scopes);
  };
  const compiled = isAssociation(info)
    ? associationField({ item, info, place, compilation, compileRows })
    : valueField(item, info, place, compilation);
  if (compiled) remember(item, info, place, compilation);
  return compiled;
}

function remember(item: Item, info: FieldInfo, place: Place, compilation: Compilation): void {
  const path = place.prefix + item.name;
  compilation.pathByUid.set(item.node.uid, path);
  if (place.isWritable && item.isLocked && !info.isReadOnly && isEditor(modelOf(item.component)))
    compilation.lockedPaths.add(path);
}
