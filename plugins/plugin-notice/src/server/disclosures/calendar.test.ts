import { jobHandlersOf } from '@wuxin/plugin-bpmn';
import { RaceTrack, beforeCommitOf } from '@wuxin/test';
import type { DutyBody } from '../../common/api';
import { tables, type DisclosureRecord } from '../store';
import { aDuty, CalendarOffice, statementsOf } from './__fixtures__';
import { discloseEvent } from './events';
import { openPeriods } from './open';

describe('the disclosure calendar', () => {
  let calendar: CalendarOffice;
  let track: RaceTrack;
  beforeAll(async () => {
    calendar = await CalendarOffice.open();
    track = RaceTrack.on(calendar.office.db, async () => undefined);
  });
  afterAll(() => calendar?.office.close());
  beforeEach(() => on('2026-11-05'));
  afterEach(async () => {
    await calendar.office.engine.write((tx) => tables.disclosures.delete(tx, {}));
    await calendar.office.engine.write((tx) => tables.duties.delete(tx, {}));
  });

  const on = (day: string) => {
    calendar.office.now = Date.parse(`${day}T12:00:00+08:00`);
  };
  const add = async (given: Partial<DutyBody> = {}) =>
    (await calendar.office.do<{ id: string }>('root', 'noticeDuties:add', undefined, aDuty(given))).id;
  const open = () => calendar.office.engine.write(openPeriods);
  const owed = async (where: Partial<DisclosureRecord> = { placeId: 'east' }) =>
    (await calendar.office.engine.read((tx) => tables.disclosures.select(tx, where, { order: [['dueOn', 'ASC']] }))).map(
      ({ period, dueOn }) => `${period} ${dueOn}`,
    );

  it('owes nothing for a period that had begun before the duty held', async () => {
    await add();

    expect(await open()).toBe(0);
  });

  it('owes each period from the next on, due after its end', async () => {
    await add({ cadence: 'monthly', dueDays: 15 });
    await add({ cadence: 'quarterly', dueDays: 15 });
    await add({ cadence: 'yearly', dueDays: 31 });

    on('2026-12-01');
    await open();
    on('2027-01-01');
    await open();

    expect(await owed()).toEqual(['2026-12 2027-01-15', '2027-01 2027-02-15', '2027Q1 2027-04-15', '2027 2028-01-31']);
  });

  it('counts the leap day', async () => {
    on('2028-01-20');
    await add({ cadence: 'monthly', dueDays: 1 });
    on('2028-02-01');

    await open();

    expect(await owed()).toEqual(['2028-02 2028-03-01']);
  });

  it('catches up on days that were missed, and makes nothing twice', async () => {
    await add({ cadence: 'monthly' });
    on('2027-02-10');

    expect(await open()).toBe(6);
    expect(await open()).toBe(0);

    expect(await owed()).toEqual(['2026-12 2027-01-15', '2027-01 2027-02-15', '2027-02 2027-03-15']);
  });

  it('makes nothing twice when two nodes open it at once', async () => {
    await add({ cadence: 'monthly' });
    on('2026-12-01');

    const { first, second } = await track.run({ first: open, second: open, heldAt: beforeCommitOf('noticeDisclosures') });

    expect([first, second]).toEqual([2, 0]);
    expect(await owed()).toEqual(['2026-12 2027-01-15']);
  });

  it('owes a place’s own duty at that place only', async () => {
    await add({ placeId: 'west' });
    on('2026-12-01');

    await open();

    expect(await owed({ placeId: 'east' })).toEqual([]);
    expect(await owed({ placeId: 'west' })).toEqual(['2026-12 2027-01-15']);
  });

  it('owes at a stricter place more often and sooner, from the next period on', async () => {
    const id = await add({ cadence: 'quarterly', dueDays: 15 });
    const stricter = { placeId: 'east', cadence: 'monthly', dueDays: 10, keepDays: null };
    await calendar.office.do('root', 'noticeDuties:tighten', id, stricter);
    on('2027-01-01');

    await open();

    expect(await owed({ placeId: 'east' })).toEqual(['2026-12 2027-01-10', '2027-01 2027-02-10']);
    expect(await owed({ placeId: 'west' })).toEqual(['2027Q1 2027-04-15']);
  });

  it('owes nothing of a retired duty, and its next period once it is in use again', async () => {
    const id = await add();
    await calendar.office.do('root', 'noticeDuties:retire', id);
    on('2026-12-02');
    expect(await open()).toBe(0);

    await calendar.office.do('root', 'noticeDuties:use', id);
    on('2027-01-01');
    await open();

    expect(await owed()).toEqual(['2027-01 2027-02-15']);
  });

  it('is opened every day by a job that asks for the next one', async () => {
    await add();
    on('2026-12-01');
    const handler = jobHandlersOf(calendar.office.db).get('notice.calendarDay');
    if (handler?.kind !== 'inTransaction') throw new Error('there is no such job');
    const { run } = handler;

    const sent = await statementsOf(
      calendar.office.db,
      () => calendar.office.engine.write((tx) => run(tx, {} as Parameters<typeof run>[1])), // the job says nothing that is read
    );

    expect(await owed()).toEqual(['2026-12 2027-01-15']);
    expect(sent.filter((sql) => sql.includes('notice.calendarDay:2026-12-02'))).toHaveLength(1);
  });

  it('enters 1,364 places × 3 duties in batches: a fixed number of statements beside one for each 500 rows', async () => {
    const ways = calendar.ways;
    calendar.ways = Array.from({ length: 1364 }, (_, index) => ['county', `town${index % 40}`, `place${index}`]);
    for (let index = 0; index < 3; index += 1) await add({ title: `事项${index}` });
    on('2026-12-01');

    const sent = await statementsOf(calendar.office.db, open);

    calendar.ways = ways;
    const inserts = sent.filter((sql) => sql.startsWith('INSERT'));
    expect(await calendar.office.engine.read((tx) => tables.disclosures.count(tx, {}))).toBe(3 * 1364);
    expect(inserts).toHaveLength(Math.ceil((3 * 1364) / 500));
    expect(sent.filter((sql) => /^(SELECT|UPDATE|DELETE)/.test(sql)).length).toBeLessThanOrEqual(3);
  });

  describe('of events', () => {
    const event = { matter: '危房改造补助的批复', happenedOn: '2026-11-04' };

    it('owes a disclosure some calendar days after what happened', async () => {
      const dutyId = await add({ cadence: 'onEvent', dueDays: 5 });

      await calendar.office.do('drafter', 'noticeDisclosures:record', undefined, { dutyId, placeId: 'east', ...event });

      const [row] = await calendar.office.engine.read((tx) => tables.disclosures.select(tx, { dutyId }));
      expect(row).toMatchObject({ dueOn: '2026-11-09', matter: event.matter, status: 'due' });
    });

    it('is entered once for the same event, in the transaction of another plugin', async () => {
      const id = await add({ cadence: 'onEvent', dueDays: 5 });
      const disclose = () =>
        calendar.office.engine.write((tx) => discloseEvent(tx, { ...event, duty: { id }, placeId: 'east', eventId: 'case-7', by: null })); // prettier-ignore

      const [first, second] = [await disclose(), await disclose()];

      expect(second).toEqual({ id: first.id, isNew: false });
      expect(await owed()).toHaveLength(1);
    });

    it.each([
      ['drafter', { placeId: 'west' }, 'disclosure.mayNotDraft'],
      ['outsider', {}, 'disclosure.mayNotDraft'],
      ['drafter', { happenedOn: '2026-11-06' }, 'disclosure.notYet'],
      ['drafter', { matter: ' ' }, 'disclosure.matterMissing'],
      ['drafter', { placeId: 'nowhere' }, 'disclosure.placeUnknown'],
    ] as const)('refuses %s with %j: %s', async (person, change, code) => {
      const dutyId = await add({ cadence: 'onEvent', dueDays: 5 });

      const { errors } = await calendar.office.send(person, 'noticeDisclosures:record', undefined, { dutyId, placeId: 'east', ...event, ...change }); // prettier-ignore

      expect(errors[0]?.code).toBe(code);
    });

    it('has no event at a place where its duty does not hold', async () => {
      const id = await add({ cadence: 'onEvent', placeId: 'west' });

      const disclosed = calendar.office.engine.write((tx) =>
        discloseEvent(tx, { ...event, duty: { id }, placeId: 'east', eventId: 'case-8', by: null }),
      );

      await expect(disclosed).rejects.toMatchObject({ code: 'disclosure.holdsElsewhere' });
    });

    it('has no event for a periodic duty', async () => {
      const dutyId = await add();

      const { errors } = await calendar.office.send('drafter', 'noticeDisclosures:record', undefined, { dutyId, placeId: 'east', ...event }); // prettier-ignore

      expect(errors[0]?.code).toBe('disclosure.notOfEvents');
    });
  });
});
