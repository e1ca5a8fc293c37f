import type { DutyList } from '../../common/api';
import { tables } from '../store';
import { aDuty, CalendarOffice } from './__fixtures__';
import { seedDuties } from './seed';
import { SHIPPED_DUTIES } from './shipped';

describe('the catalogue of duties', () => {
  let calendar: CalendarOffice;
  beforeAll(async () => {
    calendar = await CalendarOffice.open();
  });
  afterAll(() => calendar?.office.close());
  afterEach(() => calendar.office.engine.write((tx) => tables.duties.delete(tx, {})));

  const add = async (by: 'root' | 'drafter' | 'superior' = 'root', given = {}) =>
    (await calendar.office.do<{ id: string }>(by, 'noticeDuties:add', undefined, aDuty(given))).id;
  const list = async (placeId?: string) =>
    (await calendar.office.read<DutyList>('root', 'noticeDuties:list', placeId ? { placeId } : {})).data.rows;
  const code = async (...sent: Parameters<CalendarOffice['office']['send']>) =>
    (await calendar.office.send(...sent)).errors[0]?.code;

  describe('that comes with the software', () => {
    beforeEach(() => calendar.office.engine.write((tx) => seedDuties(tx)));

    it('has every duty once with its source, however often it is brought', async () => {
      await calendar.office.engine.write((tx) => seedDuties(tx));

      const rows = await list();
      expect(rows.map(({ key }) => key).toSorted()).toEqual(SHIPPED_DUTIES.map(({ key }) => key).toSorted());
      expect(rows.every(({ source, sourceEn }) => source !== '' && sourceEn !== '')).toBe(true);
      expect(new Set(rows.map((row) => row.class))).toEqual(new Set(['party', 'residents', 'finance']));
    });

    it('follows a newer version where nobody changed it, and stays as it was changed here', async () => {
      const [first, second] = SHIPPED_DUTIES;
      if (!first || !second) throw new Error('two duties come with the software');
      const changed = (await list()).find(({ key }) => key === first.key);
      const { key: _, ...body } = first;
      await calendar.office.do('root', 'noticeDuties:change', changed?.id, { ...body, dueDays: 7 });

      await calendar.office.engine.write((tx) => seedDuties(tx, [{ ...first, dueDays: 20 }, { ...second, dueDays: 20 }])); // prettier-ignore

      const rows = await list();
      expect(rows.find(({ key }) => key === first.key)).toMatchObject({ dueDays: 7, isChanged: true });
      expect(rows.find(({ key }) => key === second.key)).toMatchObject({ dueDays: 20, isChanged: false });
    });

    it('leaves a duty out of use that was retired here', async () => {
      const [first] = await list();
      await calendar.office.do('root', 'noticeDuties:retire', first?.id);

      await calendar.office.engine.write((tx) => seedDuties(tx));

      expect((await list()).find(({ id }) => id === first?.id)?.isInUse).toBe(false);
    });
  });

  it('takes duties for everywhere from administrators only', async () => {
    expect(await code('drafter', 'noticeDuties:add', undefined, aDuty())).toBe('disclosure.mayNotChange');
  });

  it('takes duties of a place from its own staff, not from those of another', async () => {
    await add('drafter', { placeId: 'east' });

    expect(await code('drafter', 'noticeDuties:add', undefined, aDuty({ placeId: 'west' }))).toBe('disclosure.mayNotChange');
    expect((await list('east')).length).toBe(1);
    expect((await list('west')).length).toBe(0);
  });

  it('has a stricter rule of a lower place hold there and not beside it', async () => {
    const id = await add('root', { cadence: 'quarterly', dueDays: 15 });

    await calendar.office.do('drafter', 'noticeDuties:tighten', id, { placeId: 'east', cadence: 'monthly', dueDays: 10, keepDays: 12 }); // prettier-ignore

    expect((await list('east'))[0]?.inForce).toEqual({ cadence: 'monthly', dueDays: 10, keepDays: 12 });
    expect((await list('west'))[0]?.inForce).toEqual({ cadence: 'quarterly', dueDays: 15, keepDays: null });
  });

  it('refuses what is laxer than the level above, also than its stricter rule', async () => {
    const id = await add('root', { cadence: 'quarterly', dueDays: 15 });
    const atTown = { placeId: 'town', cadence: 'quarterly', dueDays: 12, keepDays: null };
    await calendar.office.do('root', 'noticeDuties:tighten', id, atTown);

    const laxer = { placeId: 'east', cadence: 'quarterly', dueDays: 13, keepDays: null };
    expect(await code('drafter', 'noticeDuties:tighten', id, laxer)).toBe('disclosure.laxer');
    expect(await code('drafter', 'noticeDuties:tighten', id, { ...laxer, cadence: 'yearly', dueDays: 1 })).toBe('disclosure.laxer'); // prettier-ignore
  });

  it('has no tightening of a duty of the place itself, nor of one that does not hold there', async () => {
    const id = await add('root', { placeId: 'east' });
    const body = { cadence: 'monthly', dueDays: 10, keepDays: null };

    expect(await code('root', 'noticeDuties:tighten', id, { ...body, placeId: 'west' })).toBe('disclosure.notTightenable');
    expect(await code('root', 'noticeDuties:tighten', id, { ...body, placeId: 'east' })).toBe('disclosure.notTightenable');
  });

  it('refuses to keep a disclosure for fewer days than the floor of the parameter', async () => {
    expect(await code('root', 'noticeDuties:add', undefined, aDuty({ keepDays: 4 }))).toBe('disclosure.keepDays');
    expect(await code('root', 'noticeDuties:add', undefined, aDuty({ keepDays: 5 }))).toBeUndefined();
  });

  it('has no duty that is due later than after a year', async () => {
    expect(await code('root', 'noticeDuties:add', undefined, aDuty({ dueDays: 367 }))).toBe('disclosure.dueDays');
  });

  it('does not make a periodic duty one of events, which owe something else', async () => {
    const id = await add();
    const { placeId: _, ...body } = aDuty({ cadence: 'onEvent' });

    expect(await code('root', 'noticeDuties:change', id, body)).toBe('disclosure.otherCadence');
  });

  it('has the stricter rule of a place changed as that, not as a duty of its own', async () => {
    const id = await add();
    const stricter = { placeId: 'east', cadence: 'monthly', dueDays: 10, keepDays: null };
    const own = await calendar.office.do<{ id: string }>('drafter', 'noticeDuties:tighten', id, stricter);
    const { placeId: _, ...body } = aDuty({ dueDays: 99 });

    expect(await code('drafter', 'noticeDuties:change', own.id, body)).toBe('disclosure.isTightening');
  });

  it('knows no duty that is not there', async () => {
    expect(await code('root', 'noticeDuties:retire', 'nothing')).toBe('disclosure.dutyUnknown');
  });

  it('is not shown to whoever works nowhere and is no administrator', async () => {
    const { errors } = await calendar.office.read('outsider', 'noticeDuties:list', { placeId: 'east' }, 'en-US');

    expect(errors[0]).toMatchObject({
      code: 'disclosure.notFound',
      message: 'There is no such disclosure, or you may not see it.',
    });
  });
});
