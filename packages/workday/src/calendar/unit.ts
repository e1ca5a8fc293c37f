import { addDays, daysBetween, localDate, type LocalDate } from '../date';
import { WorkdayError } from '../errors';
import { dayInfo, type Calendar } from './calendar';
import { mergeCalendar, type CalendarRow } from './merge';

/**
 * Days on which one unit (a window, an office) is closed, or open while others rest: a stretch of days, or of it only one weekday.
 * `weekday` is 1 for Monday to 7 for Sunday; such an entry leaves alone what the base calendar has a row for, so a hall that is open
 * on Saturdays is closed on a holiday that is one.
 */
export interface UnitDays {
  readonly kind: 'rest' | 'working';
  readonly from: string;
  readonly until: string;
  readonly weekday?: number;
  readonly name: string;
  readonly source: string;
}

export interface UnitCalendar {
  readonly key: string;
  readonly name: string;
  readonly days: readonly UnitDays[];
}

/** Ten years in one entry. */
const LONGEST = 3_660;

/**
 * The calendar of one unit: the base with the days of its own. Stretches without a weekday win over those with one, whatever their
 * order; of two of a kind the later one wins. The base is not changed, and its coverage stays.
 *
 * @throws WorkdayError `workday.closing` with the number of the entry
 *
 * @example unitCalendar(chinaCalendar, { key: 'hall', name: '便民服务中心', days: [{ kind: 'working', weekday: 6, from: '2026-01-01', until: '2026-12-31', name: '周六延时服务', source: '…' }] })
 */
export function unitCalendar(base: Calendar, { key, name, days }: UnitCalendar): Calendar {
  const read = days.map((entry, at) => ({ entry, dates: datesOf(entry, at + 1) }));
  const weekly = read
    .filter(({ entry }) => entry.weekday !== undefined)
    .flatMap((item) => rowsOf(item).filter(({ date }) => !base.days.has(localDate(date))));
  const stretches = read.filter(({ entry }) => entry.weekday === undefined).flatMap(rowsOf);
  const byDate = new Map([...weekly, ...stretches].map((row) => [row.date, row]));
  const rows = [...byDate.values()].filter(({ date, kind }) => dayInfo(localDate(date), base).isWorking !== (kind === 'working'));
  return mergeCalendar(base, { key, name, rows });
}

interface ReadEntry {
  readonly entry: UnitDays;
  readonly dates: readonly LocalDate[];
}

function rowsOf({ entry: { kind, name, source }, dates }: ReadEntry): CalendarRow[] {
  return dates.map((date) => ({ date, kind, name, source }));
}

function datesOf({ kind, from, until, weekday }: UnitDays, row: number): LocalDate[] {
  const wrong = (value: string, cause?: unknown) =>
    new WorkdayError('workday.closing', { row, value: value.slice(0, 60) }, { cause });
  if (kind !== 'rest' && kind !== 'working') throw wrong(String(kind));
  if (weekday !== undefined && (!Number.isInteger(weekday) || weekday < 1 || weekday > 7)) throw wrong(String(weekday));
  let first: LocalDate;
  let length: number;
  try {
    first = localDate(from);
    length = daysBetween(first, localDate(until)) + 1;
  } catch (cause) {
    throw wrong(`${from} ${until}`, cause);
  }
  if (length < 1 || length > LONGEST) throw wrong(`${from} ${until}`);
  const dates = Array.from({ length }, (_, at) => addDays(first, at));
  return weekday === undefined ? dates : dates.filter((date) => weekdayOf(date) === weekday);
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(date: LocalDate): number {
  // 1970-01-01 was a Thursday
  return ((((daysBetween(localDate('1970-01-01'), date) + 3) % 7) + 7) % 7) + 1;
}
