import type { CalendarDayView, CalendarRow, CalendarYear } from '../../common/api';
import { calendarFor, calendarLayers, type CalendarDayRecord, type CalendarRecord } from '../calendars';
import { placesOf } from '../places';
import { forbidden, notFound } from '../runtime/errors';
import type { Locale } from '../runtime/texts';
import { holidayIn } from './holiday-names';
import { person } from './person';
import type { Reader } from './reader';

/** A year as it holds at a place, and every calendar that there is. Who may: an administrator. */
export async function calendarYear(
  reader: Reader,
  { year, placeId }: { readonly year: number; readonly placeId: string | null },
): Promise<CalendarYear> {
  const { tx, isAdministrator, locale } = reader;
  if (!isAdministrator) throw forbidden('calendar.administratorsOnly');
  const chain = await placesOf(tx.db).chainOf(tx, placeId);
  const place = chain.at(-1);
  if (placeId !== null && !place) throw notFound('place.notFound', { placeId });
  const { coveredFrom, coveredUntil } = await calendarFor(tx, placeId);
  const { records, days } = await calendarLayers(tx);
  const holding = [null, ...chain.map(({ id }) => id)].flatMap((id) => records.find((record) => record.placeId === id) ?? []);
  return {
    year,
    place: place ? { id: place.id, name: place.name } : null,
    coveredFrom,
    coveredUntil,
    days: daysOf(holding, days, { placeId, locale }).filter(({ date }) => date.startsWith(`${year}-`)),
    calendars: records.map((record) => rowOf(record, days)),
  };
}

/** The narrowest layer wins, and in it what an administrator said. */
function daysOf(
  layers: readonly CalendarRecord[],
  days: readonly CalendarDayRecord[],
  { placeId, locale }: { readonly placeId: string | null; readonly locale: Locale },
): CalendarDayView[] {
  const byDate = new Map<string, CalendarDayView>();
  for (const layer of layers)
    for (const day of days.filter(({ calendarKey }) => calendarKey === layer.key)) {
      const { date, kind, source, origin, setById, setByName, setAt } = day;
      const isOwn = layer.placeId === placeId && origin === 'administrator';
      byDate.set(date, {
        date,
        kind,
        name: holidayIn(locale, day.name),
        source,
        isOwn,
        setBy: person(setById, setByName),
        setAt,
      });
    }
  return [...byDate.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function rowOf({ key, name, placeId, coveredUntil }: CalendarRecord, days: readonly CalendarDayRecord[]): CalendarRow {
  const own = days.filter(({ calendarKey, origin }) => calendarKey === key && origin === 'administrator');
  return { place: placeId === null ? null : { id: placeId, name }, name, coveredUntil, ownDays: own.length };
}
