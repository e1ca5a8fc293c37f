import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { DisclosureDetail, DisclosureRow, DisclosureYear, DutyView } from '../../common/api';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import { DisclosuresPage } from './DisclosuresPage';

const place = { id: 'east', name: '东村社区' };
const row = (given: Partial<DisclosureRow> = {}): DisclosureRow => ({
  id: '1',
  dutyId: '7',
  title: '财务收支',
  titleEn: 'Income and spending',
  class: 'finance',
  place,
  period: '2026-12',
  matter: null,
  happenedOn: '2026-12-31',
  dueOn: '2027-01-15',
  status: 'due',
  state: 'overdue',
  publishedOn: null,
  lateDays: 5,
  ...given,
});
const year = (rows: DisclosureRow[]): DisclosureYear => ({
  place,
  year: 2027,
  today: '2027-01-20',
  months: [],
  rows,
  isCut: false,
  mayRecord: true,
});
const detail = (given: Partial<DisclosureDetail> = {}): DisclosureDetail => ({
  ...row(),
  notice: null,
  keepDays: 10,
  draftedByName: null,
  draftedAt: null,
  review: null,
  isAsReviewed: null,
  keepUntilOn: null,
  waived: null,
  archivedAt: null,
  archiveHash: null,
  may: [],
  ...given,
});

const duty = (given: Partial<DutyView> = {}): DutyView => ({
  id: '7',
  key: null,
  place: null,
  class: 'finance',
  title: '财务收支',
  titleEn: '',
  cadence: 'monthly',
  dueDays: 15,
  keepDays: null,
  source: '村组法第三十条',
  sourceEn: '',
  certainty: 'unsure',
  startsOn: '2026-01-01',
  isInUse: true,
  isChanged: false,
  tightenings: [],
  inForce: { cadence: 'monthly', dueDays: 15, keepDays: null },
  mayChange: true,
  ...given,
});

type Answers = Parameters<typeof renderPage>[1]['answers'];

const page = (answers: Answers, { search = '?year=2027', isPhone = false } = {}) =>
  renderPage(<DisclosuresPage />, {
    at: `/admin/wuxin/disclosures${search}`,
    path: '/admin/wuxin/disclosures',
    answers: {
      'noticeDisclosures:places': () => [place],
      'noticeDuties:list': () => ({ rows: [duty()], mayAdd: true, mayAddEverywhere: false }),
      ...answers,
    },
    isPhone,
  });

const openFirst = async () => fireEvent.click(await screen.findByText(/财务收支 · 2026-12/));

