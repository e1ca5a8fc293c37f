import type { XmlElement } from '../xml';
import type { Decider } from './findings';

/** Elements that mean nothing without what these attributes name. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'bpmn:sequenceFlow': ['sourceRef', 'targetRef'],
  'bpmn:messageFlow': ['sourceRef', 'targetRef'],
  'bpmn:association': ['sourceRef', 'targetRef'],
  'bpmn:boundaryEvent': ['attachedToRef'],
};
/** They go with what they name without a word. */
const LISTED = new Set(['bpmn:incoming', 'bpmn:outgoing', 'bpmn:flowNodeRef']);

/**
 * Takes away what holds on to elements that the other side removed, such as a flow to a task that is gone here: it is reported, and a
 * person decides. Again and again, since what is taken away may have been held on to as well.
 */
export function dropDangling(root: XmlElement, decider: Decider): void {
  for (;;) {
    const ids = new Set(allOf(root).flatMap(({ attributes: { id } }) => id ?? []));
    const gone = [...parentsOf(root)].flatMap(([parent, child]) => (isDangling(child, ids) ? [{ parent, child }] : []));
    for (const { parent, child } of gone) {
      parent.children = parent.children.filter((other) => other !== child);
      if (NEEDS[child.tag]) decider.drop([`#${child.attributes.id ?? ''}`], child.attributes.name ?? child.attributes.id ?? '');
    }
    forgetDefaults(root, ids);
    if (gone.length === 0) return;
  }
}

function isDangling({ tag, attributes, text }: XmlElement, ids: ReadonlySet<string>): boolean {
  if (LISTED.has(tag)) return !ids.has(text ?? '');
  return (NEEDS[tag] ?? []).some((name) => attributes[name] !== undefined && !ids.has(attributes[name]));
}

function forgetDefaults(root: XmlElement, ids: ReadonlySet<string>): void {
  for (const element of allOf(root)) {
    const { default: flow, ...others } = element.attributes;
    if (flow !== undefined && !ids.has(flow)) element.attributes = others;
  }
}

export function allOf(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(allOf)];
}

function* parentsOf(parent: XmlElement): Generator<[XmlElement, XmlElement]> {
  for (const child of parent.children) {
    yield [parent, child];
    yield* parentsOf(child);
  }
}
