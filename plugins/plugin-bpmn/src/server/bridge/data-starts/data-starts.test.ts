import { BASE_PLUGINS, TestApp, type HttpClient, type TestUser } from '@wuxin/test';
import type { Model } from '@nocobase/database';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PluginBpmnServer } from '../../plugin';
import type { DataStartOptions, DataStartProblem, DataStartReach, DataStartRow, SettingChangePage } from '../../../common/api';
import { tables, type InstanceRecord } from '../../store';
import { engineOf } from '../../runtime/engine';
import { taskStatsOf } from '../../task-stats';
import { removeRule, saveRule } from './manage-rules';

const payment = readFileSync(join(__dirname, '../__fixtures__/payment.bpmn'), 'utf8');
const about = payment.replace('id="payment"', 'id="about" wuxin:recordCollection="repairs"');

describe('rules by which saving a record starts an instance', () => {
  let test: TestApp;
  let root: HttpClient;
  let clerkUser: TestUser;

  beforeAll(async () => {
    process.env.WUXIN_WORKER = 'off';
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
    const fields = [
      { type: 'string', name: 'title' },
      { type: 'string', name: 'status' },
      { type: 'integer', name: 'cost' },
      { type: 'string', name: 'urgency', uiSchema: { title: '缓急', enum: [{ value: 'high', label: '紧急' }] } },
      { type: 'bigInt', name: 'reporterId' },
      { type: 'belongsTo', name: 'reporter', target: 'users', foreignKey: 'reporterId', uiSchema: { title: '报修人' } },
    ];
    test.db.collection({ name: 'repairs', createdBy: true, fields });
    await test.db.getCollection('repairs').sync({ logging: false });
    root = test.as(await test.rootUser());
    clerkUser = await test.createUser({ username: 'clerk', nickname: '王芳' });
    for (const [xml, key] of [
      [payment, 'payment'],
      [about, 'about'],
    ] as const) {
      await root.post('bpmnProcesses:deploy', { data: { xml } });
      expect((await root.post('bpmnProcesses:publish', { params: { filterByTk: key } })).errors).toEqual([]);
    }
  });
  beforeEach(() => taskStatsOf(test.db).drain());
  afterEach(async () => {
    for (const { id } of (await root.get<DataStartRow[]>('bpmnDataStarts:overview')).data) {
      await root.post('bpmnDataStarts:remove', { params: { filterByTk: id } });
    }
  });
  afterAll(() => test.stop());

  const drain = async () => {
    await test.app.pm.get(PluginBpmnServer).drain();
    await taskStatsOf(test.db).drain();
  };
  const rule = (changes: object) => ({
    name: '报修',
    collection: 'repairs',
    event: 'created',
    processKey: 'payment',
    ...changes,
  });
  const save = (changes: object) => root.post<{ id: string }>('bpmnDataStarts:save', { data: rule(changes) });
  const create = (values: object): Promise<Model> => test.db.getRepository('repairs').create({ values });
  const update = (id: unknown, values: object) => test.db.getRepository('repairs').update({ filterByTk: id as number, values });
  const titled = (title: string): Promise<InstanceRecord[]> => tables.instances.select({ db: test.db }, { title });

  it('keep who added, changed and removed them, part by part, and nothing for a save that changes nothing', async () => {
    const changes = async (locale: 'zh-CN' | 'en-US') =>
      (await root.get<SettingChangePage>('bpmnDataStarts:changes', { params: { pageSize: 3 }, locale })).data;
    const { total } = await changes('zh-CN');
    const { id } = (await save({ condition: '=record.cost > 50' })).data;
    await save({ id, condition: '=record.cost > 50' });
    await save({ id, condition: null, event: 'updated', variables: { cost: '=record.cost' } });
    await root.post('bpmnDataStarts:remove', { params: { filterByTk: id } });

    const page = await changes('zh-CN');

    expect(page.total).toBe(total + 3);
    const texts = page.rows.map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['删除规则“报修”，0 条没有发起成功的记录不再发起。', '修改规则“报修”。', '新增规则“报修”。']),
    );
    expect(page.rows.find(({ text }) => text.startsWith('修改'))?.parts).toEqual([
      { name: '时机', before: '新增记录时', after: '修改记录时' },
      { name: '条件', before: '=record.cost > 50', after: '（空）' },
      { name: '给流程的值', before: '（空）', after: 'cost = =record.cost' },
    ]);
    expect((await changes('en-US')).rows.map(({ text }) => text)).toContain('Rule "报修" changed.');
  });

  it('start one with title and variables from the record, as its creator', async () => {
    await save({ title: '="报修：" + record.title', variables: { cost: '=record.cost', source: 'table' } });

    const context = { state: { currentUser: clerkUser } };
    await test.db.getRepository('repairs').create({ values: { title: '水管', cost: 80 }, context });
    await drain();

    expect(await titled('报修：水管')).toMatchObject([
      { variables: { cost: 80, source: 'table' }, starterId: clerkUser.id, recordId: null },
    ]);
  });

  it('make the record the one that the instance is about, when the process is about such records', async () => {
    await save({ processKey: 'about', title: '=record.title' });

    const record = await create({ title: '屋顶' });
    await drain();

    expect(await titled('屋顶')).toMatchObject([{ recordCollection: 'repairs', recordId: String(record.get('id')) }]);
  });

  it('start when the condition begins to hold, and once a record', async () => {
    const record = await create({ title: '电梯', status: 'draft' });
    await save({ event: 'updated', condition: 'record.status = "submitted"', title: '=record.title' });

    await update(record.get('id'), { cost: 1 });
    await drain();
    expect(await titled('电梯')).toHaveLength(0);
    await update(record.get('id'), { status: 'submitted' });
    await update(record.get('id'), { status: 'draft' });
    await update(record.get('id'), { status: 'submitted' });
    await drain();
    await update(record.get('id'), { status: 'draft' });
    await update(record.get('id'), { status: 'submitted' });
    await drain();

    expect(await titled('电梯')).toHaveLength(1);
  });

  it('start nothing for records that met the condition before the rule was written', async () => {
    const record = await create({ title: '路灯', status: 'submitted' });
    await save({ event: 'updated', condition: 'record.status = "submitted"', title: '=record.title' });

    await update(record.get('id'), { cost: 3 });
    await drain();

    expect(await titled('路灯')).toHaveLength(0);
  });

  it('start nothing when the save is taken back', async () => {
    await save({ title: '=record.title' });

    await test.db.sequelize
      .transaction(async (transaction) => {
        await test.db.getRepository('repairs').create({ values: { title: '回滚' }, transaction });
        throw new Error('changed my mind');
      })
      .catch(() => undefined);
    await drain();

    expect(await titled('回滚')).toHaveLength(0);
  });

  it('never make a save fail, whatever the condition comes to', async () => {
    await save({ condition: 'record.cost.amount > sum("x")', title: '=record.title' });

    await create({ title: '坏条件' });
    await drain();

    expect(await titled('坏条件')).toHaveLength(0);
  });

  it('leave a record alone that has an open instance already', async () => {
    await save({ processKey: 'about', title: '="再次" + record.title' });

    const started = await root.post('bpmnInstances:start', {
      data: { processKey: 'about', title: '先办' },
    });
    await drain();

    expect(started.status).toBe(200);
    expect(await titled('再次先办')).toHaveLength(0);
    expect(await tables.jobs.count({ db: test.db }, { kind: 'startByData' })).toBe(0);
  });

  it('show what failed, and try it again when that is mended', async () => {
    const { data } = await save({ title: '=record.title', placeField: 'cost' });
    await create({ title: '下水', cost: 404 });
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await test.db.getModel('bpmnJobs').update({ dueAt: 0 }, { where: { kind: 'startByData' } });
      await drain();
    }
    const [row] = (await root.get<DataStartRow[]>('bpmnDataStarts:overview')).data;
    expect(row?.failed).toMatchObject([{ code: 'place.notFound', text: '没有这个属地。', recordId: expect.any(String) }]);

    await root.post('bpmnDataStarts:save', { data: { ...rule({ title: '=record.title' }), id: data.id } });
    const retried = await root.post('bpmnDataStarts:retry', { params: { filterByTk: data.id } });
    await drain();

    expect(retried.data).toEqual({ retried: 1 });
    expect(await titled('下水')).toHaveLength(1);
  });

  describe('to whoever writes them', () => {
    const check = async (changes: object, locale?: 'en-US') =>
      (await root.post<DataStartProblem[]>('bpmnDataStarts:check', { data: { collection: 'repairs', ...changes }, locale })).data;

    it.each(['', 'nope.x', 'repairs.nope', 'nope'])(
      'are read before a collection is chosen, or with one that there is not: “%s”',
      async (collection) => {
        const wrong = await check({ collection, condition: 'record.status = (' });
        const right = await check({ collection, condition: 'record.status = "open"' });

        expect(wrong.map(({ part, severity }) => [part, severity])).toEqual([[{ kind: 'condition' }, 'error']]);
        expect(right).toEqual([]);
      },
    );

    it('say where they are wrong while they are written, and which fields there are not', async () => {
      const problems = await check({
        condition: 'record.status = (',
        title: '=record.titel + ": record.other"',
        variables: { cost: '=cost', source: 'record.nothing' },
      });

      expect(problems.map(({ part, severity }) => [part, severity])).toEqual([
        [{ kind: 'condition' }, 'error'],
        [{ kind: 'title' }, 'warning'],
        [{ kind: 'variable', name: 'cost' }, 'error'],
      ]);
      expect(problems[1]?.text).toBe('这个数据表没有字段：titel');
      expect(await check({ condition: 'record.status = "done" and record.cost > 1' })).toEqual([]);
      expect((await check({ condition: 'state' }, 'en-US'))[0]?.text).toMatch(/state/);
    });

    it('offer the collections that a record can start a case from, with their fields, and published processes', async () => {
      const { data } = await root.get<DataStartOptions>('bpmnDataStarts:options');

      const names = data.collections.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(['repairs', 'users']));
      expect(names.filter((name) => name.startsWith('bpmn'))).toEqual([]);
      const fields = data.collections.find(({ name }) => name === 'repairs')?.fields.map(({ name }) => name);
      expect(fields).toEqual(expect.arrayContaining(['title', 'status', 'cost']));
      expect(fields).not.toContain('createdBy');
      expect(fields).not.toContain('createdById');
      expect(data.collections.find(({ name }) => name === 'repairs')?.fields).toContainEqual({
        name: 'reporterId',
        title: '报修人',
      });
      expect(data.processes.find(({ key }) => key === 'about')).toMatchObject({ recordCollection: 'repairs' });
    });

    it('are listed with a simple condition in words, and another one as it is', async () => {
      await save({ name: '甲', condition: 'record.status = "submitted" and record.cost >= 5' });
      await save({ name: '乙', condition: 'record.cost > sum([1, 2])' });
      await save({ name: '丙', condition: 'record.urgency = "high"' });

      const rows = (await root.get<DataStartRow[]>('bpmnDataStarts:overview')).data;

      const of = (name: string) => rows.find((row) => row.name === name);
      expect(of('甲')).toMatchObject({ conditionText: 'status 是“submitted”，并且 cost 不小于 5', isPublished: true });
      expect(of('丙')).toMatchObject({ conditionText: '缓急 是“紧急”' });
      expect(of('乙')).toMatchObject({ conditionText: null, condition: 'record.cost > sum([1, 2])' });
    });

    it('say before they are removed what they have started; that goes on, and what has not started is given up', async () => {
      const { data } = await save({ title: '=record.title' });
      await create({ title: '围栏' });
      await drain();
      await save({ id: data.id, title: '=record.title', placeField: 'cost' });
      await create({ title: '长椅', cost: 404 });

      const reach = await root.get<DataStartReach>('bpmnDataStarts:reach', { params: { filterByTk: data.id } });
      const removed = await root.post('bpmnDataStarts:remove', { params: { filterByTk: data.id } });
      await drain();

      expect(reach.data).toEqual({ started: { running: 1 }, waiting: 1 });
      expect(removed.data).toEqual({ dropped: 1 });
      expect(await titled('围栏')).toMatchObject([{ status: 'running' }]);
      expect(await titled('长椅')).toEqual([]);
      expect(await tables.jobs.count({ db: test.db }, { kind: 'startByData' })).toBe(0);
    });
  });

  it.each([
    ['dataStart.noCollection', 400, { collection: 'noSuchTable' }],
    ['dataStart.noCollection', 400, { collection: 'bpmnTasks' }],
    ['dataStart.noCollection', 400, { collection: '' }],
    ['dataStart.noCollection', 400, { collection: 'nope.x' }],
    ['dataStart.noCollection', 400, { collection: 'repairs.nope' }],
    ['dataStart.noField', 400, { placeField: 'noSuchField' }],
    ['dataStart.badExpression', 400, { condition: 'record.status = (' }],
    ['dataStart.badExpression', 400, { title: '=for' }],
    ['process.notFound', 404, { processKey: 'noSuchProcess' }],
    ['dataStart.notFound', 404, { id: '1' }],
    ['input.invalid', 400, { event: 'destroyed' }],
  ])('are refused with %s (%i) for %o', async (code, status, changes) => {
    const answer = await save(changes);

    expect(answer).toMatchObject({ status, errors: [{ code }] });
    expect(answer.errors[0]?.message).not.toContain(code);
  });

  it('are not for everybody', async () => {
    const clerk = test.as(clerkUser);

    for (const name of ['overview', 'options', 'reach']) expect((await clerk.get(`bpmnDataStarts:${name}`)).status).toBe(403);
    expect((await clerk.post('bpmnDataStarts:check', { data: {} })).status).toBe(403);
    expect((await clerk.post('bpmnDataStarts:save', { data: rule({}) })).status).toBe(403);
    const actor = { userId: clerkUser.id, name: '王芳', isAdministrator: false, roles: ['member'], channel: 'web' } as const;
    const engine = engineOf(test.db);
    const whole = {
      ...rule({}),
      event: 'created',
      condition: null,
      placeField: null,
      title: null,
      variables: {},
      isEnabled: true,
    } as const;
    for (const command of [
      () => engine.write((tx) => saveRule(tx, actor, whole)),
      () => engine.write((tx) => removeRule(tx, actor, '1')),
    ])
      await expect(command()).rejects.toMatchObject({ code: 'dataStart.administratorsOnly', status: 403 });
    expect((await root.post('bpmnDataStarts:remove', { params: { filterByTk: '1' } })).errors).toMatchObject([
      { code: 'dataStart.notFound' },
    ]);
  });
});
