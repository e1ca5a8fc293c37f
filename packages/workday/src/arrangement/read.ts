import type { CalendarRow } from '../calendar';
import { addDays, daysBetween, isWeekend, localDate, type LocalDate } from '../date';
import { WorkdayError } from '../errors';
import { parseHoliday, partsOf, type ArrangedDay, type ArrangedHoliday } from './parse';

/** The days that differ from the plain week, or everything that speaks against taking them over. */
export type Arrangement =
  | {
      readonly kind: 'read';
      readonly year: number;
      /** For `mergeCalendar`, with `coveredUntil`. */
      readonly rows: readonly CalendarRow[];
      readonly coveredUntil: LocalDate;
    }
  | { readonly kind: 'refused'; readonly problems: readonly WorkdayError[] };

export interface ArrangementOptions {
  readonly year: number;
  /** Where it is written, such as 国办发明电〔2025〕7号. */
  readonly source: string;
}

/** The holidays of a whole year (Regulation on Public Holidays, articles 2 and 3). */
const EXPECTED = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];
const LONGEST = 15;

/**
 * Reads the yearly notice of the State Council's office on holidays, whole or only its numbered lines. What the notice says twice is
 * compared: weekdays in brackets, the number of days, days that rest and days that are worked. One problem refuses all of it.
 *
 * @example readArrangement('国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）上班。…', { year: 2026, source: '…' })
 */
export function readArrangement(text: string, { year, source }: ArrangementOptions): Arrangement {
  const problems: WorkdayError[] = [];
  const titled = /关于(\d{4})年部分节假日安排/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1];
  if (!Number.isInteger(year) || year < 1950 || year > 2998 || (titled !== undefined && Number(titled) !== year)) {
    problems.push(new WorkdayError('workday.arrangementYear', { year: String(year), found: titled ?? '' }));
    return { kind: 'refused', problems };
  }
  const holidays = partsOf(text).flatMap(({ names, words }): ArrangedHoliday[] => {
    const holiday = parseHoliday(names, words, year);
    if (!holiday)
      problems.push(new WorkdayError('workday.arrangementLine', { holiday: names.join('、'), line: words.slice(0, 60) }));
    return holiday ? [holiday] : [];
  });
  problems.push(...missing(holidays, problems), ...holidays.flatMap(problemsOf));
  const rows = holidays.flatMap((holiday) => rowsOf(holiday, source));
  problems.push(...problemsOfDays(rows, year));
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'read', year, rows, coveredUntil: localDate(`${year}-12-31`) };
}

function missing(holidays: readonly ArrangedHoliday[], problems: readonly WorkdayError[]): WorkdayError[] {
  // a line that could not be read is named already
  const named = [
    ...holidays.flatMap(({ names }) => names),
    ...problems.flatMap(({ data }) => String(data.holiday ?? '').split('、')),
  ];
  return EXPECTED.filter((name) => named.filter((other) => other === name).length !== 1).map(
    (holiday) =>
      new WorkdayError('workday.arrangementHoliday', { holiday, times: named.filter((name) => name === holiday).length }),
  );
}

function problemsOf({ names, from, until, days, worked }: ArrangedHoliday): WorkdayError[] {
  const holiday = names.join('、');
  const length = daysBetween(from.date, until.date) + 1;
  const problems = [from, until, ...worked]
    .filter(({ date, weekday }) => weekday !== null && weekday !== weekdayOf(date))
    .map(
      ({ date, weekday }) =>
        new WorkdayError('workday.arrangementWeekday', { date, said: `周${weekday ?? ''}`, is: `周${weekdayOf(date)}` }),
    );
  if (length < 1 || length > LONGEST || (days !== null && days !== length)) {
    problems.push(new WorkdayError('workday.arrangementCount', { holiday, said: days ?? length, is: length }));
  }
  for (const { date } of worked) {
    if (!isWeekend(date)) problems.push(new WorkdayError('workday.arrangementWorked', { date, holiday }));
  }
  return problems;
}

function problemsOfDays(rows: readonly CalendarRow[], year: number): WorkdayError[] {
  const problems: WorkdayError[] = [];
  const kinds = new Map<string, string>();
  for (const { date, name } of rows) {
    const other = kinds.get(date);
    if (other !== undefined) problems.push(new WorkdayError('workday.arrangementTwice', { date, first: other, second: name }));
    kinds.set(date, name);
    // the days around New Year may lie in the year before or after
    if (Math.abs(Number(date.slice(0, 4)) - year) > 1)
      problems.push(new WorkdayError('workday.arrangementYear', { year, found: date }));
  }
  return problems;
}

function rowsOf({ names, from, until, worked }: ArrangedHoliday, source: string): CalendarRow[] {
  const name = names.join('、');
  const length = Math.min(LONGEST, Math.max(0, daysBetween(from.date, until.date) + 1));
  const rest = Array.from({ length }, (_, at): CalendarRow => ({ date: addDays(from.date, at), kind: 'rest', name, source }));
  return [...rest, ...worked.map(({ date }: ArrangedDay): CalendarRow => ({ date, kind: 'working', name, source }))];
}

/** 一 to 日. */
function weekdayOf(date: LocalDate): string {
  return '四五六日一二三'[((daysBetween(localDate('1970-01-01'), date) % 7) + 7) % 7] ?? '';
}
