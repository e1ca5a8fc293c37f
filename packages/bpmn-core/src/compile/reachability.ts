import type { Element, JoinFacet } from '../graph';
import type { Draft } from './read';

/** Entries over all joins of a file; more would fill the memory of every server that loads it. */
export const MAX_REACHABILITY = 1_000_000;

/**
 * For every inclusive join: from which elements a token can still come into each incoming flow without passing the join
 * itself (BPMN 2.0 §13.4.3). Returns false when the file is too complex to say.
 */
export function computeReachability(draft: Draft): boolean {
  const joins = [...draft.elements.values()].filter(({ kind, incoming }) => kind === 'inclusiveGateway' && incoming.length > 1);
  const walk: Walk = { draft, links: indexLinks(draft) };
  let entries = 0;
  for (const join of joins) {
    const reachable: Record<string, readonly string[]> = {};
    for (const flowId of join.incoming) {
      const ids = upstreamOf(walk, join, flowId);
      entries += ids.length;
      if (entries > MAX_REACHABILITY) return false;
      reachable[flowId] = ids;
    }
    const facet: JoinFacet = { reachable };
    draft.elements.set(join.id, { ...join, join: facet });
  }
  return true;
}

interface Walk {
  readonly draft: Draft;
  readonly links: ReadonlyMap<string, readonly string[]>;
}

function upstreamOf(walk: Walk, join: Element, flowId: string): readonly string[] {
  const { draft } = walk;
  const found = new Set<string>();
  const queue = [draft.flows.get(flowId)?.sourceId ?? ''];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const element = draft.elements.get(id);
    if (!element || id === join.id || found.has(id)) continue;
    found.add(id);
    queue.push(...predecessorsOf(walk, element));
  }
  return [...found];
}

function predecessorsOf({ draft, links }: Walk, element: Element): readonly string[] {
  const byFlow = element.incoming.flatMap((id) => draft.flows.get(id)?.sourceId ?? []);
  const attachedToId = element.event?.attachedToId;
  const byLink =
    element.kind === 'intermediateCatchEvent'
      ? linkNames(element).flatMap((name) => links.get(linkKey(element, name)) ?? [])
      : [];
  return [...byFlow, ...(attachedToId == null ? [] : [attachedToId]), ...byLink];
}

/** Link throws by the scope and name that their catch has, so that a walk does not search the file again and again. */
function indexLinks(draft: Draft): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const element of draft.elements.values()) {
    if (element.kind !== 'intermediateThrowEvent') continue;
    for (const name of linkNames(element)) {
      const key = linkKey(element, name);
      index.set(key, [...(index.get(key) ?? []), element.id]);
    }
  }
  return index;
}

function linkKey(element: Element, name: string): string {
  return JSON.stringify([element.scopeId, name]);
}

export function linkNames(element: Element): readonly string[] {
  return element.event?.definitions.flatMap((definition) => (definition.kind === 'link' ? [definition.name] : [])) ?? [];
}
