import { findElement, flowsOf, type Element, type Graph } from '../graph';
import { imageOf, pairProblem, type Versions } from './pairs';
import type { MigrationMapping, PairProblemCode } from './types';

export interface ProposedMapping {
  readonly mapping: MigrationMapping;
  /** What of the source has no place in the target: it is gone, or what has its id cannot take it. */
  readonly unmapped: readonly { readonly elementId: string; readonly code: 'gone' | PairProblemCode }[];
}

/**
 * Elements are the same by their id; what is left, where exactly one other has the name and kind in the same scope.
 *
 * @param chosen what somebody has said already: a target, or `null` for none
 */
export function proposeMapping(versions: Versions, chosen: Readonly<Record<string, string | null>> = {}): ProposedMapping {
  const elements: Record<string, string> = {};
  const all = outermostFirst(versions.source);
  const open = all.filter(({ id }) => !Object.hasOwn(chosen, id));
  for (const { id } of all) {
    const targetId = Object.hasOwn(chosen, id) ? chosen[id] : id;
    if (targetId != null && (targetId !== id || pairProblem(versions, elements, [id, id]) === null)) elements[id] = targetId;
  }
  for (const element of open) {
    const [same, ...others] = elements[element.id] === undefined ? namesakes(versions, elements, element) : [];
    if (same && others.length === 0) elements[element.id] = same.id;
  }
  const unmapped = all
    .filter(({ id }) => elements[id] === undefined)
    .map(({ id: elementId }) => ({
      elementId,
      code: findElement(versions.target, elementId)
        ? (pairProblem(versions, elements, [elementId, elementId]) ?? 'gone')
        : ('gone' as const),
    }));
  return { mapping: { elements, flows: proposeFlows(versions, elements) }, unmapped };
}

/** The elements at which what stands at one of the source could go on, in the order of the drawing. */
export function possibleTargets(
  versions: Versions,
  elements: MigrationMapping['elements'],
  elementId: string,
): readonly Element[] {
  return Object.values(versions.target.elements).filter(({ id }) => pairProblem(versions, elements, [elementId, id]) === null);
}

function namesakes(versions: Versions, elements: MigrationMapping['elements'], { id, name }: Element): readonly Element[] {
  if (name === null || name.trim() === '') return [];
  const taken = new Set(Object.values(elements));
  return possibleTargets(versions, elements, id).filter((other) => other.name === name && !taken.has(other.id));
}

/** A scope stands before what is in it, an activity before the events at its border. */
function outermostFirst(graph: Graph): readonly Element[] {
  const depthOf = (element: Element): number => {
    const scope = element.scopeId === null ? undefined : findElement(graph, element.scopeId);
    return scope ? depthOf(scope) + 1 : 0;
  };
  const ranked = Object.values(graph.elements).map((element) => ({
    element,
    rank: depthOf(element) * 2 + (element.event?.attachedToId == null ? 0 : 1),
  }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ element }) => element);
}

/**
 * The flows into each join that stays: from the same element, else of the same id, else the last one that is left on both sides,
 * which is what happens when an element is put into a flow.
 */
export function proposeFlows({ source, target }: Versions, elements: MigrationMapping['elements']): Record<string, string> {
  const flows: Record<string, string> = {};
  for (const join of Object.values(source.elements)) {
    const targetJoin = findElement(target, imageOf(elements, join.id) ?? '');
    if (!isJoin(join) || !targetJoin) continue;
    const free = new Set(targetJoin.incoming);
    const pair = (flowId: string, targetId: string) => {
      flows[flowId] = targetId;
      free.delete(targetId);
    };
    for (const { id, sourceId } of left(source, join, flows)) {
      const sameWay = flowsOf(target, [...free]).filter((flow) => flow.sourceId === imageOf(elements, sourceId));
      const same = sameWay.find((flow) => flow.id === id) ?? sameWay[0];
      if (same) pair(id, same.id);
    }
    for (const { id } of left(source, join, flows)) if (free.has(id)) pair(id, id);
    const [last, ...others] = left(source, join, flows);
    const [lastFree, ...otherFree] = free;
    if (last && lastFree !== undefined && others.length === 0 && otherFree.length === 0) pair(last.id, lastFree);
  }
  return flows;
}

function left(source: Graph, join: Element, flows: Readonly<Record<string, string>>) {
  return flowsOf(source, join.incoming).filter(({ id }) => imageOf(flows, id) === undefined);
}

function isJoin({ kind, incoming }: Element): boolean {
  return (kind === 'parallelGateway' || kind === 'inclusiveGateway') && incoming.length > 1;
}
