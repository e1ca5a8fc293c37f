import type { WaitingReason } from '../../common/api';
import { activityTypesOf } from '../activity-types';
import { nextReminderAt, remindersLeft } from '../commands';
import {
  tables,
  type IncidentRecord,
  type InstanceRecord,
  type SubscriptionRecord,
  type TaskRecord,
  type TokenRecord,
} from '../store';
import { failureText } from '../runtime/error-text';
import { caseTitleIn, elementName, elementNameIn, type LoadedVersion } from '../versions';
import { casesBelow, troubledCases } from './cases-below';
import { deadlineView } from './deadline-view';
import { type Awaited, awaitedBy } from './holders';
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
    ...(await activityReasons(reader, waiting)),
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

async function taskReasons(reader: Reader, { instance, version }: Waiting): Promise<WaitingReason[]> {
  const open = { instanceId: instance.id, status: 'open' };
  const tasks = await tables.tasks.select(reader.tx, open, { order: [['openedAt', 'ASC']] });
  const awaited = await awaitedBy(reader, tasks);
  return tasks.map((task) => taskReason(reader, version, task, awaited([task])));
}

function taskReason({ tx, locale }: Reader, { graph }: LoadedVersion, task: TaskRecord, awaited: Awaited): WaitingReason {
  const nextAt = nextReminderAt(task);
  const mayRemind = nextAt !== null && tx.now >= nextAt;
  const { id: taskId, elementId, openedAt: since, remindedAt } = task;
  return {
    kind: 'task',
    taskId,
    elementId,
    elementName: elementNameIn(locale, graph, elementId, task.elementName),
    since,
    ...awaited,
    deadline: deadlineView(task, tx.now, locale),
    mayRemind,
    remindedAt,
    mayRemindFrom: mayRemind ? null : nextAt,
    remindersLeft: remindersLeft(task),
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
      lastFailure: lastError === null ? null : failureText(reader.locale, lastError),
    };
  });
}

/** Who has to act in a called case, and in the cases that it called itself: for the caller they are one wait. */
async function callReasons(reader: Reader, { instance, version, tokens }: Waiting): Promise<WaitingReason[]> {
  const { tx, locale } = reader;
  const children = await tables.instances.select(tx, { parentInstanceId: instance.id, status: ['running', 'suspended'] });
  const below = await casesBelow(
    tx,
    children.map(({ id }) => id),
  );
  const tasks = children.length > 0 ? await tables.tasks.select(tx, { instanceId: [...below.ids], status: 'open' }) : [];
  const awaited = await awaitedBy(reader, tasks);
  const troubled = await troubledCases(tx, below);
  return children.map((child) => {
    const elementId = tokens.find((token) => token.id === child.parentTokenId)?.elementId ?? '';
    return {
      kind: 'call',
      elementId,
      elementName: nameOf(reader, { version }, elementId),
      since: child.startedAt,
      instanceId: child.id,
      title: caseTitleIn(locale, child),
      ...awaited(tasks.filter(({ instanceId }) => below.caseOf(instanceId) === child.id)),
      deadline: deadlineView(child, tx.now, locale),
      hasIncident: troubled.has(child.id),
    };
  });
}

/** Work of other plugins; what people, jobs and called cases do is said by those. */
async function activityReasons(reader: Reader, waiting: Waiting): Promise<WaitingReason[]> {
  const { version, tokens } = waiting;
  const types = activityTypesOf(reader.tx.db);
  const reasons: WaitingReason[] = [];
  for (const element of Object.values(version.graph.elements)) {
    const own = tokens.filter(({ kind, elementId }) => kind === 'activity' && elementId === element.id);
    const asked = { tx: reader.tx, tokenIds: own.map(({ id }) => id), locale: reader.locale };
    const awaited = own.length > 0 ? await types.for(element)?.waitsFor?.(asked) : undefined;
    if (!awaited) continue;
    for (const { id, elementId, enteredAt: since } of own) {
      const work = awaited.get(id);
      if (!work) continue;
      const { text, address = null } = work;
      reasons.push({ kind: 'activity', elementId, elementName: nameOf(reader, waiting, elementId), since, text, address });
    }
  }
  return reasons;
}

function joinReasons(reader: Reader, { version, tokens }: Waiting): WaitingReason[] {
  const joining = tokens.filter(({ kind }) => kind === 'joining');
  const open = tokens.filter(({ kind }) => kind !== 'joining' && kind !== 'scope' && kind !== 'multiInstance');
  const awaited = [...new Set(open.map(({ elementId }) => nameOf(reader, { version }, elementId)))];
  return joining.map(({ elementId, enteredAt: since }) => {
    const isNamed = Boolean(version.graph.elements[elementId]?.name);
    return { kind: 'join', elementId, elementName: isNamed ? nameOf(reader, { version }, elementId) : null, since, awaited };
  });
}
