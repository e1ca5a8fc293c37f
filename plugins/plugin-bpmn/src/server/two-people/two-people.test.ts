import { type HttpAnswer, type HttpClient, expectRefused } from '@wuxin/test';
import { readArchive, writeArchive } from '@wuxin/pack-format';
import type { OwnRights, PackPreview, ProcessDraft, ProcessRow, PublishingState, SettingChangePage } from '../../common/api';
import { draftFormUid } from '../../common/form';
import { bpmn, Desk, userTask } from '../__fixtures__';
import { defineDecision } from '../decisions';

const drawn = (key: string, name = '受理') =>
  bpmn(key, `<bpmn:startEvent id="begin" />${userTask('a', { name })}<bpmn:endEvent id="end" />\nbegin -> a\na -> end`);
const TABLE = {
  key: 'way',
  name: '去向',
  hitPolicy: 'FIRST',
  inputs: [{ label: '次数', expression: '1' }],
  outputs: [{ name: 'way', label: '去向' }],
  rules: [{ id: 'any', when: ['-'], then: ['"end"'], note: '' }],
};
const deciding = (key: string) =>
  bpmn(
    key,
    `<bpmn:startEvent id="begin" /><bpmn:businessRuleTask id="decide" name="定去向" wuxin:decisionRef="way" /><bpmn:endEvent id="end" />\nbegin -> decide\ndecide -> end`,
  );

type Who = 'chen' | 'li' | 'admin';
const NAMES = { chen: '陈敏', li: '李强', admin: '赵磊' } as const;

