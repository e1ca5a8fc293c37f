import { Op, type OrderItem, type WhereOptions } from 'sequelize';
import type { InboxPage, InboxQuery, InboxRow, InboxTab, PersonRef } from '../../common/api';
import { tables, type CcRecord, type InstanceRecord, type TaskRecord } from '../store';
import { loadVersion } from '../versions';
import { deadlineView, levelScope } from './deadline-view';
import { inLocale, type Reader } from './reader';
import { todoScope } from './scopes';

const TABS: readonly InboxTab[] = ['todo', 'done', 'started', 'cc'];
const MAX_PAGE = 100;

/** What one person has to do, has done, has started and may read. Index: see the collections' `indexes`. */
export async function inbox(reader: Reader, query: InboxQuery): Promise<InboxPage> {
  const pageSize = Math.min(query.pageSize ?? 20, MAX_PAGE);
  const slice = { limit: pageSize, offset: ((query.page ?? 1) - 1) * pageSize };
  const isOfTasks = query.tab === 'todo' || query.tab === 'done';
  const { rows, total } = isOfTasks ? await taskRows(reader, query, slice) : await instanceRows(reader, query, slice);
  return { rows, total, counts: await counts(reader), processes: await processNames(reader) };
}

type Slice = { limit: number; offset: number };

/** A slice of the tasks of one tab, and how many there are in all. */
export async function taskRows(reader: Reader, query: InboxQuery, slice: Slice): Promise<{ rows: InboxRow[]; total: number }> {
  const { tx } = reader;
  const where = { [Op.and]: [tabScope(reader, query.tab), taskFilter(reader, query)] };
  const order: OrderItem[] =
    query.tab === 'todo' ? [...tables.tasks.ascending(tx.db, 'dueAt'), ['openedAt', 'ASC']] : [['closedAt', 'DESC']];
  const tasks = await tables.tasks.select(tx, where, { order: [...order, ['id', 'ASC']], ...slice });
  const instances = await instancesById(
    reader,
    tasks.map(({ instanceId }) => instanceId),
  );
  const rows = await Promise.all(tasks.map((task) => taskRow(reader, task, instances.get(task.instanceId))));
  return { rows: rows.filter((row) => row !== null), total: await tables.tasks.count(tx, where) };
}

async function instanceRows(reader: Reader, query: InboxQuery, slice: Slice): Promise<{ rows: InboxRow[]; total: number }> {
  const { tx } = reader;
  const where = { [Op.and]: [tabScope(reader, query.tab), instanceFilter(reader, query)] };
  const instances = await tables.instances.select(tx, where, {
    order: [
      ['startedAt', 'DESC'],
      ['id', 'ASC'],
    ],
    ...slice,
  });
  const cc = await ccByInstance(
    reader,
    instances.map(({ id }) => id),
  );
  const rows = await Promise.all(instances.map((instance) => instanceRow(reader, instance, cc.get(instance.id))));
  return { rows, total: await tables.instances.count(tx, where) };
}

function tabScope(reader: Reader, tab: InboxTab): WhereOptions {
  const { tx, actor } = reader;
  switch (tab) {
    case 'todo':
      return { [Op.and]: [{ status: 'open' }, todoScope(reader)] };
    case 'done':
      return { status: 'completed', [Op.or]: [{ completedById: actor.userId }, { onBehalfOfId: actor.userId }] };
    case 'started':
      return { starterId: actor.userId, parentInstanceId: null };
    case 'cc':
      return { id: tables.cc.among(tx.db, 'instanceId', { userId: actor.userId }) };
  }
}

function taskFilter({ tx }: Reader, { search, processKey, level }: InboxQuery): WhereOptions {
  const byTitle = search?.trim()
    ? { instanceId: tables.instances.among(tx.db, 'id', tables.instances.containing(tx.db, 'title', search.trim())) }
    : {};
  return { [Op.and]: [byTitle, processKey ? { processKey } : {}, levelScope(level, tx.now)] };
}

function instanceFilter({ tx }: Reader, { search, processKey, level }: InboxQuery): WhereOptions {
  const byTitle = search?.trim() ? tables.instances.containing(tx.db, 'title', search.trim()) : {};
  return { [Op.and]: [byTitle, processKey ? { processKey } : {}, levelScope(level, tx.now)] };
}

