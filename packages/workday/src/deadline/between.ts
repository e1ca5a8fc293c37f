import { dayInfo, type Calendar } from '../calendar';
import { addDays, type LocalDate } from '../date';

export interface WorkingDayCount {
  readonly days: number;
  /** The calendar does not reach all days that were counted. */
  readonly isProvisional: boolean;
}

/**
 * Working days after `from` up to and including `to`: how many a deadline from `from` to `to` has. Negative when `to` is
 * earlier.
 *
 * @example workingDaysBetween(localDate('2026-09-30'), localDate('2026-10-10'), chinaCalendar).days // 3: 8th, 9th and the make-up Saturday
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: Calendar): WorkingDayCount {
  if (to < from) {
    const { days, isProvisional } = workingDaysBetween(to, from, calendar);
    return { days: days === 0 ? 0 : -days, isProvisional };
  }
  let days = 0;
  let isProvisional = false;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    const info = dayInfo(date, calendar);
    if (info.isWorking) days++;
    isProvisional ||= info.isProvisional;
  }
  return { days, isProvisional };
}
