import type { ActivityFacet, Element, ScopeFacet } from '../graph';
import type { Draft } from './read';

/** Fills in what elements know about each other: flows, boundary events, handlers, contents of scopes. */
export function connect(draft: Draft): void {
  connectFlows(draft);
  const byScope = groupByScope(draft);
  connectBoundaries(draft);
  for (const [id, element] of draft.elements) {
    if (element.scope) draft.elements.set(id, { ...element, scope: contentOf(element, element.scope, byScope.get(id) ?? []) });
  }
  markCompensable(draft);
}

function connectFlows(draft: Draft): void {
  const incoming = new Map<string, string[]>();
  const outgoing = new Map<string, string[]>();
  for (const flow of draft.flows.values()) {
    addTo(incoming, flow.targetId, flow.id);
    addTo(outgoing, flow.sourceId, flow.id);
  }
  for (const [id, element] of draft.elements) {
    const found = outgoing.get(id) ?? [];
    const known = new Set(found);
    const listed = (draft.listedOutgoing.get(id) ?? []).filter((flowId) => known.has(flowId));
    const ordered = [...new Set([...listed, ...found])];
    draft.elements.set(id, { ...element, incoming: incoming.get(id) ?? [], outgoing: ordered });
  }
}

function addTo<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

function connectBoundaries(draft: Draft): void {
  const handlers = new Map(draft.associations.map(({ sourceId, targetId }) => [sourceId, targetId]));
  for (const event of draft.elements.values()) {
    const host = draft.elements.get(event.event?.attachedToId ?? '');
    if (event.kind !== 'boundaryEvent' || !host?.activity) continue;
    const isCompensation = event.event?.definitions.some(({ kind }) => kind === 'compensation') ?? false;
    const handlerId = handlers.get(event.id) ?? null;
    const activity: ActivityFacet = isCompensation
      ? { ...host.activity, compensationHandlerId: handlerId ?? host.activity.compensationHandlerId }
      : { ...host.activity, boundaryIds: [...host.activity.boundaryIds, event.id] };
    draft.elements.set(host.id, { ...host, activity });
  }
}

function groupByScope(draft: Draft): ReadonlyMap<string, readonly Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of draft.elements.values()) {
    if (element.scopeId !== null) addTo(groups, element.scopeId, element);
  }
  return groups;
}

function contentOf({ kind: scopeKind }: Element, scope: ScopeFacet, content: readonly Element[]): ScopeFacet {
  const startEvents = content.filter(({ kind }) => kind === 'startEvent');
  const plain = startEvents.filter(({ event }) => scopeKind === 'eventSubProcess' || event?.definitions.length === 0);
  return {
    ...scope,
    startIds: (startEvents.length > 0 ? plain : content.filter(beginsByItself)).map(({ id }) => id),
    eventSubProcessIds: content.filter(({ kind }) => kind === 'eventSubProcess').map(({ id }) => id),
  };
}

/** Without a start event, every element that no flow leads to begins (BPMN 2.0 §13.2). */
function beginsByItself(element: Element): boolean {
  if (element.incoming.length > 0 || element.activity?.isForCompensation) return false;
  const isLinkCatch = element.event?.definitions.some(({ kind }) => kind === 'link') && element.kind === 'intermediateCatchEvent';
  return !isLinkCatch && element.kind !== 'boundaryEvent' && element.kind !== 'eventSubProcess';
}

/** Marks every scope around something that has a compensation handler. */
function markCompensable(draft: Draft): void {
  for (const element of draft.elements.values()) {
    const isHandled = element.activity?.compensationHandlerId != null || isCompensationStart(element);
    let scopeId = isHandled ? element.scopeId : null;
    while (scopeId !== null) {
      const scope: Element | undefined = draft.elements.get(scopeId);
      if (!scope?.scope || scope.scope.isCompensable) break;
      draft.elements.set(scopeId, { ...scope, scope: { ...scope.scope, isCompensable: true } });
      scopeId = scope.scopeId;
    }
  }
}

function isCompensationStart(element: Element): boolean {
  return element.kind === 'startEvent' && (element.event?.definitions.some(({ kind }) => kind === 'compensation') ?? false);
}
