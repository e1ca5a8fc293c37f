import type { Instant } from '@wuxin/bpmn-core';
import {
  addDays,
  isWorkingDay,
  localDateAt,
  workingDaysBetween,
  type Calendar,
  type ClockStop,
  type LocalDate,
} from '@wuxin/workday';
import { textOf } from '../runtime/texts';
import type { StoppedClock, TaskRecord, WaitingStep } from '../store';
import type { DeadlineStep } from './types';

/** When the clock of a task that is closed stood still: a stop that nobody ended ended with it. */
export function endedStops(task: Pick<TaskRecord, 'clock' | 'closedAt'> | undefined): readonly ClockStop[] {
  return (task?.clock?.stops ?? []).map(({ from, until }) => ({ from, until: until ?? task?.closedAt ?? from }));
}

/** How many working days stops have taken, of those that a step may be stopped for. */
export const stoppedWorkingDays = (stops: readonly ClockStop[], calendar: Calendar): number =>
  stops.reduce(
    (sum, { from, until }) => sum + workingDaysBetween(localDateAt(from), localDateAt(until ?? from), calendar).days,
    0,
  );

const A_YEAR = 366;

/** So many working days after a day. */
export function workingDayAfter(date: LocalDate, amount: number, calendar: Calendar): LocalDate {
  let day = date;
  // a year of rest would be a broken calendar, so the walk ends
  for (let counted = 0, walked = 0; counted < amount && walked < 3 * A_YEAR; walked += 1) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) counted += 1;
  }
  return day;
}

/** As much of the time before it as was left when the clock stopped. */
export function nearAfterStop({ since, due, nearAt }: StoppedClock, at: Instant, dueAt: Instant): Instant {
  if (nearAt <= since) return at;
  return at + Math.ceil(((dueAt - at) * (nearAt - since)) / (due.dueAt - since));
}

/** Steps that waited, each with its new time: those of one sort keep their order, counted from the last. */
export function stepsAfterStop(
  waiting: readonly WaitingStep[],
  planned: readonly DeadlineStep[],
  shift: number,
): { readonly step: WaitingStep; readonly at: Instant }[] {
  const inOrder = [...waiting].sort((one, other) => one.at - other.at);
  return inOrder.map((step, index) => {
    const sort = sortOf(step.payload);
    const fromLast = inOrder.slice(index).filter(({ payload }) => sortOf(payload) === sort).length;
    const fresh = planned.filter((other) => sortOf(withoutTime(other)) === sort).at(-fromLast);
    return { step, at: fresh?.at ?? step.at + shift };
  });
}

const withoutTime = ({ at: _, ...action }: DeadlineStep): object => action;
const sortOf = (action: object): string => JSON.stringify(Object.entries(action).sort());

/** How a date came about that stops have moved. */
export function explainStopped(dueOn: string, stops: readonly ClockStop[]): { readonly zh: string; readonly en: string } {
  const last = stops.at(-1)?.until;
  const data = { dueOn, count: stops.length, resumedOn: last === null || last === undefined ? '' : localDateAt(last) };
  return { zh: textOf('zh-CN', 'deadline.afterStops', data), en: textOf('en-US', 'deadline.afterStops', data) };
}
