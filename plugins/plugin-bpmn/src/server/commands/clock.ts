import type { Instant } from '@wuxin/bpmn-core';
import { addDays, endOfDay, localDate, localDateAt, remainingAt, resumedAt, type Calendar, type LocalDate } from '@wuxin/workday';
import { calendarFor } from '../calendars';
import {
  computeOn,
  explainStopped,
  nearAfterStop,
  planSteps,
  readAmount,
  readUnit,
  stepsAfterStop,
  stoppedWorkingDays,
  workingDayAfter,
  type DeadlineRequest,
  type DeadlineSettings,
} from '../deadlines';
import { written } from '../history';
import { readRecord } from '../records';
import { SYSTEM, type Actor, type ActorOrSystem } from '../runtime/actor';
import { badInput, BpmnError, conflict } from '../runtime/errors';
import { isLocalDate } from '../runtime/local-date';
import type { ReadAt } from '../runtime/read-at';
import type { Tx } from '../runtime/tx';
import { tables, visibleVariables, type StoppedClock, type TaskRecord } from '../store';
import { elementOf } from '../versions';
import { mustRun, openTask, save, type OpenedInstance } from './opened-instance';
import { mustHold, mustHoldOrAdminister } from './task-rights';
import { parkTimers, unparkTimers } from './clock-timers';

export interface ClockToStop {
  readonly reason: string;
  /** `YYYY-MM-DD`: in the morning of that day it goes on by itself; missing: as late as it may. */
  readonly until?: string;
}

/**
 * Stops the clock of a task while the applicant is waited for: nothing is due, its reminders, escalations and timers wait.
 *
 * Who may: the holder, where the step allows it. From: open, with a deadline that is not over, running. It goes on by itself at the
 * day that is named, or when all stops together have taken the working days that the step allows.
 *
 * @throws bad input `clock.badDay`; conflicts `clock.notAllowed`, `clock.alreadyStopped`, `clock.noDeadline`, `clock.overdue`, `clock.used`
 */
export async function stopClock(tx: Tx, actor: Actor, taskId: string, { reason, until }: ClockToStop): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  await mustHold(tx, actor, task);
  mustRun(opened);
  if (!reason.trim()) throw badInput('task.reasonMissing');
  const deadline = stoppable(opened, task);
  const at = await stateOf(opened, task, deadline);
  const resumesOn = dayToResume(tx.now, at, until);
  const stopped = await stoppedNow(opened, task, { ...at, resumesAt: endOfDay(addDays(resumesOn, -1)) });
  const { id, tokenId, elementId, elementName } = task;
  const stops = [...(task.clock?.stops ?? []), { from: tx.now, until: null }];
  await tables.tasks.update(tx, { id }, { dueAt: null, nearAt: null, stoppedAt: tx.now, clock: { stops, stopped } });
  opened.unit.queue({
    kind: 'resumeClock',
    tokenId,
    taskId,
    payload: { stop: stops.length },
    dueAt: stopped.resumesAt,
    maxAttempts: 8,
    idempotencyKey: `resumeClock:${id}:${stops.length}`,
  });
  const element = { id: elementId, name: elementName };
  const data = { taskId, until: resumesOn };
  opened.unit.record({ kind: 'clockStopped', actor, element, tokenId, data, payload: written({ reason }) });
  opened.unit.noteDeadline();
  await save(opened);
}

/**
 * Lets the clock of a task go on: what was left of its time is left from today, and reminders, escalations and timers move with it.
 *
 * Who may: the holder, administrators. From: open, stopped. @throws conflict `clock.notStopped`
 */
export async function resumeClock(tx: Tx, actor: Actor, taskId: string): Promise<void> {
  const { opened, task } = await openTask(tx, actor, taskId);
  await mustHoldOrAdminister(tx, actor, task);
  mustRun(opened);
  const stopped = task.clock?.stopped;
  if (!stopped) throw conflict('clock.notStopped');
  await goOn(opened, task, stopped, actor);
  await tables.jobs.delete(tx, { taskId, kind: 'resumeClock' });
  await save(opened);
}

