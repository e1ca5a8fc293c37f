import { BASE_PLUGINS, TestApp, type HttpAnswer } from '@wuxin/test';
import { engineOf, PluginBpmnServer, verifyDatabase } from '@wuxin/plugin-bpmn';
import type { Variables } from '@wuxin/bpmn-core';
import { readdirSync } from 'node:fs';
import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';
import supertest from 'supertest';
import { connect } from '../connect';
import { contentPath } from '../content';
import { loadDemonstration, seedDemonstration } from '../demonstration';
import { localDateOf } from '../local-date';
import { PluginCommunityServer } from '../plugin';
import { createRow, findRow, findRows, text, type Row } from '../rows';

const DAY_MS = 24 * 60 * 60 * 1000;
const MENU_PLUGINS = ['collection-tree', 'ui-schema-storage', 'client', 'ui-layout'];
const PLUGINS = [
  ...BASE_PLUGINS,
  ...MENU_PLUGINS,
  '@wuxin/plugin-bpmn',
  '@wuxin/plugin-ballot',
  '@wuxin/plugin-notice',
  '@wuxin/plugin-community',
];
const WORKFLOWS = resolve(__dirname, '../../../../../workflows');
const PLACE = '锦苑社区';

/** Refusals of tasks that are somebody else’s. */
const OF_OTHERS = new Set(['task.notYours', 'task.heldByAnother', 'rating.self']);

/** What somebody decides at an open task. */
export interface Act {
  readonly outcome: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly opinion?: string;
}

/** A community of the demonstration with its people, the real engine and a clock that only a test moves. */
export class Community {
  private constructor(
    private readonly test: TestApp,
    public now: number,
  ) {}

  /** @param content only folders whose names begin so */
  static async open(start: string, content?: readonly string[]): Promise<Community> {
    process.env.WUXIN_CONTENT_PATH = content ? await partOfContent(content) : WORKFLOWS;
    process.env.WUXIN_DEMO = 'off';
    const test = await TestApp.start({ plugins: PLUGINS });
    const community = new Community(test, Date.parse(`${start}T09:00:00+08:00`));
    engineOf(test.db).clock = { now: () => community.now };
    const demonstration = await loadDemonstration(resolve(contentPath() ?? '', 'demo'));
    const { mark, reason } = demonstration.cases;
    const people = { ...demonstration, cases: { mark, reason, cases: [] } };
    await seedDemonstration({ db: test.db, bpmn: connect(test.db), demonstration: people, now: community.now });
    return community;
  }

  /** On a database that another build has left, at the moment at which something happened there last. */
  static async reopen(): Promise<Community> {
    process.env.WUXIN_CONTENT_PATH = WORKFLOWS;
    process.env.WUXIN_DEMO = 'off';
    const test = await TestApp.upgrade({ plugins: PLUGINS });
    const [last] = await findRows(test, 'bpmnHistory', { sort: ['-recordedAt'], limit: 1 });
    const community = new Community(test, Number(last?.get('recordedAt')));
    engineOf(test.db).clock = { now: () => community.now };
    return community;
  }

  close(): Promise<void> {
    return this.test.stop();
  }

  get db() {
    return this.test.db;
  }

  get today(): string {
    return localDateOf(this.now);
  }

  /** The date so many days from today. */
  day(offset: number): string {
    return localDateOf(this.now + offset * DAY_MS);
  }

  async as(username: string) {
    const user = await this.row('users', { username });
    return this.test.as({ id: Number(user.get('id')) });
  }

  /** A form of the public wall as a resident sends it, each time from another address. @returns the status of the answer */
  async sendToWall(path: string, fields: Readonly<Record<string, string>>): Promise<number> {
    const sending = supertest(this.test.app.callback()).post(`/api/wall/${path}`).type('form').send(fields);
    return (await sending.set('X-Forwarded-For', `10.0.0.${(this.senders += 1)}`)).status;
  }
  private senders = 0;

