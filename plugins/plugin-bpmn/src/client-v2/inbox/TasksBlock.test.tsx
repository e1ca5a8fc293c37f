import { screen } from '@testing-library/react';
import { inboxRows } from '../__fixtures__/cases';
import { renderPage } from '../__fixtures__/renderPage';
import { TasksBlock } from './TasksBlock';

const block = (inbox: () => unknown, rows = 3) =>
  renderPage(<TasksBlock rows={rows} />, { at: '/', path: '/', answers: { 'bpmnTasks:inbox': inbox } });

describe('the block of tasks', () => {
  it('has the most urgent of the reader’s inbox, as many as are set', async () => {
    const { asked } = block(() => ({ rows: inboxRows.slice(0, 1), total: 4 }));

    const link = await screen.findByRole('link', { name: '和平社区居民公约（制定）' });
    expect(link.getAttribute('href')).toBe('/admin/wuxin/task/503');
    expect(asked[0]?.data).toEqual({ tab: 'todo', pageSize: 3 });
    expect(screen.getByText('显示前 1 条，共 4 条')).toBeTruthy();
  });

  it('says so when there is nothing to do', async () => {
    block(() => ({ rows: [], total: 0 }));

    expect(await screen.findByText('现在没有要办的事')).toBeTruthy();
  });
});
