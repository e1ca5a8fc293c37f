import type { Element, Flow, Graph, ProcessInfo } from './types';

export type * from './settings';
export type * from './types';

/** `undefined` for ids that the file does not have, names of object members such as `constructor` included. */
export function findElement(graph: Graph, id: string): Element | undefined {
  return Object.hasOwn(graph.elements, id) ? graph.elements[id] : undefined;
}

export function findFlow(graph: Graph, id: string): Flow | undefined {
  return Object.hasOwn(graph.flows, id) ? graph.flows[id] : undefined;
}

export function findProcess(graph: Graph, id: string): ProcessInfo | undefined {
  return Object.hasOwn(graph.processes, id) ? graph.processes[id] : undefined;
}

export function flowsOf(graph: Graph, ids: readonly string[]): readonly Flow[] {
  return ids.flatMap((id) => findFlow(graph, id) ?? []);
}

export function elementsOf(graph: Graph, ids: readonly string[]): readonly Element[] {
  return ids.flatMap((id) => findElement(graph, id) ?? []);
}
