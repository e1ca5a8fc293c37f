import { chinaCalendar, mergeCalendar, unitCalendar, type Calendar } from '@wuxin/workday';
import { NATIONAL, type CalendarDayRecord, type CalendarRecord, type ClosingRecord } from './types';

/** What is stored of one calendar. */
export interface Layer {
  readonly record: CalendarRecord;
  /** What was published first, then what administrators said. */
  readonly days: readonly CalendarDayRecord[];
  readonly closings: readonly ClosingRecord[];
}

/** Nothing of the software's own calendar shows through once the table holds it. */
export function startOf(layers: readonly Layer[]): Calendar {
  return layers[0]?.record.key === NATIONAL ? { ...chinaCalendar, days: new Map() } : chinaCalendar;
}

/** A calendar with the closings of a place on it; single days of the place come after them and win. */
export function withClosings(base: Calendar, { record: { key, name }, closings }: Layer): Calendar {
  if (closings.length === 0) return base;
  return unitCalendar(base, {
    key,
    name,
    days: closings.map(({ weekday, ...one }) => ({ ...one, weekday: weekday ?? undefined })),
  });
}

export function withDays(base: Calendar, { record: { key, name, coveredFrom, coveredUntil }, days }: Layer): Calendar {
  return mergeCalendar(base, {
    key,
    name,
    rows: days,
    coveredFrom: coveredFrom ?? undefined,
    coveredUntil: coveredUntil ?? undefined,
  });
}
