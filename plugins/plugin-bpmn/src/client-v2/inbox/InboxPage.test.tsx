import { screen, within } from '@testing-library/react';
import { inboxRows } from '../__fixtures__/cases';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { InboxPage } from './InboxPage';

const counts = { todo: 4, done: 43, started: 2, cc: 1 };
const open = (inbox: () => unknown) =>
  renderPage(<InboxPage />, {
    at: '/admin/wuxin/inbox/todo?level=near',
    path: '/admin/wuxin/inbox/:tab',
    answers: { 'bpmnTasks:inbox': inbox },
  });

it('asks for what the address says and lists it with deadline in words', async () => {
  const { asked } = open(() => ({ rows: inboxRows, total: 4, counts, processes: [] }));

  const link = await screen.findByRole('link', { name: '和平社区居民公约（制定）' });
  expect(link.getAttribute('href')).toBe('/admin/wuxin/task/503');
  const line = link.closest('tr');
  expect(line && within(line).getByText(/已超期 \d+ 天/)).toBeTruthy();
  expect(line && within(line).getByText('未读')).toBeTruthy();
  expect(asked[0]?.params).toMatchObject({ tab: 'todo', level: 'near' });
  expect(screen.getByRole('tab', { name: '待办（4）' })).toBeTruthy();
});

it('tells a filter that finds nothing from an empty list', async () => {
  open(() => ({ rows: [], total: 0, counts, processes: [] }));

  expect(await screen.findByText('没有符合条件的事项')).toBeTruthy();
});

it('offers to try again when the server failed', async () => {
  open(() => {
    throw refusal(500, '', '');
  });

  expect(await screen.findByRole('button', { name: /重\s?试/ })).toBeTruthy();
});
