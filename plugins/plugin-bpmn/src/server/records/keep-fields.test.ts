import { expectRefused } from '@wuxin/test';
import type { Model } from '@nocobase/database';
import { Desk, userTask } from '../__fixtures__';
import { installDraftForm } from '../forms';
import { tables } from '../store';

/** An administrator tidies up collections while cases run. */
describe('fields and collections that open cases use', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    for (const [name, fields] of [
      ['pleas', ['title', 'amount', 'spare']],
      ['pleaLines', ['text', 'unused']],
    ] as const) {
      await desk.db.getRepository('collections').create({
        values: {
          name,
          fields: fields.map((field) => ({ name: field, type: 'string', interface: 'input', uiSchema: { title: field } })),
        },
        context: {},
      });
    }
    await desk.db.getRepository('fields').create({
      values: {
        collectionName: 'pleas',
        name: 'lines',
        type: 'hasMany',
        target: 'pleaLines',
        foreignKey: 'pleaId',
        interface: 'o2m',
      },
      context: {},
    });
    const rows = [[{ field: 'title' }], [{ field: 'lines', columns: [{ field: 'text' }] }]];
    await desk.write((tx) =>
      installDraftForm(tx, { processKey: 'plea', elementId: 'write', description: { collection: 'pleas', rows } }),
    );
    await desk.publishLines(
      'plea',
      `@wuxin:recordCollection="pleas"
      <bpmn:startEvent id="begin" />${userTask('write')}<bpmn:exclusiveGateway id="way" default="flow3" /><bpmn:endEvent id="end" /><bpmn:endEvent id="other" />
      begin -> write
      write -> way
      way -> end
      way -> other : =record.amount = "many"`,
    );
  });
  afterAll(() => desk?.close());

  const removeField = (collection: string, field: string) => (locale: 'zh-CN' | 'en-US') =>
    desk.as('root').post(`collections/${collection}/fields:destroy`, { params: { filterByTk: field }, locale });
  const removeCollection = (collection: string) => (locale: 'zh-CN' | 'en-US') =>
    desk.as('root').post('collections:destroy', { params: { filterByTk: collection }, locale });

  const changeField = (collection: string, field: string, data: object) => (locale: 'zh-CN' | 'en-US') =>
    desk.as('root').post(`collections/${collection}/fields:update`, { params: { filterByTk: field }, data, locale });
  const stored = async (collectionName: string, name: string) => {
    const row = (await desk.db.getRepository('fields').findOne({ filter: { collectionName, name } })) as Model | null; // NocoBase leaves it untyped
    return row?.toJSON<Record<string, unknown>>();
  };

  describe('while a case is open', () => {
    let instanceId: string;
    beforeAll(async () => {
      instanceId = (await desk.start('plea', 'clerk', { title: '一件' })).instanceId;
    });

    it.each([
      ['a field of a form', 'pleas', 'title'],
      ['a field of a condition', 'pleas', 'amount'],
      ['a sub-table', 'pleas', 'lines'],
      ['a column of a sub-table', 'pleaLines', 'text'],
    ])('are not removed: %s', async (_, collection, field) => {
      await expectRefused(removeField(collection, field), { code: 'record.fieldInUse', status: 409 });

      expect(await desk.db.getRepository('fields').count({ filter: { collectionName: collection, name: field } })).toBe(1);
    });

    it.each(['pleas', 'pleaLines'])('are not removed: the collection %s', async (collection) => {
      await expectRefused(removeCollection(collection), { code: 'record.collectionInUse', status: 409 });

      expect((await desk.open('clerk', await desk.openTask(instanceId, 'write'))).errors).toEqual([]);
    });

    it.each([
      ['a field of a form, in its type', 'pleas', 'title', { type: 'integer', interface: 'integer' }],
      ['a field of a form, in its interface alone', 'pleas', 'title', { interface: 'email' }],
      ['a field of a form, to none that people can fill in', 'pleas', 'title', { interface: null }],
      ['a field of a condition', 'pleas', 'amount', { type: 'boolean', interface: 'checkbox' }],
      ['a sub-table, in where it leads', 'pleas', 'lines', { target: 'others' }],
      ['a sub-table, in its key', 'pleas', 'lines', { foreignKey: 'otherId' }],
      ['a column of a sub-table', 'pleaLines', 'text', { type: 'date', interface: 'datetime' }],
      ['a field of a form, in its name', 'pleas', 'title', { name: 'heading' }],
    ])('are not changed: %s', async (_, collection, field, values) => {
      const before = await stored(collection, field);

      await expectRefused(changeField(collection, field, values), { code: 'record.fieldChangeInUse', status: 409 });

      expect(await stored(collection, field)).toEqual(before);
      expect((await desk.open('clerk', await desk.openTask(instanceId, 'write'))).errors).toEqual([]);
    });

    it('are not changed with all fields of their collection at once', async () => {
      const fields = [{ ...(await stored('pleas', 'title')), type: 'integer', interface: 'integer' }];
      const send = (locale: 'zh-CN' | 'en-US') =>
        desk.as('root').post('collections:setFields', { params: { filterByTk: 'pleas' }, data: { fields }, locale });

      expect((await send('zh-CN')).status).toBe(409);

      expect(await stored('pleas', 'title')).toMatchObject({ type: 'string', interface: 'input' });
    });

    it('may get another title, description and rules', async () => {
      const values = { uiSchema: { 'title': '标题', 'x-component': 'Input' }, description: '一句话' };

      expect((await changeField('pleas', 'title', values)('zh-CN')).errors).toEqual([]);
      expect((await changeField('pleas', 'lines', { uiSchema: { title: '各行' } })('zh-CN')).errors).toEqual([]);
    });

    it('name the process and how many cases there are when they are to be changed', async () => {
      const answer = await changeField('pleas', 'title', { interface: 'email' })('zh-CN');

      expect(answer.errors[0]).toMatchObject({
        data: { field: 'title', processes: ['plea'], cases: 1 },
        message: expect.stringMatching(/title.*plea.*1/),
      });
    });

    it('name the process and how many cases there are', async () => {
      const answer = await removeField('pleas', 'title')('zh-CN');

      expect(answer.errors[0]).toMatchObject({
        data: { processes: ['plea'], cases: 1 },
        message: expect.stringMatching(/plea.*1/),
      });
    });

    it('are changed where no case uses them', async () => {
      expect((await changeField('pleas', 'spare', { interface: 'email' })('zh-CN')).errors).toEqual([]);
      expect(await stored('pleas', 'spare')).toMatchObject({ interface: 'email' });
    });

    it('are removed where no case uses them', async () => {
      expect((await removeField('pleas', 'spare')('zh-CN')).errors).toEqual([]);
      expect((await removeField('pleaLines', 'unused')('zh-CN')).errors).toEqual([]);
    });
  });

  it('are changed and removed when the last case has ended', async () => {
    const open = await tables.instances.select(desk, { processKey: 'plea', status: 'running' });
    for (const { id } of open) await desk.instance('cancel', 'clerk', id, { reason: '停' });

    expect((await changeField('pleas', 'title', { interface: 'email' })('zh-CN')).errors).toEqual([]);
    expect((await removeField('pleas', 'amount')('zh-CN')).errors).toEqual([]);
  });
});
