import { BASE_PLUGINS, TestApp, type HttpClient, type TestUser, countStatements } from '@wuxin/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Started } from '../../common/api';
import { PluginBpmnServer } from '../plugin';
import { engineOf } from '../runtime/engine';
import { createStandIn } from '../stand-ins';
import { taskStatsOf } from '../task-stats';
import { tables, type JobRecord } from '../store';
import { installChannel } from './index';

const xml = readFileSync(join(__dirname, '__fixtures__/review.bpmn'), 'utf8');

interface Row {
  readonly userId: number;
  readonly title: string;
  readonly content: string;
  readonly options: { readonly url: string };
}

describe('messages to people', () => {
  let test: TestApp;
  let root: HttpClient;
  let clerk: HttpClient;
  let clerkUser: TestUser;
  let chinese: TestUser;
  let english: TestUser;
  let observer: TestUser;

  beforeAll(async () => {
    process.env.WUXIN_WORKER = 'off';
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
    await installChannel(test.db);
    for (const name of ['reviewer', 'observer']) await test.db.getRepository('roles').create({ values: { name, title: name } });
    root = test.as(await test.rootUser());
    clerkUser = await test.createUser({ username: 'clerk', nickname: '王芳' });
    clerk = test.as(clerkUser);
    chinese = await test.createUser({ username: 'li', nickname: '李强', roles: ['reviewer'] });
    english = await test.createUser({ username: 'smith', nickname: 'Smith', roles: ['reviewer'] });
    observer = await test.createUser({ username: 'zhao', nickname: '赵敏', roles: ['observer'] });
    await test.db.getRepository('users').update({ filterByTk: english.id, values: { appLang: 'en-US' } });
    await root.post('bpmnProcesses:deploy', { data: { xml } });
    expect((await root.post('bpmnProcesses:publish', { params: { filterByTk: 'review' } })).errors).toEqual([]);
  });
  afterAll(() => test.stop());

  const drain = () => test.app.pm.get(PluginBpmnServer).drain();
  const start = async (title: string) =>
    (await clerk.post<Started>('bpmnInstances:start', { data: { processKey: 'review', title } })).data;
  const engine = () => engineOf(test.db);

  /** Messages about a case, by its title. */
  async function messagesAbout(title: string): Promise<Row[]> {
    const rows: { toJSON(): Row }[] = await test.db.getRepository('notificationInAppMessages').find({ sort: 'userId' });
    return rows.map((row) => row.toJSON()).filter(({ title: head, content }) => `${head}${content}`.includes(title));
  }

  async function job(kind: string, about: Partial<JobRecord>): Promise<JobRecord> {
    const base = {
      id: engine().newId(),
      kind,
      instanceId: null,
      tokenId: null,
      taskId: null,
      payload: {},
      status: 'ready' as const,
    };
    const lease = { dueAt: 0, attempts: 0, maxAttempts: 1, leaseOwner: null, leasedUntil: null, lastError: null, createdAt: 0 };
    return { ...base, ...lease, idempotencyKey: `test:${base.id}`, ...about };
  }

  const stored = () => tables.jobs.select({ db: test.db }, { kind: ['notifyTask', 'notifyPerson'] });

  /** Queues messages beside what the cases queued themselves, and lets the worker look once. */
  async function send(...jobs: readonly JobRecord[]): Promise<void> {
    await engine().write((tx) => tables.jobs.insert(tx, jobs));
    await drain();
  }

  it('tell everybody in the group of a new task, each in their own language, with a link to it', async () => {
    const { taskIds } = await start('甲案');

    await drain();

    const about = (await messagesAbout('甲案')).filter(({ userId }) => userId !== observer.id);
    expect(about).toMatchObject([
      { userId: chinese.id, title: '待办：审核', options: { url: `/admin/wuxin/task/${taskIds[0]}` } },
      { userId: english.id, title: 'To do: Review', options: { url: `/admin/wuxin/task/${taskIds[0]}` } },
    ]);
  });

  it('reach nobody twice when a job runs again under its key', async () => {
    const { taskIds } = await start('乙案');
    const message = await job('notifyTask', { taskId: String(taskIds[0]), payload: { message: 'taskReminded', text: '快点' } });

    await send(message);
    await send(message);

    const reminders = (await messagesAbout('乙案')).filter(({ content }) => content.includes('快点'));
    expect(reminders.map(({ userId }) => userId)).toEqual([chinese.id, english.id]);
  });

  it('reach a stand-in too', async () => {
    const { taskIds } = await start('丙案');
    const fromOn = new Date().toISOString().slice(0, 10);
    const untilOn = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const actor = { userId: chinese.id, name: '李强', isAdministrator: false, roles: [], channel: 'web' } as const;
    const planned = { absentId: chinese.id, standInId: clerkUser.id, fromOn, untilOn, reason: '出差' };
    await engine().write((tx) => createStandIn(tx, actor, planned));

    await send(await job('notifyTask', { taskId: String(taskIds[0]), payload: { message: 'deadlineNear' } }));

    expect((await messagesAbout('丙案')).map(({ userId }) => userId)).toContain(clerkUser.id);
  });

  it('go to the holder only, once somebody holds the task', async () => {
    const { taskIds } = await start('丁案');
    await test.as(english).post('bpmnTasks:claim', { params: { filterByTk: String(taskIds[0]) } });

    await send(await job('notifyTask', { taskId: String(taskIds[0]), payload: { message: 'taskReminded', text: '丁催' } }));

    expect((await messagesAbout('丁催')).map(({ userId }) => userId)).toEqual([english.id]);
  });

  it('are not sent about a task that is closed by then', async () => {
    const { taskIds } = await start('戊案');
    await test
      .as(chinese)
      .post('bpmnTasks:complete', { params: { filterByTk: String(taskIds[0]) }, data: { outcome: 'approve', data: {} } });

    await send(await job('notifyTask', { taskId: String(taskIds[0]), payload: { message: 'taskReminded', text: '戊催' } }));

    expect(await messagesAbout('戊催')).toEqual([]);
  });

  it('tell one person of a case that was copied to them', async () => {
    const { instanceId } = await start('己案');

    await send(await job('notifyPerson', { instanceId, payload: { message: 'cc', userId: observer.id } }));

    const [message] = (await messagesAbout('己案')).filter(({ userId }) => userId === observer.id);
    expect(message).toMatchObject({ title: '抄送：己案', options: { url: `/admin/wuxin/instance/${instanceId}` } });
  });

  it('that cannot be delivered are tried again, and at last dropped without an incident; others go out meanwhile', async () => {
    const { instanceId } = await start('庚案');
    const lost = await job('notifyPerson', { instanceId, payload: { message: 'cc', userId: 999_999 }, maxAttempts: 2 });

    await send(lost, await job('notifyPerson', { instanceId, payload: { message: 'cc', userId: observer.id, text: '庚催' } }));

    expect(await stored()).toMatchObject([{ id: lost.id, attempts: 1, status: 'ready', lastError: 'person.notFound' }]);
    expect((await messagesAbout('庚催')).map(({ userId }) => userId)).toEqual([observer.id]);

    await engine().write((tx) => tables.jobs.update(tx, { id: lost.id }, { dueAt: 0 }));
    await drain();

    expect(await stored()).toEqual([]);
    expect(await tables.incidents.count({ db: test.db }, { instanceId })).toBe(0);
  });

  it('of a kind that is not known are dropped in the same way', async () => {
    await send(await job('notifyTask', { payload: { message: 'somethingElse' } }));

    expect(await stored()).toEqual([]);
  });

  it('that wait together go out together: no more statements for twenty than for two', async () => {
    const { taskIds } = await start('子案');
    await drain();
    await taskStatsOf(test.db).drain(); // counts in the background are no messages
    const reminder = (text: string) =>
      job('notifyTask', { taskId: String(taskIds[0]), payload: { message: 'taskReminded', text } });
    const batch = (text: string, count: number) => Promise.all(Array.from({ length: count }, () => reminder(text)));

    const two = await countStatements(test.db, async () => send(...(await batch('二催', 2))));
    const twenty = await countStatements(test.db, async () => send(...(await batch('廿催', 20))));

    expect(twenty.length).toBe(two.length);
    expect((await messagesAbout('廿催')).filter(({ userId }) => userId === english.id)).toHaveLength(20);
  });

  it('do not wait for whoever works on their case', async () => {
    const { instanceId, taskIds } = await start('丑案');
    await drain();

    const statements = await countStatements(test.db, async () =>
      send(
        await job('notifyTask', { instanceId, tokenId: 'any', taskId: String(taskIds[0]), payload: { message: 'taskReminded' } }),
      ),
    );

    expect(await messagesAbout('丑案')).not.toEqual([]);
    expect(statements.filter((sql) => sql.includes('bpmnInstances') && sql.includes('FOR UPDATE'))).toEqual([]);
  });

  it('stop when an administrator deletes their channel', async () => {
    const { taskIds } = await start('辛案');
    await taskStatsOf(test.db).drain(); // SQLite: NocoBase's own writes fail beside a writer
    await test.db.getRepository('notificationChannels').destroy({ filter: { name: 'wuxin-tasks' } });

    await send(await job('notifyTask', { taskId: String(taskIds[0]), payload: { message: 'taskReminded', text: '辛催' } }));

    expect(await messagesAbout('辛催')).toEqual([]);
    await installChannel(test.db);
  });

  it('of cc rules go to who the rules mean, who may read the case from then on', async () => {
    const { instanceId } = await start('壬案');

    await drain();

    const messages = (await messagesAbout('壬案')).filter(({ userId }) => userId === observer.id);
    expect(messages).toMatchObject([{ title: '抄送：壬案', options: { url: `/admin/wuxin/instance/${instanceId}` } }]);
    expect((await test.as(observer).get('bpmnInstances:track', { params: { filterByTk: instanceId } })).status).toBe(200);
  });

  it('of a cc rule that cannot be read are noted in the history and hold up nothing', async () => {
    const odd = xml
      .replace('id="review"', 'id="odd"')
      .replace('<wuxin:cc kind="role" value="observer" />', '<wuxin:cc kind="person" value="=true" />');
    await root.post('bpmnProcesses:deploy', { data: { xml: odd } });
    await root.post('bpmnProcesses:publish', { params: { filterByTk: 'odd' } });

    const started = await clerk.post<Started>('bpmnInstances:start', { data: { processKey: 'odd', title: '癸案' } });
    await drain();

    const { instanceId } = started.data;
    const history = await tables.history.select({ db: test.db }, { instanceId, kind: 'ccFailed' });
    expect(history).toMatchObject([{ elementId: 'check', data: { code: 'assignment.badValue' } }]);
    expect(await tables.incidents.count({ db: test.db }, { instanceId })).toBe(0);
  });
});
