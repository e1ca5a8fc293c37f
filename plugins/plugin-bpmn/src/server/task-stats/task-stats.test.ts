import { BASE_PLUGINS, TestApp, type HttpClient, type TestUser, countStatements } from '@wuxin/test';
import type { Model } from '@nocobase/database';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import WorkflowPlugin from '@nocobase/plugin-workflow';
import type { Started, TaskCentreRow } from '../../common/api';
import { caseChangesOf } from '../runtime/case-changes';
import { engineOf } from '../runtime/engine';
import { tables } from '../store';
import { taskStatsOf } from './refresher';

const xml = readFileSync(join(__dirname, '../notify/__fixtures__/review.bpmn'), 'utf8');

describe("the counts of NocoBase's task centre", () => {
  let test: TestApp;
  let root: HttpClient;
  let clerk: HttpClient;
  let li: TestUser;
  let smith: TestUser;

  beforeAll(async () => {
    process.env.WUXIN_WORKER = 'off';
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
    for (const name of ['reviewer', 'observer']) await test.db.getRepository('roles').create({ values: { name, title: name } });
    root = test.as(await test.rootUser());
    clerk = test.as(await test.createUser({ username: 'clerk', nickname: '王芳' }));
    li = await test.createUser({ username: 'li', nickname: '李强', roles: ['reviewer'] });
    smith = await test.createUser({ username: 'smith', nickname: 'Smith', roles: ['reviewer'] });
    await root.post('bpmnProcesses:deploy', { data: { xml } });
    await root.post('bpmnProcesses:publish', { params: { filterByTk: 'review' } });
  });
  afterEach(async () => {
    for (const { id } of await tables.tasks.select({ db: test.db }, { status: 'open' })) await complete(li, id);
  });
  afterAll(() => test.stop());

  const start = async (title: string) =>
    String((await clerk.post<Started>('bpmnInstances:start', { data: { processKey: 'review', title } })).data.taskIds[0]);
  const act = (who: TestUser, action: string, id: string, data: object = {}) =>
    test.as(who).post(`bpmnTasks:${action}`, { params: { filterByTk: id }, data });
  const complete = (who: TestUser, id: string) => act(who, 'complete', id, { outcome: 'approve', data: {} });

  /** What the badge shows, once everything has been counted. */
  async function countsOf(who: TestUser): Promise<{ pending: number; all: number }> {
    await taskStatsOf(test.db).drain();
    const row: Model | null = await test.db
      .getRepository('userWorkflowTasks')
      .findOne({ filter: { userId: who.id, type: 'bpmnTask' } });
    return (row?.get('stats') as { pending: number; all: number } | undefined) ?? { pending: 0, all: 0 }; // a JSON column
  }

  it('grow for everybody in the group of a new task and shrink for all when one has done it', async () => {
    const before = { li: await countsOf(li), smith: await countsOf(smith) };
    const taskId = await start('甲');
    expect(await countsOf(li)).toEqual({ pending: before.li.pending + 1, all: before.li.all + 1 });
    expect(await countsOf(smith)).toEqual({ pending: before.smith.pending + 1, all: before.smith.all + 1 });

    await complete(smith, taskId);

    expect(await countsOf(li)).toEqual(before.li);
    expect(await countsOf(smith)).toEqual({ pending: before.smith.pending, all: before.smith.all + 1 });
  });

  it('are not put off for hours when the clock is set forward while they are counted', async () => {
    const engine = engineOf(test.db);
    const { clock } = engine;
    let aheadMs = 0;
    engine.clock = { now: () => clock.now() + (aheadMs += 3_600_000) };
    taskStatsOf(test.db).touchPeople([li.id]);
    await taskStatsOf(test.db).drain();
    engine.clock = clock;
    const planned = jest.spyOn(globalThis, 'setTimeout');

    taskStatsOf(test.db).touchPeople([li.id]);

    expect(Number(planned.mock.calls[0]?.[1])).toBeLessThan(600_000);
    planned.mockRestore();
    await taskStatsOf(test.db).drain();
  });

  it('follow a task that somebody claims, and one that goes from person to person', async () => {
    const taskId = await start('乙');
    await act(smith, 'claim', taskId);
    expect(await countsOf(li)).toMatchObject({ pending: 0 });
    expect(await countsOf(smith)).toMatchObject({ pending: 1 });

    await act(smith, 'transfer', taskId, { to: li.id, reason: '出差' });

    expect(await countsOf(li)).toMatchObject({ pending: 1 });
    expect(await countsOf(smith)).toMatchObject({ pending: 0 });
  });

  it('are not counted in the transaction of a command', async () => {
    const before = await countsOf(li);
    const stats = (): Promise<Model | null> =>
      test.db.getRepository('userWorkflowTaskStats').findOne({ filter: { userId: li.id } });

    await engineOf(test.db).write(async (tx) => {
      const change = { instanceId: '1', tokenIds: ['1:1'], formerHolderIds: [li.id], hasEnded: false };
      caseChangesOf(test.db).tell(tx, change);
    });

    expect(Number((await stats())?.get('pending') ?? 0)).toBe(before.pending);
  });

  it('say nothing of a command that was taken back', async () => {
    const touch = jest.spyOn(taskStatsOf(test.db), 'touch');

    await engineOf(test.db)
      .write(async (tx) => {
        caseChangesOf(test.db).tell(tx, { instanceId: '1', tokenIds: [], formerHolderIds: [], hasEnded: false });
        throw new Error('changed my mind');
      })
      .catch(() => undefined);

    expect(touch).not.toHaveBeenCalled();
    touch.mockRestore();
  });

  it('are found again after a crash that lost what had gathered', async () => {
    await start('丙');
    await countsOf(li);
    await test.db.getRepository('userWorkflowTaskStats').destroy({ filter: { type: 'bpmnTask' } });
    await test.db.getRepository('userWorkflowTasks').destroy({ filter: { type: 'bpmnTask' } });

    await taskStatsOf(test.db).catchUp();

    expect(await countsOf(li)).toMatchObject({ pending: 1 });
  });

  it('ask the same questions at a start however many tasks were opened lately', async () => {
    const statementsOfStart = async () =>
      (
        await countStatements(test.db, async () => {
          await taskStatsOf(test.db).catchUp();
          await taskStatsOf(test.db).drain();
        })
      ).length;
    await start('己一');
    await taskStatsOf(test.db).drain();

    const withOne = await statementsOfStart();
    for (const title of ['己二', '己三', '己四']) await start(title);
    await taskStatsOf(test.db).drain();
    const withFour = await statementsOfStart();

    expect(withFour).toBe(withOne);
  });

  it("are right after NocoBase's own repair of all of them", async () => {
    await start('丁');
    await taskStatsOf(test.db).drain();

    await test.app.pm.get(WorkflowPlugin).repairTaskStats({ types: ['bpmnTask'] });

    expect(await countsOf(li)).toMatchObject({ pending: 1 });
    expect(await countsOf(smith)).toMatchObject({ pending: 1 });
  });

  it('go with a list of the same tasks: pending, completed or all, page by page', async () => {
    const done = await start('戊一');
    await complete(smith, done);
    const open = await start('戊二');
    const list = (params: object) => test.as(smith).get<TaskCentreRow[]>('bpmnTasks:listMine', { params: { ...params } });

    const pending = await list({ filter: { status: 'pending' } });
    const completed = await list({ filter: { status: 'completed' } });
    const all = await list({ pageSize: 1, page: 2 });

    expect(pending.data).toMatchObject([{ id: open, title: '戊二', status: 'open' }]);
    expect(pending.meta).toEqual({ count: 1, page: 1, pageSize: 20, totalPage: 1 });
    expect(completed.data.map(({ id }) => id)).toContain(done);
    expect(all.data).toHaveLength(1);
    expect(all.data[0]).toMatchObject({ status: 'completed' });
    expect(all.meta).toMatchObject({ count: 1 + Number(completed.meta?.count), page: 2 });
    expect((await list({ filter: { processKey: 'another' } })).data).toEqual([]);
  });

  it('is refused to nobody in particular and for pages that are none', async () => {
    expect((await test.as().get('bpmnTasks:listMine')).status).toBe(401);
    expect((await test.as(li).get('bpmnTasks:listMine', { params: { page: 0 } })).errors).toMatchObject([
      { code: 'input.invalid' },
    ]);
  });
});
