import { chinaCalendar, readArrangement, type CalendarDay, type CalendarRow, type WorkdayError } from '@wuxin/workday';
import { conflict } from '../runtime/errors';
import type { ReadAt } from '../runtime/read-at';
import { findCalendars, findDays } from './store';
import { NATIONAL, type CalendarDayChange, type CalendarDayRecord } from './types';

/** The text of the State Council's yearly notice on holidays, and where it is written; an empty source is taken from the text. */
export interface ArrangementText {
  readonly year: number;
  readonly text: string;
  readonly source: string;
}

export type StoredDay = CalendarDay & Pick<CalendarDayRecord, 'date' | 'setAt' | 'setById' | 'setByName'>;

/** A day that is stored otherwise: replaced by what the notice says, or (null) kept, since it says nothing of the day. */
export interface ArrangementConflict {
  readonly stored: StoredDay;
  readonly becomes: CalendarDay['kind'] | null;
}

/** What a notice says against the national calendar as it is stored. */
export type ComparedArrangement =
  | { readonly kind: 'refused'; readonly problems: readonly WorkdayError[] }
  | {
      readonly kind: 'read';
      readonly rows: readonly CalendarRow[];
      /** Days that are to be written, and up to where the calendar is known afterwards; missing: as far as before. */
      readonly days: readonly CalendarDayChange[];
      readonly coveredUntil?: string;
      readonly conflicts: readonly ArrangementConflict[];
      readonly source: string;
      /** Of the calendar that it was compared with. */
      readonly revision: string;
    };

/** Reads the notice and compares it; writes nothing. @throws conflict `calendar.arrangementGap` for a year that leaves one out */
export async function compareArrangement(tx: ReadAt, { year, text, source }: ArrangementText): Promise<ComparedArrangement> {
  const said = source.trim() === '' ? sourceOf(text, year) : source.trim();
  const read = readArrangement(text, { year, source: said });
  if (read.kind === 'refused') return read;
  const { coveredFrom, coveredUntil, revision, stored } = await nationalDays(tx);
  const [first, last] = [Number(coveredFrom.slice(0, 4)), Number(coveredUntil.slice(0, 4)) + 1];
  if (year < first || year > last) throw conflict('calendar.arrangementGap', { year, first, last });
  const arranged = new Map<string, CalendarRow>(read.rows.map((row) => [row.date, row]));
  return {
    kind: 'read',
    rows: read.rows,
    days: read.rows.filter(({ date, kind }) => stored.get(date)?.kind !== kind),
    ...(read.coveredUntil > coveredUntil ? { coveredUntil: read.coveredUntil } : {}),
    conflicts: [...stored.values()].flatMap((day) => conflictOf(day, arranged.get(day.date), year)),
    source: said,
    revision,
  };
}

function conflictOf(stored: StoredDay, said: CalendarRow | undefined, year: number): ArrangementConflict[] {
  if (said) return said.kind === stored.kind ? [] : [{ stored, becomes: said.kind }];
  return stored.date.startsWith(`${year}-`) ? [{ stored, becomes: null }] : [];
}

async function nationalDays(tx: ReadAt) {
  const [national] = await findCalendars(tx, []);
  const nobody = { setAt: null, setById: null, setByName: null };
  const rows: readonly StoredDay[] = national
    ? await findDays(tx, [NATIONAL])
    : [...chinaCalendar.days].map(([date, day]) => ({ date, ...day, ...nobody }));
  return {
    coveredFrom: national?.coveredFrom ?? chinaCalendar.coveredFrom,
    coveredUntil: national?.coveredUntil ?? chinaCalendar.coveredUntil,
    revision: national?.revision ?? '',
    // what an administrator said comes later and wins
    stored: new Map(rows.map((day) => [day.date, day])),
  };
}

/** The title of the notice, with its number where the text has it. */
function sourceOf(text: string, year: number): string {
  const number = /国办发(?:明电)?[〔[【]\d{4}[〕\]】]\d{1,3}号/.exec(text.replace(/\s/g, ''))?.[0];
  return `国务院办公厅关于${year}年部分节假日安排的通知${number === undefined ? '' : `，${number}`}`;
}
