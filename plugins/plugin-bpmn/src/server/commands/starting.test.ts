import { expectRefused } from '@wuxin/test';
import type { DecisionTable } from '@wuxin/decision';
import type { DeployResult, InboxPage, StartableProcess, Started } from '../../common/api';
import { draftFormUid } from '../../common/form';
import { bpmn, Desk, NO_PLACES, userTask } from '../__fixtures__';
import { defineDecision } from '../decisions';
import { installDraftForm } from '../forms';
import { verifyChain } from '../history';
import { defineParameters } from '../parameters';
import { placesOf } from '../places';
import { tables } from '../store';
import { completeTask } from './complete-task';
import { startInstance } from './start-instance';
import { COMMUNITY, ONE_STEP, startersAre, TOWN } from './__fixtures__/starting';

const table = (route: string): DecisionTable => ({
  key: 'route',
  name: '去向',
  hitPolicy: 'FIRST',
  inputs: [{ label: '结果', expression: 'outcome' }],
  outputs: [{ name: 'route', label: '去向' }],
  rules: [{ id: 'always', when: ['-'], then: [`"${route}"`] }],
});

/** NocoBase's own repository of form drafts. */
interface FlowModels {
  remove(uid: string): Promise<unknown>;
}

describe('starting a case', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({
        name: 'letters',
        createdBy: true,
        fields: [
          { type: 'string', name: 'title', interface: 'input', uiSchema: { title: '标题' } },
          { type: 'text', name: 'opinion', interface: 'textarea', uiSchema: { title: '意见' } },
        ],
      });
      await db.sync();
    });
    placesOf(desk.db).register({
      ...NO_PLACES,
      chainOf: async (_, id) => (id === COMMUNITY.id ? [TOWN, COMMUNITY] : []),
      placesOf: async () => [],
    });
    await desk.publishLines('plain', ONE_STEP);
    await desk.publishLines('letter', `@wuxin:recordCollection="letters"\n${ONE_STEP}`);
  });
  afterAll(() => desk?.close());

  const start = (data: object, by: Parameters<Desk['as']>[0] = 'clerk', locale?: 'zh-CN' | 'en-US') =>
    desk.as(by).post('bpmnInstances:start', { data, locale });

  describe('once for one business key', () => {
    it('gives the first case again when asked to', async () => {
      const first = await desk.start('plain', 'clerk', { businessKey: '2026-1', isIdempotent: true });

      const again = await desk.start('plain', 'clerk', { businessKey: '2026-1', isIdempotent: true });

      expect(again).toEqual({ ...first, isNew: false });
      expect(await tables.instances.count(desk, { businessKey: '2026-1' })).toBe(1);
    });

    it('makes one case of five starts at the same time', async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => desk.start('plain', 'clerk', { businessKey: '2026-2', isIdempotent: true })),
      );

      expect(new Set(answers.map(({ instanceId }) => instanceId)).size).toBe(1);
      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(await tables.instances.count(desk, { businessKey: '2026-2' })).toBe(1);
    });

    it('is refused to somebody else under the same key, who would be led to a case of another', async () => {
      await desk.start('plain', 'clerk', { businessKey: '2026-4', isIdempotent: true });

      await expectRefused(
        (locale) => start({ processKey: 'plain', businessKey: '2026-4', isIdempotent: true }, 'checker', locale),
        { code: 'start.keyTaken', status: 409 },
      );
    });

    it('is one case for each place', async () => {
      const at = (place: object) => desk.start('plain', 'clerk', { businessKey: '2026-5', isIdempotent: true, ...place });

      const [first, other] = [await at({ placeId: COMMUNITY.id }), await at({})];

      expect(other.isNew).toBe(true);
      expect(other.instanceId).not.toBe(first.instanceId);
    });

    it('makes another case with the same key when not asked to', async () => {
      await desk.start('plain', 'clerk', { businessKey: '2026-3' });
      await desk.start('plain', 'clerk', { businessKey: '2026-3' });

      expect(await tables.instances.count(desk, { businessKey: '2026-3' })).toBe(2);
    });
  });

  describe('where and by whom', () => {
    it('keeps the place with those around it', async () => {
      const { instanceId } = await desk.start('plain', 'clerk', { placeId: COMMUNITY.id });

      expect(await desk.row(instanceId)).toMatchObject({
        placeName: '安岭社区',
        placePath: [
          { id: '1', name: '城关镇' },
          { id: '12', name: '安岭社区' },
        ],
      });
    });

    it('is refused for a place that does not exist', async () => {
      await expectRefused((locale) => start({ processKey: 'plain', placeId: 'nowhere' }, 'clerk', locale), {
        code: 'place.notFound',
        status: 400,
      });
    });

    it('is refused for a process that does not exist or is taken out of use', async () => {
      await desk.publishLines('retired', ONE_STEP);
      const { instanceId } = await desk.start('retired');
      await desk.as('root').post('bpmnProcesses:retire', { params: { filterByTk: 'retired' }, data: { reason: '停用' } });

      for (const processKey of ['retired', 'never']) {
        await expectRefused((locale) => start({ processKey }, 'clerk', locale), { code: 'process.notPublished', status: 404 });
      }
      await desk.complete('clerk', instanceId, 'write');
      expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
    });

    it('keeps no longer key than a database takes, and finds the case by it', async () => {
      const businessKey = '"'.repeat(200);
      const body = { businessKey, isIdempotent: true };

      const first = await desk.start('plain', 'clerk', body);
      const second = await desk.start('plain', 'clerk', body);

      expect(second.instanceId).toBe(first.instanceId);
      expect((await desk.row(first.instanceId)).startKey!.length).toBeLessThanOrEqual(255);
    });

    it('of a version is not published twice: there is no draft any more, and the version stays as it is', async () => {
      await desk.publishLines('once', ONE_STEP);
      const versions = () => tables.versions.select(desk, { processKey: 'once' });
      const before = await versions();

      await expectRefused((locale) => desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: 'once' }, locale }), {
        code: 'process.noDraft',
        status: 409,
      });

      expect(await versions()).toEqual(before);
    });

    it('is only for whom the process names, and only they are offered it', async () => {
      await desk.publishLines('named', `${startersAre('role:checker, role:nobody')}\n${ONE_STEP}`);
      const offered = async (who: 'clerk' | 'checker' | 'root') =>
        (await desk.as(who).get<StartableProcess[]>('bpmnProcesses:startable')).data.map(({ key }) => key);

      await expectRefused((locale) => start({ processKey: 'named' }, 'clerk', locale), {
        code: 'process.mayNotStart',
        status: 403,
      });
      expect((await start({ processKey: 'named' }, 'checker')).status).toBe(200);
      expect((await start({ processKey: 'named' }, 'root')).status).toBe(200);
      expect(await offered('clerk')).not.toContain('named');
      expect(await offered('checker')).toContain('named');
      expect(await offered('root')).toContain('named');
    });

    it('is for nobody where only other processes call it, and nobody is offered it', async () => {
      await desk.publishLines(
        'calledOnly',
        `<bpmn:extensionElements><wuxin:config><wuxin:property name="starters" value="none" /></wuxin:config></bpmn:extensionElements>\n${ONE_STEP}`,
      );

      for (const who of ['clerk', 'root'] as const) {
        const offered = (await desk.as(who).get<StartableProcess[]>('bpmnProcesses:startable')).data.map(({ key }) => key);
        expect(offered).not.toContain('calledOnly');
        await expectRefused((locale) => start({ processKey: 'calledOnly' }, who, locale), {
          code: 'process.calledOnly',
          status: 403,
        });
      }
    });
  });

  describe('with variables', () => {
    const declared = (...properties: [name: string, value: string][]) =>
      `<bpmn:extensionElements><wuxin:config>${properties
        .map(([name, value]) => `<wuxin:property name="${name}" value="${value}" />`)
        .join('')}</wuxin:config></bpmn:extensionElements>\n${ONE_STEP}`;
    beforeAll(() =>
      desk.publishLines(
        'typed',
        declared(
          ['startVariable.year', 'number required'],
          ['startVariable.why', 'text'],
          ['startVariable.isUrgent', 'boolean'],
          ['startVariable.heldOn', 'date'],
        ),
      ),
    );

    it('keeps those that the process declares', async () => {
      const variables = { year: 2026, why: '换届', isUrgent: false, heldOn: '2026-02-28' };

      const answer = await start({ processKey: 'typed', variables });

      expect(answer.errors).toEqual([]);
      expect(await desk.variables((answer.data as Started).instanceId)).toMatchObject(variables);
    });

    it('are offered to who starts, with words for people', async () => {
      await desk.publishLines(
        'labelled',
        declared(
          ['startVariable.year', 'number required'],
          ['startVariable.year.label', '年度'],
          ['startVariable.year.labelEn', 'Year'],
          ['startVariable.why', 'text'],
        ),
      );
      const offered = async (locale: 'zh-CN' | 'en-US') =>
        (await desk.as('clerk').get<StartableProcess[]>('bpmnProcesses:startable', { locale })).data.find(
          ({ key }) => key === 'labelled',
        )?.variables;

      const why = { name: 'why', label: 'why', type: 'text', isRequired: false };
      const year = { name: 'year', type: 'number', isRequired: true };
      expect(await offered('zh-CN')).toEqual([{ ...year, label: '年度' }, why]);
      expect(await offered('en-US')).toEqual([{ ...year, label: 'Year' }, why]);
    });

    it.each([
      ['it does not declare', { year: 2026, amount: 1 }, 'start.variableNotDeclared'],
      ['of another process, which declares none', null, 'start.variableNotDeclared'],
      ['without the required one', { why: '换届' }, 'start.variableMissing'],
      ['where the required one is empty', { year: null }, 'start.variableMissing'],
      ['with a text for a number', { year: '2026' }, 'start.variableWrongType'],
      ['with a number for a text', { year: 2026, why: 1 }, 'start.variableWrongType'],
      ['with a text that is too long', { year: 2026, why: '长'.repeat(2_001) }, 'start.variableWrongType'],
      ['with a text for yes or no', { year: 2026, isUrgent: 'yes' }, 'start.variableWrongType'],
      ['with a day that does not exist', { year: 2026, heldOn: '2026-02-29' }, 'start.variableWrongType'],
      ['with an object for a day', { year: 2026, heldOn: {} }, 'start.variableWrongType'],
    ])('is refused for variables %s', async (_, variables, code) => {
      const before = await desk.counts();
      const body = variables ? { processKey: 'typed', variables } : { processKey: 'plain', variables: { outcome: 'approve' } };

      await expectRefused((locale) => start(body, 'root', locale), { code, status: 400 });

      expect(await desk.counts()).toEqual(before);
    });

    it('is not deployed with a type that nobody knows', async () => {
      const xml = bpmn('mistyped', declared(['startVariable.year', 'integer'], ['startVariable.why', 'text maybe']));

      const deployed = await desk.as('root').post<DeployResult>('bpmnProcesses:deploy', { data: { xml } });

      expect(deployed.data.problems.map(({ code }) => code)).toEqual(['process.startVariableType', 'process.startVariableType']);
      expect(deployed.data.problems[0]?.text).toContain('integer');
    });
  });

  describe('its title', () => {
    it('is what the starter gave, or what the rule makes of the start, or place and process', async () => {
      await desk.publishLines('ruled', `@wuxin:title='=string(year) + " 年" + place.name + "公约"'\n${ONE_STEP}`);
      const given = await desk.start('ruled', 'clerk', { title: ' 自拟 ', variables: { year: 2026 }, placeId: COMMUNITY.id });
      const ruled = await desk.start('ruled', 'clerk', { variables: { year: 2026 }, placeId: COMMUNITY.id });
      const plain = await desk.start('plain', 'clerk', { placeId: COMMUNITY.id });

      const titles = await Promise.all([given, ruled, plain].map(async ({ instanceId }) => (await desk.row(instanceId)).title));

      expect(titles).toEqual(['自拟', '2026 年安岭社区公约', '安岭社区 plain']);
    });

    it('is refused when it is too long', async () => {
      await expectRefused((locale) => start({ processKey: 'plain', title: '长'.repeat(201) }, 'clerk', locale), {
        code: 'instance.titleTooLong',
        status: 400,
      });
    });
  });

  describe('with parameters', () => {
    beforeAll(async () => {
      const names = { name: '备案天数', nameEn: 'Days to file', source: '测试', levels: [] };
      await desk.write((tx) => defineParameters(tx, [{ key: 'test.days', defaultValue: 10, certainty: 'unsure', ...names }]));
      await desk.publishLines(
        'counted',
        `<bpmn:startEvent id="begin" />${userTask('write')}<bpmn:exclusiveGateway id="way" default="flow4" /><bpmn:endEvent id="end" /><bpmn:endEvent id="late" />
        begin -> write
        write -> way
        way -> late : =param("test.days") > 5
        way -> end`,
      );
    });

    it('is refused while one of them is a guess that nobody confirmed, and nothing is written', async () => {
      const before = await desk.counts();

      await expectRefused((locale) => start({ processKey: 'counted' }, 'clerk', locale), {
        code: 'parameter.unconfirmed',
        status: 409,
      });

      expect(await desk.counts()).toEqual(before);
    });

    it('keeps the values of its start whatever is set later', async () => {
      const confirm = (action: string, value: number) =>
        desk
          .as('root')
          .post(`bpmnParameters:${action}`, { params: { filterByTk: 'test.days' }, data: { value, reason: '确认' } });
      expect((await confirm('confirm', 10)).errors).toEqual([]);
      const { instanceId } = await desk.start('counted');
      expect((await confirm('set', 1)).errors).toEqual([]);

      await desk.complete('clerk', instanceId, 'write');

      expect((await desk.track('clerk', instanceId)).data.passed).toMatchObject({ late: 1 });
      expect(await desk.row(instanceId)).toMatchObject({ parameters: { 'test.days': 10 } });
    });
  });

  describe('of a version', () => {
    const decided = (name: string) =>
      `<bpmn:startEvent id="begin" />${userTask('write', { name })}<bpmn:businessRuleTask id="decide" wuxin:decisionRef="route" />${userTask('after')}<bpmn:endEvent id="end" />
      begin -> write
      write -> decide
      decide -> after
      after -> end`;

    it('goes on in its own version, with its own decision table, after a new one is published', async () => {
      await desk.write((tx) => defineDecision(tx, table('旧')));
      await desk.publishLines('versioned', decided('初稿'));
      const old = await desk.start('versioned');
      await desk.write((tx) => defineDecision(tx, table('新')));
      await desk.publishLines('versioned', decided('修订稿'));
      const fresh = await desk.start('versioned');

      await desk.complete('clerk', old.instanceId, 'write');
      await desk.complete('clerk', fresh.instanceId, 'write');

      expect(await desk.variables(old.instanceId)).toMatchObject({ route: '旧' });
      expect(await desk.variables(fresh.instanceId)).toMatchObject({ route: '新' });
      const [first, second] = [await desk.track('clerk', old.instanceId), await desk.track('clerk', fresh.instanceId)];
      expect([first.data.instance.versionNumber, second.data.instance.versionNumber]).toEqual([1, 2]);
      expect(first.data.xml).toContain('初稿');
      expect(second.data.xml).toContain('修订稿');
    });

    it('keeps the form that was frozen when its version was published', async () => {
      const fields = (names: string[]) => ({ collection: 'letters', rows: [names.map((field) => ({ field }))] });
      const install = (names: string[]) =>
        desk.write((tx) => installDraftForm(tx, { processKey: 'formed', elementId: 'write', description: fields(names) }));
      const formed = `@wuxin:recordCollection="letters"\n${ONE_STEP}`;
      await install(['title']);
      await desk.publishLines('formed', formed);
      const old = await desk.start('formed', 'clerk', { title: '旧表' });
      await (desk.db.getRepository('flowModels') as unknown as FlowModels).remove(draftFormUid('formed', 'write'));
      await install(['title', 'opinion']);
      await desk.publishLines('formed', formed);
      const fresh = await desk.start('formed', 'clerk', { title: '新表' });

      const writable = async (taskId: string) => (await desk.open('clerk', taskId)).data.contract?.writable.length;

      expect([await writable(old.taskIds[0]!), await writable(fresh.taskIds[0]!)]).toEqual([1, 2]);
      const refused = await desk.task('complete', 'clerk', old.taskIds[0]!, { outcome: 'complete', data: { opinion: '越权' } });
      expect(refused).toMatchObject({ status: 400, errors: [{ code: 'task.fieldNotInForm' }] });
    });
  });

  describe('its history', () => {
    const chainOf = async (instanceId: string) => {
      const rows = await tables.history.select(desk, { instanceId }, { order: [['sequence', 'ASC']] });
      const payloads = await tables.historyPayloads.select(desk, { historyId: rows.map(({ id }) => id) });
      return verifyChain(rows, new Map(payloads.map((row) => [row.historyId, row])), await desk.row(instanceId));
    };
    const aCase = async () => {
      const { instanceId } = await desk.start('letter', 'clerk', { title: '链', variables: { 数: 1.5, none: null } });
      await desk.complete('clerk', instanceId, 'write', { opinion: '同意，张三家庭情况属实' });
      return instanceId;
    };

    it('is a whole chain', async () => {
      expect(await chainOf(await aCase())).toBeUndefined();
    });

    it.each([
      ['a changed fact', 'changedRow', { actorName: '别人' }],
      ['a changed time', 'changedRow', { occurredAt: 0 }],
      ['a changed link', 'brokenLink', { previousHash: 'f'.repeat(64) }],
    ])('shows %s', async (_, fault, change) => {
      const instanceId = await aCase();
      await desk.write((tx) => tables.history.update(tx, { instanceId, sequence: 2 }, change));

      expect(await chainOf(instanceId)).toEqual({ sequence: 2, fault });
    });

    it('shows a missing row in the middle and at the end', async () => {
      const [middle, end] = [await aCase(), await aCase()];
      const { historySequence } = await desk.row(end);
      await desk.write((tx) => tables.history.delete(tx, { instanceId: middle, sequence: 2 }));
      await desk.write((tx) => tables.history.delete(tx, { instanceId: end, sequence: historySequence }));

      expect(await chainOf(middle)).toEqual({ sequence: 2, fault: 'missingRow' });
      expect(await chainOf(end)).toEqual({ sequence: historySequence, fault: 'missingRow' });
    });

    it('keeps personal words apart: erasing them leaves the chain whole, changing them does not', async () => {
      const instanceId = await aCase();
      const [row] = await tables.history.select(desk, { instanceId, kind: 'taskCompleted' });
      expect(JSON.stringify(row)).not.toContain('张三');

      await desk.write((tx) => tables.historyPayloads.update(tx, { historyId: row!.id }, { payload: { opinion: '不同意' } }));
      expect(await chainOf(instanceId)).toEqual({ sequence: row!.sequence, fault: 'changedPayload' });
      await desk.write((tx) => tables.historyPayloads.delete(tx, { historyId: row!.id }));
      expect(await chainOf(instanceId)).toBeUndefined();
    });

    it('keeps names as they were', async () => {
      const instanceId = await aCase();
      await desk.db.getRepository('users').update({ filterByTk: desk.id('clerk'), values: { nickname: '王芳（已调离）' } });

      const { history } = (await desk.track('clerk', instanceId)).data;

      expect(history.find(({ kind }) => kind === 'taskCompleted')?.actor?.name).toBe('王芳');
      await desk.db.getRepository('users').update({ filterByTk: desk.id('clerk'), values: { nickname: '王芳' } });
    });
  });

  it('may be entered for a moment of the past, and its history says when it was recorded', async () => {
    const past = desk.now - 30 * 86_400_000;

    const { instanceId, taskIds } = await desk.engine.writeAt(past, (tx) =>
      startInstance(tx, desk.actor('clerk'), { processKey: 'plain', title: '补录' }),
    );
    await desk.engine.writeAt(past + 1, (tx) =>
      completeTask(tx, desk.actor('clerk'), taskIds[0]!, { outcome: 'complete', data: {} }),
    );

    expect(await desk.row(instanceId)).toMatchObject({ startedAt: past, endedAt: past + 1 });
    const mine = await desk.as('clerk').get<InboxPage>('bpmnInstances:mine', { params: { search: '补录' } });
    expect(mine.data.rows).toMatchObject([{ instanceId, openedAt: past }]);
  });
});
