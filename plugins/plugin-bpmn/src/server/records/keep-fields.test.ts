import { Desk, expectRefused, userTask } from '../__fixtures__';
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

    it('name the process and how many cases there are', async () => {
      const answer = await removeField('pleas', 'title')('zh-CN');

      expect(answer.errors[0]).toMatchObject({
        data: { processes: ['plea'], cases: 1 },
        message: expect.stringMatching(/plea.*1/),
      });
    });

    it('are removed where no case uses them', async () => {
      expect((await removeField('pleas', 'spare')('zh-CN')).errors).toEqual([]);
      expect((await removeField('pleaLines', 'unused')('zh-CN')).errors).toEqual([]);
    });
  });

  it('are removed when the last case has ended', async () => {
    const open = await tables.instances.select(desk, { processKey: 'plea', status: 'running' });
    for (const { id } of open) await desk.instance('cancel', 'clerk', id, { reason: '停' });

    expect((await removeField('pleas', 'amount')('zh-CN')).errors).toEqual([]);
  });
});
