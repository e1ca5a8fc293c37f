import type { Calendar } from '../calendar';
import { addDays, endOfDay, localDateAt, SHANGHAI, type Instant, type LocalDate, type Zone } from '../date';
import { WorkdayError } from '../errors';
import { DayCounter, type SkippedDays } from './day-counter';

/** How long something may take. The unit is part of it: five working days are not five days. */
export type Deadline =
  | { readonly unit: 'workingDays'; readonly amount: number }
  | {
      readonly unit: 'calendarDays';
      readonly amount: number;
      /** Does a last day that is a day of rest move to the next working day (Civil Code, article 203)? Default true. */
      readonly rollsToWorkingDay?: boolean;
    }
  | { readonly unit: 'hours'; readonly amount: number };

export interface DueDate {
  /** The first moment that is too late: 24:00 of `dueOn`, or the end of the last hour. In time means `now < dueAt`. */
  readonly dueAt: Instant;
  /** The last day on which it is still in time; what people are told. */
  readonly dueOn: LocalDate;
  /** The calendar does not reach all days that were counted; compute again when it does. */
  readonly isProvisional: boolean;
  readonly coveredUntil: LocalDate;
  readonly explanation: DueDateExplanation;
}

export interface DueDateExplanation {
  readonly deadline: Deadline;
  /** The day that starts the period and is not counted itself. */
  readonly base: LocalDate;
  /** Days of rest on the way, by holiday; `name` is null for plain weekends. */
  readonly skipped: readonly SkippedDays[];
  /** Where a deadline in calendar days would have ended, when it was moved. */
  readonly movedFrom: LocalDate | null;
}

const MAX_DAYS = 3_650;
const HOUR = 3_600_000;

/**
 * When a period ends that starts at `base`.
 *
 * The day of the base is not counted (Civil Code, article 201); a period of 0 days ends with it. The last day lasts until
 * 24:00. Working days skip days of rest. Calendar days count all days, and the end moves to the next working day unless
 * `rollsToWorkingDay` is false. Hours run on day and night and need a moment, not a date, to start from.
 *
 * @example addDeadline(localDate('2026-02-13'), { unit: 'workingDays', amount: 2 }, chinaCalendar).dueOn // '2026-02-24': 02-14 is a make-up day
 */
export function addDeadline(base: Instant | LocalDate, deadline: Deadline, calendar: Calendar, zone: Zone = SHANGHAI): DueDate {
  checkAmount(deadline);
  const baseDate = typeof base === 'number' ? localDateAt(base, zone) : base;
  const counter = new DayCounter(calendar);
  switch (deadline.unit) {
    case 'hours': {
      const dueAt = startingMoment(base) + deadline.amount * HOUR;
      const dueOn = localDateAt(deadline.amount === 0 ? dueAt : dueAt - 1, zone);
      return dueDate({ dueAt, dueOn, counter, deadline, base: baseDate, movedFrom: null });
    }
    case 'workingDays': {
      const dueOn = counter.workingDayAfter(baseDate, deadline.amount);
      return dueDate({ dueAt: endOfDay(dueOn, zone), dueOn, counter, deadline, base: baseDate, movedFrom: null });
    }
    case 'calendarDays': {
      const lastDay = addDays(baseDate, deadline.amount);
      const dueOn = (deadline.rollsToWorkingDay ?? true) ? counter.workingDayFrom(lastDay) : lastDay;
      const movedFrom = dueOn === lastDay ? null : lastDay;
      return dueDate({ dueAt: endOfDay(dueOn, zone), dueOn, counter, deadline, base: baseDate, movedFrom });
    }
  }
}

interface DueDateParts extends Omit<DueDateExplanation, 'skipped'> {
  readonly dueAt: Instant;
  readonly dueOn: LocalDate;
  readonly counter: DayCounter;
}

function dueDate({ dueAt, dueOn, counter, deadline, base, movedFrom }: DueDateParts): DueDate {
  const explanation = { deadline, base, skipped: counter.skipped(), movedFrom };
  return { dueAt, dueOn, isProvisional: counter.isProvisional, coveredUntil: counter.coveredUntil, explanation };
}

function checkAmount({ amount, unit }: Deadline): void {
  const limit = unit === 'hours' ? MAX_DAYS * 24 : MAX_DAYS;
  if (!Number.isInteger(amount) || amount < 0 || amount > limit) {
    throw new WorkdayError('workday.amount', { amount: String(amount), unit, limit });
  }
}

function startingMoment(base: Instant | LocalDate): Instant {
  if (typeof base !== 'number') throw new WorkdayError('workday.base', { base });
  return base;
}
