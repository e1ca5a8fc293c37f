import { isObject, stableJson, type Json, type JsonObject } from '../json';
import type { XmlElement } from './tree';

/** Elements that only name another one, several in a row: each is there or not. */
const REFERENCES = new Set(['bpmn:incoming', 'bpmn:outgoing', 'bpmn:flowNodeRef', 'bpmn:dataInputRefs', 'bpmn:dataOutputRefs']);
/** What tells an element from its neighbours of the same kind. */
const IDENTITY = ['bpmnElement', 'id', 'key', 'name', 'target'] as const;

/** An element as a value in which every child has a name of its own (`ident`), for {@link import('../merge/json').mergeJson}. */
export function asJson(element: XmlElement, ident = 'root'): JsonObject {
  return {
    ident,
    tag: element.tag,
    attributes: { ...element.attributes },
    ...(element.text === null ? {} : { text: element.text }),
    children: childrenOf(element),
  };
}

export function fromJson(json: JsonObject): XmlElement {
  const children = Array.isArray(json.children) ? (json.children as readonly Json[]).filter(isObject) : [];
  return {
    tag: typeof json.tag === 'string' ? json.tag : '',
    attributes: isObject(json.attributes) ? (json.attributes as Record<string, string>) : {}, // as `asJson` wrote them
    text: typeof json.text === 'string' ? json.text : null,
    children: children.flatMap((child) =>
      typeof child.list === 'string' ? (JSON.parse(child.list) as JsonObject[]).map(fromJson) : [fromJson(child)],
    ),
  };
}

function childrenOf({ children }: XmlElement): Json[] {
  const named = new Map<string, XmlElement[]>();
  for (const child of children) {
    const ident = identOf(child);
    named.set(ident, [...(named.get(ident) ?? []), child]);
  }
  return [...named].map(([ident, elements]): Json => {
    const [first] = elements;
    if (elements.length === 1 && first) return asJson(first, ident);
    // such as the points of a line: together they say one thing
    return { ident, list: stableJson(elements.map((element) => asJson(element, ''))) };
  });
}

function identOf(child: XmlElement): string {
  if (REFERENCES.has(child.tag)) return `${child.tag}=${child.text ?? ''}`;
  const identity = IDENTITY.map((name) => child.attributes[name]).find((value) => value !== undefined);
  if (child.attributes.bpmnElement !== undefined || child.attributes.id !== undefined) return `#${identity ?? ''}`;
  return identity === undefined ? child.tag : `${child.tag}[${identity}]`;
}
