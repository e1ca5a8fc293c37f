import type { StateReader, TokenRow } from '../contract';
import { findElement, findFlow, type Element, type Graph } from '../graph';

/** The way back from a step to an earlier one, or from what a step has opened to the step itself. */
export interface WayBack {
  readonly from: string;
  readonly to: string;
}

/** Ids of the tokens that end when the step of a token is sent back to an earlier one: its own, and those that start anew on the way. */
export function tokensEndedByReturn(graph: Graph, reader: StateReader, tokenId: string, to: string): readonly string[] {
  const token = reader.token(tokenId);
  if (!token || token.parentId === null) return [];
  const isEnded = placesEnded(graph, { from: token.elementId, to });
  return reader
    .childrenOf(token.parentId)
    .filter((other) => other.id === tokenId || isEnded(other))
    .map(({ id }) => id);
}

/**
 * Which tokens a return from one step to an earlier one ends: those at places that the process comes by again on its way from
 * there to here. What it does not come by is a parallel branch that nobody returned; ending it would leave its join waiting
 * for ever, and starting it anew is not in the way back.
 *
 * The way ends at the step itself and at the joins right behind it: beyond them all branches are one again.
 */
function placesEnded(graph: Graph, { from, to }: WayBack): (token: TokenRow) => boolean {
  const ends = new Set([from, ...firstJoinsAfter(graph, from)]);
  const { elements, flows } = walk(graph, [to], (element) => ends.has(element.id));
  return ({ elementId, kind, flowId }) => {
    if (kind === 'joining') return flowId !== null && flows.has(flowId);
    return elements.has(elementId);
  };
}

/**
 * Does the case come from the earlier step to the present one again? Not across a parallel join that also waits for a branch which
 * begins before both: one token would start anew, and the join would wait for the other for ever.
 */
export function comesAgain(graph: Graph, { from, to }: WayBack): boolean {
  const { elements } = walk(graph, [to], ({ id }) => id === from);
  if (!elements.has(from)) return false;
  return [...elements].every((id) => {
    const join = findElement(graph, id);
    if (id === from || join?.kind !== 'parallelGateway' || join.incoming.length < 2) return true;
    const before = walk(graph, [to], (element) => element.id === from || element.id === id);
    return join.incoming.every((flowId) => before.flows.has(flowId)) || !leadsTo(graph, { joinId: id, from, to });
  });
}

/** Is the join on the way, and not behind the present step or before the earlier one? */
const leadsTo = (graph: Graph, { joinId, from, to }: WayBack & { readonly joinId: string }): boolean =>
  walk(graph, [joinId], ({ id }) => id === from || id === to).elements.has(from);

function firstJoinsAfter(graph: Graph, elementId: string): string[] {
  const element = findElement(graph, elementId);
  const next = element ? targetsOf(graph, element) : [];
  const { elements } = walk(graph, next, isJoin);
  return [...elements].filter((id) => {
    const found = findElement(graph, id);
    return found !== undefined && isJoin(found);
  });
}

const isJoin = ({ kind, incoming }: Element) =>
  (kind === 'parallelGateway' || kind === 'inclusiveGateway') && incoming.length > 1;

/** Elements and flows that are reached; an element at which the way ends is reached but not passed. */
function walk(graph: Graph, start: readonly string[], isEnd: (element: Element) => boolean) {
  const elements = new Set<string>();
  const flows = new Set<string>();
  const open = [...start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (elements.has(id)) continue;
    elements.add(id);
    const element = findElement(graph, id);
    if (!element || isEnd(element)) continue;
    outgoingOf(graph, element).forEach((flowId) => flows.add(flowId));
    open.push(...targetsOf(graph, element));
  }
  return { elements, flows };
}

/** Events at an activity's border lead on from it as its own flows do. */
function outgoingOf(graph: Graph, element: Element): readonly string[] {
  const borders = (element.activity?.boundaryIds ?? []).flatMap((id) => findElement(graph, id)?.outgoing ?? []);
  return [...element.outgoing, ...borders];
}

function targetsOf(graph: Graph, element: Element): string[] {
  const next = outgoingOf(graph, element).flatMap((flowId) => findFlow(graph, flowId)?.targetId ?? []);
  return [...next, ...linkedFrom(graph, element)];
}

function linkedFrom(graph: Graph, element: Element): string[] {
  const names = linkNames(element);
  if (names.length === 0) return [];
  const catches = Object.values(graph.elements).filter(({ id, scopeId }) => id !== element.id && scopeId === element.scopeId);
  return catches.filter((other) => linkNames(other).some((name) => names.includes(name))).map(({ id }) => id);
}

const linkNames = ({ event }: Element): string[] =>
  (event?.definitions ?? []).flatMap((definition) => (definition.kind === 'link' ? [definition.name] : []));
