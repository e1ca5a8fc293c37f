import { labelsOf, peopleOf } from '../assignment';
import type { PersonRef, WaitingReason } from '../../common/api';
import { nextReminderAt } from '../commands';
import {
  tables,
  type IncidentRecord,
  type InstanceRecord,
  type SubscriptionRecord,
  type TaskRecord,
  type TokenRecord,
} from '../store';
import { elementName, elementNameIn, type LoadedVersion } from '../versions';
import { deadlineView } from './deadline-view';
import { person } from './inbox';
import { incidentWords } from './incident-words';
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
    ...incidents.map((incident) => incidentReason(reader, waiting, incident)),
    ...(await taskReasons(reader, waiting)),
    ...(await subscriptionReasons(reader, waiting)),
    ...(await jobReasons(reader, waiting)),
    ...(await callReasons(reader, waiting)),
    ...joinReasons(reader, waiting),
  ];
}

function incidentReason({ locale }: Reader, { version }: Waiting, incident: IncidentRecord): WaitingReason {
  const { id, elementId, raisedAt, code } = incident;
  const words = incidentWords(locale, version.graph, incident);
  return { kind: 'incident', incidentId: id, elementId, since: raisedAt, code, ...words };
}

/** An element as the case's own version names it in the reader's language. */
const nameOf = ({ locale }: Reader, { version: { graph } }: Pick<Waiting, 'version'>, elementId: string): string =>
  elementNameIn(locale, graph, elementId, elementName(graph, elementId));

/** Candidates of all tasks are looked up at once: a vote has one task for each voter. */
async function taskReasons(reader: Reader, { instance, version }: Waiting): Promise<WaitingReason[]> {
  const { tx } = reader;
  const tasks = await tables.tasks.select(tx, { instanceId: instance.id, status: 'open' }, { order: [['openedAt', 'ASC']] });
  const unheld = tasks.filter(({ assigneeId }) => assigneeId === null).map(({ id }) => id);
  const candidates = unheld.length > 0 ? await tables.candidates.select(tx, { taskId: unheld }) : [];
  const offered = candidates.filter(({ groupKey }) => !groupKey.startsWith('!'));
  const keys = [...new Set(offered.map(({ groupKey }) => groupKey))];
  const groups: Groups = { members: await peopleOf(tx, keys), labels: await labelsOf(tx, keys, reader.locale) };
  return tasks.map((task) => {
    const own = offered.filter(({ taskId }) => taskId === task.id).map(({ groupKey }) => groupKey);
    return taskReason(reader, version, task, { keys: own, ...groups });
  });
}

interface Groups {
  readonly members: ReadonlyMap<string, readonly PersonRef[]>;
  readonly labels: ReadonlyMap<string, string>;
}

function taskReason(
  { tx, locale }: Reader,
  { graph }: LoadedVersion,
  task: TaskRecord,
  { keys, members, labels }: Groups & { keys: readonly string[] },
): WaitingReason {
  const holder = person(task.assigneeId, task.assigneeName);
  const people = holder ? [holder] : keys.flatMap((key) => members.get(key) ?? []);
  const nextAt = nextReminderAt(task);
  const mayRemind = nextAt !== null && tx.now >= nextAt;
  const { id: taskId, elementId, openedAt: since, remindedAt } = task;
  return {
    kind: 'task',
    taskId,
    elementId,
    elementName: elementNameIn(locale, graph, elementId, task.elementName),
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
async function subscriptionReasons(reader: Reader, waiting: Waiting): Promise<WaitingReason[]> {
  const { instance, tokens } = waiting;
  const kinds = new Map(tokens.map(({ id, kind }) => [id, kind]));
  const all = await tables.subscriptions.select(reader.tx, { instanceId: instance.id }, { order: [['openedAt', 'ASC']] });
  return all.filter(({ tokenId }) => kinds.get(tokenId) === 'event').flatMap((row) => subscriptionReason(reader, waiting, row));
}

function subscriptionReason(reader: Reader, waiting: Waiting, row: SubscriptionRecord): WaitingReason[] {
  const { elementId, openedAt: since } = row;
  const at = { elementId, elementName: nameOf(reader, waiting, elementId), since };
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

async function jobReasons(reader: Reader, { instance, version, tokens }: Waiting): Promise<WaitingReason[]> {
  const jobs = await tables.jobs.select(reader.tx, { instanceId: instance.id, kind: ['service', 'startChild'], status: 'ready' });
  return jobs.map((job) => {
    const elementId = tokens.find(({ id }) => id === job.tokenId)?.elementId ?? '';
    const { attempts, lastError, createdAt: since } = job;
    return {
      kind: 'job',
      elementId,
      elementName: nameOf(reader, { version }, elementId),
      since,
      jobKind: job.kind,
      attempts,
      nextAttemptAt: job.dueAt,
      lastError,
    };
  });
}

async function callReasons(reader: Reader, { instance, version, tokens }: Waiting): Promise<WaitingReason[]> {
  const children = await tables.instances.select(reader.tx, { parentInstanceId: instance.id, status: ['running', 'suspended'] });
  return children.map(({ id, title, startedAt: since, parentTokenId }) => {
    const elementId = tokens.find((token) => token.id === parentTokenId)?.elementId ?? '';
    return { kind: 'call', elementId, elementName: nameOf(reader, { version }, elementId), since, instanceId: id, title };
  });
}

function joinReasons(reader: Reader, { version, tokens }: Waiting): WaitingReason[] {
  const joining = tokens.filter(({ kind }) => kind === 'joining');
  return joining.map(({ elementId, enteredAt: since }) => ({
    kind: 'join',
    elementId,
    elementName: nameOf(reader, { version }, elementId),
    since,
  }));
}
