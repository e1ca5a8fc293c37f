import { findElement, type Element, type Graph } from '@wuxin/bpmn-core';

/**
 * Every FEEL expression of a file without its `=`, wherever it stands: in flows, loops, events, mappings and in our own
 * settings. Settings are walked as data, so that an extension of another plugin is covered too.
 */
export function expressionsOf(graph: Graph): string[] {
  const conditions = Object.values(graph.flows).flatMap(({ condition }) => condition ?? []);
  return [
    ...conditions,
    ...Object.values(graph.elements).flatMap(ofElement),
    ...Object.values(graph.processes).flatMap(({ settings }) => marked(settings)),
  ];
}

/** What an element evaluates when a token comes to it or leaves it: its own expressions and the conditions of its ways out. */
export function expressionsAt(graph: Graph, elementId: string): string[] {
  const element = findElement(graph, elementId);
  if (!element) return [];
  return [...ofElement(element), ...element.outgoing.flatMap((flowId) => graph.flows[flowId]?.condition ?? [])];
}

function ofElement({ activity, scope, event, task, settings }: Element): string[] {
  const loop = activity?.loop;
  const loopParts =
    loop?.kind === 'multiInstance' ? [loop.cardinality, loop.collection, loop.completionCondition] : [loop?.condition];
  const mappings = [...(activity?.inputs ?? []), ...(activity?.outputs ?? [])].map(({ source }) => source);
  const conditions = (event?.definitions ?? []).flatMap((definition) =>
    definition.kind === 'condition' ? definition.expression : [],
  );
  const always = [...loopParts, scope?.adHoc?.completionCondition, ...conditions].filter((part) => typeof part === 'string');
  return [
    ...always,
    ...mappings,
    ...marked(event?.definitions),
    ...marked(task?.message),
    ...marked(task?.calledElement),
    ...marked(settings),
  ];
}

/** Texts that begin with `=` anywhere in a value. */
function marked(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('=') ? [value.slice(1)] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(marked);
}
