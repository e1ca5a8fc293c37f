import { localDate, type Calendar } from '@wuxin/workday';
import type { CalendarDayView, CalendarYear, ClosingView } from '../../common/api';
import { calendarCounts, calendarFor, holidayIn, layersAt, startOf, withClosings, withDays, type Layer } from '../calendars';
import { placesOf } from '../places';
import { forbidden, notFound } from '../runtime/errors';
import type { Locale } from '../runtime/texts';
import { person } from './person';
import type { Reader } from './reader';

interface At {
  readonly placeId: string | null;
  readonly locale: Locale;
}

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
  const layers = await layersAt(tx, placeId);
  const names = new Map(chain.map(({ id, name }) => [id, name]));
  return {
    year,
    place: place ? { id: place.id, name: place.name } : null,
    coveredFrom,
    coveredUntil,
    days: daysOf(layers, { placeId, locale }).filter(({ date }) => date.startsWith(`${year}-`)),
    closings: layers
      .flatMap((layer) => closingsOf(layer, placeId, names))
      .filter(({ from, until }) => from <= `${year}-12-31` && until >= `${year}-01-01`),
    calendars: (await calendarCounts(tx)).map(({ record: { name, placeId: id, coveredUntil: known }, ownDays, closings }) => ({
      place: id === null ? null : { id, name },
      name,
      coveredUntil: known,
      ownDays,
      closings,
    })),
  };
}

/** The narrowest layer wins; in it a single day before a closing, and what an administrator said before what was published. */
function daysOf(layers: readonly Layer[], at: At): CalendarDayView[] {
  const byDate = new Map<string, CalendarDayView>();
  let calendar = startOf(layers);
  for (const layer of layers) {
    const closed = withClosings(calendar, layer);
    for (const view of closedDays(calendar, closed, layer, at)) byDate.set(view.date, view);
    for (const { date, kind, name, source, origin, setById, setByName, setAt } of layer.days) {
      const isOwn = layer.record.placeId === at.placeId && origin === 'administrator';
      const setBy = person(setById, setByName);
      byDate.set(date, { date, kind, name: holidayIn(at.locale, name), source, isOwn, setBy, setAt });
    }
    calendar = withDays(closed, layer);
  }
  return [...byDate.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** The days that the closings of a layer make other than they were. */
function closedDays(before: Calendar, after: Calendar, { closings }: Layer, { locale }: At): CalendarDayView[] {
  if (closings.length === 0) return [];
  return [...after.days].flatMap(([date, { kind, name, source }]): CalendarDayView[] => {
    if (before.days.get(localDate(date)) === after.days.get(date)) return [];
    const by = closings.findLast((one) => one.kind === kind && one.name === name && one.from <= date && date <= one.until);
    const { setById = null, setByName = null, setAt = null } = by ?? {};
    return [{ date, kind, name: holidayIn(locale, name), source, isOwn: false, setBy: person(setById, setByName), setAt }];
  });
}

function closingsOf({ record, closings }: Layer, placeId: string | null, names: ReadonlyMap<string, string>): ClosingView[] {
  return closings.map(({ id, kind, from, until, weekday, name, source, setById, setByName, setAt }) => ({
    id,
    kind,
    from,
    until,
    weekday,
    name,
    source,
    place: { id: record.placeId ?? '', name: names.get(record.placeId ?? '') ?? record.name },
    isOwn: record.placeId === placeId,
    setBy: person(setById, setByName),
    setAt,
  }));
}
