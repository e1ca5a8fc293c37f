import type { DisclosureYear, OverdueList } from '../../common/api';
import type { Person } from '../__fixtures__';
import { tables } from '../store';
import { aDuty, CalendarOffice, statementsOf } from './__fixtures__';
import { openPeriods } from './open';
import { disclosurePublished } from './published';

describe('lists of the calendar', () => {
  let calendar: CalendarOffice;
  beforeAll(async () => {
    calendar = await CalendarOffice.open();
    calendar.office.now = Date.parse('2026-11-05T12:00:00+08:00');
    const duties = [aDuty(), aDuty({ class: 'party', cadence: 'quarterly' })];
    for (const duty of duties) await calendar.office.do('root', 'noticeDuties:add', undefined, duty);
    calendar.office.now = Date.parse('2027-03-01T12:00:00+08:00');
    await calendar.office.engine.write(openPeriods);
  });
  afterAll(() => calendar?.office.close());

  const year = async (by: Person = 'drafter', params: object = {}) =>
    calendar.office.read<DisclosureYear>(by, 'noticeDisclosures:year', { placeId: 'east', year: 2027, ...params });
  const overdue = async (by: Person = 'root', params: Record<string, unknown> = {}) =>
    (await calendar.office.read<OverdueList>(by, 'noticeDisclosures:overdue', params)).data;

  it('have a place’s year by months and classes, with how each stands', async () => {
    const january = await calendar.office.engine.read((tx) =>
      tables.disclosures.find(tx, { placeId: 'east', period: '2026-12' }),
    );
    const noticeId = await calendar.newNotice({ title: '十二月' });
    await calendar.office.engine.write((tx) => tables.disclosures.update(tx, { id: january?.id }, { noticeId }));
    await calendar.office.engine.write((tx) => disclosurePublished(tx, { noticeId, publishedOn: '2027-01-20' }));

    const { data } = await year();

    expect(Object.fromEntries(data.rows.map(({ period, state, lateDays }) => [period, [state, lateDays]]))).toEqual({
      '2026-12': ['late', 5],
      '2027-01': ['overdue', 14],
      '2027-02': ['due', 0],
      '2027Q1': ['due', 0],
      '2027-03': ['due', 0],
    });
    expect(data.months[0]?.counts.finance).toMatchObject({ late: 1, published: 0 });
    expect(data.months[1]?.counts.finance).toMatchObject({ overdue: 1 });
    expect(data.months[3]?.counts).toMatchObject({ party: { due: 1 }, finance: { due: 1 } });
  });

  it.each([
    ['drafter', 200],
    ['superior', 200],
    ['supervisor', 200],
    ['root', 200],
    ['receiver', 404],
    ['outsider', 404],
  ] as const)('show the year of a place to %s: %i', async (person, status) => {
    expect((await year(person)).status).toBe(status);
  });

  it('have what is overdue by places, in the order of the territory', async () => {
    const list = await overdue('superior', { placeId: 'town' });

    expect(list.groups.map(({ place, counts }) => [place.id, counts])).toEqual([
      ['east', { party: 0, residents: 0, finance: 1 }],
      ['west', { party: 0, residents: 0, finance: 2 }],
    ]);
    expect(list.total).toBe(3);
    expect(list.rows.map(({ dueOn }) => dueOn)).toEqual(['2027-01-15', '2027-02-15', '2027-02-15']);
  });

  it('add up townships for the county, and stay within what the reader sees', async () => {
    expect((await overdue('root', { placeId: 'county' })).groups.map(({ place }) => place.id)).toEqual(['town']);
    expect((await overdue('drafter')).rows.every(({ place }) => place.id === 'east')).toBe(true);
    expect((await overdue('outsider')).total).toBe(0);
  });

  it('come in pages', async () => {
    const first = await overdue('root', { page: 1, pageSize: 2 });
    const second = await overdue('root', { page: 2, pageSize: 2 });

    expect([first.rows.length, second.rows.length, second.total]).toEqual([2, 1, 3]);
  });

  it('ask the database as often for 600 places as for two', async () => {
    const ask = () => overdue('superior', { pageSize: 50 });
    const ofTwo = await statementsOf(calendar.office.db, ask);
    const ways = calendar.ways;
    calendar.ways = [...ways, ...Array.from({ length: 600 }, (_, index) => ['county', 'town', `more${index}`])];
    calendar.office.now = Date.parse('2027-06-01T12:00:00+08:00');
    await calendar.office.engine.write(openPeriods);

    const ofMany = await statementsOf(calendar.office.db, ask);

    expect((await overdue('superior')).total).toBeGreaterThan(600);
    expect(ofMany.length).toBe(ofTwo.length);
    expect(ofMany.length).toBeLessThanOrEqual(8);
    calendar.ways = ways;
  });
});
