import type { Model } from '@nocobase/database';
import { Desk, userTask } from '../__fixtures__';
import { BpmnError } from '../runtime/errors';
import { recordLocksOf } from './index';

/** What another plugin keeps as it is, such as an archive: nobody changes it, and no case starts about it. */
describe('a record under the lock of a plugin', () => {
  let desk: Desk;
  let recordId: string;
  const locked = new Set<string>();
  // NocoBase's repositories print what they roll back
  beforeAll(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(() => jest.restoreAllMocks());

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      const pages = { type: 'hasMany', name: 'pages', target: 'deedPages', foreignKey: 'deedId', interface: 'o2m' };
      db.collection({ name: 'deeds', fields: [{ type: 'string', name: 'title', interface: 'input' }, pages] });
      db.collection({ name: 'deedPages', fields: [{ type: 'string', name: 'text', interface: 'input' }] });
      await db.sync();
    });
    await desk.publishLines(
      'deed',
      `@wuxin:recordCollection="deeds"
      <bpmn:startEvent id="begin" />${userTask('write')}<bpmn:endEvent id="end" />
      begin -> write
      write -> end`,
    );
    recordLocksOf(desk.db).register({
      name: 'test',
      refusal: async ({ collection, recordIds }) =>
        collection === 'deeds' && recordIds.some((id) => locked.has(id)) ? new BpmnError('record.gone', 409, {}) : undefined,
    });
    const row: Model = await deeds().create({ values: { title: '一', pages: [{ text: '甲' }] } });
    recordId = String(row.get('id'));
  });
  afterAll(() => desk?.close());
  beforeEach(() => locked.add(recordId));

  const deeds = () => desk.db.getRepository('deeds');
  const pages = () => desk.db.getRepository('deedPages');
  const start = () => desk.as('root').post('bpmnInstances:start', { data: { processKey: 'deed', recordId } });

  const changes: readonly [string, () => Promise<unknown>][] = [
    ['a change', () => deeds().update({ filterByTk: recordId, values: { title: '二' } })],
    ['a change in one statement', () => desk.db.getModel('deeds').update({ title: '二' }, { where: { id: recordId } })],
    ['its removal', () => deeds().destroy({ filterByTk: recordId })],
    ['another row of its own', () => pages().create({ values: { text: '乙', deedId: recordId } })],
    ['a change of a row of its own', () => pages().update({ filter: { deedId: recordId }, values: { text: '乙' } })],
  ];
  it.each(changes)('is spared %s', async (_, change) => {
    await expect(change()).rejects.toMatchObject({ code: 'record.gone' });
  });

  it('is not what a new case is about, until the lock is gone', async () => {
    expect((await start()).status).toBe(409);
    locked.clear();
    expect((await start()).status).toBe(200);
  });
});
