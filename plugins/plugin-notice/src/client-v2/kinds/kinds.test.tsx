import { fireEvent, screen, waitFor } from '@testing-library/react';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import type { KindNumber, KindView } from '../../common/api';
import { KindsPage } from './KindsPage';

const number = (key: string, zh: string, value: number, isConfirmed = true): KindNumber => ({
  key,
  name: { 'zh-CN': zh, 'en-US': key },
  value,
  isConfirmed,
});
const period = number('notice.publicity_days', '公示期', 7, false);
const keep = number('notice.keep_days', '期满后保留', 30);

const kind = (given: Partial<KindView> = {}): KindView => ({
  key: 'publicity',
  form: 'publicity',
  title: { 'zh-CN': '公示', 'en-US': 'Public notice' },
  takesObjections: true,
  periodUnit: 'calendarDays',
  periodParameter: period.key,
  keepParameter: keep.key,
  period,
  keep,
  revision: 'abc',
  isChanged: false,
  changedAt: 0,
  changedByName: null,
  mayChange: true,
  ...given,
});

type Answers = Parameters<typeof renderPage>[1]['answers'];

const page = (rows: KindView[], answers: Answers = {}, isPhone = false) =>
  renderPage(<KindsPage />, {
    at: '/',
    path: '/',
    answers: {
      'noticeKinds:list': () => rows,
      'noticeKinds:parameters': () => [period, keep, number('notice.disclosure_days', '公开张贴期', 10)],
      'noticeNotices:places': () => [],
      ...answers,
    },
    isPhone,
  });

const open = async () => fireEvent.click(await screen.findByLabelText('修改“公示”'));
const change = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getAllByRole('button', { name: /^修\s?改$/ }).at(-1) as HTMLElement);

describe('the page of kinds of notices', () => {
  it('has both names, and each number with its parameter and whether somebody answers for it', async () => {
    page([kind()]);

    const line = (await screen.findByText('公示期', { exact: false })).closest('tr');
    expect(line?.textContent).toMatch(/公示Public notice.*至少 7 天待确认参数：公示期.*保留 30 天已确认参数：期满后保留/);
    expect(screen.getByText('参数：公示期').closest('a')?.getAttribute('href')).toBe(
      '/admin/wuxin/parameters/notice.publicity_days/detail',
    );
  });

  it('names the state that it changes, and says what follows before it does', async () => {
    const { asked } = page([kind()], { 'noticeKinds:change': () => null });
    await open();
    expect(await screen.findByText(/已公布的不变/)).toBeTruthy();
    expect(await screen.findByText(/至少贴 7 天/)).toBeTruthy();

    change('中文名称', '社区公示');
    change('修改的理由', '镇里统一叫法');
    save();

    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'noticeKinds:change')).toMatchObject({
        params: { filterByTk: 'publicity' },
        data: {
          title: { 'zh-CN': '社区公示', 'en-US': 'Public notice' },
          periodParameter: 'notice.publicity_days',
          keepParameter: 'notice.keep_days',
          periodUnit: 'calendarDays',
          revision: 'abc',
          reason: '镇里统一叫法',
        },
      }),
    );
  });

  it('is not sent without a reason', async () => {
    const { asked } = page([kind()]);
    await open();
    await screen.findByLabelText('中文名称');
    save();

    expect(await screen.findByText(/请填写.*修改的理由/)).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeKinds:change')).toBe(false);
  });

  it('passes on that somebody else changed it meanwhile', async () => {
    page([kind()], {
      'noticeKinds:change': () => {
        throw refusal(409, 'notice.kindChangedMeanwhile', '这种公示刚被别人改过，请刷新后再改。');
      },
    });
    await open();
    await screen.findByLabelText('修改的理由');
    change('修改的理由', '统一');
    save();

    expect(await screen.findByText(/刚被别人改过/)).toBeTruthy();
  });

  it('is to be read by others, without links and buttons that are not theirs', async () => {
    page([kind({ mayChange: false, isChanged: true, changedByName: '王芳' })]);

    expect(await screen.findByText('由管理员维护')).toBeTruthy();
    expect(screen.getByText('本地已改')).toBeTruthy();
    expect(screen.queryByLabelText('修改“公示”')).toBeNull();
    expect(screen.getByText('参数：公示期').closest('a')).toBeNull();
  });

  it('is cards on a phone', async () => {
    page([kind()], {}, true);

    await waitFor(() => expect(screen.getByText('参数：公示期').closest('li')?.textContent).toMatch(/公示.*性质.*期限/));
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says so when there are none', async () => {
    page([]);

    expect(await screen.findByText('还没有公示种类')).toBeTruthy();
  });
});
