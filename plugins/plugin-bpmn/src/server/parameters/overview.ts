import type { LevelledPlace, ParameterOverview } from '../../common/api';
import { placesOf } from '../places';
import type { Actor } from '../runtime/actor';
import { badInput } from '../runtime/errors';
import type { ReadAt } from '../runtime/read-at';
import { comingValues } from './coming';
import { parametersInForce } from './in-force';
import { parameterRow, placeNamesOf, proposalViews } from './rows';
import { findProposals } from './store';
import { parameterUsage } from './usage';

const MOST_PLACES = 50;

export interface ParameterAsked {
  readonly placeId: string | null;
  readonly locale: string;
}

/** All parameters at a place, with where each value comes from and who uses it, and every proposal that waits. */
export async function parameterOverview(
  tx: ReadAt,
  actor: Actor,
  { placeId, locale }: ParameterAsked,
): Promise<ParameterOverview> {
  const place = await mustBePlace(tx, placeId);
  const inForce = await parametersInForce(tx, null, placeId);
  const found = [...inForce.values()];
  const coming = await comingValues(tx, inForce, placeId);
  const usage = await parameterUsage(tx, locale);
  const places = await placeNamesOf(tx, [...found, ...coming.values()]);
  return {
    place,
    parameters: found.map((parameter) => parameterRow(parameter, { usage, coming, places, locale })),
    processes: [...usage.processes],
    proposals: await proposalViews(tx, actor, await findProposals(tx, null), locale),
  };
}

/** @throws bad input `place.notFound` */
export async function mustBePlace(tx: ReadAt, placeId: string | null): Promise<LevelledPlace | null> {
  if (placeId === null) return null;
  const [place] = await placesOf(tx.db).find(tx, [placeId]);
  if (!place) throw badInput('place.notFound', { placeId });
  return place;
}

/** Places to choose from, by a part of their name. */
export async function parameterPlaces(tx: ReadAt, text: string | undefined): Promise<readonly LevelledPlace[]> {
  return placesOf(tx.db).search(tx, { text: text?.trim() || undefined, limit: MOST_PLACES });
}
