import { elementsOf, findElement, flowsOf, type Element, type Graph } from '../graph';
import type { Problem, ProblemCode } from './problems';
import type { Draft } from './read';

type Named = { readonly id: string; readonly name: string | null };
type Data = Problem['data'];

/** Collects what is wrong, and answers what rules ask about the file. */
export class Checker {
  readonly handlerIds: ReadonlySet<string>;
  private readonly found: Problem[];
  private readonly byScope: ReadonlyMap<string, readonly Element[]>;
  private readonly byHost: ReadonlyMap<string, readonly Element[]>;

  constructor(
    readonly graph: Graph,
    draft: Draft,
    private readonly checkExpression: ((expression: string) => string | null) | undefined,
  ) {
    this.found = [...draft.problems];
    const elements = Object.values(graph.elements);
    this.byScope = groupBy(elements, ({ scopeId }) => scopeId);
    this.byHost = groupBy(elements, ({ event }) => event?.attachedToId ?? null);
    this.handlerIds = new Set(elements.flatMap(({ activity }) => activity?.compensationHandlerId ?? []));
  }

  error(code: ProblemCode, { id, name }: Named, data: Data = {}): void {
    this.found.push({ code, elementId: id, elementName: name, severity: 'error', data });
  }

  warning(code: ProblemCode, { id, name }: Named, data: Data = {}): void {
    this.found.push({ code, elementId: id, elementName: name, severity: 'warning', data });
  }

  /** A problem of the file as a whole. */
  file(code: ProblemCode, data: Data): void {
    this.found.push({ code, elementId: null, elementName: null, severity: 'error', data });
  }

  /** A FEEL expression, without its `=`. */
  expression(element: Named, property: string, expression: string): void {
    if (expression.startsWith('${') || expression.startsWith('#{')) {
      return this.error('expressionNotFeel', element, { property, expression });
    }
    const reason = expression === '' ? 'empty' : this.checkExpression?.(expression);
    if (reason != null) this.error('expressionInvalid', element, { property, expression, reason });
  }

  /** A literal, or FEEL after `=`. */
  text(element: Named, property: string, text: string): void {
    if (text.startsWith('=')) this.expression(element, property, text.slice(1).trim());
    else if (text.startsWith('${') || text.startsWith('#{'))
      this.error('expressionNotFeel', element, { property, expression: text });
  }

  startEventsOf(scope: Element): readonly Element[] {
    return (this.byScope.get(scope.id) ?? []).filter(({ kind }) => kind === 'startEvent');
  }

  siblingsOf(element: Element): readonly Element[] {
    return this.byScope.get(element.scopeId ?? '') ?? [];
  }

  /** Compensation boundary events too, which the activity itself does not list. */
  boundariesOf(activity: Element): readonly Element[] {
    return this.byHost.get(activity.id) ?? [];
  }

  targetsOf(element: Element): readonly Element[] {
    const ids = flowsOf(this.graph, element.outgoing).map(({ targetId }) => targetId);
    return elementsOf(this.graph, ids);
  }

  scopeOf(element: Element): Element | undefined {
    return element.scopeId === null ? undefined : findElement(this.graph, element.scopeId);
  }

  problems(): readonly Problem[] {
    return this.found;
  }
}

function groupBy(
  elements: readonly Element[],
  keyOf: (element: Element) => string | null,
): ReadonlyMap<string, readonly Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const key = keyOf(element);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return groups;
}
