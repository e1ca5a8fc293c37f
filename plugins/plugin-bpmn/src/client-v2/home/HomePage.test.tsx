import { screen, within } from '@testing-library/react';
import type { Home } from '../../common/api';
import { everything, nothing } from '../__fixtures__/home';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { HomePage } from './HomePage';

const open = (home: () => Home) =>
  renderPage(<HomePage />, { at: '/admin/wuxin/home', path: '/admin/wuxin/home', answers: { 'bpmnHome:overview': home } });
const hrefOf = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

it('leads from what is to be done to the task, from the counts to the inbox with its filter, and marks a draft', async () => {
  const { asked } = open(() => everything);

  const list = await screen.findByRole('list', { name: '现在要办' });
  const [late, near] = within(list).getAllByRole('listitem');

  expect(late && within(late).getByText(/已超期 \d+ 天/)).toBeTruthy();
  expect(late && within(late).queryByText('有草稿')).toBeNull();
  expect(near && within(near).getByText('有草稿')).toBeTruthy();
  expect(hrefOf('和平社区居民公约（制定）')).toBe('/admin/wuxin/task/71');
  expect(hrefOf('查看待办 1 件：超期')).toBe('/admin/wuxin/inbox/todo?level=overdue');
  expect(hrefOf('全部待办（6）')).toBe('/admin/wuxin/inbox/todo');
  expect(asked).toHaveLength(1);
});

it('leads a supervisor to the board with process and level chosen, in the order in which the procedures came', async () => {
  open(() => everything);

  const rows = (await screen.findAllByRole('row')).slice(1).map((line) => within(line).getAllByRole('cell')[0]?.textContent);

  expect(rows).toEqual(['居民公约', '备案']);
  expect(hrefOf('在督办表查看 2 件：居民公约，超期')).toBe('/admin/wuxin/board?process=covenant&level=overdue');
  expect(hrefOf('打开督办表')).toBe('/admin/wuxin/board');
});

it('shows an administrator what waits, without a link where nothing does, and the oldest incidents', async () => {
  open(() => everything);

  const duties = await screen.findByRole('list', { name: '待管理的事项' });

  expect(within(duties).getByRole('link', { name: '参数待确认' }).getAttribute('href')).toBe('/admin/wuxin/parameters');
  expect(within(duties).queryByRole('link', { name: '参数修改待审定' })).toBeNull();
  expect(hrefOf('新城社区公约')).toBe('/admin/wuxin/instance/91');
});

it('says what was decided, and how a case ended whose end has no name', async () => {
  open(() => everything);

  const list = await screen.findByRole('list', { name: '最近的决定' });

  expect(within(list).getByText('计票：应到 30 人，实到 20 人；赞成 16 人，通过')).toBeTruthy();
  expect(within(list).getByText('已备案')).toBeTruthy();
  expect(within(list).getByText('已取消')).toBeTruthy();
});

it('says where cases stand and that there are more', async () => {
  open(() => everything);

  expect(await screen.findByText('当前办理人：李强')).toBeTruthy();
  expect(screen.getByText(/还有 8 件/)).toBeTruthy();
});

it('shows who has tasks only no part of a supervisor or an administrator', async () => {
  open(() => ({ ...nothing, todo: everything.todo }));

  await screen.findByRole('list', { name: '现在要办' });

  expect(screen.queryByText('督办概况')).toBeNull();
  expect(screen.queryByText('待管理的事项')).toBeNull();
  expect(screen.getByText('近 90 天没有作出决定')).toBeTruthy();
  expect(screen.queryByRole('link', { name: '发起办件' })).toBeNull();
});

it('tells whom no case concerns what will appear here', async () => {
  open(() => ({ ...nothing, mayStart: true }));

  expect(await screen.findByText('还没有与您有关的办件')).toBeTruthy();
  expect(hrefOf('发起办件')).toBe('/admin/wuxin/start');
});

it.each([
  ['offers to try again when the server failed', 500, 1],
  ['offers nothing to whom the server refuses', 403, 0],
])('%s', async (_, status, buttons) => {
  open(() => {
    throw refusal(status, '', '');
  });

  await screen.findByRole('alert');

  expect(screen.queryAllByRole('button', { name: /重\s?试/ })).toHaveLength(buttons);
});
