import type { OwnRights, Problem, RoleRights, SettingChangePage } from '../../common/api';
import { draftFormUid } from '../../common/form';
import { type HttpAnswer, type HttpClient, expectRefused } from '@wuxin/test';
import { bpmn, Desk, userTask } from '../__fixtures__';
import { migrationRuns, stopMigration } from '../migration';
import { effectOf } from './effect';

const plain = (key: string, name = '受理') =>
  bpmn(key, `<bpmn:startEvent id="begin" />${userTask('a', { name })}<bpmn:endEvent id="end" />\nbegin -> a\na -> end`);
const bound = (key: string, inside: string) =>
  bpmn(key, `<bpmn:startEvent id="begin" />${inside}<bpmn:endEvent id="end" />\nbegin -> out\nout -> end`);
const calls = (key: string, workflow: string) =>
  bound(
    key,
    `<bpmn:serviceTask id="out" name="通知外部" wuxin:activityType="workflow"><bpmn:extensionElements><wuxin:config><wuxin:property name="workflow" value="${workflow}" /></wuxin:config></bpmn:extensionElements></bpmn:serviceTask>`,
  );
const scripted = (key: string, script = '({ n: 1 })') =>
  bound(
    key,
    `<bpmn:scriptTask id="out" name="计算" scriptFormat="javascript"><bpmn:script>${script}</bpmn:script></bpmn:scriptTask>`,
  );

/** What each right allows; the others are refused to who has only that one. */
const ACTS = {
  design: [
    ...['deploy', 'draw', 'importDrawing', 'saveDraft', 'copyForm', 'addField', 'keepTest', 'removeTest', 'removeTemplate'],
  ].map((name) => `bpmnProcesses:${name}`),
  publish: ['publish', 'renew', 'retire', 'rollBack'].map((name) => `bpmnProcesses:${name}`),
  migrate: ['migrationPlan', 'previewMigration', 'migrate', 'stopMigration', 'continueMigration'].map(
    (name) => `bpmnProcesses:${name}`,
  ),
  parameters: ['overview', 'detail', 'confirm', 'set', 'propose', 'approve', 'decline'].map((name) => `bpmnParameters:${name}`),
};
const OF_DESIGN_TOO = ['bpmnDecisions:change', 'bpmnPacks:previewShipped', 'bpmnPacks:importShipped'];
const LOOKS = ['bpmnProcesses:overview', 'bpmnDecisions:overview'];
const OF_ALL = ['bpmnInstances:suspend', 'bpmnIncidents:retry', 'bpmnCalendars:setDay', 'bpmnDataStarts:save'];

const SNIPPETS = {
  designer: ['pm.wuxin.design'],
  publisher: ['pm.wuxin.publish'],
  migrator: ['pm.wuxin.migrate'],
  confirmer: ['pm.wuxin.parameters'],
  binder: ['pm.wuxin.processes', 'wuxin.bind'],
  umbrella: ['pm.wuxin.processes'],
  pages: ['ui.*'],
  drawsPages: ['ui.*', 'pm.wuxin.design'],
  none: [],
  /** As NocoBase makes its administrators. */
  everything: ['ui.*', 'pm', 'pm.*'],
} as const;
type Who = keyof typeof SNIPPETS;

