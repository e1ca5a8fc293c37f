import { addDays, daysBetween, localDate } from '../date';
import type { Calendar } from './calendar';
import data from './china-days.json';
import { mergeCalendar, type CalendarRow } from './merge';

const EMPTY: Calendar = {
  key: 'week',
  name: '',
  coveredFrom: localDate(data.coveredFrom),
  coveredUntil: localDate(data.coveredUntil),
  days: new Map(),
};

/**
 * Public holidays of China with their make-up working days. The table is generated (`scripts/import-years.ts`); when the
 * holidays of a new year are announced, generate it again or add the rows with {@link mergeCalendar}.
 */
export const chinaCalendar: Calendar = mergeCalendar(EMPTY, {
  key: 'china',
  name: '中国法定节假日',
  rows: data.years.flatMap(rowsOfYear),
});

function rowsOfYear({ source, rest, working }: (typeof data.years)[number]): CalendarRow[] {
  return [
    ...rest.flatMap(({ from, until, name }) =>
      datesFrom(from, until).map((date): CalendarRow => ({ date, kind: 'rest', name, source })),
    ),
    ...working.map(({ date, name }): CalendarRow => ({ date, kind: 'working', name, source })),
  ];
}

function datesFrom(from: string, until: string): string[] {
  const first = localDate(from);
  return Array.from({ length: daysBetween(first, localDate(until)) + 1 }, (_, index) => addDays(first, index));
}
