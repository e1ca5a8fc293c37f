import { chinaCalendar, unitCalendar, WorkdayError } from '@wuxin/workday';
import { badInput } from '../runtime/errors';
import { isLocalDate } from '../runtime/local-date';
import type { Layer } from './layers';
import { NATIONAL, type CalendarDayChange, type CalendarDayRecord, type ClosingRecord } from './types';

/** A change of a calendar that is not written yet: to say what it would do, and to know what was before it. */
export interface PendingChange {
  readonly placeId: string | null;
  readonly days: readonly CalendarDayChange[];
  readonly coveredUntil?: string;
  /** A closing that is added. */
  readonly closing?: Omit<ClosingRecord, 'id' | 'calendarKey' | 'setAt' | 'setById' | 'setByName'>;
  /** The id of a closing that goes. */
  readonly withoutClosing?: string;
}

/** @throws bad input `calendar.badDate`, `calendar.badClosing` */
export function mustBeDates({ days, coveredUntil, closing }: PendingChange): void {
  const dates = [
    ...days.map(({ date }) => date),
    ...(coveredUntil === undefined ? [] : [coveredUntil]),
    ...(closing === undefined ? [] : [closing.from, closing.until]),
  ];
  const wrong = dates.find((date) => !isLocalDate(date));
  if (wrong !== undefined) throw badInput('calendar.badDate', { date: wrong });
  if (closing !== undefined) mustBeStretch(closing);
}

function mustBeStretch({ weekday, ...closing }: NonNullable<PendingChange['closing']>): void {
  try {
    unitCalendar(chinaCalendar, { key: '', name: '', days: [{ ...closing, weekday: weekday ?? undefined }] });
  } catch (error) {
    if (error instanceof WorkdayError) throw badInput('calendar.badClosing', { from: closing.from, until: closing.until }, error);
    throw error;
  }
}

export const calendarKeyOf = (placeId: string | null): string => (placeId === null ? NATIONAL : `place:${placeId}`);

const byNobody = { setAt: null, setById: null, setByName: null } as const;

/** Calendars as they would be after a change that concerns them. */
export function withPending(layers: readonly Layer[], change: PendingChange): Layer[] {
  const { placeId, days, coveredUntil, closing, withoutClosing } = change;
  const key = calendarKeyOf(placeId);
  const fresh = { key, name: key, placeId, coveredFrom: null, coveredUntil: null, revision: '' };
  const known = layers.find(({ record }) => record.key === key) ?? { record: fresh, days: [], closings: [] };
  const dates = new Set(days.map(({ date }) => date));
  const kept = known.days.filter(({ origin, date }) => origin !== 'administrator' || !dates.has(date));
  const changed: Layer = {
    record: { ...known.record, coveredUntil: coveredUntil ?? known.record.coveredUntil },
    days: [...kept, ...days.flatMap((day) => rowOf(key, day))],
    closings: [
      ...known.closings.filter(({ id }) => id !== withoutClosing),
      ...(closing === undefined ? [] : [{ ...closing, id: '', calendarKey: key, ...byNobody }]),
    ],
  };
  return [...layers.filter(({ record }) => record.key !== key), changed];
}

function rowOf(calendarKey: string, { date, kind, name, source }: CalendarDayChange): CalendarDayRecord[] {
  if (kind === 'plain') return [];
  return [{ calendarKey, date, kind, name, source, origin: 'administrator', ...byNobody }];
}
