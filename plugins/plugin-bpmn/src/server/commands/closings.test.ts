import type { CalendarEffect, CalendarYear, SettingChangePage } from '../../common/api';
import { Desk, NO_PLACES, type Person, userTask } from '../__fixtures__';
import { seedCalendars } from '../calendars';
import { placesOf, type Place } from '../places';
import { closePlace } from './index';
import { tables } from '../store';

const TOWN: Place = { id: 'town', name: '城关镇', level: 'township' };
const COMMUNITY: Place = { id: 'community', name: '安岭社区', level: 'community' };
const OTHER: Place = { id: 'other', name: '城西社区', level: 'community' };
const CHAINS: Record<string, readonly Place[]> = { town: [TOWN], community: [TOWN, COMMUNITY], other: [TOWN, OTHER] };
const SHORT = `<bpmn:startEvent id="begin" />${userTask('a', {
  inside:
    '<wuxin:deadline amount="3" unit="workingDays"><wuxin:deadlineStep amount="-1" unit="workingDays" action="remind" /></wuxin:deadline>',
})}<bpmn:endEvent id="end" />
  begin -> a
  a -> end`;
const STOCKTAKING = { kind: 'rest', from: '2026-11-09', until: '2026-11-10', name: '盘点', source: '镇政府通知' } as const;

