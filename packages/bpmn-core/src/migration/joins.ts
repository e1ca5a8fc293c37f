import { findElement, flowsOf, type Element, type Graph } from '../graph';

/** Where one token of a scope stands; the flow of one that waits at a join. */
export interface Place {
  readonly elementId: string;
  readonly waitsBy: string | null;
}

export interface JoinTrouble {
  readonly kind: 'unfillable' | 'overfull';
  readonly join: Element;
  /** Flows by which nothing can come any more. */
  readonly missing: readonly string[];
}

/**
 * Which parallel joins the tokens of a scope come to that will never be complete, or get more than they take: a branch that the
 * tokens have passed already, or would begin a second time. What is known is where each token goes without coming by a split that
 * leads to all flows of the join; a choice on the way counts as both.
 */
export class JoinCheck {
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor(private readonly graph: Graph) {}

  troubles(scopeId: string, places: readonly Place[]): readonly JoinTrouble[] {
    return this.joinsIn(scopeId).flatMap((join) => this.troubleAt(join, places) ?? []);
  }

  private troubleAt(join: Element, places: readonly Place[]): JoinTrouble | null {
    const waiting = places.flatMap(({ elementId, waitsBy }) => (elementId === join.id && waitsBy !== null ? [waitsBy] : []));
    const coming = places.filter(({ elementId }) => elementId !== join.id);
    const ways = coming.map(({ elementId }) => [...this.direct(elementId, join)]);
    const covered = new Set([...waiting, ...ways.flat()]);
    if (covered.size === 0) return null;
    const missing = join.incoming.filter((flowId) => !covered.has(flowId));
    if (missing.length > 0) return { kind: 'unfillable', join, missing };
    const certain = [...waiting, ...ways.flatMap((way) => (way.length === 1 ? way : []))];
    const isTwice = new Set(certain).size < certain.length;
    const beginsAgain = coming.some(({ elementId }) => this.passesSplit(elementId, join));
    return isTwice || beginsAgain ? { kind: 'overfull', join, missing } : null;
  }

  private joinsIn(scopeId: string): readonly Element[] {
    return Object.values(this.graph.elements).filter(
      (element) => element.kind === 'parallelGateway' && element.incoming.length > 1 && element.scopeId === scopeId,
    );
  }

  /** Flows into the join that a token at the element can come by without a split that leads to all of them. */
  private direct(elementId: string, join: Element): ReadonlySet<string> {
    return this.remember(`direct ${elementId} ${join.id}`, () => {
      const found = new Set<string>();
      this.walk(elementId, join, (element) => this.leadsToAll(element, join), found);
      return found;
    });
  }

  /** The only way on leads by a split to all flows of the join. */
  private passesSplit(elementId: string, join: Element): boolean {
    return this.direct(elementId, join).size === 0 && this.reachable(elementId, join).size === join.incoming.length;
  }

  private leadsToAll(element: Element, join: Element): boolean {
    return isSplit(element) && this.reachable(element.id, join).size === join.incoming.length;
  }

  private reachable(elementId: string, join: Element): ReadonlySet<string> {
    return this.remember(`any ${elementId} ${join.id}`, () => {
      const found = new Set<string>();
      this.walk(elementId, join, () => false, found);
      return found;
    });
  }

  private walk(fromId: string, join: Element, isEnd: (element: Element) => boolean, found: Set<string>): void {
    const seen = new Set<string>();
    const open = [fromId];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const element = findElement(this.graph, id);
      if (!element || seen.has(id)) continue;
      seen.add(id);
      if (id === join.id || isEnd(element)) continue;
      for (const flow of flowsOf(this.graph, this.outgoingOf(element))) {
        if (flow.targetId === join.id) found.add(flow.id);
        open.push(flow.targetId);
      }
      open.push(...this.linkedFrom(element));
    }
  }

  private outgoingOf(element: Element): readonly string[] {
    const borders = element.activity?.boundaryIds ?? [];
    return [...element.outgoing, ...borders.flatMap((id) => findElement(this.graph, id)?.outgoing ?? [])];
  }

  private linkedFrom(element: Element): readonly string[] {
    if (element.kind !== 'intermediateThrowEvent') return [];
    const names = new Set(linkNames(element));
    if (names.size === 0) return [];
    const catches = Object.values(this.graph.elements).filter(
      ({ kind, scopeId }) => kind === 'intermediateCatchEvent' && scopeId === element.scopeId,
    );
    return catches.filter((other) => linkNames(other).some((name) => names.has(name))).map(({ id }) => id);
  }

  private remember(key: string, find: () => ReadonlySet<string>): ReadonlySet<string> {
    const known = this.known.get(key) ?? find();
    this.known.set(key, known);
    return known;
  }
}

/** More than one token may leave it. */
function isSplit({ kind, outgoing }: Element): boolean {
  return outgoing.length > 1 && kind !== 'exclusiveGateway' && kind !== 'eventBasedGateway';
}

function linkNames({ event }: Element): readonly string[] {
  return event?.definitions.flatMap((definition) => (definition.kind === 'link' ? [definition.name] : [])) ?? [];
}
