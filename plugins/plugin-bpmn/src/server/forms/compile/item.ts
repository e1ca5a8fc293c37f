import { type FieldInfo, type FormNode, modelOf, stepParams } from '../../../common/form';
import { plainText } from '../collections';
import type { Compilation, Place } from './compilation';
import { isEditor, refusalOf } from './models';

/** The settings of an item: the same steps under another flow in each kind of item. */
const SETTINGS: Readonly<Record<string, string>> = {
  FormItemModel: 'editItemSettings',
  SubTableColumnModel: 'subTableColumnSettings',
  FormAssociationItemModel: 'detailItemSettings',
};

/** One field of a form as the designer left it. */
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

export function readItem(node: FormNode, place: Place, { problems }: Compilation): Item | undefined {
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

/** May people write it when no rule says otherwise? */
export function mayWrite(item: Item, info: FieldInfo, place: Place): boolean {
  return place.isWritable && item.isEditable && !info.isReadOnly && isEditor(modelOf(item.component));
}
