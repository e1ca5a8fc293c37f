import { localDate, type LocalDate } from '../date';
import { WorkdayError } from '../errors';
import type { Calendar, CalendarDay } from './calendar';

/** One row of a calendar table, as an administrator edits it. */
export interface CalendarRow extends CalendarDay {
  readonly date: string;
}

export interface CalendarOverrides {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly CalendarRow[];
  /** Only when the rows complete another stretch of time, such as the holidays of the next year. */
  readonly coveredFrom?: string;
  readonly coveredUntil?: string;
}

/**
 * A calendar that is like another one except for some days: local holidays, market days, a new year. The base is not
 * changed. A row of the overrides wins over a row of the base; of two rows for one day the later one wins.
 *
 * @example mergeCalendar(chinaCalendar, { key: 'ankang', name: '安康', rows: [{ date: '2026-06-18', kind: 'rest', name: '龙舟节', source: '市政府通知' }] })
 */
export function mergeCalendar(base: Calendar, overrides: CalendarOverrides): Calendar {
  const coveredFrom = overrides.coveredFrom === undefined ? base.coveredFrom : localDate(overrides.coveredFrom);
  const coveredUntil = overrides.coveredUntil === undefined ? base.coveredUntil : localDate(overrides.coveredUntil);
  if (coveredFrom > coveredUntil) throw new WorkdayError('workday.coverage', { from: coveredFrom, until: coveredUntil });
  const days = new Map([...base.days, ...overrides.rows.map(readRow)]);
  return { key: overrides.key, name: overrides.name, coveredFrom, coveredUntil, days };
}

function readRow(row: CalendarRow, index: number): [LocalDate, CalendarDay] {
  const { kind, name, source } = row;
  try {
    if (kind !== 'rest' && kind !== 'working') throw new WorkdayError('workday.calendarRow');
    return [localDate(row.date), { kind, name, source }];
  } catch (cause) {
    throw new WorkdayError(
      'workday.calendarRow',
      { row: index + 1, value: `${row.date} ${String(kind)}`.slice(0, 60) },
      { cause },
    );
  }
}
