import { readArchive, writeArchive, type Pack } from '@wuxin/pack-format';
import { strToU8, zipSync } from 'fflate';
import type { PackChoice, PackImported, PackPreview, ProcessDetail } from '../../common/api';
import { draftFormUid } from '../../common/form';
import { bpmn, Desk, docxOf, paragraph, type Person, userTask } from '../__fixtures__';
import { defineDecision } from '../decisions';

import { installDraftForm } from '../forms';
import { definitionsOf, defineParameters } from '../parameters';
import { installCollections } from './collections';

const TABLE = {
  key: 'route',
  name: '去向',
  nameEn: 'Way',
  hitPolicy: 'FIRST',
  inputs: [
    { label: '结论', labelEn: 'Result', expression: 'outcome' },
    { label: '次数', labelEn: 'Times', expression: '1' },
  ],
  outputs: [{ name: 'way', label: '去向', labelEn: 'Way' }],
  rules: [
    { id: 'few', when: ['-', '<= param("demo.times")'], then: ['"end"'], note: '', noteEn: '' },
    { id: 'any', when: ['-', '-'], then: ['"end"'], note: '', noteEn: '' },
  ],
};
const PARAMETER = {
  key: 'demo.days',
  name: '审核时限',
  nameEn: 'Review time',
  defaultValue: 5,
  unit: 'workingDays',
  floor: 3,
  limitKind: 'statutory' as const,
  source: '测试',
  certainty: 'found' as const,
  levels: [],
};
/** Which only the table reads. */
const OF_TABLE = { ...PARAMETER, key: 'demo.times', name: '次数上限', nameEn: 'Times', floor: null, limitKind: null };
const lines = (deadline: string) => `<bpmn:startEvent id="begin" name="发起" />
  ${userTask('review', { name: '审核', kind: 'role', value: 'checker', inside: `<wuxin:outcome key="ok" name="同意" nameEn="Agree" /><wuxin:deadline amount='${deadline}' unit="workingDays" />` })}
  <bpmn:businessRuleTask id="decide" name="定去向" wuxin:decisionRef="route" />
  <bpmn:endEvent id="end" name="办结" />
  begin -> review
  review -> decide
  decide -> end`;
const drawn = (deadline: string) =>
  bpmn('petition', `@wuxin:recordCollection="petitions"\n${lines(deadline)}`).replace('name="petition"', 'name="来信"');

