/** One object of the meta-model, as dmn-moddle holds it. */
export interface DmnNode {
  readonly $type: string;
  get(name: string): unknown;
}

export const isNode = (value: unknown): value is DmnNode =>
  typeof value === 'object' && value !== null && '$type' in value && 'get' in value;

/** An attribute or the text of a child; blank counts as absent. */
export function textOf(node: DmnNode, name: string): string | null {
  const value = node.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function nodeOf(node: DmnNode, name: string): DmnNode | null {
  const value = node.get(name);
  return isNode(value) ? value : null;
}

export function nodesOf(node: DmnNode, name: string): readonly DmnNode[] {
  const value = node.get(name);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Names are read with single blanks, as FEEL spells them. */
export const nameOf = (node: DmnNode, name = 'name'): string => (textOf(node, name) ?? '').replace(/\s+/g, ' ');
