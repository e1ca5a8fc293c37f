import type { Place, ReadAt } from '../ports';
import { findRow, findRows, text } from '../rows';
import { idsInPath, toPlace } from './rows';

/** From the widest place down to the place itself; empty when there is no such place. */
export async function placeChain(tx: ReadAt, placeId: string): Promise<readonly Place[]> {
  if (!/^\d+$/.test(placeId)) return [];
  const place = await findRow(tx, 'places', { id: placeId });
  if (!place) return [];
  const ids = idsInPath(text(place, 'path'));
  const found = new Map((await findPlaces(tx, ids)).map((row) => [row.id, row]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export async function findPlaces(tx: ReadAt, ids: readonly string[]): Promise<Place[]> {
  if (ids.length === 0) return [];
  return (await findRows(tx, 'places', { filter: { id: { $in: [...ids] } }, sort: ['id'] })).map(toPlace);
}

/** Places with the ids of those that they lie in, from the widest down to themselves. */
export async function placesInTree(tx: ReadAt, ids: readonly string[]): Promise<(Place & { readonly within: string[] })[]> {
  if (ids.length === 0) return [];
  const rows = await findRows(tx, 'places', { filter: { id: { $in: [...ids] } }, sort: ['id'] });
  return rows.map((row) => ({ ...toPlace(row), within: idsInPath(text(row, 'path')) }));
}

/** The places of a level inside a place, or the place itself. */
export async function placesWithin(tx: ReadAt, placeId: string, level: string): Promise<Place[]> {
  const filter = { level, path: { $includes: `/${placeId}/` } };
  return (await findRows(tx, 'places', { filter, sort: ['path'] })).map(toPlace);
}

export interface PlacesAsked {
  /** A part of the name. */
  readonly text?: string;
  /** Only these places and those below them; missing: anywhere. */
  readonly within?: readonly string[];
  readonly limit: number;
}

/** Places by a part of their name, each after the one that it lies in. */
export async function searchPlaces(tx: ReadAt, { text: part, within, limit }: PlacesAsked): Promise<Place[]> {
  if (within?.length === 0) return [];
  const named = part ? [{ name: { $includes: part } }] : [];
  const inside = within ? [{ $or: within.map((id) => ({ path: { $includes: `/${id}/` } })) }] : [];
  const filter = { $and: [...named, ...inside] };
  return (await findRows(tx, 'places', { filter, sort: ['path'], limit })).map(toPlace);
}

/** The paths of places with none below them, inside a place or anywhere: one look-up. */
export async function lowestPlaces(tx: ReadAt, placeId: string | null): Promise<readonly (readonly string[])[]> {
  const filter = placeId === null ? undefined : { path: { $includes: `/${placeId}/` } };
  const paths = (await findRows(tx, 'places', { filter, sort: ['path'] })).map((row) => idsInPath(text(row, 'path')));
  const withPlacesBelow = new Set(paths.flatMap((ids) => ids.slice(0, -1)));
  return paths.filter((ids) => !withPlacesBelow.has(ids.at(-1) ?? ''));
}
