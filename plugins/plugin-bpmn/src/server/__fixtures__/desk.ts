import type { Model } from '@nocobase/database';
import { BASE_PLUGINS, TestApp, TestPeople, type HttpAnswer, countStatements } from '@wuxin/test';
import type { Json, Variables } from '@wuxin/bpmn-core';
import { readFileSync } from 'node:fs';
import type { DeployResult, InboxPage, InboxRow, OpenedTask, StartBody, Started, TrackedInstance } from '../../common/api';
import { startInstance } from '../commands';
import { PluginBpmnServer } from '../plugin';
import type { Actor } from '../runtime/actor';
import { engineOf, type Engine } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { tables, type InstanceRecord } from '../store';
import { taskStatsOf } from '../task-stats';
import { bpmn } from '../../common/__fixtures__/bpmn';

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;
/** A Thursday at noon. */
export const NOON = Date.parse('2026-11-05T12:00:00+08:00');

/** People of the tests: name → roles. `root` is NocoBase's own administrator. */
const PEOPLE = {
  clerk: { nickname: '王芳', roles: ['member'] },
  checker: { nickname: '李强', roles: ['member', 'checker'] },
  checker2: { nickname: '赵敏', roles: ['member', 'checker'] },
  outsider: { nickname: '孙伟', roles: ['member'] },
  supervisor: { nickname: '周红', roles: ['supervisor'] },
} as const;
export type Person = keyof typeof PEOPLE | 'root';

interface PlainStart {
  readonly variables?: Variables;
  readonly record?: Record<string, Json>;
}

/** One application with people, a clock that only a test moves, and short words for what people do. */
export class Desk extends TestPeople<keyof typeof PEOPLE> {
  now = NOON;

  static async open(prepare?: (test: TestApp) => Promise<void>, { logsSql = false } = {}): Promise<Desk> {
    const test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'], logsSql });
    const desk = new Desk(test);
    desk.engine.clock = { now: () => desk.now };
    await test.db.getRepository('roles').create({ values: { name: 'checker', title: '审核员' } });
    await test.db
      .getRepository('roles')
      .create({ values: { name: 'supervisor', title: '督办', snippets: ['pm.wuxin.supervision'] } });
    await desk.create(PEOPLE);
    await prepare?.(test);
    return desk;
  }

