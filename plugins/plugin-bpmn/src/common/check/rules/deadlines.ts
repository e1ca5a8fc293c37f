import { elementsOf, type Element } from '@wuxin/bpmn-core';
import { type Context, type Rule, type Said, when } from '../rule';

const WHOLE = /^-?\d+$/;
const HOURS = { hours: 1, calendarDays: 24, workingDays: 24 } as const;
const DURATION = /^P(?:(\d+)D|T(\d+)H)$/;

export const deadlines = {
  /** A reminder that would have to come before the step begins. */
  'process.stepBeforeStart': { severity: 'warning', find: stepsBeforeStart },
  /** What stands after the step that ends the task never happens. */
  'process.stepAfterOutcome': { severity: 'warning', find: stepsAfterOutcome },
  /** A timer at its border ends the task before its own time is over. */
  'process.timerBeforeDeadline': { severity: 'warning', find: timersBeforeDeadline },
} as const satisfies Record<string, Rule>;

const numberOf = (amount: string): number | null => (WHOLE.test(amount.trim()) ? Number(amount) : null);

function stepsBeforeStart({ settings: { deadline } }: Element): readonly Said[] {
  const length = deadline && (deadline.base ?? 'opened') === 'opened' ? numberOf(deadline.amount) : null;
  if (!deadline || length === null) return [];
  return deadline.steps.flatMap(({ amount, unit }) => {
    const before = numberOf(amount);
    return when(before !== null && unit === deadline.unit && before < 0 && -before >= length, { before: -(before ?? 0), length });
  });
}

function stepsAfterOutcome({ settings: { deadline } }: Element): readonly Said[] {
  const timed = (deadline?.steps ?? []).map(({ action, amount, unit }) => ({ action, unit, at: numberOf(amount) }));
  const ends = timed.filter(({ action, at }) => action === 'outcome' && at !== null);
  const isLate = timed.some(
    ({ action, unit, at }) =>
      action !== 'outcome' && at !== null && ends.some((end) => (end.unit === unit || end.at === 0) && at > (end.at ?? 0)),
  );
  return when(isLate);
}

function timersBeforeDeadline({ activity, settings: { deadline } }: Element, { graph }: Context): readonly Said[] {
  const length = deadline && (deadline.base ?? 'opened') === 'opened' ? numberOf(deadline.amount) : null;
  if (!deadline || length === null || !isUnit(deadline.unit)) return [];
  const limit = length * HOURS[deadline.unit];
  return elementsOf(graph, activity?.boundaryIds ?? []).flatMap(({ id, name, event }) => {
    const timer = event?.isInterrupting ? event.definitions.find(({ kind }) => kind === 'timer') : undefined;
    const hours = timer?.kind === 'timer' && timer.timer === 'duration' ? hoursOf(timer.value) : null;
    return when(hours !== null && hours < limit, { timer: name ?? id });
  });
}

const isUnit = (unit: string): unit is keyof typeof HOURS => Object.hasOwn(HOURS, unit);

function hoursOf(value: string): number | null {
  const [, days, hours] = DURATION.exec(value.trim()) ?? [];
  if (days !== undefined) return Number(days) * HOURS.calendarDays;
  return hours === undefined ? null : Number(hours);
}
