import type { ParameterChangeView, ParameterProposal, ParameterRow, PlaceRef } from '../../common/api';
import { mayApproveAt, placesOf } from '../places';
import type { Actor } from '../runtime/actor';
import type { ReadAt } from '../runtime/read-at';
import { parametersInForce } from './in-force';
import type { FullDefinition, ParameterInForce, ParameterValue } from './types';
import type { ParameterUsage } from './usage';
import { nameOf, optionsOf, view } from './views';

export type PlaceNames = ReadonlyMap<string, PlaceRef>;

/** The places of these values, in one look-up. */
export async function placeNamesOf(tx: ReadAt, values: readonly { readonly placeId: string | null }[]): Promise<PlaceNames> {
  const ids = [...new Set(values.flatMap(({ placeId }) => placeId ?? []))];
  return new Map((await placesOf(tx.db).find(tx, ids)).map(({ id, name }) => [id, { id, name }]));
}

/** A place that is gone is still named by its id. */
export const placeIn = (places: PlaceNames, placeId: string | null): PlaceRef | null =>
  placeId === null ? null : (places.get(placeId) ?? { id: placeId, name: placeId });

interface RowFacts {
  readonly usage: ParameterUsage;
  /** By key. */
  readonly coming: ReadonlyMap<string, ParameterValue>;
  readonly places: PlaceNames;
  readonly locale: string;
}

export function parameterRow(parameter: ParameterInForce, { usage, coming, places, locale }: RowFacts): ParameterRow {
  const { definition, setting } = parameter;
  const next = coming.get(definition.key);
  return {
    ...view(parameter, locale),
    origin: originOf(setting),
    place: placeIn(places, parameter.placeId),
    effectiveFrom: setting?.effectiveFrom ?? null,
    setting: setting && { by: { id: setting.setById, name: setting.setByName }, reason: setting.reason },
    coming: next ? { value: next.value, effectiveFrom: next.effectiveFrom, place: placeIn(places, next.placeId) } : null,
    needsApprover: definition.needsApprover,
    processKeys: [...(usage.byParameter.get(definition.key) ?? [])],
  };
}

function originOf(setting: ParameterValue | null): ParameterRow['origin'] {
  if (setting === null) return 'default';
  return setting.placeId === null ? 'installation' : 'place';
}

export function changeView(
  value: ParameterValue,
  definition: FullDefinition | undefined,
  { now, places, locale }: Pick<RowFacts, 'places' | 'locale'> & { readonly now: number },
): ParameterChangeView {
  const { id, parameterKey, status, effectiveFrom, setAt, reason, mark, decidedAt } = value;
  return {
    id,
    parameterKey,
    parameterName: definition ? nameOf(definition, locale) : parameterKey,
    value: value.value,
    unit: definition?.unit ?? null,
    ...(definition ? optionsOf(definition, locale) : {}),
    place: placeIn(places, value.placeId),
    status,
    effectiveFrom,
    isComing: status === 'effective' && effectiveFrom > now,
    setAt,
    setBy: { id: value.setById, name: value.setByName },
    reason,
    mark,
    decidedBy: value.approverId === null ? null : { id: value.approverId, name: value.approverName ?? '' },
    decidedAt,
  };
}

/** Proposals with what holds there now and whether the reader may decide them. They are few: each is looked at by itself. */
export async function proposalViews(
  tx: ReadAt,
  actor: Actor,
  proposals: readonly ParameterValue[],
  locale: string,
): Promise<ParameterProposal[]> {
  const places = await placeNamesOf(tx, proposals);
  const views: ParameterProposal[] = [];
  for (const proposal of proposals) {
    const { parameterKey, placeId } = proposal;
    const current = (await parametersInForce(tx, [parameterKey], placeId)).get(parameterKey);
    const isOwn = proposal.setById === actor.userId;
    views.push({
      ...changeView(proposal, current?.definition, { now: tx.now, places, locale }),
      currentValue: current?.value ?? null,
      isOwn,
      mayDecide: !isOwn && (await mayApproveAt(tx, actor, placeId)),
    });
  }
  return views;
}
