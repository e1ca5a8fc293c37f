import type { CompensationRow, TokenRow } from '../contract';
import { findElement, findFlow, type Element } from '../graph';
import { isJsonArray } from '../json';
import { isCompensable } from '../interpret/records';
import type { JoinCheck, Place } from './joins';
import { imageOf, pairProblem, placeProblem, type Versions } from './pairs';
import { hasNotBegun, type Placed } from './rows';
import type { MigrationMapping, MigrationReason } from './types';

export interface Plan extends Versions {
  readonly mapping: MigrationMapping;
  readonly sourceJoins: JoinCheck;
  readonly targetJoins: JoinCheck;
}

/** Everything that stands in the way of an instance with these rows. */
export function reasonsFor(
  plan: Plan,
  placed: readonly Placed[],
  records: readonly CompensationRow[],
): readonly MigrationReason[] {
  const ofRows = [
    ...placed.flatMap(({ token }) => tokenReason(plan, token) ?? []),
    ...records.flatMap((record) => compensationReason(plan, record) ?? []),
  ];
  // where a token ends up is known only when every one has a place
  return ofRows.length > 0 ? ofRows : joinReasons(plan, placed);
}

function tokenReason(plan: Plan, token: TokenRow): MigrationReason | null {
  const reason = (code: MigrationReason['code'], data: MigrationReason['data'] = {}) =>
    reasonAt(findElement(plan.source, token.elementId), { code, elementId: token.elementId, tokenId: token.id, data });
  if (token.kind === 'compensation' || token.data.recordId !== undefined) return reason('compensating');
  const { elements } = plan.mapping;
  const targetId = imageOf(elements, token.elementId);
  if (targetId === undefined) return reason('elementUnmapped');
  const code = hasNotBegun(token)
    ? arrivalProblem(plan, token, targetId)
    : pairProblem(plan, elements, [token.elementId, targetId]);
  if (code === 'targetUnknown') return reason('elementUnmapped');
  if (code !== null) return reason(code, { targetId });
  if (token.kind === 'joining') return joiningReason(plan, token, reason);
  const pending = isJsonArray(token.data.pending) ? token.data.pending : [];
  const lost = pending.find((id) => typeof id === 'string' && !isInside(plan, { id, scopeId: targetId }));
  return typeof lost === 'string' ? reasonAt(findElement(plan.source, lost), { code: 'elementUnmapped', elementId: lost, tokenId: token.id, data: {} }) : null; // prettier-ignore
}

/** Nothing has begun, so only the place has to be right, and one at which a flow can arrive. */
function arrivalProblem({ source, target, mapping }: Plan, token: TokenRow, targetId: string) {
  const [from, to] = [findElement(source, token.elementId), findElement(target, targetId)];
  if (!from || !to) return 'targetUnknown';
  const cannotArrive = ['boundaryEvent', 'eventSubProcess', 'process', 'startEvent'].includes(to.kind);
  if (cannotArrive && from.kind !== to.kind) return 'kindDiffers';
  return placeProblem(from, to, mapping.elements);
}

function joiningReason(
  { target, mapping }: Plan,
  token: TokenRow,
  reason: (code: 'flowUnmapped' | 'flowTwice') => MigrationReason,
): MigrationReason | null {
  const { flows, elements } = mapping;
  const flowId = imageOf(flows, token.flowId ?? '');
  const flow = flowId === undefined ? undefined : findFlow(target, flowId);
  if (flow?.targetId !== imageOf(elements, token.elementId)) return reason('flowUnmapped');
  return Object.entries(flows).some(([from, to]) => to === flow?.id && from !== token.flowId) ? reason('flowTwice') : null;
}

function isInside({ target, mapping }: Plan, { id, scopeId }: { id: string; scopeId: string }): boolean {
  return findElement(target, imageOf(mapping.elements, id) ?? '')?.scopeId === scopeId;
}

function compensationReason({ source, target, mapping }: Plan, record: CompensationRow): MigrationReason | null {
  const element = findElement(target, imageOf(mapping.elements, record.elementId) ?? '');
  const was = findElement(source, record.elementId);
  const isSameShape =
    (was?.scope == null) === (element?.scope == null) && (was?.activity?.loop == null) === (element?.activity?.loop == null);
  if (element && isSameShape && isCompensable(element)) return null;
  return reasonAt(was, { code: 'compensationLost', elementId: record.elementId, tokenId: record.scopeTokenId, data: {} });
}

/** Joins that wait for ever because of the migration; one that does so already is not made worse. */
function joinReasons({ target, mapping, sourceJoins, targetJoins }: Plan, placed: readonly Placed[]): MigrationReason[] {
  return placed.flatMap(({ token: scope }) => {
    if (scope.kind !== 'scope') return [];
    const inside = placed.filter(({ parent }) => parent?.id === scope.id).map(({ token }) => token);
    const before = sourceJoins.troubles(scope.elementId, inside.map(placeOf));
    const known = new Set(before.map(({ join }) => imageOf(mapping.elements, join.id)));
    const scopeId = imageOf(mapping.elements, scope.elementId) ?? '';
    const after = targetJoins.troubles(
      scopeId,
      inside.map((token) => movedPlace(mapping, token)),
    );
    return after
      .filter(({ join }) => !known.has(join.id))
      .map(({ kind, join, missing }): MigrationReason => {
        const code = kind === 'unfillable' ? 'joinUnfillable' : 'joinOverfull';
        const fromIds = missing.map((flowId) => findFlow(target, flowId)?.sourceId ?? flowId);
        return reasonAt(join, { code, elementId: join.id, tokenId: scope.id, data: { fromIds } });
      });
  });
}

const placeOf = ({ elementId, kind, flowId }: TokenRow): Place => ({
  elementId,
  waitsBy: kind === 'joining' ? flowId : null,
});

function movedPlace({ elements, flows }: MigrationMapping, token: TokenRow): Place {
  const { elementId, waitsBy } = placeOf(token);
  return {
    elementId: imageOf(elements, elementId) ?? elementId,
    waitsBy: waitsBy === null ? null : (imageOf(flows, waitsBy) ?? waitsBy),
  };
}

export function reasonAt(element: Element | undefined, reason: MigrationReason): MigrationReason {
  return { ...reason, data: { elementName: nameOf(element, reason.elementId), ...reason.data } };
}

function nameOf(element: Element | undefined, fallback: string): string {
  return element?.name?.trim() ? element.name : (element?.id ?? fallback);
}
