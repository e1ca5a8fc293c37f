import { isWeekend, type LocalDate } from '../date';

/** What a calendar says about one day that differs from the plain week. */
export interface CalendarDay {
  readonly kind: 'rest' | 'working';
  /** Why, for people: `春节`, `赶集日`. */
  readonly name: string;
  /** Where it is written. */
  readonly source: string;
}

/** Which days are worked. Between `coveredFrom` and `coveredUntil` it is known; outside it is a guess from the week alone. */
export interface Calendar {
  readonly key: string;
  readonly name: string;
  readonly coveredFrom: LocalDate;
  readonly coveredUntil: LocalDate;
  readonly days: ReadonlyMap<LocalDate, CalendarDay>;
}

export interface DayInfo {
  readonly isWorking: boolean;
  /** The holiday or the reason for working; `null` on plain weekdays and weekends. */
  readonly name: string | null;
  /** The calendar does not reach this day: only the week is known. */
  readonly isProvisional: boolean;
}

/**
 * What kind of day it is.
 *
 * @example dayInfo(localDate('2026-02-14'), chinaCalendar) // { isWorking: true, name: '春节', isProvisional: false }
 */
export function dayInfo(date: LocalDate, calendar: Calendar): DayInfo {
  const isProvisional = date < calendar.coveredFrom || date > calendar.coveredUntil;
  const day = calendar.days.get(date);
  // A row for the day itself is known, even beyond the coverage.
  if (day) return { isWorking: day.kind === 'working', name: day.name, isProvisional: false };
  return { isWorking: !isWeekend(date), name: null, isProvisional };
}

export function isWorkingDay(date: LocalDate, calendar: Calendar): boolean {
  return dayInfo(date, calendar).isWorking;
}