describe('a procedure that goes from one installation to another', () => {
  let desk: Desk;
  let original: Pack;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      await db.getRepository('collections').create({
        values: {
          name: 'petitions',
          title: '来信',
          titleField: 'title',
          fields: [
            { name: 'id', type: 'bigInt', autoIncrement: true, primaryKey: true, allowNull: false, interface: 'integer' },
            { name: 'title', type: 'string', interface: 'input', uiSchema: { 'title': '标题', 'x-component': 'Input' } },
            {
              name: 'answer',
              type: 'text',
              interface: 'textarea',
              uiSchema: { 'title': '答复', 'x-component': 'Input.TextArea' },
            },
          ],
        },
        context: {},
      });
    });
    await desk.write(async (tx) => {
      await defineParameters(tx, [PARAMETER, OF_TABLE]);
      await defineDecision(tx, TABLE);
      const rows = [[{ field: 'title', pattern: 'readOnly' as const }], [{ field: 'answer', required: true }]];
      await installDraftForm(tx, { processKey: 'petition', elementId: 'review', description: { collection: 'petitions', rows } });
    });
    const deployed = await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: drawn('=param("demo.days")') } });
    expect(deployed.errors).toEqual([]);
    const added = await desk.as('root').upload('bpmnProcesses:addTemplate', {
      params: { filterByTk: 'petition', name: '答复书', readers: 'case', needs: '' },
      file: { name: '答复书.docx', content: docxOf(paragraph('答复')) },
    });
    expect(added.errors).toEqual([]);
    expect((await desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: 'petition' } })).errors).toEqual([]);
    original = await exported('petition');
  });
  afterAll(() => desk?.close());

  async function exported(key: string, state = 'published'): Promise<Pack> {
    const answer = await desk.as('root').file(`/api/bpmnProcesses:exportPack?filterByTk=${key}&state=${state}`);
    const [pack] = readArchive(answer.content);
    return pack!;
  }
  const send = <Data>(action: string, packs: readonly Pack[], input: object, by: Person = 'root') =>
    desk.as(by).upload<Data>(`bpmnPacks:${action}`, {
      file: { name: '来信.zip', content: Buffer.from(writeArchive(packs)) },
      fields: { input: JSON.stringify(input) },
    });
  const preview = async (pack: Pack, fromPack: string[] = []): Promise<PackPreview> => {
    const answer = await send<PackPreview[]>('preview', [pack], { fromPack });
    expect(answer.errors).toEqual([]);
    return answer.data[0]!;
  };
  const take = (pack: Pack, choice: Partial<PackChoice> & { revision: string }) =>
    send<PackImported[]>('import', [pack], { choices: [{ key: pack.manifest.key, fromPack: [], ...choice }] });

  /** The same procedure as if somebody had made it elsewhere, under another name. */
  const elsewhere = (pack: Pack, to: string): Pack => {
    const text = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replaceAll('petitions', `${to}s`).replaceAll('petition', to)) as never;
    const { collections = {}, ...parts } = pack.parts;
    const renamed = Object.entries(collections).map(([name, value]) => [name.replace('petition', to), text(value)]);
    return {
      ...pack,
      manifest: text(pack.manifest),
      process: pack.process.replaceAll('petition', to),
      parts: { ...(text(parts) as Pack['parts']), collections: Object.fromEntries(renamed) },
    };
  };

  it('carries drawing, form, table, parameter, collection and Word file', () => {
    expect(
      Object.fromEntries(Object.entries(original.parts).map(([folder, items]) => [folder, Object.keys(items).length])),
    ).toMatchObject({
      collections: 1,
      forms: 1,
      decisions: 1,
      parameters: 2,
      templates: 1,
    });
    expect(original.manifest).toMatchObject({ key: 'petition', name: '来信', recordCollection: 'petitions', calls: [] });
    expect(Object.keys(original.files.templates ?? {})).toHaveLength(1);
  });

  it('carries from a draft, too, the parameters that only its tables read', async () => {
    await drawHere((xml) => xml.replace('name="办结"', 'name="结束"'));
    const draft = await exported('petition', 'draft');
    await drawHere((xml) => xml.replace('name="结束"', 'name="办结"'));

    expect(Object.keys(draft.parts.parameters ?? {})).toEqual(['demo.days', 'demo.times']);
  });

  it('is the same bytes each time, without ids of this installation, people and times', async () => {
    expect(writeArchive([await exported('petition')])).toEqual(writeArchive([original]));
    const text = JSON.stringify({ ...original, files: {} });
    expect(text).not.toContain(draftFormUid('petition', 'review'));
    expect(text).not.toMatch(/"(createdAt|savedAt|savedByName|collectionName":"petitions","key)"/);
  });

  it('comes into an installation that has none of it, runs there, and goes out again as it came', async () => {
    const pack = elsewhere(original, 'letter');
    const seen = await preview(pack);
    expect(seen).toMatchObject({ key: 'letter', isNew: true, base: 'none', obstacles: [], problems: [] });

    const taken = await take(pack, { revision: seen.revision });
    expect(taken.errors).toEqual([]);
    expect(taken.data).toMatchObject([{ key: 'letter', number: 1, isNew: true, problems: [] }]);
    expect((await desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: 'letter' } })).errors).toEqual([]);

    const { instanceId, taskIds } = await desk.start('letter');
    const refused = await desk.task('complete', 'checker', taskIds[0]!, { outcome: 'ok', data: {} });
    expect(refused.status).toBe(400); // its form asks for an answer
    const done = await desk.task('complete', 'checker', taskIds[0]!, { outcome: 'ok', data: { answer: '已修好' } });
    expect(done.errors).toEqual([]);
    expect(await desk.record(instanceId)).toMatchObject({ answer: '已修好' });
    expect(writeArchive([await exported('letter')])).toEqual(writeArchive([pack]));
  });

  it('is taken in by who may design; what it newly binds, by who may bind', async () => {
    const give = (snippets: string[]) =>
      desk.db.getRepository('roles').update({ filterByTk: 'supervisor', values: { snippets } });
    const letters = elsewhere(original, 'notice');
    const process = letters.process
      .replaceAll('businessRuleTask', 'serviceTask')
      .replace('wuxin:decisionRef="route"', 'wuxin:activityType="workflow"');
    const pack: Pack = { ...letters, process };
    const { revision } = await preview(pack);
    const takeAs = (by: Person) =>
      send<PackImported[]>('import', [pack], { choices: [{ key: 'notice', fromPack: [], revision }] }, by);

    await give(['pm.wuxin.publish']);
    expect((await takeAs('supervisor')).status).toBe(403);
    await give(['pm.wuxin.design']);
    expect(await takeAs('supervisor')).toMatchObject({
      status: 403,
      errors: [{ code: 'process.mayNotBind', data: { elementIds: ['decide'] } }],
    });
    await give(['pm.wuxin.design', 'wuxin.bind']);
    expect((await takeAs('supervisor')).data).toMatchObject([{ key: 'notice', number: 1, isNew: true }]);
    await give(['pm.wuxin.supervision']);
  });

  it('brings what only the newer pack changed, and keeps what was changed here', async () => {
    const newer: Pack = { ...original, process: original.process.replace('name="审核"', 'name="复核"') };
    await drawHere((xml) =>
      xml.replace(`amount="=param(&#34;demo.days&#34;)"`, 'amount="4"').replace(`amount='=param("demo.days")'`, 'amount="4"'),
    );

    const seen = await preview(newer);
    expect(seen.base).toBe('firstVersion');
    expect(seen.findings.map(({ kind, name, where, before, here, pack }) => [kind, name, where, before, here, pack])).toEqual([
      ['taken', '审核', '名称', '审核', '审核', '复核'],
      ['kept', '审核', '时限 › 数量', '=param("demo.days")', '4', '=param("demo.days")'],
    ]);
    const taken = await take(newer, { revision: seen.revision });
    expect(taken.errors).toEqual([]);
    const { process } = await exported('petition', 'draft');
    expect(process).toContain('name="复核"');
    expect(process).toContain('amount="4"');
  });

  it('says where both changed the same thing, and does what somebody chooses', async () => {
    const newer: Pack = { ...original, process: original.process.replace(/amount=(['"])=param.*?\1 /, 'amount="2" ') };
    const seen = await preview(newer);
    const conflicts = seen.findings.filter(({ kind }) => kind === 'conflict');
    expect(seen.base).toBe('pack');
    expect(conflicts).toMatchObject([{ name: '复核', where: '时限 › 数量', here: '4', pack: '2' }]);

    const chosen = await preview(newer, [conflicts[0]!.id]);
    expect(chosen.revision).toBe(seen.revision);
    await take(newer, { revision: seen.revision, fromPack: [conflicts[0]!.id] });
    expect((await exported('petition', 'draft')).process).toContain('amount="2"');
  });

  it('is not taken in over what somebody changed since the preview', async () => {
    const { revision } = await preview(original);
    await drawHere((xml) => xml.replace('name="办结"', 'name="完成"'));

    expect(await take(original, { revision })).toMatchObject({ status: 409, errors: [{ code: 'pack.changedSince' }] });
  });

  it('does not move a statutory limit unasked', async () => {
    const parameter = { ...(original.parts.parameters!['demo.days'] as object), floor: 1 };
    const newer: Pack = {
      ...original,
      parts: { ...original.parts, parameters: { ...original.parts.parameters, 'demo.days': parameter as never } },
    };
    const seen = await preview(newer);
    const limit = seen.findings.find(({ part, where }) => part === '参数' && where === '下限');
    expect(limit).toMatchObject({ kind: 'conflict', name: '审核时限', here: '3', pack: '1' });

    await take(newer, { revision: seen.revision });
    expect(await desk.write((tx) => definitionsOf(tx, ['demo.days']))).toMatchObject([{ floor: 3 }]);
  });

  it('takes in a policy limit within a statutory one when it is chosen, gives it out again, and does not drop it unasked', async () => {
    const parameter = { ...(original.parts.parameters!['demo.days'] as object), policyFloor: 4 };
    const newer: Pack = {
      ...original,
      parts: { ...original.parts, parameters: { ...original.parts.parameters, 'demo.days': parameter as never } },
    };
    const here = () => desk.write((tx) => definitionsOf(tx, ['demo.days']));
    const seen = await preview(newer);
    const limit = seen.findings.find(({ where }) => where === '政策下限')!;
    expect(limit).toMatchObject({ kind: 'conflict', name: '审核时限', here: null, pack: '4' });

    const taken = await take(newer, { revision: seen.revision, fromPack: [limit.id] });
    expect(taken.errors).toEqual([]);
    expect(await here()).toMatchObject([{ floor: 3, policyFloor: 4 }]);
    expect((await exported('petition')).parts.parameters).toEqual(newer.parts.parameters);

    await take(original, { revision: (await preview(original)).revision });
    expect(await here()).toMatchObject([{ floor: 3, policyFloor: 4 }]);
  });

  it('is not taken in with a policy limit beyond the statutory one', async () => {
    const parameter = { ...(original.parts.parameters!['demo.days'] as object), policyFloor: 2 };
    const newer: Pack = {
      ...original,
      parts: { ...original.parts, parameters: { ...original.parts.parameters, 'demo.days': parameter as never } },
    };
    const seen = await preview(newer);
    const fromPack = seen.findings.filter(({ where }) => where === '政策下限').map(({ id }) => id);

    const { status, errors } = await take(newer, { revision: seen.revision, fromPack });

    expect({ status, code: errors[0]?.code }).toEqual({ status: 400, code: 'parameter.policyLimitOutside' });
    expect(errors[0]?.message).toBe('参数“demo.days”的政策界限 2 超出法定界限 3。');
  });

  it('adds its fields to the collection and retypes none', async () => {
    const collection = original.parts.collections!.petitions as { fields: { name: string }[] };
    const withFields = (fields: object[]): Pack => ({
      ...original,
      parts: { ...original.parts, collections: { petitions: { ...collection, fields } as never } },
    });
    const more = withFields([
      ...collection.fields,
      { name: 'urgency', type: 'string', interface: 'input', uiSchema: { title: '缓急' } },
    ]);
    const taken = await take(more, { revision: (await preview(more)).revision });
    expect(taken.errors).toEqual([]);
    expect(desk.db.getCollection('petitions').hasField('urgency')).toBe(true);
    expect(desk.db.getCollection('petitions').hasField('answer')).toBe(true);

    const retyped = withFields(
      collection.fields.map((field) => (field.name === 'answer' ? { ...field, type: 'integer' } : field)),
    );
    const seen = await preview(retyped);
    const refused = await take(retyped, { revision: seen.revision, fromPack: seen.findings.map(({ id }) => id) });
    expect(refused.errors[0]?.code).toBe('pack.missing');
    expect(refused.errors[0]?.message).toContain('answer');
  });

  it('saves no field that says the same', async () => {
    let saved = 0;
    const count = () => void (saved += 1);
    desk.db.on('fields.afterSave', count);
    const seen = await preview(original);
    expect((await take(original, { revision: seen.revision })).errors).toEqual([]);
    desk.db.off('fields.afterSave', count);
    expect(saved).toBe(0);
  });

  it('that needs an activity type of a plugin that is not here is refused, and nothing is kept', async () => {
    const pack = elsewhere(original, 'vote');
    const needing: Pack = { ...pack, manifest: { ...pack.manifest, activityTypes: ['ballot'] } };
    const seen = await preview(needing);
    expect(seen.obstacles).toMatchObject([{ kind: 'activityType', isWarning: false }]);
    expect((await take(needing, { revision: seen.revision })).errors[0]?.code).toBe('pack.missing');
    expect(desk.db.hasCollection('votes')).toBe(false);
  });

  it.each<[string, (pack: Pack) => Pack]>([
    ['a form that is no form', (pack) => ({ ...pack, parts: { ...pack.parts, forms: { review: { rows: [] } } } })],
    ['a template without its file', (pack) => ({ ...pack, files: {} })],
    [
      'a collection of a plugin',
      (pack) => ({ ...pack, parts: { ...pack.parts, collections: { users: { name: 'users', fields: [] } } } }),
    ],
    [
      'a collection under another name',
      (pack) => ({ ...pack, parts: { ...pack.parts, collections: { ghosts: { name: 'others', fields: [] } } } }),
    ],
  ])('with %s is refused by name', async (_, broken) => {
    const answer = await send('preview', [broken(elsewhere(original, 'broken'))], {});
    expect(answer).toMatchObject({ status: 400, errors: [{ code: 'pack.badPart' }] });
  });

  const MANIFEST = { schema: 1, key: 'a', name: 'a', nameEn: null, recordCollection: null, calls: [], activityTypes: [] };
  it.each<[string, string, Record<string, string>]>([
    ['an entry that no pack has', 'pack.foreignEntry', { 'a/run.sh': '' }],
    ['a form that is no JSON', 'pack.unreadable', { 'a/forms/x.json': '{' }],
    ['no drawing', 'pack.incomplete', { 'a/pack.json': JSON.stringify(MANIFEST) }],
    ['a later format', 'pack.tooNew', { 'a/pack.json': JSON.stringify({ ...MANIFEST, schema: 2 }) }],
    ['an entry of many megabytes', 'pack.tooLarge', { 'a/forms/x.json': ' '.repeat(9_000_000) }],
  ])('with %s is refused, and the message names the entry', async (_, code, entries) => {
    const content = zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));
    const answer = await desk.as('root').upload('bpmnPacks:preview', { file: { name: 'x.zip', content: Buffer.from(content) } });
    expect(answer).toMatchObject({ status: 400, errors: [{ code }] });
  });

  it('does not touch a field that somebody made of another type after the preview', async () => {
    const retyped = { name: 'petitions', fields: [{ name: 'answer', type: 'integer' }] };
    await expect(installCollections(desk.db, [retyped])).rejects.toMatchObject({
      code: 'pack.fieldRetyped',
      data: { collection: 'petitions', field: 'answer' },
    });
    expect(desk.db.getCollection('petitions').getField('answer').type).toBe('text');
  });

  it('is refused when it is no archive, in words', async () => {
    const answer = await desk.as('root').upload('bpmnPacks:preview', { file: { name: 'x.zip', content: Buffer.from('no') } });
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ code: 'pack.notAnArchive', message: expect.stringContaining('内容包') }],
    });
  });

  it('goes out and comes in through administrators only', async () => {
    expect((await send('preview', [original], {}, 'clerk')).status).toBe(403);
    expect((await send('import', [original], { choices: [] }, 'clerk')).status).toBe(403);
    const answer = await desk.as('clerk').file('/api/bpmnProcesses:exportPack?filterByTk=petition');
    expect(answer.status).toBe(403);
  });

  it('is noted among the changes of the process', async () => {
    const { data } = await desk.as('root').get<{ rows: { text: string }[] }>('bpmnProcesses:changes', {
      params: { filterByTk: 'petition', page: 1, pageSize: 20 },
    });
    expect(data.rows.map(({ text }) => text)).toContainEqual(expect.stringContaining('从内容包导入'));
  });

  async function drawHere(change: (xml: string) => string): Promise<void> {
    const params = { filterByTk: 'petition' };
    const { data } = await desk.as('root').get<{ xml: string; revision: string }>('bpmnProcesses:draft', { params });
    const xml = change(data.xml);
    expect(xml).not.toBe(data.xml);
    const saved = await desk
      .as('root')
      .post<ProcessDetail>('bpmnProcesses:saveDraft', { params, data: { xml, revision: data.revision } });
    expect(saved.errors).toEqual([]);
  }
});
