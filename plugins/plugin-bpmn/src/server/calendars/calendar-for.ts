import type { Calendar } from '@wuxin/workday';
import { placesOf } from '../places';
import { perDatabase } from '../runtime/per-database';
import type { ReadAt } from '../runtime/read-at';
import { startOf, withClosings, withDays, type Layer } from './layers';
import { withPending, type PendingChange } from './pending';
import { findCalendars, findClosings, findDays } from './store';

/** Layers by key of their calendar, kept while its revision stays: a deadline is computed for every task that opens. */
const keptLayers = perDatabase(() => new Map<string, Layer>());

/**
 * The calendar that counts at a place: the national one, with the closings and days of each place down the chain on top.
 * Before anything was seeded it is the one that came with the software.
 *
 * @param pending a change that is not written yet, as if it were
 */
export async function calendarFor(tx: ReadAt, placeId: string | null, pending?: PendingChange): Promise<Calendar> {
  const layers = await layersAt(tx, placeId, pending);
  return layers.reduce((base, layer) => withDays(withClosings(base, layer), layer), startOf(layers));
}

/** What holds at a place, from the widest to the narrowest. */
export async function layersAt(tx: ReadAt, placeId: string | null, pending?: PendingChange): Promise<readonly Layer[]> {
  const chain = (await placesOf(tx.db).chainOf(tx, placeId)).map(({ id }) => id);
  const stored = await storedLayers(tx, chain);
  const isConcerned = pending !== undefined && (pending.placeId === null || chain.includes(pending.placeId));
  const layers = isConcerned ? withPending(stored, pending) : stored;
  return [null, ...chain].flatMap((place) => layers.find(({ record }) => record.placeId === place) ?? []);
}

async function storedLayers(tx: ReadAt, chain: readonly string[]): Promise<Layer[]> {
  const records = await findCalendars(tx, chain);
  const kept = keptLayers(tx.db);
  const missing = records.filter(({ key, revision }) => kept.get(key)?.record.revision !== revision);
  const keys = missing.map(({ key }) => key);
  const days = await findDays(tx, keys);
  const closings = await findClosings(tx, keys);
  const isOf =
    (key: string) =>
    ({ calendarKey }: { readonly calendarKey: string }) =>
      calendarKey === key;
  for (const record of missing)
    kept.set(record.key, {
      record,
      days: days.filter(isOf(record.key)),
      closings: closings.filter(isOf(record.key)),
    });
  return records.map((record) => ({ ...(kept.get(record.key) ?? { days: [], closings: [] }), record }));
}
