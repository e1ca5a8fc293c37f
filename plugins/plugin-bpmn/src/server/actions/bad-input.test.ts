import { expectRefused } from '@wuxin/test';
import { DAY_MS, Desk, userTask, type Person } from '../__fixtures__';
import { endWork, startInstance } from '../commands';
import { installDraftForm } from '../forms';
import { SYSTEM } from '../runtime/actor';
import { errorText } from '../runtime/error-text';
import type { BpmnError } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const OUTCOMES = '<wuxin:outcome key="approve" name="同意" /><wuxin:outcome key="return" name="退回" requiresOpinion="true" />';

/** Whatever comes in: a clear refusal with a stable code, in both languages, and nothing changed. */
/** Everything that is done with one task, by its id. */
const FORGEABLE = [
  'open',
  'complete',
  'claim',
  'unclaim',
  'saveDraft',
  'remind',
  'transfer',
  'delegate',
  'returnTo',
  'options',
  'stopClock',
  'resumeClock',
];

describe('bad input', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({
        name: 'petitions',
        fields: [
          { type: 'string', name: 'title', interface: 'input', uiSchema: { title: '标题' } },
          { type: 'integer', name: 'votes', interface: 'integer', uiSchema: { title: '票数' } },
          { type: 'string', name: 'secret', interface: 'input', uiSchema: { title: '内部' } },
        ],
      });
      await db.sync();
    });
    const description = {
      collection: 'petitions',
      rows: [[{ field: 'title', pattern: 'readOnly' as const }, { field: 'votes' }]],
    };
    await desk.write((tx) => installDraftForm(tx, { processKey: 'petition', elementId: 'count', description }));
    await desk.publishLines(
      'petition',
      `@wuxin:recordCollection="petitions"
      ${BEGIN}${userTask('count', { inside: OUTCOMES })}${userTask('check', { kind: 'role', value: 'checker' })}${END}
      begin -> count
      count -> check
      check -> end`,
    );
  });
  afterAll(() => desk?.close());

  describe('for a task', () => {
    const aPetition = async () => {
      const { instanceId, taskIds } = await desk.start('petition', 'clerk', { title: '请愿' });
      return { instanceId, taskId: taskIds[0]! };
    };
    const record = (instanceId: string) => desk.record(instanceId);
    const refused = async (data: object, expected: { code: string; status: number }, by: 'clerk' | 'outsider' = 'clerk') => {
      const { instanceId, taskId } = await aPetition();
      const before = [await desk.fingerprint(instanceId), await record(instanceId)];
      await expectRefused((locale) => desk.task('complete', by, taskId, data, locale), expected);
      expect([await desk.fingerprint(instanceId), await record(instanceId)]).toEqual(before);
    };
    const approve = { outcome: 'approve' };

    it.each([
      ['a number where it is text', { ...approve, data: { votes: 'many' } }, 'task.invalidData'],
      ['a fraction where it is whole', { ...approve, data: { votes: 1.5 } }, 'task.invalidData'],
      ['a field that is not in the form', { ...approve, data: { secret: 'x' } }, 'task.fieldNotInForm'],
      ['a field that may only be read', { ...approve, data: { title: '改题' } }, 'task.fieldReadOnly'],
      ['an unknown outcome', { outcome: 'destroy', data: {} }, 'task.unknownOutcome'],
      ['an outcome without its opinion', { outcome: 'return', data: {}, opinion: ' ' }, 'task.opinionMissing'],
      ['a file that was not uploaded to it', { ...approve, data: {}, fileIds: [999_999] }, 'task.unknownFile'],
      ['no outcome', { data: {} }, 'input.invalid'],
      ['a person who is a text', { ...approve, onBehalfOf: 'x' }, 'input.invalid'],
      ['a person whose number is too big', { ...approve, onBehalfOf: 1e300 }, 'input.invalid'],
      ['an unknown channel', { ...approve, channel: 'pigeon' }, 'input.invalid'],
      ['data that is a list', { ...approve, data: [1] }, 'input.invalid'],
      ['a time in the future', { ...approve, occurredAt: Number.MAX_SAFE_INTEGER }, 'task.occurredInFuture'],
      ['a time that is no time', { ...approve, occurredAt: 0.5 }, 'task.occurredInFuture'],
    ])('is refused with %s', async (_, data, code) => {
      await refused(data, { code, status: 400 });
    });

    it('is refused to another person', async () => {
      await refused({ ...approve, data: { votes: 1 } }, { code: 'task.notYours', status: 403 }, 'outsider');
    });

    it.each(['nothing', '%', '_', "1' OR '1'='1", '0', '9'.repeat(100)])('is refused for the forged id %s', async (id) => {
      const before = await desk.counts();
      for (const action of FORGEABLE) {
        const body = {
          outcome: 'approve',
          data: {},
          opinion: '',
          reason: 'x',
          to: desk.id('checker'),
          elementId: 'write',
          target: 'places',
        };
        await expectRefused((locale) => desk.task(action, 'clerk', id, body, locale), { code: 'task.notFound', status: 404 });
      }
      expect(await desk.counts()).toEqual(before);
    });

    it('has one winner of five completions at once; the others learn who it was', async () => {
      const { instanceId, taskId } = await aPetition();

      const answers = await Promise.all(
        [1, 2, 3, 4, 5].map((votes) => desk.task('complete', 'clerk', taskId, { ...approve, data: { votes } })),
      );

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
      const winner = answers.findIndex(({ status }) => status === 200) + 1;
      expect(await record(instanceId)).toMatchObject({ votes: winner });
      expect(
        answers.filter(({ status }) => status === 409).every(({ errors }) => errors[0]?.code === 'task.alreadyHandled'),
      ).toBe(true);
      expect(await desk.openElements(instanceId)).toEqual(['check']);
      expect((await desk.historyKinds(instanceId)).filter((kind) => kind === 'taskCompleted')).toHaveLength(1);
    });

    it('is refused when the case was cancelled or is suspended', async () => {
      const [cancelled, suspended] = [await aPetition(), await aPetition()];
      await desk.instance('cancel', 'clerk', cancelled.instanceId, { reason: '停' });
      await desk.instance('suspend', 'root', suspended.instanceId, { reason: '查' });
      const complete = (taskId: string) => (locale: 'zh-CN' | 'en-US') =>
        desk.task('complete', 'clerk', taskId, { ...approve, data: {} }, locale);

      await expectRefused(complete(cancelled.taskId), { code: 'task.cancelled', status: 409 });
      await expectRefused(complete(suspended.taskId), { code: 'instance.suspended', status: 409 });
    });

    it('keeps no draft that is huge, counted in bytes', async () => {
      const { taskId } = await aPetition();
      const draft = (text: string) => (locale: 'zh-CN' | 'en-US') =>
        desk.task('saveDraft', 'clerk', taskId, { data: { votes: text } }, locale);

      await expectRefused(draft('字'.repeat(180_000)), { code: 'task.draftTooLarge', status: 400 });

      expect(await tables.drafts.count(desk, { taskId })).toBe(0);
      expect((await draft('字'.repeat(100))('zh-CN')).status).toBe(200);
      expect((await desk.open('clerk', taskId)).data.draft?.data).toEqual({ votes: '字'.repeat(100) });
      expect(await record((await tables.tasks.find(desk, { id: taskId }))!.instanceId)).toMatchObject({ votes: null });
    });
  });

  it('of any action that is missing, too long or of a wrong kind is refused by name', async () => {
    const send =
      (action: string, data: object, params: object = {}) =>
      (locale: 'zh-CN' | 'en-US') =>
        desk.as('root').post(action, { data, params: { ...params }, locale });
    const invalid = { code: 'input.invalid', status: 400 };

    await expectRefused(send('bpmnInstances:start', {}), invalid);
    await expectRefused(send('bpmnInstances:start', { processKey: 'petition', title: 'x'.repeat(501) }), invalid);
    await expectRefused(send('bpmnInstances:start', { processKey: 'petition', variables: 'x' }), invalid);
    await expectRefused(send('bpmnInstances:cancel', { reason: 'x'.repeat(2_001) }, { filterByTk: '1' }), invalid);
    await expectRefused(send('bpmnInstances:cancel', {}), invalid);
    await expectRefused(send('bpmnInstances:message', { name: 5 }), invalid);
    await expectRefused(send('bpmnTasks:transfer', { to: 'nobody', reason: 'x' }, { filterByTk: '1' }), invalid);
    await expectRefused(send('bpmnProcesses:deploy', { xml: 5 }), invalid);
    await expectRefused(send('bpmnPeople:search', { purpose: 'spy' }), invalid);
  });

  describe('that no database keeps', () => {
    const NUL = `张\u0000三`;

    const send = (name: string, data: object, id?: string) => (locale: 'zh-CN' | 'en-US') =>
      desk.as('clerk').post(name, { params: id === undefined ? {} : { filterByTk: id }, data, locale });

    it.each<[string, string, object]>([
      ['in a reason', 'bpmnInstances:cancel', { reason: NUL }],
      ['in a value of a form', 'bpmnTasks:complete', { outcome: 'approve', data: { votes: NUL } }],
      ['in a draft', 'bpmnTasks:saveDraft', { data: { title: { deep: [NUL] } } }],
      ['in a name of a field', 'bpmnTasks:saveDraft', { data: { [NUL]: 1 } }],
      ['in a title', 'bpmnInstances:start', { processKey: 'petition', title: NUL }],
    ])('is refused: the sign that ends a text, %s', async (_, name, data) => {
      const { instanceId, taskIds } = await desk.start('petition', 'clerk', { title: '请愿' });
      const id = name.startsWith('bpmnTasks') ? taskIds[0] : name.endsWith('start') ? undefined : instanceId;
      const before = await desk.fingerprint(instanceId);

      await expectRefused(send(name, data, id), { code: 'input.invalid', status: 400 });

      expect(await desk.fingerprint(instanceId)).toBe(before);
    });

    it('is refused: in a search', async () => {
      const search = (locale: 'zh-CN' | 'en-US') => desk.as('clerk').get('bpmnTasks:inbox', { params: { search: NUL }, locale });

      await expectRefused(search, { code: 'input.invalid', status: 400 });
    });

    it.each([60, 500])('is refused: a value with %s lists in each other', async (levels) => {
      const { instanceId, taskIds } = await desk.start('petition', 'clerk', { title: '请愿' });
      const before = await desk.fingerprint(instanceId);

      const title: unknown = JSON.parse(`${'['.repeat(levels)}1${']'.repeat(levels)}`);
      const draft = (locale: 'zh-CN' | 'en-US') =>
        desk.as('clerk').post('bpmnTasks:saveDraft', { params: { filterByTk: taskIds[0] }, data: { data: { title } }, locale });
      await expectRefused(draft, { code: 'input.invalid', status: 400 });

      expect(await desk.fingerprint(instanceId)).toBe(before);
    });
  });

  it('by who is not signed in, or has no right to an action, is refused', async () => {
    const nobody = desk.test.as();
    for (const action of ['bpmnTasks:inbox', 'bpmnInstances:mine', 'bpmnProcesses:overview'])
      expect((await nobody.get(action)).status).toBe(401);
    for (const action of ['bpmnProcesses:overview', 'bpmnIncidents:open', 'bpmnParameters:overview', 'bpmnSupervision:board']) {
      expect((await desk.as('clerk').get(action)).status).toBe(403);
    }
    for (const action of [
      'bpmnProcesses:deploy',
      'bpmnProcesses:publish',
      'bpmnIncidents:retry',
      'bpmnInstances:suspend',
      'bpmnInstances:signal',
    ]) {
      expect((await desk.as('clerk').post(action, { data: {} })).status).toBe(403);
    }
  });

  it('by who has the rights on parameters only does not reach processes and cases; who has those on processes does', async () => {
    const { instanceId } = await desk.start('petition');
    const suspend = (who: Person) => (locale: 'zh-CN' | 'en-US') =>
      desk.as(who).post('bpmnInstances:suspend', { params: { filterByTk: instanceId }, data: { reason: '查' }, locale });
    const give = (snippets: string[]) =>
      desk.db.getRepository('roles').update({ filterByTk: 'supervisor', values: { snippets } });

    await give(['pm.wuxin.parameters']);
    expect((await desk.as('supervisor').get('bpmnParameters:overview')).status).toBe(200);
    expect((await suspend('supervisor')('zh-CN')).status).toBe(403);
    expect((await desk.as('supervisor').get('bpmnProcesses:overview')).status).toBe(403);

    await give(['pm.wuxin.processes']);
    expect((await desk.as('supervisor').get('bpmnProcesses:overview')).status).toBe(200);
    expect((await suspend('supervisor')('zh-CN')).status).toBe(200);
    expect(await desk.row(instanceId)).toMatchObject({ status: 'suspended' });
    await give(['pm.wuxin.supervision']);
  });

  describe('through NocoBase’s own actions', () => {
    const GENERIC = ['list', 'get', 'create', 'update', 'destroy', 'updateOrCreate', 'firstOrCreate', 'move', 'query'];
    const engineTables = () => [...desk.db.collections.keys()].filter((name) => name.startsWith('bpmn'));
    const send = (who: Person, collection: string, action: string) =>
      desk.as(who).post(`${collection}:${action}`, {
        params: { filterByTk: '1', filter: { id: 'none' } },
        data: { title: 'x', ceiling: 365, certainty: 'known' },
      });

    it('reaches nothing of the engine’s tables, whoever asks, the root user included', async () => {
      const before = await desk.counts();
      const ours = ['bpmnStandIns:list', 'bpmnStandIns:create'];
      expect(engineTables().length).toBeGreaterThan(20);
      const role = await desk.db.getRepository('roles').findOne({ filterByTk: 'supervisor' });
      await role.update({ snippets: ['pm.wuxin.processes'] });
      for (const collection of engineTables()) {
        for (const action of GENERIC.filter((name) => !ours.includes(`${collection}:${name}`))) {
          for (const who of ['clerk', 'root', 'supervisor'] as const) {
            const answer = await send(who, collection, action);
            expect([collection, action, who, answer.status]).toEqual([collection, action, who, 404]);
          }
        }
      }
      await role.update({ snippets: ['pm.wuxin.supervision'] });
      expect(await desk.counts()).toEqual(before);
    });

    it('is refused to who is not signed in', async () => {
      const answer = await desk.test.as().post('bpmnTasks:list');

      expect([401, 404]).toContain(answer.status);
    });

    it('is refused in both languages', async () => {
      await expectRefused(
        (locale) => desk.as('root').post('bpmnParameters:update', { params: { filterByTk: 'x' }, data: {}, locale }),
        { code: 'action.notFound', status: 404 },
      );
    });
  });

  it('a deadline beyond the calendar is computed and marked as provisional, not refused', async () => {
    await desk.publishLines(
      'far',
      `${BEGIN}${userTask('wait', { inside: '<wuxin:deadline amount="900" unit="workingDays" />' })}${END}
      begin -> wait
      wait -> end`,
    );

    const { instanceId, taskIds } = await desk.start('far');

    const opened = await desk.open('clerk', taskIds[0]!);
    expect(opened.data.task.deadline).toMatchObject({ isProvisional: true });
    expect(opened.data.task.deadline!.dueAt).toBeGreaterThan(desk.now + 900 * DAY_MS);
    expect(await desk.row(instanceId)).toMatchObject({ isDueProvisional: true });
  });

  describe('inside a case', () => {
    it('a condition that cannot be evaluated is an incident that names the gateway, and a retry with variables mends it', async () => {
      await desk.publishLines(
        'forking',
        `${BEGIN}${userTask('a')}<bpmn:exclusiveGateway id="way" name="是否通过" default="flow3" />${END}<bpmn:endEvent id="other" />
        begin -> a
        a -> way
        way -> end
        way -> other : =votes > 10`,
      );
      const { instanceId } = await desk.start('forking');
      await desk.complete('clerk', instanceId, 'a');
      const incident = await desk.openIncident(instanceId);
      expect(incident).toMatchObject({ elementId: 'way', elementName: '是否通过', code: 'conditionUnknown' });
      expect((await desk.track('clerk', instanceId)).data.current).toMatchObject([{ elementId: 'way', hasIncident: true }]);

      const byClerk = await desk
        .as('clerk')
        .post('bpmnIncidents:retry', { params: { filterByTk: incident!.id }, data: { reason: '再试' } });
      const unmended = await desk.retry(incident!.id);
      const second = await desk.openIncident(instanceId);
      const mended = await desk.retry(second!.id, { variables: { votes: 11 } });

      expect([byClerk.status, unmended.status, mended.status]).toEqual([403, 200, 200]);
      expect(second!.id).not.toBe(incident!.id);
      expect((await desk.track('clerk', instanceId)).data.passed).toMatchObject({ other: 1 });
      expect(await desk.openIncident(instanceId)).toBeUndefined();
      const again = await desk.retry(second!.id);
      expect(again).toMatchObject({ status: 409, errors: [{ code: 'incident.resolvedAlready' }] });
    });

    it('an assignee that cannot be found out is an incident of that step, and does not hold up who completed the one before', async () => {
      await desk.publishLines(
        'lost',
        `${BEGIN}${userTask('a')}${userTask('b', { name: '复核', kind: 'person', value: '=reviewer.name' })}${END}
        begin -> a
        a -> b
        b -> end`,
      );
      const { instanceId } = await desk.start('lost', 'clerk', { variables: { reviewer: { name: '不是编号' } } });

      await desk.complete('clerk', instanceId, 'a');

      const incident = await desk.openIncident(instanceId);
      expect(incident).toMatchObject({ elementId: 'b', elementName: '复核', code: 'assignment.badValue' });
      const variables = { reviewer: { name: String(desk.id('checker')) } };
      await desk.retry(incident!.id, { variables });
      expect(await tables.tasks.find(desk, { instanceId, elementId: 'b' })).toMatchObject({ assigneeName: '李强' });
    });

    it('an endless loop is stopped by an incident that names it', async () => {
      await desk.publishLines(
        'ring',
        `${BEGIN}<bpmn:task id="one" name="绕" /><bpmn:exclusiveGateway id="way" default="flow4" />${END}
        begin -> one
        one -> way
        way -> end : =false
        way -> one`,
      );

      const { instanceId } = await desk.start('ring');

      expect(await desk.openIncident(instanceId)).toMatchObject({ code: 'tooManySteps' });
    });

    it('an incident can be closed with a note, which moves nothing', async () => {
      const { instanceId } = await desk.start('ring');
      const incident = await desk.openIncident(instanceId);
      const resolve = (note: string) =>
        desk.as('root').post('bpmnIncidents:resolve', { params: { filterByTk: incident!.id }, data: { note } });

      expect((await resolve(' ')).status).toBe(400);
      expect((await resolve('线下处理')).status).toBe(200);

      expect(await desk.openIncident(instanceId)).toBeUndefined();
      expect(await desk.row(instanceId)).toMatchObject({ status: 'running' });
    });
  });

  it.each([
    [
      'a start event that the process does not have',
      'engine.startEventUnknown',
      (tx: Tx): Promise<unknown> => startInstance(tx, SYSTEM, { processKey: 'petition', startEventId: 'nowhere' }),
    ],
    [
      'the completion of what is not waiting',
      'engine.activityNotWaiting',
      (tx: Tx, tokenId: string): Promise<unknown> => endWork(tx, SYSTEM, { type: 'completeActivity', tokenId, variables: {} }),
    ],
  ])('that the interpreter refuses, %s, has its code and says why in both languages', async (_, code, command) => {
    const { instanceId } = await desk.start('forking');
    await desk.complete('clerk', instanceId, 'a');
    const [stuck] = await tables.tokens.select(desk, { instanceId, elementId: 'way' });
    const before = await desk.fingerprint(instanceId);

    const refusal: unknown = await desk.write((tx) => command(tx, stuck!.id)).catch((error: unknown) => error);

    expect(refusal).toMatchObject({ name: 'BpmnError', code, status: 409 });
    const [zh, en] = (['zh-CN', 'en-US'] as const).map((locale) => errorText(locale, code, (refusal as BpmnError).data));
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/[A-Za-z]{3}/);
    expect(await desk.fingerprint(instanceId)).toBe(before);
  });
});
