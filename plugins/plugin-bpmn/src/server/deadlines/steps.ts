import type { Instant } from '@wuxin/bpmn-core';
import { addDays, endOfDay, isWorkingDay, type Calendar, type Deadline, type DueDate, type LocalDate } from '@wuxin/workday';
import type { ElementRef } from '../expressions';
import { badStep } from './refusals';
import { readAmount, readUnit } from './settings';
import type { DeadlineAction, DeadlineRequest, DeadlineStep, DeadlineStepSettings } from './types';

const HOUR_MS = 60 * 60 * 1000;
const MORNING_MS = 9 * HOUR_MS;
/** Beyond any sensible reminder, and well within what may be counted day by day. */
const MAX_AMOUNT = 366;

interface Plan {
  readonly request: DeadlineRequest;
  readonly steps: readonly DeadlineStepSettings[];
  readonly due: Pick<DueDate, 'dueAt' | 'dueOn'>;
  readonly calendar: Calendar;
  readonly now: Instant;
}

/** What happens around a deadline, in time order. A reminder that would have been due before the work opened is left out. */
export function planSteps({ request, steps, due, calendar, now }: Plan): readonly DeadlineStep[] {
  const planned = steps.map((step) => {
    const amount = readAmount(request, step.amount, now);
    if (Math.abs(amount) > MAX_AMOUNT) throw badStep(request.element, step.action);
    const unit = readUnit(request.element, step.unit);
    const at = momentOf({ amount, unit, isOutcome: step.action === 'outcome', due, calendar });
    return { at, ...readAction(request.element, step) };
  });
  return planned.filter(({ action, at }) => action !== 'remind' || at > request.openedAt).sort((a, b) => a.at - b.at);
}

/** What a step does, without when. */
export function readAction(element: ElementRef, { action, kind, value }: DeadlineStepSettings): DeadlineAction {
  switch (action) {
    case 'remind':
      return { action };
    case 'escalate':
      if (!kind) throw badStep(element, action);
      return { action, kind, value: value ?? '' };
    case 'outcome':
      if (!value) throw badStep(element, action);
      return { action, outcome: value };
    default:
      throw badStep(element, action);
  }
}

interface StepTime {
  readonly amount: number;
  readonly unit: Deadline['unit'];
  readonly isOutcome: boolean;
  readonly due: Pick<DueDate, 'dueAt' | 'dueOn'>;
  readonly calendar: Calendar;
}

function momentOf({ amount, unit, isOutcome, due, calendar }: StepTime): Instant {
  if (amount === 0 && isOutcome) return due.dueAt;
  switch (unit) {
    case 'hours':
      return due.dueAt + amount * HOUR_MS;
    case 'calendarDays':
      return morningOf(addDays(due.dueOn, amount));
    case 'workingDays':
      return morningOf(workingDayFrom(due.dueOn, amount, calendar));
  }
}

const morningOf = (date: LocalDate): Instant => endOfDay(addDays(date, -1)) + MORNING_MS;

/** So many working days after (or, negative, before) a date. */
function workingDayFrom(date: LocalDate, amount: number, calendar: Calendar): LocalDate {
  const direction = Math.sign(amount);
  let day = date;
  // at most MAX_AMOUNT days are counted; a year of rest would be a broken calendar, so the walk ends there too
  for (let counted = 0, walked = 0; counted < Math.abs(amount) && walked < 3 * MAX_AMOUNT; walked += 1) {
    day = addDays(day, direction);
    if (isWorkingDay(day, calendar)) counted += 1;
  }
  return day;
}