/** The same by the timer of a stop, counted from 1; nothing where somebody was faster. */
export async function resumeClockInTime(tx: Tx, taskId: string, stop: number): Promise<void> {
  const { opened, task } = await openTask(tx, SYSTEM, taskId);
  const { clock } = task;
  if (task.status !== 'open' || !clock?.stopped || clock.stops.length !== stop) return;
  mustRun(opened);
  await goOn(opened, task, clock.stopped, SYSTEM);
  await save(opened);
}

/** The last day on which a clock that is stopped now goes on; null where it may not be stopped, or today's values do not say. */
export async function latestResumeDay(
  tx: ReadAt,
  { task, instance, version }: Pick<OpenedInstance, 'instance' | 'version'> & { readonly task: TaskRecord },
): Promise<LocalDate | null> {
  const { deadline } = elementOf(version, task.elementId).settings;
  const { stopLimit } = deadline ?? {};
  if (stopLimit === undefined || task.stoppedAt !== null || task.dueAt === null || task.dueAt <= tx.now) return null;
  const element = { elementId: task.elementId, elementName: task.elementName };
  const scope = { variables: instance.variables, record: null, parameters: instance.parameters };
  const limit = attempt(() => readAmount({ element, scope }, stopLimit, tx.now));
  if (limit === null) return null;
  const calendar = await calendarFor(tx, instance.placeId);
  const left = limit - stoppedWorkingDays(task.clock?.stops ?? [], calendar);
  return left < 1 ? null : workingDayAfter(localDateAt(tx.now), left, calendar);
}

function stoppable({ tx, version }: OpenedInstance, task: TaskRecord): DeadlineSettings & { readonly stopLimit: string } {
  const { deadline } = elementOf(version, task.elementId).settings;
  if (deadline?.stopLimit === undefined) throw conflict('clock.notAllowed');
  if (task.stoppedAt !== null) throw conflict('clock.alreadyStopped');
  if (task.dueAt === null) throw conflict('clock.noDeadline');
  if (task.dueAt <= tx.now) throw conflict('clock.overdue');
  return { ...deadline, stopLimit: deadline.stopLimit };
}

interface ClockState {
  readonly request: DeadlineRequest;
  readonly calendar: Calendar;
  readonly unit: ReturnType<typeof readUnit>;
  /** Until then all stops together may last. */
  readonly latest: LocalDate;
}

async function stateOf(
  opened: OpenedInstance,
  task: TaskRecord,
  { unit, stopLimit }: DeadlineSettings & { readonly stopLimit: string },
): Promise<ClockState> {
  const { tx, instance } = opened;
  const request = await requestOf(opened, task);
  const calendar = await calendarFor(tx, instance.placeId);
  const limit = readAmount(request, stopLimit, tx.now);
  const left = limit - stoppedWorkingDays(task.clock?.stops ?? [], calendar);
  if (left < 1) throw conflict('clock.used', { limit });
  const latest = workingDayAfter(localDateAt(tx.now), left, calendar);
  return { request, calendar, unit: readUnit(request.element, unit), latest };
}

function dayToResume(now: Instant, { latest }: ClockState, until: string | undefined): LocalDate {
  if (until === undefined) return latest;
  const today = localDateAt(now);
  if (!isLocalDate(until) || until <= today || until > latest)
    throw badInput('clock.badDay', { first: addDays(today, 1), latest });
  return localDate(until);
}

