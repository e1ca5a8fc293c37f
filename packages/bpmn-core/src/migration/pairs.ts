import { findElement, type Element, type Graph, type Loop } from '../graph';
import type { MigrationMapping, PairProblem, PairProblemCode } from './types';

/** Two versions of a process. */
export interface Versions {
  readonly source: Graph;
  readonly target: Graph;
}

/** Everything in a mapping that is not possible, whether or not an instance stands there. */
export function checkMapping(versions: Versions, mapping: MigrationMapping): readonly PairProblem[] {
  return Object.entries(mapping.elements).flatMap(([elementId, targetId]) => {
    const code = pairProblem(versions, mapping.elements, [elementId, targetId]);
    return code === null ? [] : [{ code, elementId, targetId }];
  });
}

/** Can whatever stands at the first element, of the source, go on at the second one? */
export function pairProblem(
  { source, target }: Versions,
  elements: MigrationMapping['elements'],
  [elementId, targetId]: readonly [string, string],
): PairProblemCode | null {
  const from = findElement(source, elementId);
  const to = findElement(target, targetId);
  if (!from || !to) return 'targetUnknown';
  if (from.kind !== to.kind || (from.kind === 'process' && elementId !== targetId)) return 'kindDiffers';
  if (from.kind === 'workTask' && workOf(from) !== workOf(to)) return 'workDiffers';
  if (!isSameLoop(from.activity?.loop ?? null, to.activity?.loop ?? null)) return 'loopDiffers';
  if (from.scope?.adHoc?.isSequential !== to.scope?.adHoc?.isSequential) return 'orderingDiffers';
  const attached = from.event?.attachedToId ?? null;
  if (attached !== null && imageOf(elements, attached) !== to.event?.attachedToId) return 'attachedElsewhere';
  return placeProblem(from, to, elements);
}

/** A token moves to another element, never into or out of a scope. */
export function placeProblem(from: Element, to: Element, elements: MigrationMapping['elements']): 'scopeDiffers' | null {
  const scopeId = from.scopeId === null ? null : (imageOf(elements, from.scopeId) ?? '');
  return scopeId === to.scopeId ? null : 'scopeDiffers';
}

export function imageOf(ids: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(ids, id) ? ids[id] : undefined;
}

/** The type of work: a person, a service, a decision table or what a plugin does. */
function workOf({ settings, type }: Element): string {
  return settings.activityType ?? type;
}

/**
 * Instances that have begun know their item by its variable, and a sequential activity keeps its items: both have to be the
 * same. How many there are and when it is enough may differ; what is left follows the new version.
 */
function isSameLoop(one: Loop | null, other: Loop | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind !== 'multiInstance' || other.kind !== 'multiInstance') return one.kind === other.kind;
  const isSameItem = one.elementVariable === other.elementVariable && (one.collection === null) === (other.collection === null);
  return one.isSequential === other.isSequential && isSameItem;
}