  /** Days pass, and what is due meanwhile happens. */
  async pass(days: number): Promise<void> {
    this.now += days * DAY_MS;
    await this.drain();
  }

  /** It becomes this moment of the place's clock, `2026-11-06T10:00`, and what is due until then happens. */
  async at(moment: string): Promise<void> {
    this.now = Date.parse(`${moment}:00+08:00`);
    await this.drain();
  }

  drain(): Promise<void> {
    return this.test.app.pm.get(PluginBpmnServer).drain();
  }

  async start(title: string, { by = 'secretary', processKey = 'fourDeliberations', place = PLACE } = {}): Promise<string> {
    const data = { processKey, title, placeId: await this.placeId(place) };
    const answer = await (await this.as(by)).post<{ instanceId: string }>('bpmnInstances:start', { data });
    expect(answer.errors).toEqual([]);
    return answer.data.instanceId;
  }

  /** Element ids of the open tasks of a case and of the cases that it called. */
  async open(instanceId: string): Promise<string[]> {
    return (await this.openTasks(instanceId)).map(({ elementId }) => elementId).sort();
  }

  /** Completes an open task; a refusal fails the test. */
  async act(instanceId: string, [by, element]: readonly [who: string, element: string], act: Act): Promise<void> {
    const answer = await this.attempt(instanceId, [by, element], act);
    expect({ element, errors: answer.errors }).toEqual({ element, errors: [] });
    await this.drain();
  }

  async attempt(
    instanceId: string,
    [by, element]: readonly [who: string, element: string],
    act: Act,
    locale: 'zh-CN' | 'en-US' = 'zh-CN',
  ): Promise<HttpAnswer> {
    const open = await this.openTasks(instanceId);
    const tasks = open.filter(({ elementId }) => elementId === element);
    if (tasks.length === 0)
      throw new Error(`${element} is not open; open are ${open.map(({ elementId }) => elementId).join(', ')}`);
    const client = await this.as(by);
    const answers: HttpAnswer[] = [];
    // where several have the same step, theirs
    for (const { id } of tasks) {
      const answer = await client.post('bpmnTasks:complete', { params: { filterByTk: id }, data: { data: {}, ...act }, locale });
      answers.push(answer);
      if (!OF_OTHERS.has(answer.errors[0]?.code ?? '')) return answer;
    }
    return answers[0]!;
  }

  /** Takes back the last step of the case. */
  async withdraw(instanceId: string, by: string): Promise<HttpAnswer> {
    const order = { params: { filterByTk: instanceId }, data: { reason: '录错' } };
    const answer = await (await this.as(by)).post('bpmnInstances:withdraw', order);
    await this.drain();
    return answer;
  }

  /** The open task of a case, or of one that it called, at this element. */
  async taskId(instanceId: string, element: string): Promise<string> {
    const task = (await this.openTasks(instanceId)).find(({ elementId }) => elementId === element);
    if (!task) throw new Error(`${element} is not open`);
    return task.id;
  }

