import { countStatements } from '@wuxin/test';
import { QueryTypes } from 'sequelize';
import type { Home, HomeDecision } from '../../../common/api';
import { DAY_MS, Desk, HOUR_MS, NO_PLACES, userTask, type Person } from '../../__fixtures__';
import { activityTypesOf } from '../../engine';
import { defineParameters } from '../../parameters';
import { placesOf, type Place } from '../../places';
import type { Tx } from '../../runtime/tx';
import { tables } from '../../store';

const TOWN: Place = { id: '12', name: '城关镇', level: 'township' };
const COMMUNITY: Place = { id: '123', name: '安岭社区', level: 'community' };
const ELSEWHERE: Place = { id: '2', name: '外镇', level: 'township' };
const CHAINS = new Map([
  ['12', [TOWN]],
  ['123', [TOWN, COMMUNITY]],
  ['2', [ELSEWHERE]],
]);

const STAGES =
  '<bpmn:extensionElements><wuxin:stages><wuxin:stage key="check" name="审核" nameEn="Review" /></wuxin:stages></bpmn:extensionElements>';

/** Each test counts its own cases only. */
async function forgetCases(tx: Tx): Promise<void> {
  const { processes, versions, templates, placePaths, ...ofCases } = tables;
  for (const table of Object.values(ofCases)) await table.delete(tx, {});
}

