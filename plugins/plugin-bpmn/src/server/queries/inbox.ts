import type { Database } from '@nocobase/database';
import { Op, type WhereOptions } from 'sequelize';
import type { InboxPage, InboxQuery, InboxRow, InboxTab, PersonRef } from '../../common/api';
import { mayActWith } from '../assignment';
import { outcomeNameIn } from '../commands';
import { tables, type CcRecord, type InstanceRecord, type OrderBy, type ProcessRecord, type TaskRecord } from '../store';
import { caseTitleIn, elementNameIn, loadVersion, processNameIn, type LoadedVersion } from '../versions';
import { type CaseClock, caseClocks, orStopped } from './case-clocks';
import { casesBelow } from './cases-below';
import { deadlineView, levelScope } from './deadline-view';
import { holdersByCase } from './holders';
import { person } from './person';
import { inLocale, nameOfProcess, type Reader } from './reader';
import { doneScope, todoScope } from './scopes';
import { mayStartOneOf } from './startable';

const TABS: readonly InboxTab[] = ['todo', 'done', 'started', 'cc'];
const MAX_PAGE = 100;

/** What one person has to do, has done, has started and may read. Index: see the collections' `indexes`. */
export async function inbox(reader: Reader, query: InboxQuery): Promise<InboxPage> {
  const pageSize = Math.min(query.pageSize ?? 20, MAX_PAGE);
  const slice = { limit: pageSize, offset: ((query.page ?? 1) - 1) * pageSize };
  const isOfTasks = query.tab === 'todo' || query.tab === 'done';
  const found = isOfTasks ? await taskRows(reader, query, slice) : await instanceRows(reader, query, slice);
  const counted = await counts(reader, query, found.total);
  const processes = await everyProcess(reader);
  return { ...found, counts: counted, processes: named(reader, processes), mayStart: await mayStartOneOf(reader, processes) };
}

type Slice = { limit: number; offset: number };

/** A slice of the tasks of one tab, and how many there are in all. */
export async function taskRows(reader: Reader, query: InboxQuery, slice: Slice): Promise<{ rows: InboxRow[]; total: number }> {
  const { tx } = reader;
  const where = { [Op.and]: [tabScope(reader, query.tab), ...taskFilters(reader, query)] };
  const order: OrderBy[] = query.tab === 'todo' ? mostUrgentFirst(tx.db) : [['closedAt', 'DESC']];
  const tasks = await tables.tasks.select(tx, where, { order: [...order, ['id', 'ASC']], ...slice });
  return { rows: await rowsOfTasks(reader, tasks), total: await tables.tasks.count(tx, where) };
}

/** What the reader can do now, the most urgent first. */
export async function mostUrgentTasks(reader: Reader, limit: number): Promise<{ tasks: TaskRecord[]; rows: InboxRow[] }> {
  const order: OrderBy[] = [...mostUrgentFirst(reader.tx.db), ['id', 'ASC']];
  const tasks = await tables.tasks.select(reader.tx, todoScope(reader), { order, limit });
  return { tasks, rows: await rowsOfTasks(reader, tasks) };
}

const mostUrgentFirst = (db: Database): OrderBy[] => [...tables.tasks.ascending(db, 'dueAt'), ['openedAt', 'ASC']];

async function rowsOfTasks(reader: Reader, tasks: readonly TaskRecord[]): Promise<InboxRow[]> {
  const instances = await instancesById(
    reader,
    tasks.map(({ instanceId }) => instanceId),
  );
  const groups = await groupsOfUnheld(reader, tasks);
  const rows = await Promise.all(
    tasks.map((task) =>
      taskRow(reader, task, { instance: instances.get(task.instanceId), groupKeys: groups.get(task.id) ?? [] }),
    ),
  );
  return rows.filter((row) => row !== null);
}

async function instanceRows(reader: Reader, query: InboxQuery, slice: Slice): Promise<{ rows: InboxRow[]; total: number }> {
  const { tx } = reader;
  const where = { [Op.and]: [tabScope(reader, query.tab), ...instanceFilters(reader, query)] };
  const instances = await tables.instances.select(tx, where, {
    order: [
      ['startedAt', 'DESC'],
      ['id', 'ASC'],
    ],
    ...slice,
  });
  return { rows: await rowsOfCases(reader, instances), total: await tables.instances.count(tx, where) };
}

