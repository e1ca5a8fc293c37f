import { placesOf } from '../places';
import type { ReadAt } from '../runtime/read-at';
import { findComingValues } from './store';
import type { ParameterInForce, ParameterValue } from './types';

/**
 * By key, what will hold at a place next: of the values that begin later there, the first that is set as near as the one in force. Those
 * without one are left out. At most two look-ups.
 */
export async function comingValues(
  tx: ReadAt,
  found: ReadonlyMap<string, ParameterInForce>,
  placeId: string | null,
): Promise<ReadonlyMap<string, ParameterValue>> {
  if (found.size === 0) return new Map();
  const chain = (await placesOf(tx.db).chainOf(tx, placeId)).map(({ id }) => id);
  const nearness = (at: string | null): number => (at === null ? -1 : chain.indexOf(at));
  const next = new Map<string, ParameterValue>();
  for (const value of await findComingValues(tx, [...found.keys()], chain)) {
    const current = found.get(value.parameterKey);
    const known = next.get(value.parameterKey);
    // a nearer value that holds already keeps it out; of two that begin together the nearer one holds, and of one place the later one
    if (!current || nearness(value.placeId) < nearness(current.placeId)) continue;
    const isLater = known !== undefined && value.effectiveFrom > known.effectiveFrom;
    if (!known || (!isLater && nearness(value.placeId) >= nearness(known.placeId))) next.set(value.parameterKey, value);
  }
  return next;
}
