import type { Calendar } from '../calendar';
import { addDays, daysBetween, endOfDay, localDateAt, SHANGHAI, type Instant, type LocalDate, type Zone } from '../date';
import { addDeadline, workingDaysBetween, type Deadline } from '../deadline';
import { WorkdayError } from '../errors';

/** A time in which a clock stands still, such as while the applicant is waited for. `until` is null while it still does. */
export interface ClockStop {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** What is left of a period: so many days after today, or so many milliseconds. */
export interface Remaining {
  readonly unit: 'workingDays' | 'calendarDays' | 'milliseconds';
  readonly amount: number;
}

/** A period that can be stopped. */
export type StoppableDueDate =
  | {
      readonly state: 'running';
      /** The first moment that is too late. */
      readonly dueAt: Instant;
      readonly dueOn: LocalDate;
      /** The same before it moved to a working day. */
      readonly lastDay: LocalDate;
      /** The calendar does not reach all days that were counted. */
      readonly isProvisional: boolean;
    }
  | { readonly state: 'stopped'; readonly since: Instant; readonly remaining: Remaining; readonly isProvisional: boolean };

/** When a period ends that is stopped, as it was before the stop. */
export interface DueBeforeStop {
  readonly dueAt: Instant;
  readonly dueOn: LocalDate;
  /** Before it moved to a working day. */
  readonly lastDay: LocalDate;
  readonly isProvisional: boolean;
}

/**
 * When a period ends whose clock was stopped.
 *
 * Days: what is left on the day of the stop, after that day, is left on the day on which the clock goes on, after that day. So a stop
 * within one day moves nothing, and whoever stopped on the last day has until the end of the day of the answer. Hours: to the
 * millisecond. A stop that begins when the period is over moves nothing; one that began before the period counts from its beginning.
 *
 * @param stops in their order, without overlaps; only the last one may still go on
 * @throws WorkdayError `workday.stop`, and those of `addDeadline`
 *
 * @example addStoppableDeadline(localDate('2026-11-16'), { unit: 'workingDays', amount: 5 }, [{ from, until }], chinaCalendar)
 */
export function addStoppableDeadline(
  base: Instant | LocalDate,
  deadline: Deadline,
  stops: readonly ClockStop[],
  calendar: Calendar,
  zone: Zone = SHANGHAI,
): StoppableDueDate {
  checkStops(stops);
  const first = addDeadline(base, deadline, calendar, zone);
  const { movedFrom } = first.explanation;
  let due: DueBeforeStop = { ...first, lastDay: movedFrom ?? first.dueOn };
  for (const { from, until } of stops) {
    const since = typeof base === 'number' ? Math.max(from, base) : Math.max(from, endOfDay(addDays(base, -1), zone));
    if (since >= due.dueAt) continue;
    if (until !== null && until <= since) continue;
    const remaining = remainingAt(since, due, deadline.unit, calendar, zone);
    const isProvisional = due.isProvisional || remaining.isProvisional;
    if (until === null) return { state: 'stopped', since, remaining: remaining.left, isProvisional };
    due = resumedAt(until, { since, remaining: remaining.left, due: { ...due, isProvisional } }, calendar, {
      ...('rollsToWorkingDay' in deadline ? { rollsToWorkingDay: deadline.rollsToWorkingDay } : {}),
      zone,
    });
  }
  return { state: 'running', ...due };
}

/** How long the clock stood still before a moment, in milliseconds: `nearLevel` leaves it out of the period. */
export function stoppedMilliseconds(stops: readonly ClockStop[], startedAt: Instant, now: Instant): number {
  return stops.reduce(
    (total, { from, until }) => total + Math.max(0, Math.min(until ?? now, now) - Math.max(from, startedAt)),
    0,
  );
}

function checkStops(stops: readonly ClockStop[]): void {
  stops.forEach(({ from, until }, at) => {
    const previous = stops[at - 1];
    const isNumber = Number.isFinite(from) && (until === null || Number.isFinite(until));
    const isOrdered = previous === undefined || (previous.until !== null && previous.until <= from);
    if (!isNumber || !isOrdered || (until !== null && until < from)) throw new WorkdayError('workday.stop', { row: at + 1 });
  });
}

/**
 * What is left of a period at a moment before its end: the first half of {@link addStoppableDeadline}, for whoever keeps it.
 *
 * @example remainingAt(since, due, 'workingDays', chinaCalendar).left // { unit: 'workingDays', amount: 3 }
 */
export function remainingAt(
  since: Instant,
  due: DueBeforeStop,
  unit: Deadline['unit'],
  calendar: Calendar,
  zone: Zone = SHANGHAI,
): { readonly left: Remaining; readonly isProvisional: boolean } {
  const today = localDateAt(since, zone);
  switch (unit) {
    case 'hours':
      return { left: { unit: 'milliseconds', amount: due.dueAt - since }, isProvisional: false };
    case 'calendarDays':
      return { left: { unit, amount: Math.max(0, daysBetween(today, due.lastDay)) }, isProvisional: false };
    case 'workingDays': {
      const { days, isProvisional } = workingDaysBetween(today, due.dueOn, calendar);
      return { left: { unit, amount: Math.max(0, days) }, isProvisional };
    }
  }
}

/** A stop that is to end, with what was left at its beginning. */
export interface StoppedPeriod {
  readonly since: Instant;
  readonly remaining: Remaining;
  readonly due: DueBeforeStop;
}

/** When a stopped period ends that goes on at a moment: the second half of {@link addStoppableDeadline}. */
export function resumedAt(
  at: Instant,
  { since, remaining: { unit, amount }, due }: StoppedPeriod,
  calendar: Calendar,
  { rollsToWorkingDay, zone = SHANGHAI }: { readonly rollsToWorkingDay?: boolean; readonly zone?: Zone } = {},
): DueBeforeStop {
  if (unit === 'milliseconds') {
    const dueAt = at + amount;
    const dueOn = localDateAt(dueAt - 1, zone);
    return { ...due, dueAt, dueOn, lastDay: dueOn };
  }
  const today = localDateAt(at, zone);
  if (today === localDateAt(since, zone)) return due;
  const left: Deadline = unit === 'calendarDays' ? { unit, amount, rollsToWorkingDay } : { unit, amount };
  const next = addDeadline(today, left, calendar, zone);
  const isProvisional = due.isProvisional || next.isProvisional;
  return { dueAt: next.dueAt, dueOn: next.dueOn, lastDay: next.explanation.movedFrom ?? next.dueOn, isProvisional };
}