/** The desk's day is Thursday, 5 November 2026: three working days end on Tuesday the 10th. */
describe('a place that is closed for some days', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    placesOf(desk.db).register({
      ...NO_PLACES,
      chainOf: async (_tx, placeId) => CHAINS[placeId] ?? [],
      placesOf: async (_tx, userId) => (userId === desk.id('checker') ? [COMMUNITY] : []),
      find: async (_tx, ids) => [TOWN, COMMUNITY, OTHER].filter(({ id }) => ids.includes(id)),
    });
    await desk.publishLines('short', SHORT);
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.write(seedCalendars));
  afterEach(async () => {
    for (const { id } of await tables.instances.select(desk, { status: 'running' }))
      await desk.instance('cancel', 'root', id, { reason: '清理' });
    await desk.drain();
    for (const name of ['bpmnCalendars', 'bpmnCalendarDays', 'bpmnClosings', 'bpmnSettingChanges'])
      await desk.db.getRepository(name).destroy({ truncate: true });
  });

  const start = async (placeId?: string) => (await desk.start('short', 'clerk', { placeId, variables: {} })).instanceId;
  const add = (data: object = {}, by: Person = 'root') =>
    desk.as(by).post<CalendarEffect>('bpmnCalendars:addClosing', { data: { placeId: 'town', ...STOCKTAKING, ...data } });
  const remove = (placeId: string, closing: string, by: Person = 'root') =>
    desk.as(by).post<CalendarEffect>('bpmnCalendars:removeClosing', { data: { placeId, closing } });
  const preview = async (data: object) =>
    (await desk.as('root').post<CalendarEffect>('bpmnCalendars:preview', { data: { days: [], ...data } })).data;
  const year = async (placeId: string | null) =>
    (
      await desk
        .as('root')
        .get<CalendarYear>('bpmnCalendars:year', { params: { year: 2026, ...(placeId === null ? {} : { placeId }) } })
    ).data;
  const dueOn = async (instanceId: string) => {
    const { waiting } = (await desk.track('root', instanceId)).data;
    return waiting[0]?.kind === 'task' ? waiting[0].deadline?.dueOn : undefined;
  };

  it('has its deadlines and reminders later, with those of places below it, and no others', async () => {
    const cases = [await start('town'), await start('community'), await start()];
    const told = await preview({ placeId: 'town', closing: STOCKTAKING });

    const answer = await add();

    expect(told).toEqual({ openCases: 2, cases: 2, moved: 2, confirmed: 0, kept: 0 });
    expect(answer.data).toEqual(told);
    expect(await Promise.all(cases.map(dueOn))).toEqual(['2026-11-12', '2026-11-12', '2026-11-10']);
    const [reminder] = await tables.jobs.select(desk, { instanceId: cases[1], kind: 'deadlineStep' });
    expect(new Date(reminder?.dueAt ?? 0).toISOString()).toBe('2026-11-11T01:00:00.000Z');
    expect(await dueOn(await start('community'))).toBe('2026-11-12');
  });

  it('is open below where the place below says so', async () => {
    const cases = [await start('community'), await start('other')];
    await add();

    await add({ placeId: 'community', kind: 'working', name: '照常办公' });

    expect(await Promise.all(cases.map(dueOn))).toEqual(['2026-11-10', '2026-11-12']);
  });

  it('is open on Saturdays, but not on a single day that was set', async () => {
    const open = { kind: 'working', weekday: 6, from: '2026-11-01', until: '2026-11-30', name: '周六延时服务' };
    const instanceId = await start('town');

    await add(open);
    expect(await dueOn(instanceId)).toBe('2026-11-09');
    const day = { placeId: 'town', date: '2026-11-07', kind: 'rest', name: '停电', source: '镇政府通知' };
    await desk.as('root').post('bpmnCalendars:setDay', { data: day });

    expect(await dueOn(instanceId)).toBe('2026-11-10');
  });

  it('is as before when the closing is taken back', async () => {
    const instanceId = await start('town');
    await add();
    const [closing] = (await year('town')).closings;
    const told = await preview({ placeId: 'town', withoutClosing: closing?.id });

    const answer = await remove('town', closing?.id ?? '');

    expect([told.moved, answer.data.moved]).toEqual([1, 1]);
    expect(await dueOn(instanceId)).toBe('2026-11-10');
    expect((await year('town')).closings).toEqual([]);
  });

  it('is shown with who set it by what, below as one from above, and each change is noted', async () => {
    await add();

    const own = await year('town');
    const below = await year('community');

    expect(own.closings).toMatchObject([
      { ...STOCKTAKING, isOwn: true, setBy: { name: 'Super Admin' }, place: { name: '城关镇' } },
    ]);
    expect(own.days.filter(({ name }) => name === '盘点').map(({ date }) => date)).toEqual(['2026-11-09', '2026-11-10']);
    expect(below.closings).toMatchObject([{ isOwn: false, place: { name: '城关镇' } }]);
    expect((await year(null)).closings).toEqual([]);
    await remove('town', own.closings[0]?.id ?? '');
    const { rows } = (await desk.as('root').get<SettingChangePage>('bpmnCalendars:changes', { params: { placeId: 'town' } }))
      .data;
    expect(rows.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        '2026-11-09 至 2026-11-10 设为放假：盘点（镇政府通知）。',
        '删除 2026-11-09 至 2026-11-10 的停办安排（放假）：盘点。',
      ]),
    );
  });

  it('may be closed by who works there, not by who works elsewhere or below', async () => {
    const close = (placeId: string) =>
      desk.write((tx) => closePlace(tx, desk.actor('checker'), { placeId, ...STOCKTAKING, weekday: null }));

    await expect(close('community')).resolves.toMatchObject({ kept: 0 });
    await expect(close('town')).rejects.toMatchObject({ code: 'calendar.notYourPlace', status: 403 });
    await expect(close('other')).rejects.toMatchObject({ code: 'calendar.notYourPlace', status: 403 });
    expect((await add({}, 'outsider')).status).toBe(403);
  });

  it.each<[string, number, object]>([
    ['calendar.badDate', 400, { from: '2026-02-30' }],
    ['calendar.badClosing', 400, { until: '2026-11-01' }],
    ['calendar.badClosing', 400, { until: '2099-11-01' }],
    ['calendar.noSource', 400, { source: ' ' }],
    ['place.notFound', 400, { placeId: 'nowhere' }],
    ['input.invalid', 400, { weekday: 8 }],
    ['input.invalid', 400, { placeId: null }],
  ])('is refused with %s (%i), and moves nothing: %j', async (code, status, data) => {
    const instanceId = await start('town');

    expect(await add(data)).toMatchObject({ status, errors: [{ code }] });

    expect(await dueOn(instanceId)).toBe('2026-11-10');
    expect(await tables.instances.count(desk, { status: 'running' })).toBe(1);
  });

  it('has a closing only once to take back', async () => {
    await add();
    const [closing] = (await year('town')).closings;
    expect((await remove('community', closing?.id ?? '')).errors).toMatchObject([{ code: 'calendar.noClosing' }]);
    await remove('town', closing?.id ?? '');

    expect(await remove('town', closing?.id ?? '')).toMatchObject({ status: 404, errors: [{ code: 'calendar.noClosing' }] });
  });
});
