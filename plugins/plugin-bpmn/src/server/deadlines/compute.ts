import type { Instant } from '@wuxin/bpmn-core';
import { addDeadline, addDays, endOfDay, explainDueDate, WorkdayError, type Calendar, type LocalDate } from '@wuxin/workday';
import { calendarFor } from '../calendars';
import type { ReadAt } from '../runtime/read-at';
import { cannotCompute } from './refusals';
import { readBase, readPeriod } from './settings';
import { planSteps } from './steps';
import type { ComputedDeadline, DeadlineRequest, DeadlineSettings } from './types';

/** How much of the time may be over before it is called near, in hundredths. */
const NEAR_PERCENT = 80;

/**
 * Until when the work of an element is to be done; null when it has no deadline. Computed once, when the work opens, from
 * the instance's own parameters and the calendar of its place.
 *
 * Throws a coded error that names the element when an amount, a unit, a base or a step cannot be read.
 */
export async function computeDeadline(tx: ReadAt, request: DeadlineRequest): Promise<ComputedDeadline | null> {
  if (!request.settings.deadline) return null;
  return computeOn(await calendarFor(tx, request.placeId), request, tx.now);
}

/** The same on a calendar that is known already. */
export function computeOn(calendar: Calendar, request: DeadlineRequest, now: Instant): ComputedDeadline | null {
  const { deadline } = request.settings;
  if (!deadline) return null;
  try {
    return compute({ request, deadline, calendar, now });
  } catch (error) {
    if (error instanceof WorkdayError) throw cannotCompute(request.element, error);
    throw error;
  }
}

interface Given {
  readonly request: DeadlineRequest;
  readonly deadline: DeadlineSettings;
  readonly calendar: Calendar;
  readonly now: Instant;
}

function compute({ request, deadline, calendar, now }: Given): ComputedDeadline {
  const base = readBase(request, deadline.base, now);
  const due = addDeadline(base, readPeriod(request, deadline, now), calendar);
  return {
    dueAt: due.dueAt,
    dueOn: due.dueOn,
    nearAt: nearAt(base, due.dueAt),
    isProvisional: due.isProvisional,
    explanation: { zh: explainDueDate(due, 'zh-CN'), en: explainDueDate(due, 'en-US') },
    steps: planSteps({ request, steps: deadline.steps, due, calendar, now }),
  };
}

function nearAt(base: Instant | LocalDate, dueAt: Instant): Instant {
  const start = typeof base === 'number' ? base : endOfDay(addDays(base, -1));
  return start + Math.ceil(((dueAt - start) * NEAR_PERCENT) / 100);
}