describe('the home page', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    placesOf(desk.db).register({
      chainOf: async (_, id) => CHAINS.get(id) ?? [],
      placesOf: async (_, userId) => (userId === desk.id('supervisor') ? [TOWN] : userId === desk.id('clerk') ? [COMMUNITY] : []),
      ...NO_PLACES,
    });
    activityTypesOf(desk.db).registerOnce({
      type: 'scale',
      enter: async () => ({
        kind: 'completed',
        variables: {},
        decided: { 'zh-CN': '共 3 票，通过', 'en-US': '3 votes, passed' },
      }),
    });
    await desk.publishLines(
      'review',
      `${STAGES}<bpmn:startEvent id="begin" />${userTask('check', { name: '审核', kind: 'role', value: 'checker', attributes: 'wuxin:nameEn="Review" wuxin:stage="check"', inside: '<wuxin:deadline amount="10" unit="hours" />' })}<bpmn:endEvent id="end" name="审核通过" wuxin:nameEn="Passed" />
      begin -> check
      check -> end`,
    );
    await desk.publishLines(
      'vote',
      `<bpmn:startEvent id="begin" />${userTask('enter', { name: '录入票数' })}<bpmn:serviceTask id="weigh" name="计票" wuxin:nameEn="Count" wuxin:activityType="scale" />
      ${userTask('sign')}<bpmn:endEvent id="end" />
      begin -> enter
      enter -> weigh
      weigh -> sign
      sign -> end`,
    );
  });
  afterAll(() => desk?.close());
  afterEach(() => desk.write(forgetCases));

  const open = async (who: Person, locale: 'zh-CN' | 'en-US' = 'zh-CN') =>
    (await desk.as(who).get<Home>('bpmnHome:overview', { locale })).data;
  const review = (title: string, placeId?: string, by: Person = 'clerk') => desk.start('review', by, { title, placeId });
  const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title);
  const said = (decided: readonly HomeDecision[]) => decided.map(({ title, result }) => ({ title, result }));

  it('has nothing for who has nothing to do with any case', async () => {
    await review('别人的', '123');

    expect(await open('outsider')).toEqual({
      todo: { rows: [], counts: { onTime: 0, near: 0, overdue: 0 } },
      cases: { rows: [], total: 0 },
      supervision: null,
      duties: [],
      incidents: [],
      decided: [],
      mayStart: true,
    });
  });

  it('finds what ended and what was decided last by indexes of just these', async () => {
    const statements = await countStatements(desk.db, () => open('supervisor'));
    const explained = desk.db.options.dialect === 'sqlite' ? 'EXPLAIN QUERY PLAN' : 'SET enable_seqscan = off; EXPLAIN';
    const planOf = async (table: string, column: string) => {
      const sql = statements.find((one) => one.includes(`FROM ${table} AS`) && one.includes(`ORDER BY`) && one.includes(column))!;
      return JSON.stringify(await desk.db.sequelize.query(`${explained} ${sql}`, { type: QueryTypes.SELECT }));
    };
    const quoted = (name: string) => desk.db.sequelize.getQueryInterface().quoteIdentifier(name);

    expect(await planOf(quoted('bpmnInstances'), `${quoted('endedAt')} DESC`)).toContain('bpmn_instances_ended');
    expect(await planOf(quoted('bpmnHistory'), `${quoted('recordedAt')} DESC`)).toContain('bpmn_history_decided');
  });

  it('is for people who are signed in', async () => {
    expect((await desk.test.as().get('bpmnHome:overview')).status).toBe(401);
  });

  it('shows what is to be done, the late first, with all of it counted and drafts marked', async () => {
    for (let index = 0; index < 7; index += 1) await review(`先到 ${index}`, '123');
    const late = await desk.as('checker').get<Home>('bpmnHome:overview');
    desk.now += 11 * HOUR_MS;
    const { taskIds } = await review('后到', '123');
    await desk.task('saveDraft', 'checker', taskIds[0]!, { data: {}, opinion: '想一想' });
    await desk.task('saveDraft', 'checker2', late.data.todo.rows[0]!.taskId!, { data: {}, opinion: '别人的草稿' });

    const { todo } = await open('checker');

    expect(todo.counts).toEqual({ onTime: 1, near: 0, overdue: 7 });
    expect(todo.rows).toHaveLength(6);
    expect(todo.rows.every(({ deadline, hasDraft }) => deadline?.level === 'overdue' && !hasDraft)).toBe(true);
    await desk.task('complete', 'checker', todo.rows[0]!.taskId!, { outcome: 'complete' });
    await desk.task('complete', 'checker', todo.rows[1]!.taskId!, { outcome: 'complete' });
    expect((await open('checker')).todo.rows.at(-1)).toMatchObject({
      title: '后到',
      elementName: '审核',
      stageName: '审核',
      place: { name: '安岭社区' },
      hasDraft: true,
    });
  });

  it('shows where cases stand that somebody started or did something in, and a called one by its caller only', async () => {
    await desk.publishLines(
      'outer',
      `<bpmn:startEvent id="begin" />${userTask('prepare')}<bpmn:callActivity id="call" calledElement="review" /><bpmn:endEvent id="end" />
      begin -> prepare
      prepare -> call
      call -> end`,
    );
    const { instanceId } = await desk.start('outer', 'clerk', { title: '上级件', placeId: '123' });
    await desk.complete('clerk', instanceId, 'prepare');
    await desk.drain();
    await review('已结', '123');
    await desk.task('complete', 'checker', (await desk.todo('checker', '已结'))[0]!.taskId!, { outcome: 'complete' });

    expect(titles((await open('clerk')).cases.rows)).toEqual(['上级件']);
    expect((await open('clerk')).cases).toMatchObject({ total: 1, rows: [{ holders: ['审核员'] }] });
    expect((await open('checker')).cases).toEqual({ rows: [], total: 0 });
  });

  it('counts open cases of a supervisor’s places by procedure, in an order that does not rank', async () => {
    await review('镇内', '123');
    await review('外镇', '2');
    await desk.start('vote', 'clerk', { title: '表决件', placeId: '12' });
    const onTime = await open('supervisor');
    desk.now += 11 * HOUR_MS;
    await review('镇内二', '123');

    expect(onTime.supervision).toEqual([
      { processKey: 'review', processName: 'review', counts: { onTime: 1, near: 0, overdue: 0 } },
      { processKey: 'vote', processName: 'vote', counts: { onTime: 1, near: 0, overdue: 0 } },
    ]);
    expect((await open('supervisor')).supervision).toMatchObject([
      { processKey: 'review', counts: { onTime: 1, near: 0, overdue: 1 } },
      { processKey: 'vote' },
    ]);
    for (const who of ['clerk', 'checker'] as const) expect((await open(who)).supervision).toBeNull();
    expect((await open('root')).supervision).toMatchObject([{ counts: { onTime: 1, overdue: 2 } }, {}]);
  });

  it('shows an administrator what waits for one, and nobody else', async () => {
    activityTypesOf(desk.db).registerOnce({
      type: 'brokenScale',
      enter: async () => ({ kind: 'failed', code: 'assignment.nobody', data: {} }),
    });
    await desk.publishLines(
      'broken',
      `<bpmn:startEvent id="begin" />${userTask('write')}<bpmn:serviceTask id="weigh" name="过秤" wuxin:activityType="brokenScale" /><bpmn:endEvent id="end" />
      begin -> write
      write -> weigh
      weigh -> end`,
    );
    const { instanceId } = await desk.start('broken', 'clerk', { title: '卡住的' });
    await desk.complete('clerk', instanceId, 'write');
    await desk.write((tx) =>
      defineParameters(tx, [
        {
          key: 'a.unsure',
          name: '未定天数',
          nameEn: 'Unsure days',
          defaultValue: 5,
          unit: 'days',
          floor: null,
          ceiling: null,
          limitKind: null,
          source: '待查',
          certainty: 'unsure',
          levels: [],
          needsApprover: false,
        },
      ]),
    );

    const { duties, incidents } = await open('root');

    expect(duties).toEqual([
      { kind: 'incidents', count: 1 },
      { kind: 'processDrafts', count: 0 },
      { kind: 'unconfirmedParameters', count: 1 },
      { kind: 'proposals', count: 0 },
    ]);
    expect(incidents).toMatchObject([{ instanceTitle: '卡住的', elementName: '过秤' }]);
    for (const who of ['clerk', 'checker', 'supervisor'] as const)
      expect(await open(who)).toMatchObject({ duties: [], incidents: [] });
  });

  describe('what was decided', () => {
    it('is how a case ended, by the name of its end, and what activities decided, in the language of who reads', async () => {
      const { taskIds } = await review('申请', '123');
      await desk.task('complete', 'checker', taskIds[0]!, { outcome: 'complete' });
      desk.now += HOUR_MS;
      const vote = await desk.start('vote', 'clerk', { title: '推选', placeId: '123' });
      await desk.complete('clerk', vote.instanceId, 'enter');

      expect(said((await open('clerk')).decided)).toEqual([
        { title: '推选', result: { kind: 'activity', elementName: '计票', sentence: '共 3 票，通过' } },
        { title: '申请', result: { kind: 'end', status: 'completed', name: '审核通过' } },
      ]);
      expect(said((await open('clerk', 'en-US')).decided)).toEqual([
        { title: '推选', result: { kind: 'activity', elementName: 'Count', sentence: '3 votes, passed' } },
        { title: '申请', result: { kind: 'end', status: 'completed', name: 'Passed' } },
      ]);
    });

    it('is shown to who may open the case and to nobody else', async () => {
      const near = await review('镇内', '123');
      const far = await review('外镇', '2', 'root');
      for (const { taskIds } of [near, far]) await desk.task('complete', 'checker', taskIds[0]!, { outcome: 'complete' });
      const vote = await desk.start('vote', 'root', { title: '外镇表决', placeId: '2' });
      await desk.complete('root', vote.instanceId, 'enter');
      await desk.instance('cc', 'root', vote.instanceId, { userIds: [desk.id('checker2')] });

      const decidedFor = async (who: Person) => titles((await open(who)).decided).sort();

      expect(await decidedFor('outsider')).toEqual([]);
      expect(await decidedFor('clerk')).toEqual(['镇内']);
      expect(await decidedFor('checker')).toEqual(['外镇', '镇内']);
      expect(await decidedFor('checker2')).toEqual(['外镇表决']);
      expect(await decidedFor('supervisor')).toEqual(['镇内']);
      expect(await decidedFor('root')).toEqual(['外镇', '外镇表决', '镇内']);
      for (const who of ['clerk', 'checker', 'checker2', 'supervisor', 'root'] as const)
        for (const { instanceId } of (await open(who)).decided) expect((await desk.track(who, instanceId)).status).toBe(200);
    });

    it('does not name a vote that was taken back, and names it when it was held again', async () => {
      const { instanceId } = await desk.start('vote', 'clerk', { title: '推选' });
      await desk.complete('clerk', instanceId, 'enter');
      await desk.instance('withdraw', 'clerk', instanceId, { reason: '录错' });
      expect((await open('clerk')).decided).toEqual([]);

      await desk.complete('clerk', instanceId, 'enter');

      expect(titles((await open('clerk')).decided)).toEqual(['推选']);
    });

    it('is said once of a called case that ends with what was decided in it', async () => {
      await desk.publishLines(
        'meeting',
        `<bpmn:startEvent id="begin" /><bpmn:callActivity id="call" calledElement="vote" />${userTask('act')}<bpmn:endEvent id="end" />
        begin -> call
        call -> act
        act -> end`,
      );
      const { instanceId } = await desk.start('meeting', 'clerk', { title: '议事' });
      await desk.drain();
      const called = await tables.instances.find(desk, { parentInstanceId: instanceId });
      for (const elementId of ['enter', 'sign']) await desk.complete('clerk', called!.id, elementId);
      await desk.drain();

      expect(said((await open('clerk')).decided)).toMatchObject([{ title: '议事', result: { kind: 'activity' } }]);
    });

    it('is a cancellation, but not that of a called case which went with its caller', async () => {
      await desk.publishLines(
        'outer',
        `<bpmn:startEvent id="begin" /><bpmn:callActivity id="call" calledElement="review" /><bpmn:endEvent id="end" />
        begin -> call
        call -> end`,
      );
      const { instanceId } = await desk.start('outer', 'clerk', { title: '上级件' });
      await desk.drain();
      await desk.instance('cancel', 'clerk', instanceId, { reason: '不办了' });
      await desk.drain();

      expect(said((await open('clerk')).decided)).toEqual([
        { title: '上级件', result: { kind: 'end', status: 'cancelled', name: null } },
      ]);
    });

    it('is forgotten after ninety days', async () => {
      const { taskIds } = await review('申请');
      await desk.task('complete', 'checker', taskIds[0]!, { outcome: 'complete' });
      desk.now += 90 * DAY_MS;

      expect((await open('clerk')).decided).toEqual([]);
    });
  });

  it('shows who is several kinds at once all of it', async () => {
    const { taskIds } = await review('镇内', '123');
    await desk.task('complete', 'checker', taskIds[0]!, { outcome: 'complete' });
    const own = await desk.start('vote', 'supervisor', { title: '自己发起', placeId: '12' });
    await desk.start('vote', 'supervisor', { title: '再发起', placeId: '2' });
    await desk.complete('supervisor', own.instanceId, 'enter');

    const { todo, cases, supervision, decided } = await open('supervisor');

    expect(titles(todo.rows).sort()).toEqual(['再发起', '自己发起']);
    expect(titles(cases.rows).sort()).toEqual(['再发起', '自己发起']);
    expect(supervision).toMatchObject([{ processKey: 'vote', counts: { onTime: 1 } }]);
    expect(titles(decided).sort()).toEqual(['自己发起', '镇内']);
  });

  it.each([
    ['clerk', 19],
    ['checker', 10],
    ['supervisor', 16],
    ['root', 18],
  ] as const)('asks the database for %s %i times, whether there are two cases or twenty', async (who, statements) => {
    const some = async (count: number) => {
      for (let index = 0; index < count; index += 1) {
        const { taskIds } = await review(`件 ${index}`, '123');
        const vote = await desk.start('vote', 'clerk', { title: `表决 ${index}`, placeId: '123' });
        await desk.complete('clerk', vote.instanceId, 'enter');
        if (index % 2 === 0) await desk.task('complete', 'checker', taskIds[0]!, { outcome: 'complete' });
      }
    };
    await some(2);
    await open(who);
    const few = await desk.statementsOf(() => open(who));
    await some(18);
    await open(who);

    const many = await desk.statementsOf(() => open(who));

    expect([few.length, many.length]).toEqual([statements, statements]);
    expect(await tables.instances.count(desk, {})).toBe(40);
  });
});