/** Cases with who has to act in them now. */
export async function rowsOfCases(reader: Reader, instances: readonly InstanceRecord[]): Promise<InboxRow[]> {
  const { tx } = reader;
  const ids = instances.map(({ id }) => id);
  const cc = await ccByInstance(reader, ids);
  const below = await casesBelow(tx, ids);
  const holders = await holdersByCase(reader, below);
  const clocks = await caseClocks(tx, below);
  return Promise.all(
    instances.map(async (instance) => ({
      ...(await instanceRow(reader, instance, { cc: cc.get(instance.id), clock: clocks.get(instance.id) })),
      holders: holders.get(instance.id) ?? [],
    })),
  );
}

function tabScope(reader: Reader, tab: InboxTab): WhereOptions {
  const { tx, actor } = reader;
  switch (tab) {
    case 'todo':
      return todoScope(reader);
    case 'done':
      return doneScope(actor.userId);
    case 'started':
      return { starterId: actor.userId, parentInstanceId: null };
    case 'cc':
      return { id: tables.cc.among(tx.db, 'instanceId', { userId: actor.userId }) };
  }
}

function taskFilters({ tx }: Reader, { search, processKey, level }: InboxQuery): WhereOptions[] {
  const ofTitled = (text: string) => tables.instances.among(tx.db, 'id', titled(tx, text));
  return [
    ...(search?.trim() ? [{ instanceId: ofTitled(search.trim()) }] : []),
    ...(processKey ? [ofProcess(tx, processKey)] : []),
    ...(level ? [levelScope(level, tx.now)] : []),
  ];
}

/** Tasks of a process and of the cases that its cases called, there or one call further down: they are steps of it to people. */
function ofProcess({ db }: Reader['tx'], processKey: string): WhereOptions {
  const below = (where: WhereOptions) => ({ parentInstanceId: tables.instances.among(db, 'id', where) });
  const called = { [Op.or]: [below({ processKey }), below(below({ processKey }))] };
  return { [Op.or]: [{ processKey }, { instanceId: tables.instances.among(db, 'id', called) }] };
}

function instanceFilters({ tx }: Reader, { search, processKey, level }: InboxQuery): WhereOptions[] {
  return [
    ...(search?.trim() ? [titled(tx, search.trim())] : []),
    ...(processKey ? [{ processKey }] : []),
    ...(level ? [levelScope(level, tx.now)] : []),
  ];
}

/** By the title in either language, whichever the searcher reads, or the case number. */
function titled({ db }: Reader['tx'], text: string): WhereOptions {
  const columns = ['title', 'titleEn', 'businessKey'] as const;
  return { [Op.or]: columns.map((column) => tables.instances.containing(db, column, text)) };
}

/** How many there are in each tab, whatever the open one is filtered by; what is known already is not counted again. */
async function counts(reader: Reader, query: InboxQuery, total: number): Promise<Record<InboxTab, number>> {
  const isFiltered = taskFilters(reader, query).length > 0;
  const entries: [InboxTab, number][] = [];
  for (const tab of TABS) entries.push([tab, tab === query.tab && !isFiltered ? total : await countOf(reader, tab)]);
  return Object.fromEntries(entries) as Record<InboxTab, number>; // one entry for each tab
}

function countOf(reader: Reader, tab: InboxTab): Promise<number> {
  const { tx, actor } = reader;
  switch (tab) {
    case 'todo':
    case 'done':
      return tables.tasks.count(tx, tabScope(reader, tab));
    case 'started':
      return tables.instances.count(tx, tabScope(reader, tab));
    case 'cc':
      // one copy of a case a person
      return tables.cc.count(tx, { userId: actor.userId });
  }
}

/** Every process, to choose one by. */
export async function processNames(reader: Reader): Promise<{ key: string; name: string }[]> {
  return named(reader, await everyProcess(reader));
}

export const everyProcess = ({ tx }: Reader) => tables.processes.select(tx, {}, { order: [['key', 'ASC']] });

const named = (reader: Reader, processes: readonly ProcessRecord[]) =>
  processes.map((process) => ({ key: process.key, name: nameOfProcess(reader, process) }));

async function instancesById({ tx }: Reader, ids: readonly string[]): Promise<Map<string, InstanceRecord>> {
  const rows = ids.length > 0 ? await tables.instances.select(tx, { id: [...new Set(ids)] }) : [];
  return new Map(rows.map((row) => [row.id, row]));
}