describe('publishing by two people', () => {
  let desk: Desk;
  const people = new Map<Who, HttpClient>();
  const post = <Data = unknown>(who: Who, action: string, key: string, data: object = {}, locale?: 'zh-CN' | 'en-US') =>
    people.get(who)!.post<Data>(`bpmnProcesses:${action}`, { params: { filterByTk: key }, data, locale });
  const get = async <Data>(who: Who, action: string, key: string) =>
    (await people.get(who)!.get<Data>(`bpmnProcesses:${action}`, { params: { filterByTk: key } })).data;
  const state = (who: Who, key: string) => get<PublishingState>(who, 'publishing', key);
  const deploy = async (who: Who, xml: string) => expect((await post(who, 'deploy', '', { xml })).errors).toEqual([]);
  const publish = async (who: Who, key: string, locale?: 'zh-CN' | 'en-US') => {
    const { seen } = await state(who, key);
    return post<{ number: number }>(who, 'publish', key, { seen }, locale);
  };
  const asks = async (isAsked: boolean) => {
    desk.now += 1;
    expect((await people.get('admin')!.post('bpmnRights:askForTwo', { data: { isAsked } })).errors).toEqual([]);
  };
  const expectOwn = async (ask: (locale: 'zh-CN' | 'en-US') => Promise<HttpAnswer>, others: readonly Who[]) => {
    await expectRefused(ask, { code: 'process.ownDraft', status: 409 });
    const { errors } = await ask('zh-CN');
    const named = (errors[0]?.data as { names: string[] }).names;
    expect(named).toEqual(expect.arrayContaining(others.map((who) => NAMES[who])));
    return named;
  };

  beforeAll(async () => {
    desk = await Desk.open();
    const role = (name: string, snippets: string[]) =>
      desk.db.getRepository('roles').create({ values: { name, title: name, snippets } });
    await role('author', ['ui.*', 'pm.wuxin.design', 'pm.wuxin.publish']);
    await role('keeper', ['pm', 'pm.*']);
    for (const [username, nickname] of Object.entries(NAMES) as [Who, string][]) {
      const roles = [username === 'admin' ? 'keeper' : 'author'];
      people.set(username, desk.test.as(await desk.test.createUser({ username, nickname, roles })));
    }
  });
  afterAll(() => desk?.close());

  it('is not asked for unless somebody says so, and saying so is noted', async () => {
    await deploy('chen', drawn('before'));
    expect((await publish('chen', 'before')).data).toMatchObject({ number: 1 });

    await asks(true);

    expect((await people.get('chen')!.get<OwnRights>('bpmnRights:mine')).data.asksForTwo).toBe(true);
    const { rows } = (await people.get('admin')!.get<SettingChangePage>('bpmnRights:changes')).data;
    expect(rows[0]).toMatchObject({ text: '要求由两个人发布：改过内容的人不能自己发布', by: { name: '赵磊' } });
  });

  it('is changed by who manages roles only', async () => {
    await expectRefused((locale) => people.get('chen')!.post('bpmnRights:askForTwo', { data: { isAsked: false }, locale }), {
      code: 'right.mayNotGive',
      status: 403,
    });
  });

  describe('a draft', () => {
    it('is published by somebody else than who drew it; who drew it is told who may', async () => {
      await deploy('chen', drawn('permit'));

      const named = await expectOwn((locale) => publish('chen', 'permit', locale), ['li', 'admin']);

      expect(named).not.toContain('陈敏');
      expect(await state('chen', 'permit')).toMatchObject({
        asksForTwo: true,
        mustAsk: 'ownDraft',
        authors: [{ name: '陈敏' }],
        others: expect.arrayContaining([expect.objectContaining({ name: '李强' })]) as unknown,
      });
      expect((await publish('li', 'permit')).data).toMatchObject({ number: 1 });
    });

    it('has everybody for an author who changed it since the version in force, and nobody from before', async () => {
      await deploy('li', drawn('permit', '初审'));
      await deploy('chen', drawn('permit', '复审'));

      expect((await state('admin', 'permit')).authors.map(({ name }) => name)).toEqual(['李强', '陈敏']);
      await expectOwn((locale) => publish('li', 'permit', locale), ['admin']);
      expect((await publish('admin', 'permit')).data).toMatchObject({ number: 2 });

      await deploy('chen', drawn('permit', '终审'));
      expect((await publish('li', 'permit')).data).toMatchObject({ number: 3 });
    });

    it('has for an author who changed a form of it in NocoBase’s own designer', async () => {
      await deploy('chen', drawn('formed'));
      const form = { uid: draftFormUid('formed', 'a'), use: 'FormModel' };
      expect((await people.get('li')!.post('flowModels:save', { data: form })).errors).toEqual([]);

      expect((await state('li', 'formed')).authors.map(({ name }) => name)).toEqual(['陈敏', '李强']);
      await expectOwn((locale) => publish('li', 'formed', locale), ['admin']);
    });

    it('is the root user’s to publish no more than anybody’s', async () => {
      const root = (action: string, key: string, data: object) =>
        desk.as('root').post(`bpmnProcesses:${action}`, { params: { filterByTk: key }, data });
      await root('deploy', '', { xml: drawn('rooted') });
      const { seen } = await state('li', 'rooted');

      expect(await root('publish', 'rooted', { seen })).toMatchObject({ status: 409, errors: [{ code: 'process.ownDraft' }] });
    });

    it('that was changed since it was looked at is not published', async () => {
      await deploy('chen', drawn('moved'));
      const { seen } = await state('li', 'moved');
      await deploy('chen', drawn('moved', '换过'));

      await expectRefused((locale) => post('li', 'publish', 'moved', { seen }, locale), {
        code: 'process.changedSinceSeen',
        status: 409,
      });
      await expectRefused((locale) => post('li', 'publish', 'moved', {}, locale), { code: 'process.seenMissing', status: 400 });
      expect((await publish('li', 'moved')).data).toMatchObject({ number: 1 });
    });

    it('says that nobody else may, where that is so', async () => {
      await deploy('chen', drawn('alone'));
      await deploy('li', drawn('alone', '甲'));
      await deploy('admin', drawn('alone', '乙'));
      await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: drawn('alone', '丙') } });

      await expectRefused((locale) => publish('chen', 'alone', locale), { code: 'process.ownDraftNobodyElse', status: 409 });
    });
  });

  describe('asking for it', () => {
    it('stands in the list of processes until it is published, and reaches who may', async () => {
      await deploy('chen', drawn('asked'));
      const row = async () => (await get<ProcessRow[]>('li', 'overview', '')).find(({ key }) => key === 'asked')?.publishRequest;
      expect(await row()).toBeNull();

      const asked = await post<{ asked: number }>('chen', 'askForPublishing', 'asked', { note: '请今天看' });

      expect(asked.data.asked).toBeGreaterThanOrEqual(2);
      expect(await row()).toMatchObject({ by: { name: '陈敏' }, note: '请今天看' });
      const messages = await desk.db.getRepository('notificationInAppMessages').find({ filter: { title: '请您发布：asked' } });
      expect(messages).toHaveLength(asked.data.asked);
      await publish('li', 'asked');
      expect(await row()).toBeNull();
    });

    it('is refused where there is no draft', async () => {
      await expectRefused((locale) => post('chen', 'askForPublishing', 'asked', {}, locale), {
        code: 'process.noDraft',
        status: 409,
      });
    });
  });

  describe('wherever else content becomes valid', () => {
    it('rolling back is not for who changed that version', async () => {
      await deploy('chen', drawn('back', '一'));
      await publish('li', 'back');
      await deploy('li', drawn('back', '二'));
      await publish('chen', 'back');
      const rollBack = (who: Who) => (locale: 'zh-CN' | 'en-US') =>
        post(who, 'rollBack', 'back', { number: 1, reason: '恢复' }, locale);

      await expectOwn(rollBack('chen'), ['li', 'admin']);

      expect((await rollBack('li')('zh-CN')).data).toMatchObject({ number: 3 });
    });

    it('a decision table is taken over by who did not change it', async () => {
      await desk.write((tx) => defineDecision(tx, TABLE));
      await deploy('chen', deciding('decided'));
      await publish('li', 'decided');
      const rules = [{ ...TABLE.rules[0], then: ['"else"'] }];
      const change = { table: { ...TABLE, rules }, reason: '改', fromNumber: 1 };
      const changed = await people.get('chen')!.post('bpmnDecisions:change', { params: { filterByTk: 'way' }, data: change });
      expect(changed.errors).toEqual([]);

      await expectOwn((locale) => post('chen', 'renew', 'decided', {}, locale), ['li']);
      expect((await post('li', 'renew', 'decided')).data).toMatchObject({ number: 2 });
    });

    it('who changed a table that a draft takes along is one of its authors', async () => {
      const rules = [{ ...TABLE.rules[0], then: ['"third"'] }];
      const change = { table: { ...TABLE, rules }, reason: '再改', fromNumber: 2 };
      await people.get('li')!.post('bpmnDecisions:change', { params: { filterByTk: 'way' }, data: change });
      await deploy('chen', deciding('decided').replace('定去向', '去向'));

      await expectOwn((locale) => publish('li', 'decided', locale), ['admin']);
    });

    it('a pack that somebody took in is published by another one', async () => {
      await deploy('chen', drawn('packed'));
      const { content } = await people.get('chen')!.file('/api/bpmnProcesses:exportPack?filterByTk=packed&state=draft');
      const [pack] = readArchive(content);
      const process = pack!.process.replaceAll('packed', 'taken');
      const archive = writeArchive([{ ...pack!, process, manifest: { ...pack!.manifest, key: 'taken' } }]);
      const send = <Data>(action: string, input: object) =>
        people.get('li')!.upload<Data>(`bpmnPacks:${action}`, {
          file: { name: 'taken.zip', content: Buffer.from(archive) },
          fields: { input: JSON.stringify(input) },
        });
      const [preview] = (await send<PackPreview[]>('preview', { fromPack: [] })).data;
      const choices = [{ key: 'taken', revision: preview!.revision, fromPack: [] }];
      expect((await send('import', { choices })).errors).toEqual([]);

      await expectOwn((locale) => publish('li', 'taken', locale), ['chen']);
      expect((await publish('chen', 'taken')).data).toMatchObject({ number: 1 });
    });
  });

  it('ends when the setting is taken back', async () => {
    await deploy('chen', drawn('last'));
    await asks(false);

    expect((await publish('chen', 'last')).data).toMatchObject({ number: 1 });
    expect((await get<ProcessDraft>('chen', 'draft', 'last')).publishedNumber).toBe(1);
  });
});
