import type { ModdleElement } from '@wuxin/bpmn-core';
import type { Language } from './names';

/** One attribute of an element in our namespace or of its own, or a list of elements inside it. */
export type ItemValue = string | boolean | number | undefined | readonly Item[];
/** An extension element as data: nothing that the meta-model knows of it is left out, and attributes that it does not know neither. */
export type Item = { readonly [name: string]: ItemValue };

interface Described extends ModdleElement {
  readonly $descriptor: { readonly properties: readonly { readonly name: string; readonly isMany?: boolean }[] };
}

/** The text of an attribute of an item. */
export const said = (item: Item | undefined, name: string): string => {
  const value = item?.[name];
  return typeof value === 'string' ? value : '';
};

/** The same in the reader's language, where it is said in it: `name` and `nameEn`. */
export const saidIn = (language: Language, item: Item | undefined, name: string): string =>
  (language === 'en-US' ? said(item, `${name}En`) : '') || said(item, name);

/** Makes an element of the meta-model, as bpmn-moddle does. */
export type Create = (type: string, properties?: Readonly<Record<string, unknown>>) => ModdleElement;

/** What stands inside extension elements as a list: property and type of its entries. */
const LISTS: Readonly<Record<string, readonly (readonly [property: string, type: string])[]>> = {
  'wuxin:Deadline': [['steps', 'wuxin:DeadlineStep']],
  'wuxin:Stages': [['values', 'wuxin:Stage']],
  'wuxin:Config': [['values', 'wuxin:Property']],
  'wuxin:IoMapping': [
    ['inputs', 'wuxin:Input'],
    ['outputs', 'wuxin:Output'],
  ],
};
export type ExtensionType =
  | 'wuxin:Assignment'
  | 'wuxin:Cc'
  | 'wuxin:Outcome'
  | 'wuxin:Deadline'
  | 'wuxin:Stages'
  | 'wuxin:Config'
  | 'wuxin:Subject'
  | 'wuxin:IoMapping';

export const textIn = (element: ModdleElement, name: string): string => {
  const value = element.get(name);
  return typeof value === 'string' ? value : '';
};

export const elementsIn = (element: ModdleElement, name: string): readonly ModdleElement[] => {
  const value = element.get(name);
  return Array.isArray(value) ? (value as ModdleElement[]) : []; // a list of the meta-model holds its elements
};

export const elementAt = (element: ModdleElement, name: string): ModdleElement | undefined => {
  const value = element.get(name);
  return typeof value === 'object' && value !== null ? (value as ModdleElement) : undefined; // what is no text is an element
};

const extensionsOf = (element: ModdleElement): readonly ModdleElement[] => {
  const holder = elementAt(element, 'extensionElements');
  return holder ? elementsIn(holder, 'values') : [];
};

/** The extension elements of a type, as data. */
export function itemsOf(element: ModdleElement, type: ExtensionType): readonly Item[] {
  return extensionsOf(element)
    .filter(({ $type }) => $type === type)
    .map(itemOf);
}

function itemOf(element: ModdleElement): Item {
  const { properties } = (element as Described).$descriptor;
  const known = properties.map(({ name }) => {
    const plain = name.replace(/^wuxin:/, '');
    const value = element.get(name);
    return [plain, Array.isArray(value) ? (value as ModdleElement[]).map(itemOf) : value] as const; // as above
  });
  const isSaid = ([, value]: readonly [string, unknown]) => value !== undefined && !(Array.isArray(value) && value.length === 0);
  return { ...element.$attrs, ...Object.fromEntries(known.filter(isSaid)) } as Item; // attributes are texts, booleans or lists
}

/** New `extensionElements` in which the entries of one type are these; the others keep their places. None left: undefined. */
export function withExtensions(
  create: Create,
  element: ModdleElement,
  type: ExtensionType,
  items: readonly Item[],
): ModdleElement | undefined {
  const before = extensionsOf(element);
  const made = items.map((item) => elementOf(create, type, item));
  const at = before.findIndex(({ $type }) => $type === type);
  const rest = before.filter(({ $type }) => $type !== type);
  const values = at < 0 ? [...rest, ...made] : [...rest.slice(0, at), ...made, ...rest.slice(at)];
  if (values.length === 0) return undefined;
  const holder = create('bpmn:ExtensionElements', { values });
  for (const value of values) Object.assign(value, { $parent: holder });
  return Object.assign(holder, { $parent: element });
}

function elementOf(create: Create, type: string, item: Item): ModdleElement {
  const lists = LISTS[type] ?? [];
  const said = Object.entries(item).filter(([name, value]) => value !== undefined && !lists.some(([list]) => list === name));
  const element = create(type, Object.fromEntries(said));
  for (const [property, childType] of lists) {
    const children = item[property];
    if (!Array.isArray(children)) continue;
    const made = (children as readonly Item[]).map((child) => elementOf(create, childType, child)); // lists hold items
    for (const child of made) Object.assign(child, { $parent: element });
    Object.assign(element, { [property]: made });
  }
  return element;
}