async function ccByInstance({ tx, actor }: Reader, ids: readonly string[]): Promise<Map<string, CcRecord>> {
  const rows = ids.length > 0 ? await tables.cc.select(tx, { instanceId: [...ids], userId: actor.userId }) : [];
  return new Map(rows.map((row) => [row.instanceId, row]));
}

/** To whom tasks were given that nobody holds yet; only for who stands in for somebody, since nobody else needs to know. */
async function groupsOfUnheld({ tx, keys }: Reader, tasks: readonly TaskRecord[]): Promise<Map<string, string[]>> {
  const ids = keys.actingFor.length > 0 ? tasks.filter(({ assigneeId }) => assigneeId === null).map(({ id }) => id) : [];
  const rows = ids.length > 0 ? await tables.candidates.select(tx, { taskId: ids }) : [];
  const groups = new Map<string, string[]>();
  for (const { taskId, groupKey } of rows) groups.set(taskId, [...(groups.get(taskId) ?? []), groupKey]);
  return groups;
}

interface AroundTask {
  readonly instance: InstanceRecord | undefined;
  readonly groupKeys: readonly string[];
}

async function taskRow(reader: Reader, task: TaskRecord, { instance, groupKeys }: AroundTask): Promise<InboxRow | null> {
  if (!instance) return null;
  const { locale } = reader;
  const version = await loadVersion(reader.tx, task.versionId);
  return {
    ...(await common(reader, instance, task.stage)),
    taskId: task.id,
    elementName: elementNameIn(locale, version.graph, task.elementId, task.elementName),
    assignee: person(task.assigneeId, task.assigneeName),
    holders: [],
    actingFor: actingFor(reader, task, groupKeys),
    status: task.status,
    outcomeName: outcomeNameIn(locale, version, task),
    openedAt: task.openedAt,
    closedAt: task.closedAt,
    deadline: task.status === 'open' ? deadlineView(task, reader.tx.now, locale) : null,
    remindedAt: task.remindedAt,
    isUnread: task.status === 'open' && task.firstReadAt === null,
  };
}

async function instanceRow(
  reader: Reader,
  instance: InstanceRecord,
  { cc, clock }: { readonly cc: CcRecord | undefined; readonly clock: CaseClock | undefined },
): Promise<Omit<InboxRow, 'holders'>> {
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
    deadline: instance.endedAt === null ? orStopped(deadlineView(instance, reader.tx.now, reader.locale), clock) : null,
    remindedAt: null,
    isUnread: cc !== undefined && cc.readAt === null,
  };
}

async function common(reader: Reader, instance: InstanceRecord, stage: string | null) {
  return {
    instanceId: instance.id,
    title: caseTitleIn(reader.locale, instance),
    processKey: instance.processKey,
    ...(await placeInProcess(reader, { ...instance, stage })),
    place: instance.placeId === null ? null : { id: instance.placeId, name: instance.placeName ?? '' },
    starter: person(instance.starterId, instance.starterName),
  };
}

/** Versions are kept in memory: a list of one process costs one look-up. */
export async function placeInProcess(
  reader: Reader,
  instance: Pick<InstanceRecord, 'versionId' | 'processId' | 'processKey' | 'processName' | 'stage'>,
): Promise<{ processName: string; stageName: string | null }> {
  const version = await loadVersion(reader.tx, instance.versionId);
  return {
    processName: processNameIn(reader.locale, version.graph, instance.processKey, instance.processName),
    stageName: stageNameIn(reader, version, instance.processId, instance.stage),
  };
}

function stageNameIn(reader: Reader, { graph }: LoadedVersion, processId: string, stage: string | null): string | null {
  if (stage === null) return null;
  const found = graph.processes[processId]?.settings.stages?.find(({ key }) => key === stage);
  return inLocale(reader, found?.name, found?.nameEn, stage);
}

/** On whose behalf the reader would act, when it is not their own task. */
function actingFor({ keys }: Reader, task: TaskRecord, groupKeys: readonly string[]): PersonRef | null {
  const { delegatorId, delegatorName, processKey, assigneeId } = task;
  if (delegatorId !== null) return person(delegatorId, delegatorName);
  const right = mayActWith(keys, { processKey, assigneeId, groupKeys });
  return right.may ? right.actingFor : null;
}
