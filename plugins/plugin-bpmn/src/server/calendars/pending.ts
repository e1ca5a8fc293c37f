import { badInput } from '../runtime/errors';
import { isLocalDate } from '../runtime/local-date';
import { NATIONAL, type CalendarDayChange, type CalendarDayRecord, type CalendarRecord } from './types';

/** A change of a calendar that is not written yet: to say what it would do, and to know what was before it. */
export interface PendingChange {
  readonly placeId: string | null;
  readonly days: readonly CalendarDayChange[];
  readonly coveredUntil?: string;
}

/** @throws bad input `calendar.badDate` */
export function mustBeDates({ days, coveredUntil }: Pick<PendingChange, 'days' | 'coveredUntil'>): void {
  const dates = [...days.map(({ date }) => date), ...(coveredUntil === undefined ? [] : [coveredUntil])];
  const wrong = dates.find((date) => !isLocalDate(date));
  if (wrong !== undefined) throw badInput('calendar.badDate', { date: wrong });
}

export const calendarKeyOf = (placeId: string | null): string => (placeId === null ? NATIONAL : `place:${placeId}`);

interface Layers {
  readonly records: readonly CalendarRecord[];
  readonly days: ReadonlyMap<string, readonly CalendarDayRecord[]>;
}

/** Calendars as they would be after the change; one that does not concern these places changes nothing. */
export function withPending({ records, days }: Layers, change: PendingChange, isConcerned: boolean): Layers {
  if (!isConcerned) return { records, days };
  const key = calendarKeyOf(change.placeId);
  const fresh = { key, name: key, placeId: change.placeId, coveredFrom: null, coveredUntil: null, revision: '' };
  const known = records.find((record) => record.key === key) ?? fresh;
  const changed = { ...known, coveredUntil: change.coveredUntil ?? known.coveredUntil };
  const dates = new Set(change.days.map(({ date }) => date));
  const kept = (days.get(key) ?? []).filter(({ origin, date }) => origin !== 'administrator' || !dates.has(date));
  return {
    records: [...records.filter((record) => record.key !== key), changed],
    days: new Map([...days, [key, [...kept, ...change.days.flatMap((day) => rowOf(key, day))]]]),
  };
}

function rowOf(calendarKey: string, { date, kind, name, source }: CalendarDayChange): CalendarDayRecord[] {
  if (kind === 'plain') return [];
  return [{ calendarKey, date, kind, name, source, origin: 'administrator', setAt: null, setById: null, setByName: null }];
}
