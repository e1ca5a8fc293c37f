import type { CalendarDayView } from '../../common/api';

export interface YearDay {
  readonly date: string;
  readonly dayOfMonth: number;
  readonly isRest: boolean;
  /** It differs from the plain week. */
  readonly exception: CalendarDayView | null;
  /** Beyond what the calendar knows: it may still become a day of rest or of work. */
  readonly isUnknown: boolean;
}

export interface YearMonth {
  readonly month: number;
  /** Weeks from Monday; null before the first and after the last day. */
  readonly weeks: readonly (readonly (YearDay | null)[])[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK = 7;
const MONTHS = 12;

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** Monday is 0. */
const weekdayOf = (time: number): number => (new Date(time).getUTCDay() + WEEK - 1) % WEEK;

interface Known {
  readonly days: readonly CalendarDayView[];
  readonly coveredUntil: string;
}

/** The twelve months of a year, each day with what it is. Dates are plain dates: no zone shifts them. */
export function monthsOf(year: number, { days, coveredUntil }: Known): YearMonth[] {
  const exceptions = new Map(days.map((day) => [day.date, day]));
  return Array.from({ length: MONTHS }, (_, index) => {
    const first = Date.UTC(year, index, 1);
    const count = Math.round((Date.UTC(year, index + 1, 1) - first) / DAY_MS);
    const cells: (YearDay | null)[] = Array.from({ length: weekdayOf(first) }, () => null);
    for (let day = 0; day < count; day += 1) {
      const time = first + day * DAY_MS;
      const date = isoOf(time);
      const exception = exceptions.get(date) ?? null;
      const isRest = exception ? exception.kind === 'rest' : weekdayOf(time) >= WEEK - 2;
      cells.push({ date, dayOfMonth: day + 1, isRest, exception, isUnknown: !exception && date > coveredUntil });
    }
    while (cells.length % WEEK !== 0) cells.push(null);
    const weeks = Array.from({ length: cells.length / WEEK }, (_unused, week) => cells.slice(week * WEEK, (week + 1) * WEEK));
    return { month: index + 1, weeks };
  });
}
