import type { Model } from '@nocobase/database';
import type { DecisionTable } from '@wuxin/decision';
import { beforeCommitOf, type HttpAnswer, type Point, RaceTrack } from '@wuxin/test';
import type { PublishingState, Started } from '../../common/api';
import { draftFormUid } from '../../common/form';
import { bpmn, DAY_MS, Desk, timer, userTask } from '../__fixtures__';
import { fireStartTimer } from '../commands';
import { decisionHistory, defineDecision } from '../decisions';
import { installDraftForm } from '../forms';
import { defineParameters, parameterHistory, type ParameterDefinition } from '../parameters';
import { tables } from '../store';
import { faultsOf, told } from './__fixtures__';
import { taskStatsOf } from '../task-stats';

const BEGIN = '<bpmn:startEvent id="begin" />';
const FLOWS = `<bpmn:endEvent id="end" />
  begin -> write
  write -> end`;
const oneStep = (task = userTask('write'), begin = BEGIN) => `${begin}${task}${FLOWS}`;
const table = (route: string): DecisionTable => ({
  key: 'route',
  name: '去向',
  hitPolicy: 'FIRST',
  inputs: [{ label: '结果', expression: 'outcome' }],
  outputs: [{ name: 'route', label: '去向' }],
  rules: [{ id: 'always', when: ['-'], then: [`"${route}"`] }],
});
const DAYS: ParameterDefinition = {
  key: 'races.days',
  name: '期限',
  nameEn: 'Time',
  defaultValue: 10,
  unit: 'workingDays',
  source: 'test',
  certainty: 'unsure',
  levels: [],
};