async function counts(reader: Reader): Promise<Record<InboxTab, number>> {
  const entries: [InboxTab, number][] = [];
  for (const tab of TABS) {
    const table = tab === 'todo' || tab === 'done' ? tables.tasks : tables.instances;
    entries.push([tab, await table.count(reader.tx, tabScope(reader, tab))]);
  }
  return Object.fromEntries(entries) as Record<InboxTab, number>; // one entry for each tab
}

async function processNames({ tx }: Reader): Promise<{ key: string; name: string }[]> {
  const processes = await tables.processes.select(tx, {}, { order: [['key', 'ASC']] });
  return processes.map(({ key, name }) => ({ key, name }));
}

async function instancesById({ tx }: Reader, ids: readonly string[]): Promise<Map<string, InstanceRecord>> {
  const rows = ids.length > 0 ? await tables.instances.select(tx, { id: [...new Set(ids)] }) : [];
  return new Map(rows.map((row) => [row.id, row]));
}

async function ccByInstance({ tx, actor }: Reader, ids: readonly string[]): Promise<Map<string, CcRecord>> {
  const rows = ids.length > 0 ? await tables.cc.select(tx, { instanceId: [...ids], userId: actor.userId }) : [];
  return new Map(rows.map((row) => [row.instanceId, row]));
}

async function taskRow(reader: Reader, task: TaskRecord, instance: InstanceRecord | undefined): Promise<InboxRow | null> {
  if (!instance) return null;
  return {
    ...(await common(reader, instance, task.stage)),
    taskId: task.id,
    elementName: task.elementName,
    assignee: person(task.assigneeId, task.assigneeName),
    actingFor: actingFor(reader, task),
    status: task.status,
    outcomeName: task.outcomeName,
    openedAt: task.openedAt,
    closedAt: task.closedAt,
    deadline: task.status === 'open' ? deadlineView(task, reader.tx.now, reader.locale) : null,
    remindedAt: task.remindedAt,
    isUnread: task.status === 'open' && task.firstReadAt === null,
  };
}

async function instanceRow(reader: Reader, instance: InstanceRecord, cc: CcRecord | undefined): Promise<InboxRow> {
  return {
    ...(await common(reader, instance, instance.stage)),
    taskId: null,
    elementName: null,
    assignee: null,
    actingFor: null,
    status: instance.status,
    outcomeName: null,
    openedAt: cc?.sentAt ?? instance.startedAt,
    closedAt: instance.endedAt,
    deadline: instance.endedAt === null ? deadlineView(instance, reader.tx.now, reader.locale) : null,
    remindedAt: null,
    isUnread: cc !== undefined && cc.readAt === null,
  };
}

async function common(reader: Reader, instance: InstanceRecord, stage: string | null) {
  return {
    instanceId: instance.id,
    title: instance.title,
    processKey: instance.processKey,
    processName: instance.processName,
    stageName: await stageNameOf(reader, instance, stage),
    place: instance.placeId === null ? null : { id: instance.placeId, name: instance.placeName ?? '' },
    starter: person(instance.starterId, instance.starterName),
  };
}

/** Graphs are kept in memory by version: a list of one process costs one look-up. */
export async function stageNameOf(
  reader: Reader,
  instance: Pick<InstanceRecord, 'versionId' | 'processId'>,
  stage: string | null,
): Promise<string | null> {
  if (stage === null) return null;
  const { graph } = await loadVersion(reader.tx, instance.versionId);
  const found = graph.processes[instance.processId]?.settings.stages?.find(({ key }) => key === stage);
  return inLocale(reader, found?.name, found?.nameEn, stage);
}

/** On whose behalf the reader would act, when it is not their own task. */
function actingFor({ keys, actor }: Reader, task: TaskRecord): PersonRef | null {
  if (task.delegatorId !== null) return person(task.delegatorId, task.delegatorName);
  if (task.assigneeId === null || task.assigneeId === actor.userId) return null;
  return keys.actingFor.find(({ person: { id } }) => id === task.assigneeId)?.person ?? null;
}

export const person = (id: number | null, name: string | null): PersonRef | null =>
  id === null ? null : { id, name: name ?? String(id) };
