import type { LevelledPlace, ParameterDetail, ParameterLevel } from '../../common/api';
import { mayChangeAt, placesOf } from '../places';
import type { Actor } from '../runtime/actor';
import { notFound } from '../runtime/errors';
import type { ReadAt } from '../runtime/read-at';
import { comingValues } from './coming';
import { parametersInForce } from './in-force';
import { mustBePlace, type ParameterAsked } from './overview';
import { changeView, parameterRow, placeIn, placeNamesOf, proposalViews, type PlaceNames } from './rows';
import { findHistory, findProposals, findStanding } from './store';
import type { ParameterInForce, ParameterValue } from './types';
import { parameterUsage, processesReading } from './usage';

/** One parameter seen from a place: the way to its value, who else has one, what is proposed, and every change. */
export async function parameterDetail(
  tx: ReadAt,
  actor: Actor,
  { key, placeId, locale }: ParameterAsked & { readonly key: string },
): Promise<ParameterDetail> {
  await mustBePlace(tx, placeId);
  const inForce = await parametersInForce(tx, [key], placeId);
  const current = inForce.get(key);
  if (!current) throw notFound('parameter.notFound', { keys: [key] });
  const history = await findHistory(tx, key);
  const standing = await findStanding(tx, key);
  const chain = await chainOf(tx, actor, { current, standing, placeId });
  const places = await placeNamesOf(tx, [...history, ...standing, current]);
  const usage = await parameterUsage(tx, locale);
  const coming = await comingValues(tx, inForce, placeId);
  return {
    parameter: parameterRow(current, { usage, coming, places, locale }),
    processes: processesReading(usage, key),
    levels: [...current.definition.levels],
    chain,
    elsewhere: elsewhere(tx, standing, { chain, places }),
    proposals: await proposalViews(tx, actor, await findProposals(tx, key), locale),
    history: history.map((value) => changeView(value, current.definition, { now: tx.now, places, locale })),
  };
}

interface Found {
  readonly current: ParameterInForce;
  readonly standing: readonly ParameterValue[];
  readonly placeId: string | null;
}

async function chainOf(tx: ReadAt, actor: Actor, { current, standing, placeId }: Found): Promise<ParameterLevel[]> {
  const { definition, setting } = current;
  const mayInstall = await mayChangeAt(tx, actor, null);
  const installation = levelOf(tx, standing, setting, { kind: 'installation', place: null, maySet: mayInstall });
  const levels: ParameterLevel[] = [defaultLevel(current), installation];
  for (const place of await placesOf(tx.db).chainOf(tx, placeId)) {
    const maySet = definition.levels.includes(place.level) && (await mayChangeAt(tx, actor, place.id));
    levels.push(levelOf(tx, standing, setting, { kind: 'place', place, maySet }));
  }
  return levels;
}

const defaultLevel = ({ definition, setting }: ParameterInForce): ParameterLevel => ({
  kind: 'default',
  place: null,
  value: definition.defaultValue,
  effectiveFrom: null,
  mark: null,
  isInForce: setting === null,
  maySet: false,
  coming: null,
});

function levelOf(
  { now }: ReadAt,
  newestFirst: readonly ParameterValue[],
  setting: ParameterValue | null,
  level: { readonly kind: 'installation' | 'place'; readonly place: LevelledPlace | null; readonly maySet: boolean },
): ParameterLevel {
  const own = newestFirst.filter(({ placeId }) => placeId === (level.place?.id ?? null));
  const holding = own.find(({ effectiveFrom }) => effectiveFrom <= now);
  const coming = own.findLast(({ effectiveFrom }) => effectiveFrom > now);
  return {
    ...level,
    ...(holding ? { value: holding.value } : {}),
    effectiveFrom: holding?.effectiveFrom ?? null,
    mark: holding?.mark ?? null,
    isInForce: holding !== undefined && holding.id === setting?.id,
    coming: coming ? { value: coming.value, effectiveFrom: coming.effectiveFrom } : null,
  };
}

/** Places outside of the chain that have a value of their own, now or later, in the order of their names. */
function elsewhere(
  { now }: ReadAt,
  newestFirst: readonly ParameterValue[],
  { chain, places }: { readonly chain: readonly ParameterLevel[]; readonly places: PlaceNames },
): ParameterDetail['elsewhere'] {
  const shown = new Set<string | null>(chain.map(({ place }) => place?.id ?? null));
  const ids = [...new Set(newestFirst.map(({ placeId }) => placeId))].filter((id) => !shown.has(id));
  const rows = ids.flatMap((id) => {
    const own = newestFirst.filter(({ placeId }) => placeId === id);
    // until something holds there, the soonest of what will
    const value = own.find(({ effectiveFrom }) => effectiveFrom <= now) ?? own.at(-1);
    const place = placeIn(places, id);
    if (!place || !value) return [];
    return [{ place, value: value.value, effectiveFrom: value.effectiveFrom, isComing: value.effectiveFrom > now }];
  });
  return rows.sort((a, b) => a.place.name.localeCompare(b.place.name, 'zh'));
}
