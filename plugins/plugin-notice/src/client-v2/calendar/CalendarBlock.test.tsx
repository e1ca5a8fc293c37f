import { screen } from '@testing-library/react';
import type { DisclosureRow } from '../../common/api';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import { CalendarBlock } from './CalendarBlock';

const east = { id: 'east', name: '东村社区' };
const row = (id: string, given: Partial<DisclosureRow>): DisclosureRow => ({
  id,
  dutyId: '7',
  title: '财务收支',
  titleEn: '',
  class: 'finance',
  place: east,
  period: id,
  matter: null,
  happenedOn: '2026-11-30',
  dueOn: '2026-12-15',
  status: 'due',
  state: 'due',
  publishedOn: null,
  lateDays: 0,
  ...given,
});
const LATE = row('2026-11', { state: 'overdue', lateDays: 5 });
const SOON = row('2026-12', { dueOn: '2027-01-15' });
const PARTY = row('2026', { dueOn: '2027-01-05', class: 'party', title: '党费' });
const LATER = row('2027-01', { dueOn: '2027-02-15' });
const DONE = row('2026-Q4', { dueOn: '2027-01-10', state: 'published' });

const overdue = () => ({
  today: '2026-12-20',
  total: 1,
  rows: [LATE],
  groups: [{ place: east, counts: { party: 0, residents: 0, finance: 1 } }],
});
type Answers = Parameters<typeof renderPage>[1]['answers'];
const ANSWERS: Answers = {
  'noticeDisclosures:places': () => [east],
  'noticeDisclosures:overdue': overdue,
  'noticeDisclosures:year': ({ params }) => ({ place: east, rows: params?.year === 2027 ? [LATER, SOON, PARTY, DONE] : [LATE] }),
};
const block = (answers: Answers = {}, settings = {}) =>
  renderPage(<CalendarBlock place={null} rows={5} {...settings} />, { at: '/', path: '/', answers: { ...ANSWERS, ...answers } });
const lines = async () =>
  [...(await screen.findByRole('list', { name: '公开日历' })).children].map(({ textContent }) => textContent ?? '');

describe('the block of the disclosure calendar', () => {
  it('has what is overdue, then what is due within a month, also after the end of the year', async () => {
    block();

    const shown = await lines();
    expect(shown).toHaveLength(3);
    expect(shown[0]).toMatch(/财务收支 · 2026-11.*逾期 5 天/);
    expect(shown[1]).toMatch(/党费 · 2026/);
    expect(shown[2]).toMatch(/财务收支 · 2026-12/);
  });

  it('counts both by kind of affairs', async () => {
    block();

    expect((await screen.findByText('财务', { selector: 'dt' })).parentElement?.textContent).toMatch(/逾期 1 · 30 天内 1/);
    expect(screen.getByText('党务', { selector: 'dt' }).parentElement?.textContent).toMatch(/逾期 0 · 30 天内 1/);
    expect(screen.getByText('东村社区')).toBeTruthy();
  });

  it('is of the place that is set, with as many rows as are set', async () => {
    const { asked } = block({}, { place: { id: 'west', name: '西村社区' }, rows: 2 });

    expect(await lines()).toHaveLength(2);
    expect(screen.getByText('显示前 2 条，共 3 条')).toBeTruthy();
    expect(asked.map(({ url }) => url)).not.toContain('noticeDisclosures:places');
    expect(asked.every(({ params }) => params?.placeId === 'west')).toBe(true);
  });

  it('says so to who may see no calendar, and asks for none', async () => {
    const { asked } = block({ 'noticeDisclosures:places': () => [] });

    expect(await screen.findByText('没有可以查看的地点')).toBeTruthy();
    expect(asked).toHaveLength(1);
  });

  it('shows nothing of a place that the reader may not see', async () => {
    block({
      'noticeDisclosures:overdue': () => {
        throw refusal(404, 'disclosure.notFound', '没有这次公开，或者您不能查看。');
      },
    });

    expect(await screen.findByText('您不能查看这里的内容')).toBeTruthy();
    expect(screen.queryByText('东村社区')).toBeNull();
  });
});
