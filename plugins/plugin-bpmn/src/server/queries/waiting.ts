import { labelsOf, peopleOf } from '../assignment';
import type { PersonRef, WaitingReason } from '../../common/api';
import { nextReminderAt } from '../commands';
import { incidentText } from '../runtime/error-text';
import {
  tables,
  type IncidentRecord,
  type InstanceRecord,
  type SubscriptionRecord,
  type TaskRecord,
  type TokenRecord,
} from '../store';
import { elementName, type LoadedVersion } from '../versions';
import { deadlineView } from './deadline-view';
import { person } from './inbox';
import type { Reader } from './reader';

export interface Waiting {
  readonly instance: InstanceRecord;
  readonly version: LoadedVersion;
  readonly tokens: readonly TokenRecord[];
  readonly incidents: readonly IncidentRecord[];
}

/** "Why is this waiting": one reason for each thing that has to happen before the case moves. Trouble comes first. */
export async function waitingReasons(reader: Reader, waiting: Waiting): Promise<WaitingReason[]> {
  const { instance, incidents } = waiting;
  if (instance.endedAt !== null) return [];
  const suspended: WaitingReason[] = instance.suspension ? [{ kind: 'suspended', ...instance.suspension }] : [];
  return [
    ...suspended,
    ...incidents.map((incident) => incidentReason(reader, incident)),
    ...(await taskReasons(reader, waiting)),
    ...(await subscriptionReasons(reader, waiting)),
    ...(await jobReasons(reader, waiting)),
    ...(await callReasons(reader, waiting)),
    ...joinReasons(waiting),
  ];
}

function incidentReason(
  { locale }: Reader,
  { id, elementId, elementName: name, raisedAt, code, data }: IncidentRecord,
): WaitingReason {
  const text = incidentText(locale, code, data);
  return { kind: 'incident', incidentId: id, elementId, elementName: name, since: raisedAt, code, text };
}

/** Candidates of all tasks are looked up at once: a vote has one task for each voter. */
async function taskReasons(reader: Reader, { instance }: Waiting): Promise<WaitingReason[]> {
  const { tx } = reader;
  const tasks = await tables.tasks.select(tx, { instanceId: instance.id, status: 'open' }, { order: [['openedAt', 'ASC']] });
  const unheld = tasks.filter(({ assigneeId }) => assigneeId === null).map(({ id }) => id);
  const candidates = unheld.length > 0 ? await tables.candidates.select(tx, { taskId: unheld }) : [];
  const offered = candidates.filter(({ groupKey }) => !groupKey.startsWith('!'));
  const keys = [...new Set(offered.map(({ groupKey }) => groupKey))];
  const groups: Groups = { members: await peopleOf(tx, keys), labels: await labelsOf(tx, keys) };
  return tasks.map((task) => {
    const own = offered.filter(({ taskId }) => taskId === task.id).map(({ groupKey }) => groupKey);
    return taskReason(reader, task, { keys: own, ...groups });
  });
}

interface Groups {
  readonly members: ReadonlyMap<string, readonly PersonRef[]>;
  readonly labels: ReadonlyMap<string, string>;
}

function taskReason(
  { tx, locale }: Reader,
  task: TaskRecord,
  { keys, members, labels }: Groups & { keys: readonly string[] },
): WaitingReason {
  const holder = person(task.assigneeId, task.assigneeName);
  const people = holder ? [holder] : keys.flatMap((key) => members.get(key) ?? []);
  const nextAt = nextReminderAt(task);
  const mayRemind = nextAt !== null && tx.now >= nextAt;
  const { id: taskId, elementId, elementName: name, openedAt: since, remindedAt } = task;
  return {
    kind: 'task',
    taskId,
    elementId,
    elementName: name,
    since,
    people: [...new Map(people.map((found) => [found.id, found])).values()],
    groups: keys.flatMap((key) => labels.get(key) ?? []),
    deadline: deadlineView(task, tx.now, locale),
    mayRemind,
    remindedAt,
    mayRemindFrom: mayRemind ? null : nextAt,
  };
}

/** Boundary events wait too, but the case does not wait for them: their token is somebody's task. */
async function subscriptionReasons({ tx }: Reader, { instance, version, tokens }: Waiting): Promise<WaitingReason[]> {
  const kinds = new Map(tokens.map(({ id, kind }) => [id, kind]));
  const all = await tables.subscriptions.select(tx, { instanceId: instance.id }, { order: [['openedAt', 'ASC']] });
  return all.filter(({ tokenId }) => kinds.get(tokenId) === 'event').flatMap((row) => subscriptionReason(version, row));
}

function subscriptionReason({ graph }: LoadedVersion, row: SubscriptionRecord): WaitingReason[] {
  const at = { elementId: row.elementId, elementName: elementName(graph, row.elementId), since: row.openedAt };
  switch (row.kind) {
    case 'timer':
      return row.dueAt === null ? [] : [{ kind: 'timer', ...at, dueAt: row.dueAt }];
    case 'message':
    case 'signal':
      return [{ kind: 'message', ...at, name: row.name ?? '' }];
    case 'condition':
      return [{ kind: 'condition', ...at }];
  }
}

async function jobReasons({ tx }: Reader, { instance, version, tokens }: Waiting): Promise<WaitingReason[]> {
  const jobs = await tables.jobs.select(tx, { instanceId: instance.id, kind: ['service', 'startChild'], status: 'ready' });
  return jobs.map((job) => {
    const elementId = tokens.find(({ id }) => id === job.tokenId)?.elementId ?? '';
    const { attempts, lastError, createdAt: since } = job;
    return {
      kind: 'job',
      elementId,
      elementName: elementName(version.graph, elementId),
      since,
      jobKind: job.kind,
      attempts,
      nextAttemptAt: job.dueAt,
      lastError,
    };
  });
}

async function callReasons({ tx }: Reader, { instance, version, tokens }: Waiting): Promise<WaitingReason[]> {
  const children = await tables.instances.select(tx, { parentInstanceId: instance.id, status: ['running', 'suspended'] });
  return children.map(({ id, title, startedAt: since, parentTokenId }) => {
    const elementId = tokens.find((token) => token.id === parentTokenId)?.elementId ?? '';
    return { kind: 'call', elementId, elementName: elementName(version.graph, elementId), since, instanceId: id, title };
  });
}

function joinReasons({ version, tokens }: Waiting): WaitingReason[] {
  const joining = tokens.filter(({ kind }) => kind === 'joining');
  return joining.map(({ elementId, enteredAt: since }) => ({
    kind: 'join',
    elementId,
    elementName: elementName(version.graph, elementId),
    since,
  }));
}
