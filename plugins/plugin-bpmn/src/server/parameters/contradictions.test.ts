import type { DeployResult, ParameterReach, ProcessDetail } from '../../common/api';
import { bpmn, Desk, userTask } from '../__fixtures__';
import { placesOf, type Place } from '../places';
import { tables } from '../store';
import { confirmParameter, defineParameters, setParameter } from './index';

const COUNTY: Place = { id: '1', name: '汉滨区', level: 'county' };
const GAP = '4y.step_gap_days';
const TOTAL = '4y.total_days';
const shared = { source: '本程序建议', unit: 'calendarDays', levels: ['county'], certainty: 'known' } as const;

const check = (condition: string, message = '三次间隔超过总期限', messageEn = 'Three gaps exceed the total') =>
  `<bpmn:extensionElements><wuxin:check condition='${condition}' message="${message}" messageEn="${messageEn}" /></bpmn:extensionElements>`;
const GAPS_FIT = check(`=3 * param("${GAP}") &lt;= param("${TOTAL}")`);
const lines = (checks: string) => `${checks}<bpmn:startEvent id="begin" />${userTask('vote')}<bpmn:endEvent id="end" />
  begin -> vote
  vote -> end`;

/** What a process says must hold between parameters: 7 days between steps, three times, within 20 days in all. */
describe('parameters that contradict each other', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    placesOf(desk.db).register({
      chainOf: async (_tx, id) => (id === COUNTY.id ? [COUNTY] : []),
      placesOf: async () => [],
      search: async () => [COUNTY],
      find: async (_tx, ids) => [COUNTY].filter(({ id }) => ids.includes(id)),
      lowestWithin: async () => [[COUNTY.id]],
    });
    await desk.write((tx) =>
      defineParameters(tx, [
        { ...shared, key: GAP, name: '步骤间隔', nameEn: 'Gap between steps', defaultValue: 7, certainty: 'unsure' },
        { ...shared, key: TOTAL, name: '总期限', nameEn: 'Total time', defaultValue: 21 },
      ]),
    );
    await desk.write((tx) => confirmParameter(tx, desk.actor('root'), { key: GAP, reason: '县里通知', mark: '演示确认' }));
    await desk.publishLines('fourSteps', lines(GAPS_FIT));
  });
  afterEach(async () => {
    await desk.db.getRepository('bpmnParameterValues').destroy({ filter: { mark: null } });
  });
  afterAll(() => desk?.close());

  const set = (key: string, value: number, placeId: string | null = null) =>
    desk.write((tx) => setParameter(tx, desk.actor('root'), { key, value, placeId, reason: '县里通知' }));
  const validate = async (checks: string, locale: 'zh-CN' | 'en-US' = 'zh-CN') =>
    (await desk.as('root').post<DeployResult>('bpmnProcesses:validate', { data: { xml: bpmn('tried', lines(checks)) }, locale }))
      .data.problems;
  const reach = (key: string, params: { value?: string; placeId?: string } = {}, locale: 'zh-CN' | 'en-US' = 'zh-CN') =>
    desk.as('root').get<ParameterReach>('bpmnParameters:reach', { params: { filterByTk: key, ...params }, locale });
  const contradictions = async (...asked: Parameters<typeof reach>) => (await reach(...asked)).data.contradictions;
  const detail = async (key = 'fourSteps') =>
    (await desk.as('root').get<ProcessDetail>('bpmnProcesses:detail', { params: { filterByTk: key } })).data;

  describe('are said when a process is checked', () => {
    it('as a warning with the names and values of what was read, in the reader’s language', async () => {
      await set(TOTAL, 20);

      const [chinese, english] = [await validate(GAPS_FIT), await validate(GAPS_FIT, 'en-US')];

      expect(chinese).toMatchObject([
        {
          code: 'parameters.contradict',
          severity: 'warning',
          text: '参数互相矛盾：三次间隔超过总期限（步骤间隔 = 7 个日历日、总期限 = 20 个日历日）',
        },
      ]);
      expect(english).toMatchObject([
        {
          text: 'Parameters contradict each other: Three gaps exceed the total (Gap between steps = 7 calendar days, Total time = 20 calendar days)',
        },
      ]);
    });

    it('and nothing while they fit', async () => {
      expect(await validate(GAPS_FIT)).toEqual([]);
    });

    it('with the values of the whole installation, not of a place', async () => {
      await set(TOTAL, 10, COUNTY.id);

      expect(await validate(GAPS_FIT)).toEqual([]);
    });

    it('and keep nobody from saving, publishing and starting it', async () => {
      await set(TOTAL, 20);
      const xml = bpmn('warned', lines(GAPS_FIT));

      const saved = await desk.as('root').post<DeployResult>('bpmnProcesses:deploy', { data: { xml } });
      const published = await desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: 'warned' } });
      const { instanceId } = await desk.start('warned');
      await desk.as('root').post('bpmnProcesses:retire', { params: { filterByTk: 'warned' }, data: { reason: '不再用' } });

      expect(saved.data.problems).toMatchObject([{ code: 'parameters.contradict' }]);
      expect(published.errors).toEqual([]);
      expect(await desk.openElements(instanceId)).toEqual(['vote']);
    });

    it('in English by their Chinese message where there is no other', async () => {
      await set(TOTAL, 20);

      const [problem] = await validate(GAPS_FIT.replace(/messageEn="[^"]*"/, ''), 'en-US');

      expect(problem?.text).toContain('三次间隔超过总期限');
    });
  });

  it.each([
    ['a parameter that nobody defined', '=param("4y.none") &gt; 0', 'parameters.missing', '4y.none'],
    ['a condition that is neither true nor false', `=param("${GAP}")`, 'parameters.undecided', '步骤间隔 = 7 个日历日'],
    ['a condition over variables, which no process has here', '=share &gt; 1', 'parameters.undecided', '三次间隔超过总期限'],
  ])('a check with %s is a warning that names it', async (_, condition, code, named) => {
    expect(await validate(check(condition))).toMatchObject([{ code, severity: 'warning', text: expect.stringContaining(named) }]);
  });

  it.each([
    ['a condition that is no FEEL', check('=3 * * param("x")'), 'expressionInvalid', '3 * * param("x")'],
    ['no condition', check(''), 'checkConditionMissing', '三次间隔超过总期限'],
    ['no message', check('=true', ''), 'checkMessageMissing', 'true'],
  ])('a check with %s is an error that names it, and nothing is saved', async (_, checks, code, named) => {
    const xml = bpmn('unreadable', lines(checks));

    const answer = await desk.as('root').post<DeployResult>('bpmnProcesses:deploy', { data: { xml } });

    expect(answer.data).toMatchObject({
      versionId: null,
      problems: [{ code, severity: 'error', elementId: 'unreadable', text: expect.stringContaining(named) }],
    });
    expect(await tables.processes.find(desk, { key: 'unreadable' })).toBeUndefined();
  });

  describe('are said before a value is saved', () => {
    const broken = (gap: number, total: number) => ({
      processName: 'fourSteps',
      text: `参数互相矛盾：三次间隔超过总期限（步骤间隔 = ${gap} 个日历日、总期限 = ${total} 个日历日）`,
    });

    it('with the new value instead of the one in force', async () => {
      expect(await contradictions(GAP, { value: '8' })).toEqual([broken(8, 21)]);
      expect(await contradictions(TOTAL, { value: '20' })).toEqual([broken(7, 20)]);
      expect(await contradictions(GAP, { value: '6' })).toEqual([]);
    });

    it('and not when the new value mends it', async () => {
      await set(TOTAL, 20);

      expect(await contradictions(GAP)).toEqual([broken(7, 20)]);
      expect(await contradictions(GAP, { value: '6' })).toEqual([]);
    });

    it('with what else is in force at the place that it is meant for', async () => {
      await set(TOTAL, 15, COUNTY.id);

      expect(await contradictions(GAP, { value: '6', placeId: COUNTY.id })).toEqual([broken(6, 15)]);
      expect(await contradictions(GAP, { value: '6' })).toEqual([]);
    });

    it('in the reader’s language', async () => {
      const [found] = await contradictions(GAP, { value: '8' }, 'en-US');

      expect(found?.text).toContain('Three gaps exceed the total (Gap between steps = 8 calendar days');
    });

    it('by published processes only', async () => {
      const xml = bpmn('onlyDraft', lines(check(`=param("${TOTAL}") &lt; 1`)));
      await desk.as('root').post('bpmnProcesses:deploy', { data: { xml } });

      const found = await contradictions(TOTAL, { value: '30' });

      expect(found.filter(({ processName }) => processName === 'onlyDraft')).toEqual([]);
    });

    it('and a value that is no JSON is refused', async () => {
      expect(await reach(GAP, { value: '{' })).toMatchObject({ status: 400, errors: [{ code: 'input.invalid' }] });
    });
  });

  describe('are shown with the process', () => {
    it('with today’s values of the published version, whatever draft there is', async () => {
      expect(await detail()).toMatchObject({ contradictions: [], problems: [] });
      await set(TOTAL, 20);
      await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: bpmn('fourSteps', lines('')) } });

      const { contradictions: found, problems } = await detail();

      expect(found).toMatchObject([{ code: 'parameters.contradict', severity: 'warning' }]);
      expect(problems).toEqual([]);
    });

    it('and not while none is published', async () => {
      expect((await detail('onlyDraft')).contradictions).toEqual([]);
    });
  });
});
