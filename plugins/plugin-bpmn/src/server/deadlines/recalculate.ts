import type { Variables } from '@wuxin/bpmn-core';
import { namesUsed } from '@wuxin/feel';
import type { Calendar } from '@wuxin/workday';
import { calendarFor, mustBeDates, type PendingChange } from '../calendars';
import { recordsOf } from '../records';
import { BpmnError } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type InstanceRecord, type TaskRecord, type TokenRecord } from '../store';
import { elementOf, loadVersion, type LoadedVersion } from '../versions';
import { endedStops } from './clock';
import { computeOn } from './compute';
import { casesWithDeadlines, countOpenCases, tasksInTime } from './store';
import type { ComputedDeadline, DeadlineRequest, DeadlineSettings } from './types';

export interface MovedDeadline {
  readonly task: TaskRecord;
  /** As it was computed on the calendar before. */
  readonly before: ComputedDeadline;
  readonly after: ComputedDeadline;
}

export interface Recalculation {
  readonly openCases: number;
  /** Everything that another calendar changes, also where a provisional date is only certain now. */
  readonly moved: readonly MovedDeadline[];
  /** Would be late at once, or were not computed from what is known today: they stay as people were told. */
  readonly kept: number;
}

/** Those that come on another day; the others only become certain. */
export const onAnotherDay = ({ moved }: Pick<Recalculation, 'moved'>): readonly MovedDeadline[] =>
  moved.filter(({ before, after }) => before.dueAt !== after.dueAt);

/**
 * What a change of a calendar does to the deadlines of open tasks. Only the calendar differs: a deadline that today's variables
 * and record would give otherwise even without the change stays, and so does one that is late already. Reads a few statements
 * for 200 cases, and writes nothing. @throws bad input `calendar.badDate`
 */
export async function recalculate(tx: Tx, change: PendingChange): Promise<Recalculation> {
  mustBeDates(change);
  const calendars = calendarsAround(tx, change);
  const moved: MovedDeadline[] = [];
  let kept = 0;
  for await (const cases of casesWithDeadlines(tx, change.placeId)) {
    for (const { task, request } of await requestsOf(tx, cases)) {
      const { before, after } = await calendars(request.placeId);
      const old = attempt(before, request);
      const fresh = attempt(after, request);
      if (!old || !fresh || old.dueAt !== task.dueAt) kept += 1;
      else if (isSame(old, fresh)) continue;
      else if (fresh.dueAt <= tx.now) kept += 1;
      else moved.push({ task, before: old, after: fresh });
    }
  }
  return { openCases: await countOpenCases(tx, change.placeId), moved, kept };
}

/** Each place's calendars once. */
function calendarsAround(tx: Tx, change: PendingChange) {
  const known = new Map<string | null, { before: Calendar; after: Calendar }>();
  return async (placeId: string | null) => {
    const found = known.get(placeId) ?? {
      before: await calendarFor(tx, placeId),
      after: await calendarFor(tx, placeId, change),
    };
    known.set(placeId, found);
    return found;
  };
}

/** A deadline that cannot be computed any more stays as it is. */
function attempt(calendar: Calendar, request: DeadlineRequest): ComputedDeadline | null {
  try {
    return computeOn(calendar, request, request.openedAt);
  } catch (error) {
    if (error instanceof BpmnError) return null;
    throw error;
  }
}

const isSame = (one: ComputedDeadline, other: ComputedDeadline): boolean =>
  one.dueAt === other.dueAt &&
  one.isProvisional === other.isProvisional &&
  one.steps.map(({ at }) => at).join() === other.steps.map(({ at }) => at).join();

interface Asked {
  readonly task: TaskRecord;
  readonly request: DeadlineRequest;
}

async function requestsOf(tx: Tx, cases: readonly InstanceRecord[]): Promise<Asked[]> {
  const tasks = await tasksInTime(tx, cases);
  const instances = new Map(cases.map((instance) => [instance.id, instance]));
  const versions = new Map<string, LoadedVersion>();
  for (const id of new Set(cases.map(({ versionId }) => versionId))) versions.set(id, await loadVersion(tx, id));
  const asked = tasks.flatMap((task) => {
    const instance = instances.get(task.instanceId);
    const version = versions.get(task.versionId);
    const settings = version && elementOf(version, task.elementId).settings;
    return instance && settings?.deadline ? [{ task, instance, settings }] : [];
  });
  const readers = asked
    .filter(({ settings }) => settings.deadline && readsCase(settings.deadline))
    .map(({ instance }) => instance);
  const scopeOf = await scopesOf(tx, [...new Set(readers)]);
  return asked.map(({ task, instance, settings }) => ({
    task,
    request: {
      element: { elementId: task.elementId, elementName: task.elementName },
      settings,
      scope: { ...scopeOf(instance, task), parameters: instance.parameters },
      openedAt: task.openedAt,
      startedAt: instance.startedAt,
      placeId: instance.placeId,
      stops: endedStops(task),
    },
  }));
}

function readsCase({ amount, base, steps }: DeadlineSettings): boolean {
  const texts = [amount, base ?? '', ...steps.map((step) => step.amount)];
  return texts.some((text) => text.startsWith('=') && namesUsed(text.slice(1)).length > 0);
}

/** Variables and record of the cases whose deadlines read any. */
async function scopesOf(tx: Tx, cases: readonly InstanceRecord[]) {
  const ids = new Set(cases.map(({ id }) => id));
  const tokens = cases.length > 0 ? await tables.tokens.select(tx, { instanceId: [...ids] }) : [];
  const byId = new Map(tokens.map((token) => [token.id, token]));
  const recordOf = await recordsOf(tx, cases);
  return (instance: InstanceRecord, task: TaskRecord): { variables: Variables; record: Variables | null } =>
    ids.has(instance.id)
      ? { variables: variablesAt(instance, byId.get(task.tokenId), byId), record: recordOf(instance) }
      : { variables: {}, record: null };
}

/** The nearest value wins, as when the task opened. */
function variablesAt(
  instance: InstanceRecord,
  token: TokenRecord | undefined,
  byId: ReadonlyMap<string, TokenRecord>,
): Variables {
  const chain: Variables[] = [];
  for (let at = token; at; at = at.parentId === null ? undefined : byId.get(at.parentId)) chain.unshift(at.variables);
  return Object.assign({}, instance.variables, ...chain) as Variables; // of objects that are Variables
}
