import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { processDetail } from '../__fixtures__/administration';
import { parameterReach } from '../__fixtures__/parameters';
import { renderPage } from '../__fixtures__/renderPage';
import { ProcessDetailPage } from './ProcessDetailPage';

const retired = { id: '1', at: 0, by: { id: 1, name: '赵磊' }, text: '停用第 2 版。理由：新办法施行', parts: [] };
const changes = { total: 1, rows: [retired] };

const open = (tab: string, detail: unknown = processDetail('<xml/>')) =>
  renderPage(<ProcessDetailPage />, {
    at: `/admin/wuxin/processes/covenant/detail?tab=${tab}`,
    path: '/admin/wuxin/processes/:key/detail',
    answers: {
      'bpmnProcesses:detail': () => detail,
      'bpmnParameters:reach': () => parameterReach,
      'bpmnProcesses:migrations': () => [],
      'bpmnProcesses:changes': () => changes,
    },
  });

it('chooses the element that a problem is about', async () => {
  open('diagram');

  const show = await screen.findByRole('button', { name: '定位“监督意见”' });
  fireEvent.click(show);

  expect(show.getAttribute('aria-pressed')).toBe('true');
});

it('says below the versions who retired the process, and why', async () => {
  open('versions');

  expect(await screen.findByText('停用第 2 版。理由：新办法施行')).toBeTruthy();
  expect(screen.getByText('赵磊')).toBeTruthy();
});

it('says above every tab what contradicts itself in the published version today', async () => {
  const text = '参数互相矛盾：间隔超过总期限（间隔 = 7 天、总期限 = 20 天）';
  const contradiction = { code: 'parameters.contradict', severity: 'warning', elementId: null, elementName: null, text };
  open('versions', { ...processDetail('<xml/>'), contradictions: [contradiction] });

  const alert = await screen.findByText('已发布版本的参数检查按当前取值有 1 项没有通过');

  expect(alert.closest<HTMLElement>('[role="alert"]')?.textContent).toContain(text);
});

it('offers to start a case, but not of a process that others only call', async () => {
  open('versions');
  expect(await screen.findByRole('link', { name: /发起办件/ })).toBeTruthy();
  cleanup();

  open('versions', { ...processDetail('<xml/>'), isCalledOnly: true });
  await screen.findAllByRole('row');
  expect(screen.queryByRole('link', { name: /发起办件/ })).toBeNull();
});

it('lets an unsure parameter be confirmed with its ground, and no other', async () => {
  const { asked } = open('parameters');

  const buttons = await screen.findAllByRole('button', { name: /^确认参数/ });
  expect(buttons).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: '确认参数“妇女参会比例”' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '县民政局 2026 年第 3 号通知' } });
  fireEvent.click(within(dialog).getByRole('button', { name: /^确\s?认$/ }));

  await screen.findByRole('table');
  expect(asked.find(({ url }) => url === 'bpmnParameters:confirm')).toMatchObject({
    params: { filterByTk: 'cov.women_pct' },
    data: { value: 30, reason: '县民政局 2026 年第 3 号通知' },
  });
});