  /** The act is refused with this code in both languages, and the task stays open. */
  async refuse(instanceId: string, who: readonly [string, string], act: Act, code: string): Promise<Record<'zh' | 'en', string>> {
    const [zh, en] = [await this.attempt(instanceId, who, act), await this.attempt(instanceId, who, act, 'en-US')];
    for (const { status, errors } of [zh, en]) expect({ status, code: errors[0]?.code }).toEqual({ status: 400, code });
    expect(await this.open(instanceId)).toContain(who[1]);
    const [inChinese, inEnglish] = [zh.errors[0]?.message ?? '', en.errors[0]?.message ?? ''];
    expect(inChinese).toMatch(/\p{Script=Han}/u);
    expect(inEnglish).not.toMatch(/\p{Script=Han}/u);
    expect(`${inChinese}${inEnglish}`).not.toMatch(/null|undefined|\{\{/);
    return { zh: inChinese, en: inEnglish };
  }

  async instance(instanceId: string): Promise<{ status: string; stage: string; variables: Variables; recordId: string }> {
    const row = await this.row('bpmnInstances', { id: instanceId });
    const variables = row.get('variables') as Variables | string; // JSON columns are text in some databases
    return {
      status: text(row, 'status'),
      stage: text(row, 'stage'),
      recordId: text(row, 'recordId'),
      variables: typeof variables === 'string' ? (JSON.parse(variables) as Variables) : variables,
    };
  }

  /** The register: step, result and sentence of everything that was decided or disclosed, in order. */
  async register(instanceId: string): Promise<string[]> {
    const { recordId } = await this.instance(instanceId);
    const rows = await findRows(this, 'deliberationSteps', { filter: { deliberationId: recordId }, sort: ['id'] });
    return rows.map((row) => `${text(row, 'step')}: ${text(row, 'result')}`);
  }

  /** Titles of the in-app messages that somebody got, oldest first. */
  async messages(username: string): Promise<string[]> {
    const userId = (await this.row('users', { username })).get('id');
    const rows = await findRows(this, 'notificationInAppMessages', { filter: { userId }, sort: ['receiveTimestamp'] });
    return rows.map((row) => `${text(row, 'title')} ${text(row, 'content')}`);
  }

  async record(instanceId: string): Promise<Row> {
    const instance = await this.row('bpmnInstances', { id: instanceId });
    return this.row(text(instance, 'recordCollection'), { id: instance.get('recordId') });
  }

  async row(collection: string, filter: Readonly<Record<string, unknown>>): Promise<Row> {
    const row = await findRow(this, collection, filter);
    if (!row) throw new Error(`no ${collection} with ${JSON.stringify(filter)}`);
    return row;
  }

  async placeId(name: string): Promise<string> {
    return text(await this.row('places', { name }), 'id');
  }

  async userId(username: string): Promise<number> {
    return Number((await this.row('users', { username })).get('id'));
  }

  /** What happens when a newer version of this plugin starts for the first time. */
  async upgrade(): Promise<void> {
    await this.test.app.pm.get(PluginCommunityServer).upgrade();
  }

  /** Another plugin of the application. */
  plugin(name: string): unknown {
    return this.test.app.pm.get(name);
  }

  /** A file in NocoBase's storage. @returns its id */
  async addFile(name: string, content: string): Promise<number> {
    const filePath = join(await mkdtemp(join(tmpdir(), 'community-')), name);
    await writeFile(filePath, content);
    const manager = this.plugin('file-manager') as { createFileRecord(options: object): Promise<Row> }; // its own declarations are not published
    const stored = { filePath, collectionName: 'attachments', values: { title: parse(name).name } };
    return Number((await manager.createFileRecord(stored)).get('id'));
  }

  /** One more post for somebody at the community. */
  async appoint(username: string, post: string): Promise<void> {
    const placeId = text(await this.row('places', { name: PLACE }), 'id');
    await createRow(this, 'postHolders', { postKey: post, placeId, userId: (await this.row('users', { username })).get('id') });
  }

  /** One more post for somebody at the place above the community. */
  async appointAbove(username: string, post: string): Promise<void> {
    const placeId = text(await this.row('places', { name: PLACE }), 'parentId');
    await createRow(this, 'postHolders', { postKey: post, placeId, userId: (await this.row('users', { username })).get('id') });
  }

  /** What an audit of the database finds, but for the counts of the task centre, which follow in the background. */
  async brokenInvariants(): Promise<string[]> {
    const { invariants } = await verifyDatabase(engineOf(this.db));
    return invariants.filter(({ name, broken }) => broken > 0 && name !== 'taskCentre.counts').map(({ name }) => name);
  }

  private openTasks(instanceId: string) {
    const bpmn = connect(this.db);
    return bpmn.write((tx) => bpmn.play.openTasks(tx, instanceId));
  }
}

async function partOfContent(beginnings: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'content-'));
  const names = readdirSync(WORKFLOWS).filter((name) => beginnings.some((beginning) => name.startsWith(beginning)));
  for (const name of names) await symlink(join(WORKFLOWS, name), join(folder, name));
  return folder;
}
