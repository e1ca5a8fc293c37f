import { chinaCalendar, mergeCalendar, type Calendar } from '@wuxin/workday';
import { placesOf } from '../places';
import { perDatabase } from '../runtime/per-database';
import type { ReadAt } from '../runtime/read-at';
import { withPending, type PendingChange } from './pending';
import { findCalendars, findDays } from './store';
import { NATIONAL, type CalendarDayRecord, type CalendarRecord } from './types';

interface KeptDays {
  readonly revision: string;
  readonly rows: readonly CalendarDayRecord[];
}

/** Days by calendar, kept while the calendar's revision stays: a deadline is computed for every task that opens. */
const keptDays = perDatabase(() => new Map<string, KeptDays>());

/**
 * The calendar that counts at a place: the national one, with the days of each place down the chain on top. Before
 * anything was seeded it is the one that came with the software.
 *
 * @param pending a change that is not written yet, as if it were
 */
export async function calendarFor(tx: ReadAt, placeId: string | null, pending?: PendingChange): Promise<Calendar> {
  const chain = (await placesOf(tx.db).chainOf(tx, placeId)).map(({ id }) => id);
  const found = await findCalendars(tx, chain);
  const stored = { records: found, days: await daysOf(tx, found) };
  const { records, days } = pending
    ? withPending(stored, pending, pending.placeId === null || chain.includes(pending.placeId))
    : stored;
  const layers = [null, ...chain].flatMap((place) => records.find((record) => record.placeId === place) ?? []);
  return layers.reduce((base, layer) => addLayer(base, layer, days.get(layer.key) ?? []), startOf(layers));
}

/** Nothing of the software's own calendar shows through once the table holds it. */
function startOf(layers: readonly CalendarRecord[]): Calendar {
  return layers[0]?.key === NATIONAL ? { ...chinaCalendar, days: new Map() } : chinaCalendar;
}

function addLayer(
  base: Calendar,
  { key, name, coveredFrom, coveredUntil }: CalendarRecord,
  rows: readonly CalendarDayRecord[],
): Calendar {
  return mergeCalendar(base, {
    key,
    name,
    rows,
    coveredFrom: coveredFrom ?? undefined,
    coveredUntil: coveredUntil ?? undefined,
  });
}

async function daysOf(
  tx: ReadAt,
  records: readonly CalendarRecord[],
): Promise<ReadonlyMap<string, readonly CalendarDayRecord[]>> {
  const kept = keptDays(tx.db);
  const missing = records.filter(({ key, revision }) => kept.get(key)?.revision !== revision);
  const rows = await findDays(
    tx,
    missing.map(({ key }) => key),
  );
  for (const { key, revision } of missing)
    kept.set(key, { revision, rows: rows.filter(({ calendarKey }) => calendarKey === key) });
  return new Map(records.map(({ key }) => [key, kept.get(key)?.rows ?? []]));
}
