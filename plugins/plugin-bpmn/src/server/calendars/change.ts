import type { Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { badInput, forbidden } from '../runtime/errors';
import { isLocalDate } from '../runtime/local-date';
import type { Tx } from '../runtime/tx';
import { mayChangeAt, placesOf } from '../places';
import { calendarKeyOf } from './pending';
import { seedCalendars } from './seed';
import { insertCalendar, lockCalendar, replaceDays, updateCalendar } from './store';
import { type CalendarDayChange, type CalendarDayRecord, type CalendarRecord } from './types';

/** Writes what an administrator says about some days of a place, or of the whole country (null). */
export async function writeDays(
  tx: Tx,
  actor: Actor,
  placeId: string | null,
  changes: readonly CalendarDayChange[],
): Promise<CalendarRecord> {
  if (!(await mayChangeAt(tx, actor, placeId))) throw forbidden('calendar.notYourPlace');
  changes.forEach(checkDay);
  const calendar = await calendarToChange(tx, placeId);
  const rows = changes.flatMap((change) => rowFor(tx, actor, calendar, change));
  await replaceDays(
    tx,
    calendar.key,
    changes.map(({ date }) => date),
    rows,
  );
  await updateCalendar(tx, calendar.key, { revision: engineOf(tx.db).newId() });
  return calendar;
}

function checkDay({ date, kind, name, source }: CalendarDayChange): void {
  if (!isLocalDate(date)) throw badInput('calendar.badDate', { date });
  if (kind !== 'plain' && (name.trim() === '' || source.trim() === '')) throw badInput('calendar.noSource', { date });
}

/** The calendar of a place under its lock; a place that has none gets one. */
export async function calendarToChange(tx: Tx, placeId: string | null): Promise<CalendarRecord> {
  if (placeId === null) await seedCalendars(tx);
  const key = calendarKeyOf(placeId);
  const known = await lockCalendar(tx, key);
  if (known) return known;
  const place = (await placesOf(tx.db).chainOf(tx, placeId)).at(-1);
  if (!place) throw badInput('place.notFound', { placeId });
  const revision = engineOf(tx.db).newId();
  const fresh = { key, name: place.name, placeId, coveredFrom: null, coveredUntil: null, revision };
  await insertCalendar(tx, fresh);
  return fresh;
}

function rowFor(
  tx: Tx,
  actor: Actor,
  { key }: CalendarRecord,
  { date, kind, name, source }: CalendarDayChange,
): CalendarDayRecord[] {
  if (kind === 'plain') return [];
  const by = { setAt: tx.now, setById: actor.userId, setByName: actor.name };
  return [{ calendarKey: key, date, kind, name: name.trim(), source: source.trim(), origin: 'administrator', ...by }];
}
