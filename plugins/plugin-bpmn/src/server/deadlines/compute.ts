import type { Instant } from '@wuxin/bpmn-core';
import {
  addDays,
  addDeadline,
  addStoppableDeadline,
  endOfDay,
  explainDueDate,
  WorkdayError,
  type Calendar,
  type ClockStop,
  type LocalDate,
} from '@wuxin/workday';
import { calendarFor } from '../calendars';
import type { ReadAt } from '../runtime/read-at';
import { cannotCompute } from './refusals';
import { explainStopped } from './clock';
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
  const { stops = [] } = request;
  const base = readBase(request, deadline.base, now);
  const period = readPeriod(request, deadline, now);
  const first = addDeadline(base, period, calendar);
  const stopped = stops.length > 0 ? addStoppableDeadline(base, period, stops, calendar) : null;
  const due = stopped?.state === 'running' ? stopped : { ...first, lastDay: first.explanation.movedFrom ?? first.dueOn };
  const isMoved = due.dueAt !== first.dueAt;
  return {
    dueAt: due.dueAt,
    dueOn: due.dueOn,
    lastDay: due.lastDay,
    nearAt: nearAt(base, due.dueAt, stops),
    isProvisional: due.isProvisional,
    explanation: isMoved
      ? explainStopped(due.dueOn, stops)
      : { zh: explainDueDate(first, 'zh-CN'), en: explainDueDate(first, 'en-US') },
    steps: planSteps({ request, steps: deadline.steps, due, calendar, now }),
  };
}

/** Four fifths of the time in which the clock ran. */
function nearAt(base: Instant | LocalDate, dueAt: Instant, stops: readonly ClockStop[]): Instant {
  const start = typeof base === 'number' ? base : endOfDay(addDays(base, -1));
  const pauses = stops.map(({ from, until }) => ({
    from: Math.max(from, start),
    length: lengthOf({ from, until }, start, dueAt),
  }));
  const running = dueAt - start - pauses.reduce((sum, { length }) => sum + length, 0);
  const near = start + Math.ceil((running * NEAR_PERCENT) / 100);
  return pauses.reduce((at, { from, length }) => (from < at ? at + length : at), near);
}

const lengthOf = ({ from, until }: ClockStop, start: Instant, dueAt: Instant): number =>
  Math.max(0, Math.min(until ?? dueAt, dueAt) - Math.max(from, start));