describe('rights on processes', () => {
  let desk: Desk;
  const people = new Map<Who, HttpClient>();
  const as = (who: Who) => people.get(who)!;
  const post = (who: Who, action: string, key: string, data: object = {}, locale?: 'zh-CN' | 'en-US') =>
    as(who).post(action, { params: { filterByTk: key }, data, locale });
  const isAllowed = async (who: Who, action: string) => (await post(who, action, 'nothing', {})).status !== 403;
  const publish = (who: Who, key: string, locale?: 'zh-CN' | 'en-US') => post(who, 'bpmnProcesses:publish', key, {}, locale);
  const draft = async (xml: string) =>
    expect((await desk.as('root').post('bpmnProcesses:deploy', { data: { xml } })).errors).toEqual([]);

  beforeAll(async () => {
    desk = await Desk.open();
    for (const [name, snippets] of Object.entries(SNIPPETS) as [Who, readonly string[]][]) {
      await desk.db.getRepository('roles').create({ values: { name, title: name, snippets } });
      people.set(name, desk.test.as(await desk.test.createUser({ username: name, roles: [name] })));
    }
    await desk.publish(plain('known'));
  });
  afterAll(() => desk?.close());

  describe('each by itself', () => {
    const holders = { design: 'designer', publish: 'publisher', migrate: 'migrator', parameters: 'confirmer' } as const;

    it.each(Object.keys(ACTS) as (keyof typeof ACTS)[])('%s allows what it is for, and nothing else', async (right) => {
      const who = holders[right];

      for (const [of, actions] of Object.entries(ACTS))
        for (const action of actions) expect([action, await isAllowed(who, action)]).toEqual([action, of === right]);
      for (const action of OF_DESIGN_TOO) expect([action, await isAllowed(who, action)]).toEqual([action, right === 'design']);
      for (const action of LOOKS) expect([action, await isAllowed(who, action)]).toEqual([action, right !== 'parameters']);
      for (const action of OF_ALL) expect([action, await isAllowed(who, action)]).toEqual([action, false]);
    });

    it('nobody without a right does anything of it, and who has the right to all of it does everything', async () => {
      for (const action of [...Object.values(ACTS).flat(), ...OF_DESIGN_TOO, ...LOOKS, ...OF_ALL]) {
        expect([action, await isAllowed('none', action)]).toEqual([action, false]);
        expect([action, await isAllowed('umbrella', action)]).toEqual([action, true]);
      }
    });

    it('says to everybody what is theirs', async () => {
      const mine = async (who: Who) => (await as(who).get<OwnRights>('bpmnRights:mine')).data;

      expect(await mine('none')).toEqual({
        design: false,
        publish: false,
        migrate: false,
        bind: false,
        processes: false,
        parameters: false,
        give: false,
        asksForTwo: false,
      });
      expect(await mine('publisher')).toMatchObject({ design: false, publish: true, bind: false });
      expect(await mine('umbrella')).toEqual({
        design: true,
        publish: true,
        migrate: true,
        bind: false,
        processes: true,
        parameters: true,
        give: false,
        asksForTwo: false,
      });
      expect(await mine('everything')).toMatchObject({ design: true, publish: true, bind: false, give: true });
      expect((await desk.as('root').get('bpmnRights:mine')).data).toMatchObject({ bind: true, give: true });
    });

    it('one draws and another one publishes', async () => {
      const drawn = await post('designer', 'bpmnProcesses:deploy', '', { xml: plain('shared') });
      expect(drawn.errors).toEqual([]);
      expect((await publish('designer', 'shared')).status).toBe(403);

      expect((await publish('publisher', 'shared')).data).toMatchObject({ number: 1 });
    });
  });

  describe('to bind a workflow or a script', () => {
    const expectBound = async (ask: (locale: 'zh-CN' | 'en-US') => Promise<HttpAnswer>) => {
      await expectRefused(ask, { code: 'process.mayNotBind', status: 403 });
      expect((await ask('zh-CN')).errors[0]).toMatchObject({ data: { elementIds: ['out'] } });
    };

    it.each<Who>(['publisher', 'umbrella', 'everything'])('is not among what %s has', async (who) => {
      await draft(calls(`calls_${who}`, 'outside'));
      await draft(scripted(`script_${who}`));

      await expectBound((locale) => publish(who, `calls_${who}`, locale));
      await expectBound((locale) => publish(who, `script_${who}`, locale));
    });

    it('is given by name: who has it publishes, and so does the root user', async () => {
      await draft(scripted('named'));
      await draft(scripted('byRoot'));

      expect((await publish('binder', 'named')).errors).toEqual([]);
      expect((await desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: 'byRoot' } })).errors).toEqual([]);
    });

    it('is not needed for what is bound already, unchanged; it is for another workflow or script', async () => {
      await draft(scripted('kept'));
      await publish('binder', 'kept');
      await draft(scripted('kept').replace('name="计算"', 'name="算一算"'));
      expect((await publish('publisher', 'kept')).errors).toEqual([]);

      await draft(scripted('kept', '({ n: 2 })'));

      await expectBound((locale) => publish('publisher', 'kept', locale));
    });

    it('is asked for by the check before publishing, which names the step', async () => {
      await draft(calls('checked', 'outside'));
      const check = async (who: Who) =>
        (await as(who).get<Problem[]>('bpmnProcesses:check', { params: { filterByTk: 'checked' } })).data;

      expect(await check('publisher')).toContainEqual(
        expect.objectContaining({ code: 'process.mayNotBind', severity: 'error', elementId: 'out' }),
      );
      expect((await check('binder')).map(({ code }) => code)).not.toContain('process.mayNotBind');
    });

    it('is needed to roll back to a version that binds what is not bound any more', async () => {
      await draft(scripted('back'));
      await publish('binder', 'back');
      await draft(plain('back'));
      await publish('publisher', 'back');
      const rollBack = (who: Who) => (locale: 'zh-CN' | 'en-US') =>
        post(who, 'bpmnProcesses:rollBack', 'back', { number: 1, reason: '恢复' }, locale);

      await expectBound(rollBack('publisher'));

      expect((await rollBack('binder')('zh-CN')).data).toMatchObject({ number: 3 });
    });
  });

  describe('on forms, which NocoBase’s own designer saves', () => {
    const model = (uid: string, more: object = {}) => ({ uid, use: 'FormModel', ...more });
    const save = (who: Who, values: object) => as(who).post('flowModels:save', { data: values });
    const uid = draftFormUid('known', 'a');
    const refused = { status: 403, errors: [{ code: 'process.mayNotDesign' }] };

    it('refuses the form of a task, and every part of it, to who may change pages only', async () => {
      expect((await save('drawsPages', model(uid))).errors).toEqual([]);
      expect(
        (await save('drawsPages', { ...model('partOfForm'), parentId: uid, subKey: 'grid', subType: 'object' })).errors,
      ).toEqual([]);

      expect(await save('pages', model(uid, { stepParams: {} }))).toMatchObject(refused);
      expect(await save('pages', model('partOfForm', { stepParams: {} }))).toMatchObject(refused);
      expect(await save('pages', { ...model('newPart'), parentId: 'partOfForm', subKey: 'x', subType: 'object' })).toMatchObject(
        refused,
      );
      expect(await as('pages').post('flowModels:destroy', { params: { filterByTk: 'partOfForm' } })).toMatchObject(refused);
      expect(await as('pages').post('flowModels:move', { params: { sourceId: 'partOfForm', targetId: 'x' } })).toMatchObject(
        refused,
      );
    });

    it('leaves pages that are no forms alone', async () => {
      expect((await save('pages', model('somePage'))).errors).toEqual([]);
      expect((await save('drawsPages', model('somePage', { stepParams: {} }))).errors).toEqual([]);
    });
  });

  describe('given in the browser', () => {
    const give = (who: Who, role: string, right: string, isGiven = true, locale?: 'zh-CN' | 'en-US') =>
      post(who, 'bpmnRights:give', role, { right, isGiven }, locale);
    const rightsOf = async (role: string) =>
      (await as('everything').get<RoleRights[]>('bpmnRights:overview')).data.find((row) => row.role === role)?.rights;

    it('holds at once, is noted, and can be taken away', async () => {
      expect(await rightsOf('none')).toMatchObject({ publish: 'none', bind: 'none' });

      expect((await give('everything', 'none', 'publish')).errors).toEqual([]);
      expect(await isAllowed('none', 'bpmnProcesses:publish')).toBe(true);
      expect(await rightsOf('none')).toMatchObject({ publish: 'given', design: 'none' });
      desk.now += 1;
      expect((await give('everything', 'none', 'publish', false)).errors).toEqual([]);

      expect(await isAllowed('none', 'bpmnProcesses:publish')).toBe(false);
      const { rows } = (await as('everything').get<SettingChangePage>('bpmnRights:changes')).data;
      expect(rows.map(({ text }) => text)).toEqual(['取消角色“none”的权限：发布流程', '给予角色“none”权限：发布流程']);
    });

    it('gives even administrators the right to bind, which no pattern gives', async () => {
      expect(await rightsOf('everything')).toMatchObject({ processes: 'given', publish: 'included', bind: 'none' });
      await draft(scripted('later'));

      await give('everything', 'everything', 'bind');

      expect((await publish('everything', 'later')).errors).toEqual([]);
      await give('everything', 'everything', 'bind', false);
      expect(await rightsOf('everything')).toMatchObject({ bind: 'none' });
    });

    it('is refused to who does not manage roles, for no role, and for what comes with another right', async () => {
      await expectRefused((locale) => give('umbrella', 'none', 'bind', true, locale), { code: 'right.mayNotGive', status: 403 });
      await expectRefused((locale) => give('everything', 'root', 'bind', true, locale), { code: 'right.noRole', status: 404 });
      await expectRefused((locale) => give('everything', 'umbrella', 'design', false, locale), {
        code: 'right.included',
        status: 409,
      });
      await expectRefused((locale) => give('everything', 'none', 'all', true, locale), { code: 'input.invalid', status: 400 });
      expect((await as('umbrella').get('bpmnRights:overview')).status).toBe(403);
    });

    it('is refused where a rule of the role for many rights says otherwise', async () => {
      await desk.db.getRepository('roles').update({ filterByTk: 'pages', values: { snippets: ['ui.*', '!pm.*'] } });

      await expectRefused((locale) => give('everything', 'pages', 'design', true, locale), {
        code: 'right.byPattern',
        status: 409,
      });
      expect((await give('everything', 'pages', 'bind')).errors).toEqual([]);
    });
  });

  it('is asked again by each command, also of who no rule of NocoBase holds back', async () => {
    const nobody = desk.actor('clerk');
    const refused = (code: string) => ({ code, status: 403 });

    await expect(desk.write((tx) => stopMigration(tx, nobody, '1'))).rejects.toMatchObject(refused('process.mayNotMigrate'));
    await expect(desk.write((tx) => migrationRuns(tx, nobody, 'known'))).rejects.toMatchObject(refused('process.mayNotLook'));
  });

  it('takes rules of roles as NocoBase does', () => {
    expect(effectOf(['pm.*'], 'pm.wuxin.design')).toBe(true);
    expect(effectOf(['pm.*'], 'wuxin.bind')).toBe(false);
    expect(effectOf(['pm.*', '!pm.wuxin.*'], 'pm.wuxin.design')).toBe(false);
    expect(effectOf(['pmx'], 'pm.wuxin.design')).toBe(false);
  });
});