/** A case starts while what it starts with changes: its process, its parameters, its record. */
describe('races of starts and what they start with', () => {
  let desk: Desk;
  let track: RaceTrack;
  let nextKey = 0;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({
        name: 'letters',
        fields: [{ type: 'string', name: 'title', interface: 'input', uiSchema: { title: '标题' } }],
      });
      await db.sync();
    });
    await desk.write((tx) =>
      installDraftForm(tx, {
        processKey: 'letter',
        elementId: 'write',
        description: { collection: 'letters', rows: [[{ field: 'title' }]] },
      }),
    );
    await desk.publishLines(
      'letter',
      `@wuxin:recordCollection="letters"
      ${BEGIN}${userTask('write')}${userTask('file')}<bpmn:endEvent id="end" />
      begin -> write
      write -> file
      file -> end`,
    );
    track = RaceTrack.on(desk.db, () => taskStatsOf(desk.db).drain());
  });
  afterAll(() => desk?.close());
  // NocoBase's repositories print what they roll back
  beforeAll(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(() => jest.restoreAllMocks());

  type Ask = () => Promise<HttpAnswer>;
  const run = async (first: Ask, second: Ask, heldAt?: Point) => {
    const finish = await track.run({ first, second, heldAt });
    expect(finish.secondWaited).toBe(true);
    return [told(finish.first), told(finish.second)];
  };
  const root =
    (action: string, filterByTk: string | number, data: object = {}) =>
    () =>
      desk.as('root').post(`bpmn${action}`, { params: { filterByTk }, data });
  const starts =
    (processKey: string, data: object = {}) =>
    () =>
      desk.as('clerk').post<Started>('bpmnInstances:start', { data: { processKey, ...data } });

  describe('a process', () => {
    const deploys =
      (key: string, name = '填写', begin = BEGIN) =>
      () =>
        desk.as('root').post('bpmnProcesses:deploy', { data: { xml: bpmn(key, oneStep(userTask('write', { name }), begin)) } });
    /** Published once, with a second text as its draft. */
    const aProcess = async (begin = BEGIN) => {
      const key = `process${(nextKey += 1)}`;
      await desk.publishLines(key, oneStep(userTask('write', { name: '旧' }), begin));
      expect(told(await deploys(key, '新', begin)())).toBe('done');
      return key;
    };
    const versionsOfCases = async (processKey: string) =>
      (await tables.instances.select(desk, { processKey }, { order: [['startedAt', 'ASC']] })).map(
        ({ versionNumber }) => versionNumber,
      );

    it('published while a case starts: the case starts in the version that is in force', async () => {
      const [published, started] = [await aProcess(), await aProcess()];

      const publishedFirst = await run(root('Processes:publish', published), starts(published));
      const startedFirst = await run(starts(started), root('Processes:publish', started));

      expect([publishedFirst, startedFirst]).toEqual([
        ['done', 'done'],
        ['done', 'done'],
      ]);
      expect([await versionsOfCases(published), await versionsOfCases(started)]).toEqual([[2], [1]]);
    });

    it('retired while a case starts: nobody starts it after that', async () => {
      const [retired, started] = [await aProcess(), await aProcess()];

      const retiredFirst = await run(root('Processes:retire', retired, { reason: '停用' }), starts(retired));
      const startedFirst = await run(starts(started), root('Processes:retire', started, { reason: '停用' }));

      expect([retiredFirst, startedFirst]).toEqual([
        ['done', '404 process.notPublished'],
        ['done', 'done'],
      ]);
      expect([await versionsOfCases(retired), await versionsOfCases(started)]).toEqual([[], [1]]);
    });

    it('retired while a message wants to start it: the message finds nobody', async () => {
      const message = '<bpmn:message id="m_hail" name="hail" />';
      const key = await aProcess(
        `${message}\n<bpmn:startEvent id="begin"><bpmn:messageEventDefinition messageRef="m_hail" /></bpmn:startEvent>`,
      );

      const answers = await run(root('Processes:retire', key, { reason: '停用' }), () =>
        desk.as('root').post('bpmnInstances:message', { data: { name: 'hail' } }),
      );

      expect(answers).toEqual(['done', '404 message.nobodyWaits']);
      expect(await versionsOfCases(key)).toEqual([]);
    });

    it('published anew while its start timer fires: the two do not block each other, and it starts once', async () => {
      const key = await aProcess(`<bpmn:startEvent id="begin">${timer('t', 'Cycle', '0 8 * * *')}</bpmn:startEvent>`);
      const { id } = (await tables.startTriggers.find(desk, { processKey: key }))!;
      desk.now += DAY_MS;

      const finish = await track.run({
        first: () => desk.write((tx) => fireStartTimer(tx, id)),
        second: root('Processes:publish', key),
      });

      expect([finish.secondWaited, told(finish.second)]).toEqual([true, 'done']);
      expect(await versionsOfCases(key)).toEqual([1]);
      expect(await tables.startTriggers.count(desk, { processKey: key })).toBe(1);
      expect(told(await root('Processes:retire', key, { reason: '停用' })())).toBe('done');
    });

    it('published by two: the draft is published once', async () => {
      const key = await aProcess();

      const answers = await run(root('Processes:publish', key), root('Processes:publish', key));

      expect(answers).toEqual(['done', '409 process.noDraft']);
      const versions = await tables.versions.select(desk, { processKey: key }, { order: [['number', 'ASC']] });
      expect(versions.map(({ status }) => status)).toEqual(['retired', 'published']);
    });

    it('saved while it is published: what was saved later is the next draft', async () => {
      const key = await aProcess();

      const answers = await run(root('Processes:publish', key), deploys(key, '更新'));

      expect(answers).toEqual(['done', 'done']);
      const versions = await tables.versions.select(desk, { processKey: key }, { order: [['number', 'ASC']] });
      expect(versions.map(({ status }) => status)).toEqual(['retired', 'published', 'draft']);
      expect(versions[1]!.xml).toContain('新');
    });

    it('changed while another one publishes what they saw: it is not published', async () => {
      const key = await aProcess();
      const { seen } = (await desk.as('root').get<PublishingState>('bpmnProcesses:publishing', { params: { filterByTk: key } }))
        .data;

      const answers = await run(deploys(key, '更新'), root('Processes:publish', key, { seen }));

      expect(answers).toEqual(['done', '409 process.changedSinceSeen']);
      const versions = await tables.versions.select(desk, { processKey: key }, { order: [['number', 'ASC']] });
      expect(versions.map(({ status }) => status)).toEqual(['published', 'draft']);
    });

    it('a form of it changed while another one publishes what they saw: it is not published', async () => {
      const key = await aProcess();
      const { seen } = (await desk.as('root').get<PublishingState>('bpmnProcesses:publishing', { params: { filterByTk: key } }))
        .data;
      const savesForm = () =>
        desk.as('root').post('flowModels:save', { data: { uid: draftFormUid(key, 'write'), use: 'FormModel' } });

      const answers = await run(savesForm, root('Processes:publish', key, { seen }));

      expect(answers).toEqual(['done', '409 process.changedSinceSeen']);
    });

    it('saved by two for the first time: it is there once, with one draft', async () => {
      const key = `process${(nextKey += 1)}`;

      const answers = await run(deploys(key, '甲'), deploys(key, '乙'));

      expect(answers).toEqual(['done', 'done']);
      const versions = await tables.versions.select(desk, { processKey: key });
      expect(versions).toMatchObject([{ status: 'draft', number: 1, xml: expect.stringContaining('乙') as string }]);
    });
  });

  describe('a parameter', () => {
    beforeAll(async () => {
      await desk.publishLines(
        'limited',
        `${BEGIN}<bpmn:exclusiveGateway id="way" default="flow4" />${userTask('write')}<bpmn:endEvent id="end" />
        begin -> way
        way -> write : =param("races.days") > 0
        write -> end
        way -> end`,
      );
    });
    beforeEach(async () => {
      await desk.db.getRepository('bpmnParameterValues').destroy({ truncate: true });
      await desk.write((tx) => defineParameters(tx, [DAYS]));
    });
    const confirms = (data: object = {}) => root('Parameters:confirm', DAYS.key, { reason: '会议确认', ...data });
    const sets = (value: number) => root('Parameters:set', DAYS.key, { value, reason: '调整' });
    const values = async () =>
      (await desk.engine.read((tx) => parameterHistory(tx, DAYS.key))).map(({ value }) => value).reverse();
    const startedWith = async (finish: HttpAnswer<Started>) => (await desk.row(finish.data.instanceId)).parameters;

    it('changed while a case starts: the case keeps the value that is in force', async () => {
      expect(told(await sets(10)())).toBe('done');

      const changedFirst = await track.run({ first: sets(20), second: starts('limited') });
      const startedFirst = await track.run({ first: starts('limited'), second: sets(30) });

      expect([changedFirst.secondWaited, startedFirst.secondWaited]).toEqual([true, true]);
      expect([told(changedFirst.first), told(startedFirst.second)]).toEqual(['done', 'done']);
      expect(await values()).toEqual([10, 20, 30]);
      expect(await startedWith(changedFirst.second)).toEqual({ [DAYS.key]: 20 });
      expect(await startedWith(startedFirst.first)).toEqual({ [DAYS.key]: 20 });
    });

    it('confirmed while a case starts: the case waits for the confirmation', async () => {
      const finish = await track.run({ first: confirms(), second: starts('limited') });

      expect([finish.secondWaited, told(finish.first), told(finish.second)]).toEqual([true, 'done', 'done']);
      expect(await startedWith(finish.second)).toEqual({ [DAYS.key]: 10 });
      expect(await values()).toEqual([10]);
    });

    it('confirmed while a case starts that came first: the case is refused, and the value is confirmed', async () => {
      const before = await tables.instances.count(desk, { processKey: 'limited' });

      // a refusal writes nothing: it is held where it has read the value that nobody has confirmed
      const finish = await track.run({
        first: starts('limited'),
        heldAt: { before: /^ROLLBACK/, after: /FROM .*bpmnParameters/ },
        second: confirms(),
      });

      expect([finish.secondWaited, told(finish.first), told(finish.second)]).toEqual([true, '409 parameter.unconfirmed', 'done']);
      expect(await tables.instances.count(desk, { processKey: 'limited' })).toBe(before);
      expect(await values()).toEqual([10]);
    });

    it('confirmed by two: it is confirmed once', async () => {
      expect(await run(confirms(), confirms())).toEqual(['done', 'done']);

      expect(await values()).toEqual([10]);
    });

    it('changed while somebody confirms what they saw: the change is not lost', async () => {
      expect(await run(sets(20), confirms())).toEqual(['done', 'done']);

      expect(await values()).toEqual([20]);
    });

    it('changed by two: both changes are kept and the later one is in force', async () => {
      expect(await run(sets(20), sets(30))).toEqual(['done', 'done']);

      expect(await values()).toEqual([20, 30]);
      expect(await startedWith(await starts('limited')())).toEqual({ [DAYS.key]: 30 });
    });

    it('proposed, approved by one and declined by another: it is decided once', async () => {
      const admin = await desk.test.createUser({ username: 'admin2', nickname: '钱洁', roles: ['admin'] });
      const proposed = await desk.test.as(admin).post<{ id: string }>('bpmnParameters:propose', {
        params: { filterByTk: DAYS.key },
        data: { value: 20, reason: '试行' },
      });
      const { id } = proposed.data;

      const answers = await run(root('Parameters:approve', id), root('Parameters:decline', id));

      expect(answers).toEqual(['done', '409 parameter.decidedAlready']);
      const [decided, ...others] = await desk.engine.read((tx) => parameterHistory(tx, DAYS.key));
      expect(decided).toMatchObject({ value: 20, status: 'effective', approverName: 'Super Admin' });
      expect(others).toEqual([]);
    });
  });

  it('two changes of one decision table: the second is told that it changed', async () => {
    await desk.write((tx) => defineDecision(tx, table('镇')));
    const changes = (route: string) => root('Decisions:change', 'route', { table: table(route), reason: '调整', fromNumber: 1 });

    const answers = await run(changes('县'), changes('社区'));

    expect(answers).toEqual(['done', '409 decision.changedMeanwhile']);
    const versions = await desk.engine.read((tx) => decisionHistory(tx, 'route'));
    expect(versions.map((version) => version.table.rules[0]?.then)).toEqual([['"县"'], ['"镇"']]);
  });

  describe('two starts', () => {
    it('with one business key are one case', async () => {
      const begin = starts('letter', { businessKey: '2026-9', isIdempotent: true, title: '来信' });
      const before = await desk.db.getRepository('letters').count();

      const { first, second, secondWaited } = await track.run({ first: begin, second: begin });

      expect(secondWaited).toBe(true);
      expect([first.data.isNew, second.data.isNew]).toEqual([true, false]);
      expect(second.data.instanceId).toBe(first.data.instanceId);
      expect(await desk.db.getRepository('letters').count()).toBe(before + 1);
      expect(await faultsOf(desk, first.data.instanceId)).toEqual([]);
    });

    it('about one record are one case and a refusal', async () => {
      const recordId = await aLetter();
      const begin = () => desk.as('root').post('bpmnInstances:start', { data: { processKey: 'letter', recordId } });

      const answers = await run(begin, begin);

      expect(answers).toEqual(['done', '409 record.hasOpenInstance']);
      expect(await tables.instances.count(desk, { recordCollection: 'letters', recordId: String(recordId) })).toBe(1);
    });
  });

  const letters = () => desk.db.getRepository('letters');
  const aLetter = async () => Number(((await letters().create({ values: { title: '原文' } })) as Model).get('id')); // typed as any
  const titleOf = async (id: number) => ((await letters().findOne({ filterByTk: id })) as Model | null)?.get('title');

  describe('a record that NocoBase changes', () => {
    const edits = (id: number) => () =>
      desk.as('root').post('letters:update', { params: { filterByTk: id }, data: { title: '改动' } });
    const removes = (id: number) => () => desk.as('root').post('letters:destroy', { params: { filterByTk: id } });
    const editsAll = (id: number) => () =>
      desk.as('root').post('letters:update', { params: { filter: { id } }, data: { title: '改动' } });
    const startsAbout = (recordId: number) => () =>
      desk.as('root').post('bpmnInstances:start', { data: { processKey: 'letter', recordId } });

    it.each([
      ['an edit', edits],
      ['an edit of many', editsAll],
      ['a removal', removes],
    ])('%s while a case starts about it is refused', async (_, change) => {
      const id = await aLetter();

      const answers = await run(startsAbout(id), change(id));

      expect(answers).toEqual(['done', '409 record.underOpenInstance']);
      expect(await titleOf(id)).toBe('原文');
      expect(await tables.instances.count(desk, { recordCollection: 'letters', recordId: String(id) })).toBe(1);
    });

    it('an edit that came first is what the case starts with', async () => {
      const id = await aLetter();

      const answers = await run(edits(id), startsAbout(id), beforeCommitOf('letters'));

      expect(answers).toEqual(['done', 'done']);
      expect(await titleOf(id)).toBe('改动');
      expect(await tables.instances.count(desk, { recordCollection: 'letters', recordId: String(id) })).toBe(1);
    });

    it('a removal that came first leaves nothing to start about', async () => {
      const id = await aLetter();

      const answers = await run(removes(id), startsAbout(id), beforeCommitOf('letters'));

      expect(answers).toEqual(['done', '400 record.notFound']);
      expect(await titleOf(id)).toBeUndefined();
      expect(await tables.instances.count(desk, { recordCollection: 'letters', recordId: String(id) })).toBe(0);
    });

    it('an edit while a task’s form is submitted is refused, and the form is kept', async () => {
      const { data } = await starts('letter', { title: '原文' })();
      const id = Number((await desk.row(data.instanceId)).recordId);
      const [taskId] = data.taskIds;

      const answers = await run(
        () => desk.task('complete', 'clerk', taskId!, { outcome: 'complete', data: { title: '定稿' } }),
        edits(id),
      );

      expect(answers).toEqual(['done', '409 record.underOpenInstance']);
      expect(await titleOf(id)).toBe('定稿');
      expect(await faultsOf(desk, data.instanceId)).toEqual([]);
    });
  });
});
