import { addDays, localDate, type LocalDate } from '../date';

/** A year file of chinese-days: dates with `English,中文,days`. `holidays` are all days off, `workdays` the make-up days. */
export interface YearFile {
  readonly year: number;
  readonly source: string;
  readonly content: {
    readonly holidays: { readonly [date: string]: string };
    readonly workdays: { readonly [date: string]: string };
  };
}

export interface YearTable {
  readonly year: number;
  readonly source: string;
  readonly rest: readonly { from: string; until: string; name: string }[];
  readonly working: readonly { date: string; name: string }[];
}

export interface CalendarTable {
  readonly coveredFrom: string;
  readonly coveredUntil: string;
  readonly years: readonly YearTable[];
}

/**
 * The committed table from the files of consecutive years. Only used when the table is generated, and by its test.
 *
 * @internal
 */
export function tableOfYears(files: readonly YearFile[]): CalendarTable {
  const years = files.map(({ year }) => year);
  return {
    coveredFrom: `${Math.min(...years)}-01-01`,
    coveredUntil: `${Math.max(...years)}-12-31`,
    years: files.map(({ year, source, content }) => ({
      year,
      source,
      rest: stretches(namedDates(content.holidays)),
      working: namedDates(content.workdays),
    })),
  };
}

function namedDates(days: { readonly [date: string]: string }): { date: LocalDate; name: string }[] {
  return Object.entries(days)
    .map(([date, label]) => ({ date: localDate(date), name: label.split(',')[1] ?? label }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Neighbouring days of one holiday become one line, so that a person can compare the table with the notice. */
function stretches(days: readonly { date: LocalDate; name: string }[]): { from: string; until: LocalDate; name: string }[] {
  const lines: { from: string; until: LocalDate; name: string }[] = [];
  for (const { date, name } of days) {
    const last = lines[lines.length - 1];
    if (last && last.name === name && addDays(last.until, 1) === date) last.until = date;
    else lines.push({ from: date, until: date, name });
  }
  return lines;
}
