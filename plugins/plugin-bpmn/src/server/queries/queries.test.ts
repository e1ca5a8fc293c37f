import type { Board, InboxPage, InboxQuery, IncidentRow, ProcessRow, WaitingReason } from '../../common/api';
import { DAY_MS, Desk, HOUR_MS, NO_PLACES, timer, userTask, type Person } from '../__fixtures__';
import { activityTypesOf, serviceType } from '../engine';
import { placesOf, type Place } from '../places';
import { createStandIn } from '../stand-ins';
import { tables } from '../store';

const CITY: Place = { id: '1', name: '安康市', level: 'city' };
const TOWN: Place = { id: '12', name: '城关镇', level: 'township' };
const COMMUNITY: Place = { id: '123', name: '安岭社区', level: 'community' };
const ELSEWHERE: Place = { id: '2', name: '外市', level: 'city' };
const CHAINS = new Map([
  ['1', [CITY]],
  ['12', [CITY, TOWN]],
  ['123', [CITY, TOWN, COMMUNITY]],
  ['2', [ELSEWHERE]],
]);

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const STAGES =
  '<bpmn:extensionElements><wuxin:stages><wuxin:stage key="check" name="审核" nameEn="Review" /></wuxin:stages></bpmn:extensionElements>';

describe('queries', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    const works = (userId: number) =>
      userId === desk.id('supervisor') ? [TOWN] : userId === desk.id('clerk') ? [COMMUNITY] : [];
    placesOf(desk.db).register({
      chainOf: async (_, id) => CHAINS.get(id) ?? [],
      placesOf: async (_, userId) => works(userId),
      ...NO_PLACES,
    });
    activityTypesOf(desk.db).registerOnce(serviceType('never'));
    await desk.publishLines(
      'review',
      `${STAGES}${BEGIN}${userTask('check', { name: '审核', kind: 'role', value: 'checker', attributes: 'wuxin:stage="check"', inside: '<wuxin:deadline amount="10" unit="hours" />' })}${END}
      begin -> check
      check -> end`,
    );
    await desk.publishLines(
      'simple',
      `${BEGIN}${userTask('write', { name: '填写' })}${END}
      begin -> write
      write -> end`,
    );
  });
  afterAll(() => desk?.close());

  const inbox = async (who: Person, query: Partial<InboxQuery> = {}) =>
    (await desk.as(who).get<InboxPage>('bpmnTasks:inbox', { params: { tab: 'todo', ...query } })).data;
  const titles = async (who: Person, query: Partial<InboxQuery>) => (await inbox(who, query)).rows.map(({ title }) => title);
  const review = (title: string, by: Person = 'clerk', placeId?: string) => desk.start('review', by, { title, placeId });

  describe('the inbox', () => {
    it('has four tabs with counts: to do, done, started, copied', async () => {
      const before = await inbox('outsider');
      const { instanceId, taskIds } = await desk.start('simple', 'outsider', { title: '四栏' });
      await desk.start('simple', 'outsider', { title: '四栏二' });
      await desk.task('complete', 'outsider', taskIds[0]!, { outcome: 'complete' });
      const other = await desk.start('simple', 'clerk', { title: '四栏三' });
      await desk.instance('cc', 'clerk', other.instanceId, { userIds: [desk.id('outsider')] });

      const after = await inbox('outsider');

      expect(before.counts).toEqual({ todo: 0, done: 0, started: 0, cc: 0 });
      expect(after.counts).toEqual({ todo: 1, done: 1, started: 2, cc: 1 });
      expect(await titles('outsider', { tab: 'todo' })).toEqual(['四栏二']);
      expect((await inbox('outsider', { tab: 'done' })).rows).toMatchObject([
        { instanceId, outcomeName: '办结', status: 'completed' },
      ]);
      expect((await titles('outsider', { tab: 'started' })).sort()).toEqual(['四栏', '四栏二']);
      expect((await inbox('outsider', { tab: 'cc' })).rows).toMatchObject([{ title: '四栏三', isUnread: true, taskId: null }]);
      await desk.track('outsider', other.instanceId);
      expect((await inbox('outsider', { tab: 'cc' })).rows).toMatchObject([{ isUnread: false }]);
    });

    it('takes what is searched for literally, in small and capital letters', async () => {
      for (const title of ['涨价 100%', '涨价 1000', '编号 a_b', '编号 axb', "O'Brien", '反斜\\杠', 'Notice'])
        await review(title);

      const found = (search: string) => titles('checker', { search });

      expect(await found('100%')).toEqual(['涨价 100%']);
      expect(await found('a_b')).toEqual(['编号 a_b']);
      expect(await found("o'brien")).toEqual(["O'Brien"]);
      expect(await found('\\')).toEqual(['反斜\\杠']);
      expect(await found('nOTICE')).toEqual(['Notice']);
      expect(await found("' OR 1=1 --")).toEqual([]);
      expect(await titles('clerk', { tab: 'started', search: '100%' })).toEqual(['涨价 100%']);
    });

    it('finds a case by its number and by its title in English', async () => {
      const { instanceId, taskIds } = await desk.start('simple', 'checker', { title: '夜市公示', businessKey: 'AK-2026-17' });
      await desk.write((tx) => tables.instances.update(tx, { id: instanceId }, { titleEn: 'Notice of the night market' }));

      for (const search of ['ak-2026-17', 'night market', '夜市']) {
        expect(await titles('checker', { search })).toEqual(['夜市公示']);
        expect(await titles('checker', { tab: 'started', search })).toEqual(['夜市公示']);
      }
      await desk.task('complete', 'checker', taskIds[0]!, { outcome: 'complete' });
    });

    it('filters by process and by how urgent it is, most urgent first, without deadline last', async () => {
      await review('急件');
      await desk.start('simple', 'checker', { title: '不限时' });
      desk.now += 9 * HOUR_MS;
      await review('新件');

      expect(await titles('checker', { level: 'near', search: '急件' })).toEqual(['急件']);
      expect(await titles('checker', { level: 'onTime', search: '件' })).toEqual(['新件']);
      expect(await titles('checker', { processKey: 'simple' })).toEqual(['不限时']);
      expect((await titles('checker', { pageSize: 100 })).at(-1)).toBe('不限时');
      desk.now += HOUR_MS;
      expect(await titles('checker', { level: 'overdue', search: '急件' })).toEqual(['急件']);
    });

    it('comes in pages that neither repeat nor leave out', async () => {
      const { total } = await inbox('checker');
      const seen: (string | null)[] = [];
      for (let page = 1; seen.length < total && page < 20; page += 1) {
        seen.push(...(await inbox('checker', { page, pageSize: 3 })).rows.map(({ taskId }) => taskId));
      }

      expect(new Set(seen).size).toBe(total);
      expect((await inbox('checker', { page: 9_999 })).rows).toEqual([]);
    });

    it.each([
      { pageSize: 1_000 },
      { page: 0 },
      { page: -1 },
      { page: 1e300 },
      { tab: 'all' },
      { level: 'soon' },
      { search: 'x'.repeat(201) },
    ])('refuses %p', async (query) => {
      const answer = await desk.as('clerk').get('bpmnTasks:inbox', { params: query });

      expect(answer).toMatchObject({ status: 400, errors: [{ code: 'input.invalid' }] });
    });

    it('shows a stand-in the tasks of who is away, and names them; who is barred sees nothing', async () => {
      await desk.publishLines(
        'barred',
        `${BEGIN}${userTask('check', { kind: 'role', value: 'checker', attributes: 'wuxin:whenStarter="exclude"' })}${END}
        begin -> check
        check -> end`,
      );
      await desk.start('barred', 'checker', { title: '回避' });
      await desk.write((tx) =>
        createStandIn(tx, desk.actor('checker2'), {
          absentId: desk.id('checker2'),
          standInId: desk.id('outsider'),
          fromOn: '2026-11-05',
          untilOn: '2027-11-05',
          processKeys: ['barred'],
          reason: '休假',
        }),
      );

      expect(await titles('checker', { processKey: 'barred' })).toEqual([]);
      expect(await titles('checker2', { processKey: 'barred' })).toEqual(['回避']);
      expect(await titles('outsider', { processKey: 'barred' })).toEqual(['回避']);
      expect(await titles('outsider', { processKey: 'review' })).toEqual([]);
    });
  });

  describe('who may see a case', () => {
    it.each([
      ['who started it', 'clerk', 200],
      ['who could do its task', 'checker', 200],
      ['an administrator', 'root', 200],
      ['who supervises a place around it', 'supervisor', 200],
      ['nobody else', 'outsider', 404],
    ] as const)('%s', async (_, who, status) => {
      const { instanceId } = await review('王五家庭困难', 'clerk', COMMUNITY.id);

      const answer = await desk.track(who, instanceId);

      expect(answer.status).toBe(status);
      if (status === 404) expect(JSON.stringify(answer)).not.toContain('王五');
    });

    it('gives a stranger neither title nor text of a task, by whatever action', async () => {
      const { instanceId, taskIds } = await review('王五家庭困难', 'clerk', ELSEWHERE.id);
      const stranger = desk.as('outsider');
      const params = { filterByTk: taskIds[0] };

      const answers = [
        await desk.open('outsider', taskIds[0]!),
        await desk.open('supervisor', taskIds[0]!),
        await stranger.get('bpmnTasks:options', { params: { ...params, target: 'a' } }),
        await stranger.get('bpmnPeople:search', { params: { purpose: 'cc', instanceId } }),
        await desk.instance('cancel', 'outsider', instanceId, { reason: '查' }),
        await desk.instance('cc', 'outsider', instanceId, { userIds: [desk.id('outsider')] }),
        await desk.task('saveDraft', 'outsider', taskIds[0]!, { data: {} }),
      ];

      for (const answer of answers) {
        expect([403, 404]).toContain(answer.status);
        expect(JSON.stringify(answer)).not.toContain('王五');
      }
    });

    it('lets somebody who did a step see the way of the case later, but not other people’s forms', async () => {
      const { instanceId } = await review('看得见');
      await desk.complete('checker', instanceId, 'check');

      expect((await desk.track('checker', instanceId)).status).toBe(200);
      expect((await desk.track('checker2', instanceId)).status).toBe(404);
    });
  });

  describe('the board', () => {
    const board = (who: Person, params: object = {}) =>
      desk.as(who).get<Board>('bpmnSupervision:board', { params: { ...params } });

    it('shows a supervisor the open cases of their places and below, counted by place, process and stage', async () => {
      await review('镇内', 'clerk', COMMUNITY.id);
      await review('外地', 'clerk', ELSEWHERE.id);

      const { data } = await board('supervisor', { pageSize: 100 });

      const shown = data.rows.map(({ title }) => title);
      expect(shown).toContain('镇内');
      expect(shown).not.toContain('外地');
      expect(data.places).toEqual([{ id: COMMUNITY.id, name: '安岭社区' }]);
      const sum = data.byPlaceAndStage.reduce((total, { onTime, near, overdue }) => total + onTime + near + overdue, 0);
      expect(sum).toBe(data.total);
      expect(data.byPlaceAndStage).toMatchObject([{ place: { name: '安岭社区' }, stageKey: 'check', stageName: '审核' }]);
    });

    it('filters by place, process, stage and level, and a place outside one’s own shows nothing', async () => {
      const total = async (params: object) => (await board('supervisor', params)).data.total;

      expect(await total({ placeId: TOWN.id })).toBe(await total({}));
      expect(await total({ placeId: ELSEWHERE.id })).toBe(0);
      expect(await total({ placeId: '%' })).toBe(0);
      expect(await total({ placeId: '1_3' })).toBe(0);
      expect(await total({ processKey: 'simple' })).toBe(0);
      expect(await total({ stage: 'check' })).toBe(await total({}));
      const { counts } = (await board('supervisor')).data;
      for (const level of ['onTime', 'near', 'overdue'] as const) expect(await total({ level })).toBe(counts[level]);
    });

    it('is read page by page without a case twice or none', async () => {
      for (const title of ['页一', '页二', '页三']) await review(title, 'clerk', TOWN.id);
      const { rows, total } = (await board('supervisor', { pageSize: 100 })).data;

      const pages = [];
      for (let page = 1; page <= Math.ceil(total / 2); page += 1) {
        pages.push(...(await board('supervisor', { page, pageSize: 2 })).data.rows);
      }

      expect(total).toBeGreaterThan(4);
      expect(pages).toEqual(rows);
      expect(new Set(rows.map(({ instanceId }) => instanceId)).size).toBe(total);
    });

    it('lists a case where its place lay when it started, also after the place has come to another town', async () => {
      const before = await review('迁移前', 'clerk', COMMUNITY.id);
      CHAINS.set(COMMUNITY.id, [ELSEWHERE, COMMUNITY]);
      const after = await review('迁移后', 'clerk', COMMUNITY.id);
      CHAINS.set(COMMUNITY.id, [CITY, TOWN, COMMUNITY]);

      const ids = (await board('supervisor', { pageSize: 100 })).data.rows.map(({ instanceId }) => instanceId);

      expect(ids).toContain(before.instanceId);
      expect(ids).not.toContain(after.instanceId);
      await desk.instance('cancel', 'root', after.instanceId, { reason: '完' });
    });

    it('is for supervisors', async () => {
      expect((await board('clerk')).status).toBe(403);
      expect((await board('root')).status).toBe(200);
    });
  });

  describe('why a case waits', () => {
    const reasons = async (instanceId: string): Promise<WaitingReason[]> => (await desk.track('root', instanceId)).data.waiting;

    it('names people and groups, deadline and reminders of a task', async () => {
      const { instanceId } = await review('等人');

      expect(await reasons(instanceId)).toMatchObject([
        {
          kind: 'task',
          elementName: '审核',
          groups: ['审核员'],
          people: [{ name: '李强' }, { name: '赵敏' }],
          mayRemind: true,
          remindedAt: null,
          deadline: { level: 'onTime' },
        },
      ]);
      await desk.task('remind', 'clerk', await desk.openTask(instanceId, 'check'));
      expect(await reasons(instanceId)).toMatchObject([
        { mayRemind: false, remindedAt: desk.now, mayRemindFrom: desk.now + DAY_MS },
      ]);
    });

    it('names timers, messages, conditions, joins, jobs and incidents', async () => {
      await desk.publishLines(
        'waiting',
        `
        <bpmn:message id="m_answer" name="批复" />
        ${BEGIN}<bpmn:parallelGateway id="split" />
        <bpmn:intermediateCatchEvent id="time" name="等时间">${timer('t', 'Duration', 'P1D')}</bpmn:intermediateCatchEvent>
        <bpmn:intermediateCatchEvent id="answer" name="等批复"><bpmn:messageEventDefinition messageRef="m_answer" /></bpmn:intermediateCatchEvent>
        <bpmn:intermediateCatchEvent id="state" name="等条件"><bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">=ready = true</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>
        <bpmn:serviceTask id="serve" name="等服务" wuxin:activityType="never" />
        ${userTask('nobody', { name: '无人', kind: 'role', value: 'vacant' })}
        <bpmn:parallelGateway id="join" name="汇合" />${END}
        begin -> split
        split -> time
        split -> answer
        split -> state
        split -> serve
        split -> nobody
        split -> join
        time -> join
        answer -> join
        state -> join
        serve -> join
        nobody -> join
        join -> end`,
      );
      const { instanceId } = await desk.start('waiting', 'clerk', { variables: { ready: false } });

      const found = await reasons(instanceId);

      expect(found.map(({ kind }) => kind).sort()).toEqual(['condition', 'incident', 'job', 'join', 'message', 'timer']);
      expect(found).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: 'timer', elementName: '等时间', dueAt: desk.now + DAY_MS }),
          expect.objectContaining({ kind: 'message', elementName: '等批复', name: '批复' }),
          expect.objectContaining({ kind: 'incident', elementName: '无人', code: 'assignment.nobody' }),
          expect.objectContaining({ kind: 'job', elementName: '等服务' }),
          expect.objectContaining({ kind: 'join', elementName: '汇合' }),
        ]),
      );
      expect(found[0]).toMatchObject({ kind: 'incident' });
      const english = await desk.as('root').get<IncidentRow[]>('bpmnIncidents:open', { locale: 'en-US' });
      expect(english.data.find((row) => row.instanceId === instanceId)?.text).toMatch(/nobody|no one|find/i);
    });
  });

  describe('cost', () => {
    const counted = async (work: () => Promise<{ status: number }>) => {
      const statements = await desk.statementsOf(async () => expect((await work()).status).toBe(200));
      return statements.length;
    };
    const read = (who: Person, action: string, params: object) => () => desk.as(who).get(action, { params: { ...params } });

    it('of lists does not grow with their rows', async () => {
      const lists: [string, () => Promise<{ status: number }>][] = [
        ['inbox, 30 tasks', read('checker', 'bpmnTasks:inbox', { tab: 'todo', pageSize: 100, processKey: 'review' })],
        ['inbox, done', read('checker', 'bpmnTasks:inbox', { tab: 'done', pageSize: 100 })],
        ['inbox, started', read('clerk', 'bpmnTasks:inbox', { tab: 'started', pageSize: 100 })],
        ['board', read('supervisor', 'bpmnSupervision:board', { pageSize: 100 })],
        ['processes', read('root', 'bpmnProcesses:overview', {})],
        ['startable', read('clerk', 'bpmnProcesses:startable', {})],
        ['incidents', read('root', 'bpmnIncidents:open', {})],
      ];
      const stuck = async (key: string) => {
        await desk.publishLines(
          key,
          `${BEGIN}${userTask('a', { kind: 'role', value: 'vacant' })}${END}
          begin -> a
          a -> end`,
        );
        await desk.start(key);
      };
      await stuck('stuck'); // without an incident there are no cases of incidents to ask for
      for (const [, list] of lists) await list(); // versions are kept in memory after this
      const few = await sequentially(lists, counted);
      for (let index = 0; index < 30; index += 1) await review(`多 ${index}`, 'clerk', COMMUNITY.id);
      for (let index = 0; index < 5; index += 1) await stuck(`another${index}`);
      for (const [, list] of lists) await list();

      const many = await sequentially(lists, counted);

      expect(many).toEqual(few);
      expect(many).toEqual({
        'inbox, 30 tasks': 10,
        'inbox, done': 9,
        'inbox, started': 14,
        'board': 14,
        'processes': 9,
        'startable': 3,
        'incidents': 4,
      });
    });

    it('of a case’s pages does not grow with its tasks', async () => {
      const loop = '<bpmn:multiInstanceLoopCharacteristics wuxin:collection="=voters" wuxin:elementVariable="voter" />';
      await desk.publishLines(
        'poll',
        `${BEGIN}${userTask('vote', { kind: 'person', value: '=voter', loop })}${END}
        begin -> vote
        vote -> end`,
      );
      const poll = (voters: number) =>
        desk.start('poll', 'clerk', { variables: { voters: Array.from({ length: voters }, () => desk.id('checker')) } });
      const [small, big] = [await poll(2), await poll(60)];
      const pages = async ({ instanceId, taskIds }: { instanceId: string; taskIds: readonly string[] }) => {
        await desk.open('checker', taskIds[0]!);
        return [await counted(() => desk.track('clerk', instanceId)), await counted(() => desk.open('checker', taskIds[0]!))];
      };

      const few = await pages(small);

      expect(await pages(big)).toEqual(few);
      expect(few).toEqual([15, 11]);
    });
  });

  it('give the overview of processes with what runs, ended and is stuck', async () => {
    const { data } = await desk.as('root').get<ProcessRow[]>('bpmnProcesses:overview');

    const stuck = data.find(({ key }) => key === 'another0');
    expect(stuck).toMatchObject({ running: 1, ended: 0, openIncidents: 1, versions: 1 });
    const simple = data.find(({ key }) => key === 'simple')!;
    expect(simple.running + simple.ended).toBe(await tables.instances.count(desk, { processKey: 'simple' }));
  });
});

async function sequentially<Item>(
  items: readonly [string, () => Promise<Item>][],
  measure: (work: () => Promise<Item>) => Promise<number>,
): Promise<Record<string, number>> {
  const results: Record<string, number> = {};
  for (const [name, work] of items) results[name] = await measure(work);
  return results;
}