  /** On a database that another desk has left: the same people. */
  static async reopen(test: TestApp): Promise<Desk> {
    const desk = new Desk(test);
    desk.engine.clock = { now: () => desk.now };
    await desk.find(Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]); // its keys
    return desk;
  }

  get engine(): Engine {
    return engineOf(this.test.db);
  }

  actor(person: Person): Actor {
    const roles = person === 'root' ? ['root'] : PEOPLE[person].roles;
    const name = person === 'root' ? 'Super Admin' : PEOPLE[person].nickname;
    return { userId: this.id(person), name, isAdministrator: person === 'root', roles, channel: 'web' };
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.engine.writeQuietly(work);
  }

  /** Deploys and publishes; a process that has problems fails the test. */
  async publish(xml: string): Promise<string> {
    const deployed = await this.as('root').post<DeployResult>('bpmnProcesses:deploy', { data: { xml } });
    expect(deployed.data?.problems ?? deployed.errors).toEqual([]);
    const key = deployed.data.processKey;
    const published = await this.as('root').post('bpmnProcesses:publish', { params: { filterByTk: key } });
    expect(published.errors).toEqual([]);
    return key;
  }

  /** A process in few words; see {@link bpmn}. */
  publishLines(id: string, lines: string): Promise<string> {
    return this.publish(bpmn(id, lines));
  }

  publishFile(path: string): Promise<string> {
    return this.publish(readFileSync(path, 'utf8'));
  }

  /** By the person over HTTP; with variables or fields, which a process need not declare, as another program does in their name. */
  async start(
    processKey: string,
    by: Person = 'clerk',
    { variables, record, ...body }: Partial<Omit<StartBody, 'variables' | 'record'>> & PlainStart = {},
  ): Promise<Started> {
    if (variables || record) {
      const { title, placeId } = body;
      const request = { processKey, title, placeId, variables, record };
      const started = await this.engine.write((tx) => startInstance(tx, this.actor(by), request));
      return { ...started, taskIds: [...started.taskIds] };
    }
    const answer = await this.as(by).post<Started>('bpmnInstances:start', { data: { processKey, ...body } });
    expect(answer.errors).toEqual([]);
    return answer.data;
  }

  task(action: string, by: Person, taskId: string, data: object = {}, locale?: 'zh-CN' | 'en-US'): Promise<HttpAnswer> {
    return this.as(by).post(`bpmnTasks:${action}`, { params: { filterByTk: taskId }, data, locale });
  }

  /** The record that a case is about, as plain values. */
  async record(instanceId: string): Promise<Record<string, unknown> | undefined> {
    const { recordCollection, recordId } = await this.row(instanceId);
    const row = (await this.db.getRepository(recordCollection!).findOne({ filterByTk: recordId! })) as Model | null; // NocoBase leaves it untyped
    return row?.toJSON<Record<string, unknown>>();
  }

  /** In-app messages that somebody got. */
  async messages(person: Person): Promise<string[]> {
    const rows: Model[] = await this.db.getRepository('notificationInAppMessages').find({ filter: { userId: this.id(person) } });
    return rows.map((row) => String(row.get('content')));
  }

  instance(action: string, by: Person, instanceId: string, data: object = {}): Promise<HttpAnswer> {
    return this.as(by).post(`bpmnInstances:${action}`, { params: { filterByTk: instanceId }, data });
  }

  /** Completes the open task of an element; a refusal fails the test. */
  async complete(by: Person, instanceId: string, elementId: string, data: object = {}): Promise<void> {
    const answer = await this.task('complete', by, await this.openTask(instanceId, elementId), { outcome: 'complete', ...data });
    expect(answer.errors).toEqual([]);
  }

  async openTask(instanceId: string, elementId: string): Promise<string> {
    const task = await tables.tasks.find(this, { instanceId, elementId, status: 'open' });
    if (!task) throw new Error(`no open task at ${elementId}; open: ${(await this.openElements(instanceId)).join(', ')}`);
    return task.id;
  }

  async openElements(instanceId: string): Promise<string[]> {
    const tasks = await tables.tasks.select(this, { instanceId, status: 'open' });
    return tasks.map(({ elementId }) => elementId).sort();
  }

  async row(instanceId: string): Promise<InstanceRecord> {
    return (await tables.instances.find(this, { id: instanceId }))!;
  }

  async variables(instanceId: string): Promise<Record<string, Json>> {
    return { ...(await this.row(instanceId)).variables };
  }

  async historyKinds(instanceId: string): Promise<string[]> {
    const rows = await tables.history.select(this, { instanceId }, { order: [['sequence', 'ASC']] });
    return rows.map(({ kind }) => kind);
  }

  async openIncident(instanceId: string) {
    return (await tables.incidents.select(this, { instanceId, status: 'open' }))[0];
  }

  /** By the administrator. */
  retry(
    incidentId: string,
    { reason = '已查明原因', ...mended }: { reason?: string; variables?: Variables; parameters?: Variables } = {},
  ): Promise<HttpAnswer> {
    return this.as('root').post('bpmnIncidents:retry', { params: { filterByTk: incidentId }, data: { reason, ...mended } });
  }

  async todo(who: Person, search?: string): Promise<InboxRow[]> {
    return (await this.as(who).get<InboxPage>('bpmnTasks:inbox', { params: { tab: 'todo', search } })).data.rows;
  }

  async open(who: Person, taskId: string): Promise<HttpAnswer<OpenedTask>> {
    return this.as(who).get<OpenedTask>('bpmnTasks:open', { params: { filterByTk: taskId } });
  }

  async track(who: Person, instanceId: string): Promise<HttpAnswer<TrackedInstance>> {
    return this.as(who).get<TrackedInstance>('bpmnInstances:track', { params: { filterByTk: instanceId } });
  }

  /** The SQL of `work` alone: the counts of the task centre, which follow every change in the background, are brought up to date before. */
  async statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    await taskStatsOf(this.db).drain();
    return countStatements(this.db, work);
  }

  /** Carries out everything that is due. */
  async drain(): Promise<void> {
    await this.test.app.pm.get(PluginBpmnServer).drain();
  }

  async advance(milliseconds: number): Promise<void> {
    this.now += milliseconds;
    await this.drain();
  }

  /** Rows of every table that a refusal must leave alone. */
  async counts(): Promise<Record<string, number>> {
    const entries: [string, number][] = [];
    for (const [name, table] of Object.entries(tables)) entries.push([name, await table.count(this, {})]);
    return Object.fromEntries(entries);
  }

  /** What an instance and its case look like, byte by byte: to show that a refusal changed nothing. */
  async fingerprint(instanceId: string): Promise<string> {
    const where = { instanceId };
    const instance = await this.row(instanceId);
    const tasks = await tables.tasks.select(this, where, { order: [['id', 'ASC']] });
    const tokens = await tables.tokens.select(this, where, { order: [['id', 'ASC']] });
    return JSON.stringify({ instance, tasks, tokens, counts: await this.counts() });
  }
}