async function stoppedNow(
  { tx, instance, version }: OpenedInstance,
  task: TaskRecord,
  { request, calendar, unit, resumesAt }: ClockState & { readonly resumesAt: Instant },
): Promise<StoppedClock> {
  const dueAt = task.dueAt ?? tx.now;
  const computed = attempt(() => computeOn(calendar, request, task.openedAt));
  const dueOn = localDateAt(dueAt - 1);
  // a last day that moved to a working day is known only where today's values give what people were told
  const lastDay = computed?.dueAt === dueAt ? computed.lastDay : dueOn;
  const due = { dueAt, dueOn, lastDay, isProvisional: task.isDueProvisional };
  const steps = await tables.jobs.select(tx, { taskId: task.id, kind: 'deadlineStep', status: 'ready' });
  if (steps.length > 0) await tables.jobs.delete(tx, { id: steps.map(({ id }) => id) });
  return {
    since: tx.now,
    resumesAt,
    due,
    nearAt: task.nearAt ?? dueAt,
    remaining: remainingAt(tx.now, due, unit, calendar).left,
    steps: steps.map(({ idempotencyKey: key, dueAt: at, payload }) => ({ key, at, payload })),
    timers: await parkTimers(tx, { instanceId: instance.id, tokenId: task.tokenId, graph: version.graph }, resumesAt - tx.now),
  };
}

async function goOn(opened: OpenedInstance, task: TaskRecord, stopped: StoppedClock, actor: ActorOrSystem): Promise<void> {
  const { tx, unit, instance } = opened;
  const { since, due, timers } = stopped;
  // a worker that comes late gives nobody more time
  const at = Math.min(tx.now, stopped.resumesAt);
  const calendar = await calendarFor(tx, instance.placeId);
  const next = resumedAt(at, stopped, calendar);
  const stops = (task.clock?.stops ?? []).map((stop) => ({ ...stop, until: stop.until ?? at }));
  await tables.tasks.update(
    tx,
    { id: task.id },
    {
      dueAt: next.dueAt,
      nearAt: next.dueAt === due.dueAt ? stopped.nearAt : nearAfterStop(stopped, at, next.dueAt),
      isDueProvisional: next.isProvisional,
      ...(next.dueAt === due.dueAt ? {} : { dueExplanation: explainStopped(next.dueOn, stops) }),
      stoppedAt: null,
      clock: { stops, stopped: null },
    },
  );
  const planned = await plannedSteps(opened, task, calendar, next);
  for (const { step, at: stepAt } of stepsAfterStop(stopped.steps, planned, next.dueAt - due.dueAt)) {
    const { key: idempotencyKey, payload } = step;
    const { id: taskId, tokenId } = task;
    unit.queue({ kind: 'deadlineStep', tokenId, taskId, payload, dueAt: stepAt, maxAttempts: 8, idempotencyKey });
  }
  await unparkTimers(tx, timers, at - since);
  const element = { id: task.elementId, name: task.elementName };
  const data = { taskId: task.id, from: localDateAt(since), to: next.dueOn };
  unit.record({ kind: 'clockResumed', actor, element, tokenId: task.tokenId, data });
  unit.noteResumedClock();
}

async function plannedSteps(opened: OpenedInstance, task: TaskRecord, calendar: Calendar, due: StoppedClock['due']) {
  const { deadline } = elementOf(opened.version, task.elementId).settings;
  if (!deadline) return [];
  const request = await requestOf(opened, task);
  return attempt(() => planSteps({ request, steps: deadline.steps, due, calendar, now: opened.tx.now })) ?? [];
}

async function requestOf({ tx, instance, version, session }: OpenedInstance, task: TaskRecord): Promise<DeadlineRequest> {
  return {
    element: { elementId: task.elementId, elementName: task.elementName },
    settings: elementOf(version, task.elementId).settings,
    scope: {
      variables: visibleVariables(session.reader, task.tokenId),
      record: await readRecord(tx, instance),
      parameters: instance.parameters,
    },
    openedAt: task.openedAt,
    startedAt: instance.startedAt,
    placeId: instance.placeId,
    stops: task.clock?.stops.filter(({ until }) => until !== null) ?? [],
  };
}

/** What cannot be computed from today's values any more goes on as people were told. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof BpmnError) return null;
    throw error;
  }
}
