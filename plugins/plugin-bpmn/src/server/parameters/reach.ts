import type { ParameterReach } from '../../common/api';
import { placesOf } from '../places';
import type { ReadAt } from '../runtime/read-at';
import { casesWithin, tables } from '../store';
import { mustExist } from './must-exist';
import { mustBePlace, type ParameterAsked } from './overview';
import { findStanding } from './store';
import { parameterUsage, processesReading } from './usage';

/**
 * Whom another value at a place (null: the whole installation) would touch: the processes that read it, the places for
 * which it would hold, and the open cases there, which keep the value they started with.
 */
export async function parameterReach(
  tx: ReadAt,
  { key, placeId, locale }: ParameterAsked & { readonly key: string },
): Promise<Omit<ParameterReach, 'contradictions'>> {
  await mustExist(tx, [key]);
  await mustBePlace(tx, placeId);
  const processes = processesReading(await parameterUsage(tx, locale), key);
  const open = { status: ['running', 'suspended'], processKey: processes.map((process) => process.key) };
  const there = placeId === null ? {} : await casesWithin(tx, [placeId]);
  return {
    processes,
    places: await countPlaces(tx, { key, placeId }),
    runningCases: await tables.instances.countAll(tx, [open, there]),
  };
}

async function countPlaces(tx: ReadAt, { key, placeId }: { readonly key: string; readonly placeId: string | null }) {
  const standing = await findStanding(tx, key);
  const withOwn = new Set(standing.filter(({ effectiveFrom }) => effectiveFrom <= tx.now).map((value) => value.placeId));
  const lowest = await placesOf(tx.db).lowestWithin(tx, placeId);
  const belowIt = (ids: readonly string[]) => (placeId === null ? ids : ids.slice(ids.indexOf(placeId) + 1));
  return lowest.filter((ids) => !belowIt(ids).some((id) => withOwn.has(id))).length;
}
