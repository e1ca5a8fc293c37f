import type { CalendarEffect, CalendarYear, SettingChangePage } from '../../common/api';
import { DAY_MS, Desk, type Person, userTask } from '../__fixtures__';
import { seedCalendars } from '../calendars';
import { calendarYear, readerOf } from '../queries';
import { tables } from '../store';

const deadline = (amount: string, unit: string, base = '') => `<wuxin:deadline amount="${amount}" unit="${unit}" ${base}>
  <wuxin:deadlineStep amount="-1" unit="workingDays" action="remind" />
  <wuxin:deadlineStep amount="1" unit="workingDays" action="escalate" kind="role" value="supervisor" /></wuxin:deadline>`;
const one = (inside: string) => `<bpmn:startEvent id="begin" />${userTask('a', { inside })}<bpmn:endEvent id="end" />
  begin -> a
  a -> end`;
const REST = { kind: 'rest', name: '停电', source: '镇政府通知' } as const;

/** The desk's day is Thursday, 5 November 2026. */
describe('a calendar that changes under open cases', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines('short', one(deadline('3', 'workingDays')));
    await desk.publishLines('far', one(deadline('60', 'calendarDays')));
    await desk.publishLines('read', one(deadline('=days', 'workingDays')));
    await desk.publishLines('plain', one(''));
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.write(seedCalendars));
  afterEach(async () => {
    for (const { id } of await tables.instances.select(desk, { status: 'running' }))
      await desk.instance('cancel', 'root', id, { reason: '清理' });
    await desk.drain();
    await desk.db.getRepository('bpmnCalendars').destroy({ truncate: true });
    await desk.db.getRepository('bpmnCalendarDays').destroy({ truncate: true });
  });

  const setDay = (data: object, by: Person = 'root') =>
    desk.as(by).post<CalendarEffect>('bpmnCalendars:setDay', { data: { ...REST, placeId: null, ...data } });
  const preview = async (data: object) =>
    (await desk.as('root').post<CalendarEffect>('bpmnCalendars:preview', { data: { placeId: null, days: [], ...data } })).data;
  const dueOn = async (instanceId: string) => {
    const { waiting } = (await desk.track('root', instanceId)).data;
    return waiting[0]?.kind === 'task' ? waiting[0].deadline?.dueOn : undefined;
  };
  const steps = async (instanceId: string) => {
    const jobs = await tables.jobs.select(desk, { instanceId, kind: 'deadlineStep' }, { order: [['dueAt', 'ASC']] });
    return jobs.map(({ dueAt }) => new Date(dueAt).toISOString());
  };

  it('says what it would do in numbers, and does nothing yet', async () => {
    const { instanceId } = await desk.start('short');
    await desk.start('short');
    await desk.start('plain');
    const before = await desk.fingerprint(instanceId);

    const effect = await preview({ days: [{ ...REST, date: '2026-11-09' }] });

    expect(effect).toEqual({ openCases: 3, cases: 2, moved: 2, confirmed: 0, kept: 0 });
    expect(await desk.fingerprint(instanceId)).toBe(before);
    expect(await preview({ days: [{ ...REST, date: '2026-12-25' }] })).toMatchObject({ moved: 0, cases: 0 });
  });

  it('moves the deadline with its reminders and escalations, and history says so', async () => {
    const { instanceId } = await desk.start('short');
    expect(await dueOn(instanceId)).toBe('2026-11-10');
    expect(await steps(instanceId)).toEqual(['2026-11-09T01:00:00.000Z', '2026-11-11T01:00:00.000Z']);

    const answer = await setDay({ date: '2026-11-10' });

    expect(answer.data).toEqual({ openCases: 1, cases: 1, moved: 1, confirmed: 0, kept: 0 });
    expect(await dueOn(instanceId)).toBe('2026-11-11');
    expect(await steps(instanceId)).toEqual(['2026-11-09T01:00:00.000Z', '2026-11-12T01:00:00.000Z']);
    expect((await desk.row(instanceId)).dueAt).toBe(Date.parse('2026-11-12T00:00:00+08:00'));
    expect((await desk.track('root', instanceId)).data.history.at(-1)?.text).toBe(
      'Super Admin 调整了工作日历，“a”的时限由 2026-11-10 改为 2026-11-11',
    );
  });

  it('is noted with who changed it by what and how many deadlines moved; a preview and a refusal are not', async () => {
    await desk.start('short');
    const changes = async (locale: 'zh-CN' | 'en-US', params: Record<string, number> = {}) =>
      (await desk.as('root').get<SettingChangePage>('bpmnCalendars:changes', { params, locale })).data;
    const { total } = await changes('zh-CN');

    await preview({ days: [{ ...REST, date: '2026-11-10' }] });
    await setDay({ date: '2026-11-10', source: '' });
    await setDay({ date: '2026-11-10' }, 'clerk');
    expect((await changes('zh-CN')).total).toBe(total);

    await setDay({ date: '2026-11-10' });
    desk.now += 1;
    await setDay({ date: '2026-11-10', kind: 'plain', name: '', source: '' });

    expect(await changes('zh-CN', { pageSize: 2 })).toMatchObject({
      total: total + 2,
      rows: [
        { at: desk.now, by: { name: 'Super Admin' }, text: '取消了 2026-11-10 的设置。1 个时限改期。' },
        { by: { name: 'Super Admin' }, text: '2026-11-10 设为放假：停电（镇政府通知）。1 个时限改期。' },
      ],
    });
    expect((await changes('en-US', { pageSize: 1 })).rows[0]?.text).toBe('Setting of 2026-11-10 removed. Deadlines moved: 1.');
    expect(await desk.as('clerk').get('bpmnCalendars:changes')).toMatchObject({ status: 403 });
  });

  it('moves it back when the day is taken back', async () => {
    const { instanceId } = await desk.start('short');
    await setDay({ date: '2026-11-10' });

    await setDay({ date: '2026-11-10', kind: 'plain', name: '', source: '' });

    expect(await dueOn(instanceId)).toBe('2026-11-10');
    expect(await steps(instanceId)).toEqual(['2026-11-09T01:00:00.000Z', '2026-11-11T01:00:00.000Z']);
  });

  it('fires nothing a second time that has happened, and leaves alone what is late', async () => {
    const start = desk.now;
    const { instanceId } = await desk.start('short');
    await desk.advance(6 * DAY_MS); // Wednesday noon: late and escalated
    expect(await steps(instanceId)).toEqual([]);
    const messages = await desk.messages('supervisor');

    const answer = await setDay({ date: '2026-11-10' });
    await desk.advance(DAY_MS);

    expect(answer.data).toMatchObject({ moved: 0, confirmed: 0 });
    expect(await dueOn(instanceId)).toBe('2026-11-10');
    expect(await desk.messages('supervisor')).toEqual(messages);
    desk.now = start;
  });

  it('makes nothing late at once: such a deadline stays as people were told', async () => {
    const start = desk.now;
    await setDay({ date: '2026-11-09' });
    const { instanceId } = await desk.start('short');
    await desk.advance(5 * DAY_MS + 13 * 60 * 60 * 1000); // Wednesday, one o'clock: due today

    const answer = await setDay({ date: '2026-11-09', kind: 'plain', name: '', source: '' });

    expect(answer.data).toMatchObject({ moved: 0, kept: 1 });
    expect(await dueOn(instanceId)).toBe('2026-11-11');
    desk.now = start;
  });

  it('leaves alone what today’s values would give otherwise even without the change', async () => {
    const { instanceId } = await desk.start('read', 'clerk', { variables: { days: 3 } });
    const other = await desk.start('read', 'clerk', { variables: { days: 3 } });
    await desk.write((tx) => tables.instances.update(tx, { id: other.instanceId }, { variables: { days: 30 } }));

    const answer = await setDay({ date: '2026-11-10' });

    expect(answer.data).toMatchObject({ moved: 1, kept: 1 });
    expect([await dueOn(instanceId), await dueOn(other.instanceId)]).toEqual(['2026-11-11', '2026-11-10']);
  });

  it('that is extended makes provisional deadlines certain, and moves them over new days of rest', async () => {
    const { instanceId } = await desk.start('far');
    expect(await desk.row(instanceId)).toMatchObject({ isDueProvisional: true });
    const extension = { coveredUntil: '2027-12-31', days: [{ ...REST, date: '2027-01-04', name: '元旦' }] };

    const told = await preview(extension);
    const done = await desk.as('root').post<CalendarEffect>('bpmnCalendars:extend', { data: extension });

    expect(done.data).toEqual(told);
    expect(done.data.moved + done.data.confirmed).toBe(1);
    expect(await desk.row(instanceId)).toMatchObject({ isDueProvisional: false });
    expect((await desk.track('root', instanceId)).data.history.at(-1)?.kind).toMatch(/^deadline(Moved|Confirmed)$/);
  });

  it('reads a few statements, however many cases are open', async () => {
    for (let index = 0; index < 3; index += 1) await desk.start('short');
    const ask = () => preview({ days: [{ ...REST, date: '2026-11-10' }] });
    await ask();
    const few = (await desk.statementsOf(ask)).length;
    for (let index = 0; index < 10; index += 1) await desk.start('short');

    expect((await desk.statementsOf(ask)).length).toBe(few);
  });

  it('shows its year as it holds, with who set what', async () => {
    await setDay({ date: '2026-11-10' });

    const { data } = await desk.as('root').get<CalendarYear>('bpmnCalendars:year', { params: { year: 2026 } });

    const english = await desk.as('root').get<CalendarYear>('bpmnCalendars:year', { params: { year: 2026 }, locale: 'en-US' });
    const named = new Map(english.data.days.map(({ date, name }) => [date, name]));
    expect([named.get('2026-10-01'), named.get('2026-11-10')]).toEqual(['National Day', '停电']);
    expect(
      english.data.days
        .map(({ name }) => name)
        .filter((name) => name !== '停电')
        .join(),
    ).not.toMatch(/\p{Script=Han}/u);
    expect(data).toMatchObject({ year: 2026, place: null, coveredUntil: '2026-12-31', calendars: [{ place: null, ownDays: 1 }] });
    expect(data.days.find(({ date }) => date === '2026-10-01')).toMatchObject({ kind: 'rest', isOwn: false, setBy: null });
    expect(data.days.find(({ date }) => date === '2026-11-10')).toMatchObject({
      kind: 'rest',
      name: '停电',
      isOwn: true,
      setBy: { name: 'Super Admin' },
    });
  });

  it.each<[string, number, () => Promise<{ status: number; errors: readonly { code?: string }[] }>]>([
    ['calendar.badDate', 400, () => setDay({ date: '2026-02-30' })],
    ['calendar.noSource', 400, () => setDay({ date: '2026-11-10', source: '' })],
    ['place.notFound', 404, () => desk.as('root').get('bpmnCalendars:year', { params: { year: 2026, placeId: 'nowhere' } })],
    [
      'calendar.notLater',
      409,
      () => desk.as('root').post('bpmnCalendars:extend', { data: { days: [], coveredUntil: '2026-06-30' } }),
    ],
    ['input.invalid', 400, () => desk.as('root').post('bpmnCalendars:preview', { data: { days: 'x' } })],
  ])('refuses with %s (%i) and moves nothing', async (code, status, act) => {
    const { instanceId } = await desk.start('short');
    const before = await desk.fingerprint(instanceId);

    expect(await act()).toMatchObject({ status, errors: [{ code }] });

    expect(await desk.fingerprint(instanceId)).toBe(before);
  });

  it('is not for everybody', async () => {
    const clerk = desk.as('clerk');

    expect((await setDay({ date: '2026-11-10' }, 'clerk')).status).toBe(403);
    expect((await clerk.get('bpmnCalendars:year', { params: { year: 2026 } })).status).toBe(403);
    for (const name of ['preview', 'extend']) expect((await clerk.post(`bpmnCalendars:${name}`, { data: {} })).status).toBe(403);
  });

  it('is shown to administrators only, whoever calls the query', async () => {
    const person = { userId: desk.id('clerk'), name: '王芳', isAdministrator: false, roles: ['member'], channel: 'web' } as const;
    const asked = desk.engine.read(async (tx) =>
      calendarYear(await readerOf(tx, person, { locale: 'zh-CN', maySupervise: false }), { year: 2026, placeId: null }),
    );

    await expect(asked).rejects.toMatchObject({ code: 'calendar.administratorsOnly', status: 403 });
  });
});
