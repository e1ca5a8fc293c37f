/** One object of the BPMN meta-model, as bpmn-moddle and bpmn-js hold it. */
export interface ModdleElement {
  readonly $type: string;
  /** Attributes that the meta-model does not know, by prefix and name. */
  readonly $attrs?: Readonly<Record<string, unknown>>;
  get(name: string): unknown;
}

export function isModdleElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && 'get' in value;
}

/** An attribute; blank counts as absent. */
export function textOf(element: ModdleElement, name: string): string | null {
  const value = element.get(name);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function flagOf(element: ModdleElement, name: string): boolean {
  const value = element.get(name);
  return value === true || value === 'true';
}

export function childOf(element: ModdleElement, name: string): ModdleElement | null {
  const value = element.get(name);
  return isModdleElement(value) ? value : null;
}

export function childrenOf(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isModdleElement) : [];
}

/** The id of the element that a reference points to. */
export function referenceOf(element: ModdleElement, name: string): string | null {
  const target = childOf(element, name);
  return target ? textOf(target, 'id') : null;
}

/** Elements of the `wuxin:` extension inside `extensionElements`. */
export function extensionsOf(element: ModdleElement, type: string): readonly ModdleElement[] {
  const extension = childOf(element, 'extensionElements');
  return extension ? childrenOf(extension, 'values').filter((value) => value.$type === type) : [];
}
