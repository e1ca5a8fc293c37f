import type { Variables } from '@wuxin/bpmn-core';
import { BASE_PLUGINS, TestApp } from '@wuxin/test';
import { localDate } from '@wuxin/workday';
import { NO_PLACES } from '../__fixtures__';
import { calendarFor, extendCalendar, seedCalendars, setCalendarDay } from '../calendars';
import { placesOf, type Place } from '../places';
import type { Actor } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { inWriteTransaction } from '../store';
import { computeDeadline, type DeadlineSettings } from './index';

const china = (time: string) => Date.parse(`${time}+08:00`);
/** A Monday. */
const OPENED = china('2026-11-02T10:00:00');
const STARTED = china('2026-10-26T10:00:00');
const element = { elementId: 'file', elementName: '报镇备案' };
const COMMUNITY: Place = { id: 'community', name: '安岭社区', level: 'community' };
const TOWN: Place = { id: 'town', name: '城关镇', level: 'township' };

const actor = (userId: number, roles: readonly string[]): Actor => ({
  userId,
  name: `user ${userId}`,
  isAdministrator: roles.includes('admin'),
  roles,
  channel: 'web',
});
const administrator = actor(1, ['admin']);
const clerk = actor(2, []);
const marketDay = { date: '2026-11-05', kind: 'rest', name: '赶集日', source: '镇政府通知' } as const;

