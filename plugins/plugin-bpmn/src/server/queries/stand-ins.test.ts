import type { StandInList, StandInListQuery, StandInReach } from '../../common/api';
import { DAY_MS, Desk, NOON, userTask, type Person } from '../__fixtures__';

const CHECK = `<bpmn:startEvent id="begin" />${userTask('check', { kind: 'role', value: 'checker' })}<bpmn:endEvent id="end" />
  begin -> check
  check -> end`;

describe('the page of stand-ins', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines('review', CHECK);
    await desk.publishLines('filing', CHECK);
  });
  beforeEach(() => {
    desk.now = NOON;
  });
  afterEach(async () => {
    await desk.db.getRepository('bpmnStandIns').destroy({ truncate: true });
  });
  afterAll(() => desk?.close());

  const list = (who: Person, query: StandInListQuery = {}) =>
    desk.as(who).get<StandInList>('bpmnStandIns:list', { params: { ...query } });
  const rows = async (who: Person, query: StandInListQuery = {}) => (await list(who, query)).data.rows;
  const give = async (by: Person, standIn: Person, changes: object = {}) => {
    const data = { standInId: desk.id(standIn), fromOn: '2026-11-05', untilOn: '2026-11-10', reason: '培训', ...changes };
    const answer = await desk.as(by).post<{ id: string }>('bpmnStandIns:create', { data });
    expect(answer.errors).toEqual([]);
    return answer.data.id;
  };
  const end = (by: Person, id: string) =>
    desk.as(by).post('bpmnStandIns:revoke', { params: { filterByTk: id }, data: { reason: '提前返岗' } });

  it('shows each person what they gave and were given, and nobody else anything', async () => {
    await give('checker', 'clerk');

    expect(await rows('checker')).toMatchObject([
      { absent: { name: '李强' }, standIn: { name: '王芳' }, state: 'current', processes: null, mayRevoke: true },
    ]);
    expect(await rows('clerk')).toMatchObject([{ absent: { name: '李强' }, mayRevoke: false }]);
    expect(await rows('outsider')).toEqual([]);
  });

  it('counts the open tasks that it covers, for chosen processes only those', async () => {
    await desk.start('review');
    await desk.start('review');
    await desk.start('filing');
    await give('checker', 'clerk', { processKeys: ['review'] });

    const [row] = await rows('checker');
    const reach = (await desk.as('checker').get<StandInReach>('bpmnStandIns:reach')).data;

    expect(row).toMatchObject({ openTasks: 2, processes: [{ key: 'review', name: expect.any(String) }] });
    expect(reach.processes.map(({ key, openTasks }) => [key, openTasks])).toEqual([
      ['filing', 1],
      ['review', 2],
    ]);
  });

  it('tells a stand-in how many tasks wait only once their time has come', async () => {
    await give('checker', 'clerk', { fromOn: '2026-11-06' });

    expect(await rows('clerk')).toMatchObject([{ state: 'coming', openTasks: null }]);
    expect((await rows('checker'))[0]?.openTasks).toEqual(expect.any(Number));
    desk.now += DAY_MS;
    expect((await rows('clerk'))[0]).toMatchObject({ state: 'current', openTasks: expect.any(Number) });
  });

  it('moves what is over, ended early or cancelled to the past, and says which', async () => {
    await end('checker', await give('checker', 'clerk'));
    await end('checker', await give('checker', 'clerk', { fromOn: '2026-12-01', untilOn: '2026-12-02' }));
    await give('checker', 'outsider', { untilOn: '2026-11-05' });
    desk.now += DAY_MS;

    expect(await rows('checker')).toEqual([]);
    expect((await rows('checker', { period: 'past' })).map(({ state, revoked }) => [state, revoked?.reason])).toEqual([
      ['cancelled', '提前返岗'],
      ['endedEarly', '提前返岗'],
      ['over', undefined],
    ]);
  });

  it('shows everybody’s to administrators, a page at a time', async () => {
    await give('checker', 'clerk');
    await give('clerk', 'outsider', { fromOn: '2026-11-07', untilOn: '2026-11-07' });
    await give('root', 'outsider', { absentId: desk.id('supervisor') });

    const page = (await list('root', { scope: 'all', page: 1, pageSize: 2 })).data;

    expect(page).toMatchObject({ total: 3, mayAdminister: true });
    expect(page.rows).toHaveLength(2);
    expect(page.rows.every(({ mayRevoke }) => mayRevoke)).toBe(true);
    expect(await rows('root')).toEqual([]);
  });

  it('is refused for other people’s stand-ins and work', async () => {
    expect(await list('checker', { scope: 'all' })).toMatchObject({
      status: 403,
      errors: [{ code: 'standIn.administratorsOnly', message: '只有管理员可以查看所有人的代理。' }],
    });
    expect(await desk.as('checker').get('bpmnStandIns:reach', { params: { absentId: String(desk.id('clerk')) } })).toMatchObject({
      status: 403,
      errors: [{ code: 'standIn.notYours' }],
    });
  });

  it('costs the same number of statements however many stand-ins one person gave', async () => {
    const days = (day: number) => ({ fromOn: `2026-11-${day}`, untilOn: `2026-11-${day}` });
    await give('checker', 'clerk', days(11));
    const one = (await desk.statementsOf(() => rows('checker'))).length;

    for (let day = 12; day < 20; day += 1) await give('checker', 'clerk', days(day));

    expect(await desk.statementsOf(() => rows('checker'))).toHaveLength(one);
  });

  it('finds people by name, and lists nobody who was not asked for', async () => {
    const search = (who: Person, text?: string) =>
      desk.as(who).get<{ name: string }[]>('bpmnPeople:search', { params: { purpose: 'standIn', search: text } });

    expect((await search('clerk', '李强')).data.map(({ name }) => name)).toEqual(['李强']);
    expect((await search('clerk', '王芳')).data).toEqual([]);
    expect((await search('root', 'Super')).data.map(({ name }) => name)).toContain('Super Admin');
    expect((await search('clerk')).data).toEqual([]);
    expect((await search('clerk', '李')).data).toEqual([]);
  });
});
