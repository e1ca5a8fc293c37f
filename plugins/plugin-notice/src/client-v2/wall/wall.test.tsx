import { fireEvent, screen, waitFor } from '@testing-library/react';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import type { WallView } from '../../common/api';
import { percentOf } from './RebuildPanel';
import { WallPage } from './WallPage';

const view = (given: Partial<WallView> = {}): WallView => ({
  settings: {
    title: '江北镇公示墙',
    locale: 'zh-CN',
    address: null,
    applicationAddress: null,
    offices: [{ placeId: 'east', windowAddress: '东村社区一楼大厅', telephone: '0915-3610000' }],
  },
  places: [{ id: 'east', name: '东村社区' }],
  path: '/api/wall/',
  rebuild: { startedAt: 0, finishedAt: 1, written: 40, notices: 40 },
  ...given,
});

type Answers = Parameters<typeof renderPage>[1]['answers'];

const page = (answers: Answers = {}) =>
  renderPage(<WallPage />, {
    at: '/',
    path: '/',
    answers: { 'noticeWall:get': () => view(), 'noticeNotices:places': () => [], ...answers },
  });

const change = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: '保存设置' }));
const sentBy = (asked: { url: string; data?: unknown }[], url: string) => asked.find((one) => one.url === url)?.data;

describe('the settings of the wall', () => {
  it('are sent whole, with what is left empty as nothing', async () => {
    const { asked } = page({ 'noticeWall:settings': () => null });
    await screen.findByLabelText('公示墙名称');
    expect(screen.getByText('东村社区')).toBeTruthy();
    change('公示墙名称', ' 江北镇公示栏 ');
    change('公示墙网址', 'https://wall.example.org');
    fireEvent.click(screen.getByText('添加窗口'));
    fireEvent.change(screen.getAllByLabelText('窗口地址').at(-1) as HTMLElement, { target: { value: '镇便民大厅' } });

    save();

    await waitFor(() =>
      expect(sentBy(asked, 'noticeWall:settings')).toEqual({
        title: '江北镇公示栏',
        locale: 'zh-CN',
        address: 'https://wall.example.org',
        applicationAddress: null,
        offices: [
          { placeId: 'east', windowAddress: '东村社区一楼大厅', telephone: '0915-3610000' },
          { placeId: null, windowAddress: '镇便民大厅', telephone: '' },
        ],
      }),
    );
  });

  it.each([
    ['公示墙网址', 'wall.example.org', '请填写以 http:// 或 https:// 开头的网址'],
    ['办公电话', '找王主任', '只能写数字、空格、+、-和括号'],
    ['公示墙名称', ' ', '请填写公示墙名称'],
  ])('are not sent with a wrong value of %s', async (label, value, said) => {
    const { asked } = page();
    await screen.findByLabelText('公示墙名称');
    change(label, value);
    save();

    expect(await screen.findByText(said)).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeWall:settings')).toBe(false);
  });

  it('have one office for a place', async () => {
    const { asked } = page();
    await screen.findByLabelText('公示墙名称');
    const add = screen.getByText('添加窗口');
    fireEvent.click(add);
    fireEvent.click(add);
    save();

    expect(await screen.findByText('这个属地上面已经有一行')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeWall:settings')).toBe(false);
  });

  it('lead to the wall where it is served, and say that no address is set', async () => {
    page();

    expect((await screen.findByText('http://localhost/api/wall/')).closest('a')?.href).toBe('http://localhost/api/wall/');
    expect(screen.getByLabelText('公示墙网址的二维码')).toBeTruthy();
    expect(screen.getByText(/还没有填公示墙网址/)).toBeTruthy();
  });

  it('say so to whoever may not see them', async () => {
    page({
      'noticeWall:get': () => {
        throw refusal(403, 'notice.wallNotForYou', '只有管理员可以设置公示墙。');
      },
    });

    expect(await screen.findByText('只有管理员可以设置公示墙。')).toBeTruthy();
    expect(screen.queryByLabelText('公示墙名称')).toBeNull();
  });
});

describe('writing the wall anew', () => {
  it('says how much it will write before it begins', async () => {
    const { asked } = page({ 'noticeWall:rebuild': () => null });
    fireEvent.click(await screen.findByRole('button', { name: '全部重写' }));
    expect(await screen.findByText(/每一页（共 40 件公示）都重新写一遍/)).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: '全部重写' }).at(-1) as HTMLElement);

    await waitFor(() => expect(asked.some(({ url }) => url === 'noticeWall:rebuild')).toBe(true));
  });

  it('shows how far it has come until it is finished, and leaves what is typed alone', async () => {
    const startedAt = Date.now();
    const answers = [
      { startedAt, finishedAt: null, written: 10, notices: 40 },
      { startedAt, finishedAt: startedAt, written: 40, notices: 40 },
    ];
    page({ 'noticeWall:get': () => view({ rebuild: (answers.length > 1 ? answers.shift() : answers[0]) ?? null }) });
    expect(await screen.findByText(/正在重写：10 \/ 40 件公示/)).toBeTruthy();
    expect(screen.getByLabelText('重写进度').getAttribute('aria-valuenow')).toBe('25');
    change('公示墙名称', '改到一半');

    expect(await screen.findByText(/全部写完，共 40 件公示/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('公示墙名称').value).toBe('改到一半');
  });

  it('is told as late after an hour', async () => {
    page({ 'noticeWall:get': () => view({ rebuild: { startedAt: 0, finishedAt: null, written: 0, notices: 0 } }) });

    expect(await screen.findByText(/一个多小时还没写完/)).toBeTruthy();
  });

  it('is not whole before it is finished', () => {
    expect(percentOf({ startedAt: 0, finishedAt: null, written: 40, notices: 40 })).toBe(99);
    expect(percentOf({ startedAt: 0, finishedAt: null, written: 0, notices: 0 })).toBe(0);
  });
});