describe('the page of disclosures', () => {
  it('has the year as months by classes, late and overdue with their days', async () => {
    const late = row({ id: '2', period: '2027-01', dueOn: '2027-02-15', state: 'late', lateDays: 3, status: 'published' });
    page({ 'noticeDisclosures:year': () => year([row(), late]) });

    const january = (await screen.findByText('1 月')).closest('tr');
    expect(january?.textContent).toMatch(/财务收支 · 2026-12.*逾期 5 天/);
    expect(screen.getByText('2 月').closest('tr')?.textContent).toMatch(/迟公开 3 天/);
  });

  it('is a list of months on a phone, without the empty ones', async () => {
    page({ 'noticeDisclosures:year': () => year([row()]) }, { isPhone: true });

    expect(await screen.findByText('1 月')).toBeTruthy();
    expect(screen.queryByText('2 月')).toBeNull();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says what will be there when a year is empty', async () => {
    page({ 'noticeDisclosures:year': () => year([]) });

    expect(await screen.findByText('这一年没有应公开的事项')).toBeTruthy();
  });

  it('says so to who may see no place, and passes on a refusal', async () => {
    page({ 'noticeDisclosures:places': () => [] });
    expect(await screen.findByText('没有可以查看的地点')).toBeTruthy();

    page({
      'noticeDisclosures:year': () => {
        throw refusal(404, 'disclosure.notFound', '没有这次公开，或者您不能查看。');
      },
    });
    expect(await screen.findByText('没有这次公开，或者您不能查看。')).toBeTruthy();
  });

  it('has a notice drafted from the drawer', async () => {
    const { asked } = page({
      'noticeDisclosures:year': () => year([row()]),
      'noticeDisclosures:get': () => detail({ may: ['draft'] }),
      'noticeDisclosures:draft': () => ({ noticeId: '9' }),
    });
    await openFirst();
    fireEvent.click(await screen.findByText('拟公开稿'));
    expect(await screen.findByText(/将新建一份公开稿/)).toBeTruthy();
    fireEvent.click(screen.getAllByText('拟公开稿').at(-1)!); // the dialog's own

    await waitFor(() => expect(asked.some(({ url }) => url === 'noticeDisclosures:draft')).toBe(true));
  });

  it('asks the supervision committee for a reason before it returns a notice', async () => {
    const { asked } = page({
      'noticeDisclosures:year': () => year([row()]),
      'noticeDisclosures:get': () => detail({ may: ['review'], status: 'drafted' }),
      'noticeDisclosures:review': () => null,
    });
    await openFirst();
    fireEvent.click(await screen.findByText('退回修改'));
    fireEvent.change(await screen.findByLabelText('理由'), { target: { value: '票据不全' } });
    fireEvent.click(screen.getAllByText('退回修改').at(-1)!); // the dialog's own

    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'noticeDisclosures:review')?.data).toEqual({
        verdict: 'returned',
        opinion: '票据不全',
      }),
    );
  });

  it('offers nothing that the reader may not do, and shows why it came back', async () => {
    page({
      'noticeDisclosures:year': () => year([row()]),
      'noticeDisclosures:get': () => detail({ review: { verdict: 'returned', opinion: '票据不全', byName: '郑洁', at: 0 } }),
    });
    await openFirst();

    expect(await screen.findByText('监督委员会已退回')).toBeTruthy();
    expect(screen.queryByText('拟公开稿')).toBeNull();
    expect(screen.queryByText('免除本次公开')).toBeNull();
  });

  it('counts what is overdue by place', async () => {
    const groups = [{ place, counts: { party: 0, residents: 2, finance: 1 } }];
    page({ 'noticeDisclosures:overdue': () => ({ today: '2027-01-20', total: 1, rows: [row()], groups }) }, { search: '?part=overdue' }); // prettier-ignore

    expect(await screen.findByText(/财务收支 · 2026-12/)).toBeTruthy();
    expect(screen.getAllByText('东村社区').length).toBe(2);
  });

  it('has the catalogue with where each duty comes from, and retires one', async () => {
    const { asked } = page({ 'noticeDuties:retire': () => null }, { search: '?part=catalogue' });

    expect((await screen.findByText(/村组法第三十条/)).textContent).toMatch(/待确认/);
    expect(screen.getByText('每月，15 天内')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /停\s?用/ }));
    fireEvent.click((await screen.findAllByRole('button', { name: /停\s?用/ })).at(-1)!); // the dialog's own

    await waitFor(() => expect(asked.some(({ url }) => url === 'noticeDuties:retire')).toBe(true));
  });

  const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

  it('adds a duty for the place that is looked at, and says in words what follows', async () => {
    const { asked } = page({ 'noticeDuties:add': () => ({ id: '9' }) }, { search: '?part=catalogue' });
    fireEvent.click(await screen.findByText('新增公开事项'));
    await screen.findByLabelText('公开事项（中文）');
    expect(screen.getByText(/东村社区及其下级：每季度结束后 15 天内公开上一季度的情况/)).toBeTruthy();
    fill('公开事项（中文）', '物业收支');
    fill('公开事项（英文）', 'Property income');
    fill('期限（天）', '10');
    fill('依据', '居民公约第六条');
    expect(await screen.findByText(/每季度结束后 10 天内公开/)).toBeTruthy();
    fireEvent.click(screen.getAllByText('新增公开事项').at(-1)!); // the dialog's own

    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'noticeDuties:add')?.data).toEqual({
        placeId: 'east',
        class: 'residents',
        title: '物业收支',
        titleEn: 'Property income',
        cadence: 'quarterly',
        dueDays: 10,
        keepDays: null,
        source: '居民公约第六条',
        sourceEn: '',
        certainty: 'unsure',
      }),
    );
  });

  it('lets administrators add one that holds everywhere', async () => {
    const list = () => ({ rows: [duty()], mayAdd: true, mayAddEverywhere: true });
    const { asked } = page({ 'noticeDuties:list': list, 'noticeDuties:add': () => null }, { search: '?part=catalogue' });
    fireEvent.click(await screen.findByText('新增公开事项'));
    fireEvent.click(await screen.findByLabelText('各地'));
    expect(await screen.findByText(/^各地：每季度结束后/)).toBeTruthy();
    fill('公开事项（中文）', '物业收支');
    fill('公开事项（英文）', 'Property income');
    fill('依据', '居民公约第六条');
    fireEvent.click(screen.getAllByText('新增公开事项').at(-1)!); // the dialog's own

    await waitFor(() => expect(asked.find(({ url }) => url === 'noticeDuties:add')?.data).toMatchObject({ placeId: null }));
  });

  it('does not add a duty without its source', async () => {
    const { asked } = page({}, { search: '?part=catalogue' });
    fireEvent.click(await screen.findByText('新增公开事项'));
    await screen.findByLabelText('公开事项（中文）');
    fireEvent.click(screen.getAllByText('新增公开事项').at(-1)!); // the dialog's own

    expect(await screen.findByText('请填写依据')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeDuties:add')).toBe(false);
  });

  it('changes a duty where it holds, and says that what a lower place made stricter stays', async () => {
    const tightening = { id: '8', place, cadence: 'monthly', dueDays: 10, keepDays: null, startsOn: '2026-01-01', isInUse: true } as const; // prettier-ignore
    const rows = [duty({ titleEn: 'Income', tightenings: [tightening] })];
    const list = () => ({ rows, mayAdd: true, mayAddEverywhere: false });
    const { asked } = page({ 'noticeDuties:list': list, 'noticeDuties:change': () => null }, { search: '?part=catalogue' });
    fireEvent.click(await screen.findByLabelText('修改“财务收支”'));
    expect(await screen.findByText(/已列入日历的不变.*下级已经加严的，仍按更严的执行/)).toBeTruthy();
    fill('期限（天）', '12');
    fireEvent.click(screen.getAllByRole('button', { name: /^修\s?改$/ }).at(-1)!); // the dialog's own

    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'noticeDuties:change')).toMatchObject({
        params: { filterByTk: '7' },
        data: { title: '财务收支', dueDays: 12, cadence: 'monthly' },
      }),
    );
  });

  it('is not changed by who may only read it', async () => {
    const list = () => ({ rows: [duty({ mayChange: false })], mayAdd: false, mayAddEverywhere: false });
    page({ 'noticeDuties:list': list }, { search: '?part=catalogue' });

    expect(await screen.findByText('每月，15 天内')).toBeTruthy();
    expect(screen.queryByLabelText('修改“财务收支”')).toBeNull();
    expect(screen.queryByText('新增公开事项')).toBeNull();
  });

  it('makes a duty stricter at the place that is looked at', async () => {
    const { asked } = page({ 'noticeDuties:tighten': () => null }, { search: '?part=catalogue' });

    fireEvent.click(await screen.findByText('本地加严'));
    fireEvent.change(await screen.findByLabelText('期限（天）'), { target: { value: '10' } });
    fireEvent.click(screen.getAllByText('本地加严').at(-1)!); // the dialog's own

    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'noticeDuties:tighten')?.data).toEqual({
        placeId: 'east',
        cadence: 'monthly',
        dueDays: 10,
        keepDays: null,
      }),
    );
  });

  it('does not enter an event without saying what happened', async () => {
    const { asked } = page({ 'noticeDisclosures:year': () => year([row()]) });

    fireEvent.click(await screen.findByText('登记随时公开事项'));
    expect(await screen.findByText('登记后按目录规定的期限列入日历。')).toBeTruthy();
    fireEvent.click(screen.getAllByText('登记随时公开事项').at(-1)!); // the dialog's own

    expect((await screen.findAllByText('请填写')).length).toBeGreaterThan(0);
    expect(asked.some(({ url }) => url === 'noticeDisclosures:record')).toBe(false);
  });

  it('offers no entry to who may only read', async () => {
    page({ 'noticeDisclosures:year': () => ({ ...year([row()]), mayRecord: false }) });

    expect(await screen.findByText('1 月')).toBeTruthy();
    expect(screen.queryByText('登记随时公开事项')).toBeNull();
  });
});
