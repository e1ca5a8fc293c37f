import type { DesignOptions, FormPreview, Problem, RecordFieldAdded, SettingChangePage } from '../../common/api';
import { draftFormUid, type FormDescription } from '../../common/form';
import { bpmn, Desk, userTask } from '../__fixtures__';
import { installDraftForm, readTree } from '../forms';

const KEY = 'approval';
const LINES = `@wuxin:recordCollection="papers"
  <bpmn:startEvent id="begin" />${userTask('write', { name: '拟稿', inside: '<wuxin:outcome key="done" name="完成" />' })}
  ${userTask('check', { name: '法律顾问审查', inside: '<wuxin:outcome key="done" name="完成" />' })}<bpmn:endEvent id="end" />
  begin -> write
  write -> check
  check -> end`;
const FORM: FormDescription = {
  collection: 'papers',
  rows: [
    [
      { field: 'title', required: true },
      { field: 'note', pattern: 'readOnly' },
    ],
  ],
};

describe('the forms of a draft', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.db.getRepository('collections').create({
      values: {
        name: 'papers',
        title: '文稿',
        fields: [
          {
            name: 'title',
            type: 'string',
            interface: 'input',
            uiSchema: { 'type': 'string', 'title': '标题', 'x-component': 'Input' },
          },
          {
            name: 'note',
            type: 'string',
            interface: 'input',
            uiSchema: { 'type': 'string', 'title': '备注', 'x-component': 'Input' },
          },
        ],
      },
      context: {},
    });
    expect((await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: bpmn(KEY, LINES) } })).status).toBe(200);
    await desk.write((tx) => installDraftForm(tx, { processKey: KEY, elementId: 'write', description: FORM }));
  });
  afterAll(() => desk?.close());

  const post = <T = unknown>(name: string, data: object, who: 'root' | 'clerk' = 'root') =>
    desk.as(who).post<T>(`bpmnProcesses:${name}`, { params: { filterByTk: KEY }, data });
  const preview = async (elementId: string) =>
    (await desk.as('root').get<FormPreview>('bpmnProcesses:previewForm', { params: { filterByTk: KEY, elementId } })).data;
  const facts = async () =>
    (await desk.as('root').get<DesignOptions>('bpmnProcesses:designOptions', { params: { filterByTk: KEY } })).data;
  const check = async () => (await desk.as('root').get<Problem[]>('bpmnProcesses:check', { params: { filterByTk: KEY } })).data;

  it('are looked at as they will be published, and say why they cannot be', async () => {
    const shown = await preview('write');
    const missing = await preview('check');

    expect(shown.form?.contract.fields.map(({ name, isWritable, isRequired }) => [name, isWritable, isRequired])).toEqual([
      ['title', true, true],
      ['note', false, false],
    ]);
    expect(missing).toMatchObject({ form: null, problems: [expect.any(String)] });
  });

  it('are copied from another task; afterwards neither changes the other', async () => {
    expect((await facts()).facts.forms).toEqual(['write']);
    expect((await check()).map(({ code, elementId }) => [code, elementId])).toEqual([['process.noForm', 'check']]);

    expect((await post('copyForm', { elementId: 'check', from: 'write' })).errors).toEqual([]);

    expect((await facts()).facts.forms).toEqual(['write', 'check']);
    expect((await preview('check')).form?.contract.fields.map(({ name }) => name)).toEqual(['title', 'note']);
    const [written, checked] = [
      await desk.write((tx) => readTree(tx, draftFormUid(KEY, 'write'))),
      await desk.write((tx) => readTree(tx, draftFormUid(KEY, 'check'))),
    ];
    expect(JSON.stringify(checked)).not.toContain(written!.uid);
  });

  it('take the place of what a task had so far', async () => {
    expect((await post('copyForm', { elementId: 'check', from: 'write' })).errors).toEqual([]);
    expect((await post('copyForm', { elementId: 'check', from: 'write' })).errors).toEqual([]);

    expect((await preview('check')).problems).toEqual([]);
  });

  it.each([
    ['from a task without one', { elementId: 'write', from: 'nowhere' }, 404, 'form.nothingToCopy'],
    ['onto itself', { elementId: 'write', from: 'write' }, 400, 'form.copyOntoItself'],
  ])('are not copied %s', async (_what, data, status, code) => {
    expect(await post('copyForm', data)).toMatchObject({ status, errors: [{ code }] });
  });

  it.each([
    ['text', undefined],
    ['longText', undefined],
    ['number', undefined],
    ['date', undefined],
    ['boolean', undefined],
    ['choice', ['合法', '不合法']],
    ['person', undefined],
    ['files', undefined],
  ])('get new fields of the record: %s', async (kind, options) => {
    const { data, errors } = await post<RecordFieldAdded>('addField', { title: `新字段 ${kind}`, kind, options });

    expect(errors).toEqual([]);
    const field = (await facts()).fields.find(({ title }) => title === `新字段 ${kind}`);
    expect(field?.name).toBe(data.name);
    const value = { text: '一', longText: '二', number: 3, date: '2026-01-01', boolean: true, choice: '合法' }[kind];
    const values = value === undefined ? {} : { [data.name]: value };
    const row = await desk.db.getRepository('papers').create({ values: { title: kind, ...values } });
    if (value !== undefined) expect(String(row.get(data.name))).toBe(String(value));
  });

  it('tell afterwards who added which field', async () => {
    const { data } = await desk.as('root').get<SettingChangePage>('bpmnProcesses:changes', { params: { filterByTk: KEY } });

    expect(data.rows.map(({ text }) => text)).toContain('在业务记录里添加了字段“新字段 text”。');
  });

  it.each([
    ['no name', { title: ' ', kind: 'text' }, 'field.titleMissing'],
    ['a name that is taken', { title: '标题', kind: 'text' }, 'field.titleTaken'],
    ['a choice of nothing', { title: '结论', kind: 'choice', options: [' '] }, 'field.noOptions'],
  ])('get no field with %s', async (_what, data, code) => {
    expect(await post('addField', data)).toMatchObject({ status: 400, errors: [{ code }] });
  });

  it('are changed by administrators only', async () => {
    expect((await post('copyForm', { elementId: 'check', from: 'write' }, 'clerk')).status).toBe(403);
    expect((await post('addField', { title: '甲', kind: 'text' }, 'clerk')).status).toBe(403);
  });

  it('name their task in the check before publishing when one of their fields is gone', async () => {
    await desk.db.getRepository('fields').destroy({ filter: { collectionName: 'papers', name: 'note' }, individualHooks: true });

    const problems = await check();

    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'form.cannotCompile', severity: 'error', elementId: 'write', elementName: '拟稿' }),
    );
    expect(problems.find(({ code }) => code === 'form.cannotCompile')?.text).toMatch(/“拟稿”的表单不能发布：.*备注|note/);
  });
});
