import { findElement, flowsOf, type Element } from '../../graph';
import type { Checker } from '../check';
import { linkNames } from '../reachability';

/** Elements that no token can ever come to are work that somebody believes to be done. */
export function checkReachable(check: Checker): void {
  const reached = new Set<string>();
  const queue = Object.keys(check.graph.processes);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const element = findElement(check.graph, id);
    if (!element || reached.has(id)) continue;
    reached.add(id);
    queue.push(...successorsOf(element, check));
  }
  for (const element of Object.values(check.graph.elements)) {
    // What stands in an unreachable scope is said once, of the scope.
    const isScopeReached = element.scopeId === null || reached.has(element.scopeId);
    if (!reached.has(element.id) && isScopeReached && !element.activity?.isForCompensation)
      check.error('elementUnreachable', element);
  }
}

function successorsOf(element: Element, check: Checker): readonly string[] {
  const { activity, scope } = element;
  const starts = scope
    ? [...scope.startIds, ...check.startEventsOf(element).map(({ id }) => id), ...scope.eventSubProcessIds]
    : [];
  const handler = activity?.compensationHandlerId;
  return [
    ...flowsOf(check.graph, element.outgoing).map(({ targetId }) => targetId),
    ...starts,
    ...check.boundariesOf(element).map(({ id }) => id),
    ...(handler == null ? [] : [handler]),
    ...linkTargets(element, check),
  ];
}

function linkTargets(element: Element, check: Checker): readonly string[] {
  if (element.kind !== 'intermediateThrowEvent') return [];
  const names = linkNames(element);
  if (names.length === 0) return [];
  return check
    .siblingsOf(element)
    .filter((other) => other.kind === 'intermediateCatchEvent' && linkNames(other).some((name) => names.includes(name)))
    .map(({ id }) => id);
}