describe('deadlines and the calendars they count on', () => {
  let test: TestApp;
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => inWriteTransaction(test.db, { now: () => OPENED }, work);

  interface Given {
    readonly variables?: Variables;
    readonly record?: Variables;
    readonly parameters?: Variables;
    readonly placeId?: string;
  }
  const deadline = (settings: Partial<DeadlineSettings>, { variables = {}, record, parameters = {}, placeId }: Given = {}) =>
    inTx((tx) =>
      computeDeadline(tx, {
        element,
        settings: { deadline: { amount: '10', unit: 'calendarDays', steps: [], ...settings } },
        scope: { variables, record: record ?? null, parameters },
        openedAt: OPENED,
        startedAt: STARTED,
        placeId: placeId ?? null,
      }),
    );

  beforeAll(async () => {
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
    placesOf(test.db).register({
      chainOf: async (_tx, placeId) => ({ community: [TOWN, COMMUNITY], town: [TOWN] })[placeId] ?? [],
      placesOf: async (_tx, userId) => (userId === clerk.userId ? [COMMUNITY] : []),
      ...NO_PLACES,
    });
  });
  beforeEach(() => inTx(seedCalendars));
  afterEach(async () => {
    await test.db.getRepository('bpmnCalendarDays').destroy({ truncate: true });
    await test.db.getRepository('bpmnCalendars').destroy({ truncate: true });
  });
  afterAll(() => test.stop());

  describe('amount, unit and base', () => {
    it('count calendar days from the day after the work opened, to the end of the last day', async () => {
      await expect(deadline({ amount: '10' })).resolves.toMatchObject({
        dueOn: '2026-11-12',
        dueAt: china('2026-11-13T00:00:00'),
        isProvisional: false,
      });
    });

    it('count working days without weekends and holidays', async () => {
      await expect(deadline({ amount: '10', unit: 'workingDays' })).resolves.toMatchObject({ dueOn: '2026-11-16' });
    });

    it('count hours from the very moment', async () => {
      await expect(deadline({ amount: '24', unit: 'hours' })).resolves.toMatchObject({ dueAt: china('2026-11-03T10:00:00') });
    });

    it('count from the start of the instance where the base says so', async () => {
      await expect(deadline({ amount: '10', base: 'started' })).resolves.toMatchObject({ dueOn: '2026-11-05' });
    });

    it.each<[string, Given]>([
      ['a variable', { variables: { adoptedOn: '2026-11-01' } }],
      ['a moment', { variables: { adoptedOn: '2026-10-31T16:30:00.000Z' } }],
      ['a moment without a zone', { variables: { adoptedOn: '2026-11-01T08:00:00' } }],
    ])('count from a date that FEEL finds: %s', async (_what, given) => {
      await expect(deadline({ base: '=adoptedOn' }, given)).resolves.toMatchObject({ dueOn: '2026-11-11' });
    });

    it("count from a date of the record, and with the instance's own parameter", async () => {
      const given = { record: { adoptedOn: '2026-11-01' }, parameters: { 'cov.file_days': 3 } };

      const due = await deadline({ amount: '=param("cov.file_days")', base: '=date(record.adoptedOn)' }, given);

      expect(due).toMatchObject({ dueOn: '2026-11-04' });
    });

    it('come with an explanation in both languages', async () => {
      const due = await deadline({ amount: '10' });

      expect(due?.explanation.zh).toContain('2026-11-12');
      expect(due?.explanation.en).toContain('2026-11-12');
    });

    it('are near when four fifths of the time are over', async () => {
      const due = await deadline({ amount: '10', unit: 'hours' });

      expect(due?.nearAt).toBe(OPENED + 8 * 60 * 60 * 1000);
    });

    it('do not exist for an element without one', async () => {
      const request = { element, settings: {}, scope: { variables: {}, record: null, parameters: {} }, placeId: null };

      await expect(inTx((tx) => computeDeadline(tx, { ...request, openedAt: OPENED, startedAt: STARTED }))).resolves.toBeNull();
    });
  });

  describe('steps', () => {
    const steps = (...list: DeadlineSettings['steps']) => deadline({ steps: list }).then((due) => due?.steps);
    const remind = (amount: string, unit = 'calendarDays') => ({ amount, unit, action: 'remind' });

    it('come in the morning of a day before or after the due date, in time order', async () => {
      const escalate = { amount: '1', unit: 'calendarDays', action: 'escalate', kind: 'post', value: 'supervisor' };

      await expect(steps(escalate, remind('-2'))).resolves.toEqual([
        { at: china('2026-11-10T09:00:00'), action: 'remind' },
        { at: china('2026-11-13T09:00:00'), action: 'escalate', kind: 'post', value: 'supervisor' },
      ]);
    });

    it('count working days in both directions', async () => {
      await expect(steps(remind('-4', 'workingDays'), remind('2', 'workingDays'))).resolves.toMatchObject([
        { at: china('2026-11-06T09:00:00') },
        { at: china('2026-11-16T09:00:00') },
      ]);
    });

    it('count hours from the end of the time', async () => {
      await expect(steps(remind('-3', 'hours'))).resolves.toMatchObject([{ at: china('2026-11-12T21:00:00') }]);
    });

    it('end the work by itself the moment that time is up', async () => {
      await expect(steps({ amount: '0', unit: 'calendarDays', action: 'outcome', value: 'agreed' })).resolves.toEqual([
        { at: china('2026-11-13T00:00:00'), action: 'outcome', outcome: 'agreed' },
      ]);
    });

    it('leave out a reminder from before the work opened, but escalate what opened late already', async () => {
      const base = { base: '="2026-10-01"', amount: '10' };
      const escalate = { amount: '1', unit: 'calendarDays', action: 'escalate', kind: 'role', value: 'admin' };

      await expect(deadline({ ...base, steps: [remind('-2'), escalate] })).resolves.toMatchObject({
        steps: [{ action: 'escalate' }],
      });
    });
  });

  describe('what cannot be read', () => {
    const step = (changes: object) => ({ steps: [{ amount: '1', unit: 'hours', action: 'remind', ...changes }] });

    it.each<[string, Partial<DeadlineSettings>]>([
      ['deadline.badAmount', { amount: 'ten' }],
      ['deadline.badAmount', { amount: '' }],
      ['deadline.badAmount', { amount: '1.5' }],
      ['deadline.badAmount', { amount: '="ten"' }],
      ['deadline.badUnit', { unit: 'days' }],
      ['deadline.badBase', { base: 'yesterday' }],
      ['deadline.badBase', { base: '=adoptedOn' }],
      ['deadline.badBase', { base: '="next week"' }],
      ['deadline.badStep', step({ action: 'shout' })],
      ['deadline.badStep', step({ action: 'escalate' })],
      ['deadline.badStep', step({ action: 'outcome' })],
      ['deadline.badStep', step({ amount: '10000' })],
      ['deadline.cannotCompute', { amount: '-1' }],
      ['deadline.cannotCompute', { amount: '1000000' }],
      ['deadline.cannotCompute', { unit: 'hours', base: '="2026-11-01"' }],
      ['deadline.cannotCompute', { base: '="0001-01-01"' }],
      ['expression.failed', { amount: '=param("no.such")' }],
    ])('is refused with %s and names the element: %j', async (code, settings) => {
      await expect(deadline(settings)).rejects.toMatchObject({ code, status: 409, data: { elementName: '报镇备案' } });
    });
  });

  describe('calendars', () => {
    const workingDays = (placeId?: string) =>
      deadline({ amount: '5', unit: 'workingDays' }, { placeId }).then((due) => due?.dueOn);

    it('count the same before anything was seeded', async () => {
      await test.db.getRepository('bpmnCalendars').destroy({ truncate: true });

      await expect(workingDays()).resolves.toBe('2026-11-09');
    });

    it('may be seeded again and again', async () => {
      const before = await test.db.getRepository('bpmnCalendarDays').count();
      await inTx(seedCalendars);

      await expect(test.db.getRepository('bpmnCalendarDays').count()).resolves.toBe(before);
    });

    it('of a place add to the national one, for that place and below only', async () => {
      await inTx((tx) => setCalendarDay(tx, administrator, { placeId: 'town', ...marketDay }));

      await expect(workingDays('community')).resolves.toBe('2026-11-10');
      await expect(workingDays()).resolves.toBe('2026-11-09');
    });

    it('of a narrower place win over those of a wider one', async () => {
      await inTx((tx) => setCalendarDay(tx, administrator, { placeId: 'town', ...marketDay }));
      await inTx((tx) => setCalendarDay(tx, clerk, { placeId: 'community', ...marketDay, kind: 'working' }));

      await expect(workingDays('community')).resolves.toBe('2026-11-09');
      await expect(workingDays('town')).resolves.toBe('2026-11-10');
    });

    it('keep what an administrator said when they are seeded again', async () => {
      await inTx((tx) => setCalendarDay(tx, administrator, { placeId: null, ...marketDay }));
      await inTx(seedCalendars);

      await expect(workingDays()).resolves.toBe('2026-11-10');
    });

    it('go back to what was published when the administrator takes a day back', async () => {
      const set = (kind: 'working' | 'plain') =>
        inTx((tx) => setCalendarDay(tx, administrator, { placeId: null, ...marketDay, date: '2026-10-01', kind }));
      const nationalDay = async () => (await inTx((tx) => calendarFor(tx, null))).days.get(localDate('2026-10-01'))?.kind;

      await set('working');
      await expect(nationalDay()).resolves.toBe('working');
      await set('plain');
      await expect(nationalDay()).resolves.toBe('rest');
    });

    it('count provisionally beyond what they cover, and surely once they are extended', async () => {
      const beyond = () => deadline({ amount: '60', unit: 'calendarDays' });
      const { coveredUntil } = await inTx((tx) => calendarFor(tx, null));
      expect(coveredUntil).toBe('2026-12-31');
      await expect(beyond()).resolves.toMatchObject({ isProvisional: true });

      const newYear = { date: '2027-01-01', kind: 'rest', name: '元旦', source: '国务院办公厅通知' } as const;
      await inTx((tx) => extendCalendar(tx, administrator, { days: [newYear], coveredUntil: '2027-12-31' }));

      await expect(beyond()).resolves.toMatchObject({ isProvisional: false, dueOn: '2027-01-04' });
    });

    it('are not shortened', async () => {
      await expect(
        inTx((tx) => extendCalendar(tx, administrator, { days: [], coveredUntil: '2026-06-30' })),
      ).rejects.toMatchObject({
        code: 'calendar.notLater',
        status: 409,
      });
    });

    it.each([
      ['calendar.badDate', 400, administrator, { placeId: null, ...marketDay, date: '2026-02-30' }],
      ['calendar.noSource', 400, administrator, { placeId: null, ...marketDay, source: ' ' }],
      ['place.notFound', 400, administrator, { placeId: 'nowhere', ...marketDay }],
      ['calendar.notYourPlace', 403, clerk, { placeId: 'town', ...marketDay }],
    ])('refuse a change with %s', async (code, status, by, change) => {
      await expect(inTx((tx) => setCalendarDay(tx, by, change))).rejects.toMatchObject({ code, status });
    });
  });
});
