import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { inboxRows, row } from '../__fixtures__/cases';
import { deadlines } from '../__fixtures__/story';
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
  const { asked } = open(() => ({ rows: inboxRows, total: 4, counts, processes: [], mayStart: true }));

  const link = await screen.findByRole('link', { name: '和平社区居民公约（制定）' });
  expect(link.getAttribute('href')).toBe('/admin/wuxin/task/503');
  const line = link.closest('tr');
  expect(line && within(line).getByText(/已超期 \d+ 天/)).toBeTruthy();
  expect(line && within(line).getByText('未读')).toBeTruthy();
  expect(asked[0]?.data).toMatchObject({ tab: 'todo', level: 'near' });
  expect(screen.getByRole('tab', { name: '待办（4）' })).toBeTruthy();
});

it('shows of a case that the reader started who holds it and until when', async () => {
  const started = row({ taskId: null, status: 'running', assignee: null, holders: ['李强'], deadline: deadlines.overdue });
  renderPage(<InboxPage />, {
    at: '/admin/wuxin/inbox/started',
    path: '/admin/wuxin/inbox/:tab',
    answers: { 'bpmnTasks:inbox': () => ({ rows: [started], total: 1, counts, processes: [], mayStart: true }) },
  });

  const line = (await screen.findByRole('link', { name: started.title })).closest('tr');

  expect(line && within(line).getByText('李强')).toBeTruthy();
  expect(line && within(line).getByText(/已超期 \d+ 天/)).toBeTruthy();
});

it('tells a filter that finds nothing from an empty list', async () => {
  open(() => ({ rows: [], total: 0, counts, processes: [], mayStart: true }));

  expect(await screen.findByText('没有符合条件的事项')).toBeTruthy();
});

it('offers to try again when the server failed', async () => {
  open(() => {
    throw refusal(500, '', '');
  });

  expect(await screen.findByRole('button', { name: /重\s?试/ })).toBeTruthy();
});

it.each([
  ['offers to start a case to who may start one', true, 1],
  ['offers no start to who may start nothing', false, 0],
])('%s', async (_, mayStart, links) => {
  open(() => ({ rows: inboxRows, total: 4, counts, processes: [], mayStart }));
  await screen.findByRole('link', { name: '和平社区居民公约（制定）' });

  expect(screen.queryAllByRole('link', { name: '发起办件' })).toHaveLength(links);
});

it('searches by a text that stands in no address, neither of the page nor of the request', async () => {
  const { asked } = open(() => ({ rows: inboxRows, total: 4, counts, processes: [], mayStart: true }));

  fireEvent.change(await screen.findByRole('textbox', { name: '搜索标题或办件号' }), { target: { value: '李强' } });

  await waitFor(() => expect(asked.at(-1)?.data).toMatchObject({ search: '李强', level: 'near' }));
  expect(asked.every(({ params }) => !JSON.stringify(params ?? {}).includes('李强'))).toBe(true);
});
