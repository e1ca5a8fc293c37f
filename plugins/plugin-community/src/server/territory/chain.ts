import type { Place, ReadAt } from '../ports';
import { idsInPath, toPlace } from './rows';

const places = (tx: ReadAt) => tx.db.getRepository('places');

/** From the widest place down to the place itself; empty when there is no such place. */
export async function placeChain(tx: ReadAt, placeId: string): Promise<readonly Place[]> {
  if (!/^\d+$/.test(placeId)) return [];
  const place = await places(tx).findOne({ filterByTk: placeId, transaction: tx.transaction });
  if (!place) return [];
  const ids = idsInPath(String(place.get('path') ?? ''));
  const found = new Map((await findPlaces(tx, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export async function findPlaces(tx: ReadAt, ids: readonly string[]): Promise<Place[]> {
  if (ids.length === 0) return [];
  const rows = await places(tx).find({ filter: { id: { $in: [...ids] } }, sort: ['id'], transaction: tx.transaction });
  return rows.map(toPlace);
}

/** Places by a part of their name, each after the one that it lies in. */
export async function searchPlaces(
  tx: ReadAt,
  { text, limit }: { readonly text?: string; readonly limit: number },
): Promise<Place[]> {
  const filter = text ? { name: { $includes: text } } : undefined;
  const rows = await places(tx).find({ filter, sort: ['path'], limit, transaction: tx.transaction });
  return rows.map(toPlace);
}
