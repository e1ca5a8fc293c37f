export type WorkdayCode =
  | 'workday.amount'
  | 'workday.arrangementCount'
  | 'workday.arrangementHoliday'
  | 'workday.arrangementLine'
  | 'workday.arrangementTwice'
  | 'workday.arrangementWeekday'
  | 'workday.arrangementWorked'
  | 'workday.arrangementYear'
  | 'workday.base'
  | 'workday.calendarRow'
  | 'workday.closing'
  | 'workday.coverage'
  | 'workday.date'
  | 'workday.instant'
  | 'workday.nearPercent'
  | 'workday.noWorkingDay'
  | 'workday.stop';

export type WorkdayData = { readonly [key: string]: string | number | null };

/** A deadline or a calendar that makes no sense. Callers and tests look at `code`; people read `formatWorkdayError`. */
export class WorkdayError extends Error {
  override readonly name = 'WorkdayError';

  constructor(
    readonly code: WorkdayCode,
    readonly data: WorkdayData = {},
    options: { cause?: unknown } = {},
  ) {
    super(code, options);
  }
}
