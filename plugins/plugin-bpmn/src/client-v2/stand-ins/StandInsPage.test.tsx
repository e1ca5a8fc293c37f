import { fireEvent, screen, within } from '@testing-library/react';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { openStandIns, pastStandIns, reach, standInList } from '../__fixtures__/stand-ins';
import { StandInsPage } from './StandInsPage';

interface Asked {
  params?: Record<string, unknown>;
}

const open = ({ at = '', mayAdminister = false, list }: { at?: string; mayAdminister?: boolean; list?: () => unknown } = {}) =>
  renderPage(<StandInsPage />, {
    at: `/admin/wuxin/stand-ins${at}`,
    path: '/admin/wuxin/stand-ins',
    answers: {
      'bpmnStandIns:list':
        list ?? (({ params }: Asked) => standInList(params?.period === 'past' ? pastStandIns : openStandIns, mayAdminister)),
      'bpmnStandIns:reach': () => reach,
      'bpmnPeople:search': () => [],
    },
  });

const panel = async (name: string) => {
  const heading = await screen.findByRole('heading', { level: 2, name });
  return within(heading.closest<HTMLElement>('.ant-card')!);
};

it('keeps what was given and what was received apart, with tasks in numbers', async () => {
  open();

  const given = await panel('我请人代理');
  expect(given.getByText('涉及待办 4 件')).toBeTruthy();
  expect(given.getByText('未开始')).toBeTruthy();
  const received = await panel('请我代理');
  expect(received.getByText('王芳')).toBeTruthy();
  expect(received.getByText('由 周建民 设置')).toBeTruthy();
  expect(received.queryByRole('button')).toBeNull();
});

it('ends one early with a reason, after saying what that takes away', async () => {
  const { asked } = open();

  fireEvent.click(await screen.findByRole('button', { name: '提前结束：陈国梁 代 李秀兰' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('陈国梁 立即不能再看到和办理 李秀兰 的 4 件待办');
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '培训提前结束' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '提前结束' }));

  await screen.findByText('代理已结束');
  expect(asked.find(({ url }) => url === 'bpmnStandIns:revoke')).toMatchObject({
    params: { filterByTk: 's1' },
    data: { reason: '培训提前结束' },
  });
});

it('says before it is given what a stand-in may do and how many tasks it covers', async () => {
  open();

  fireEvent.click((await screen.findAllByRole('button', { name: '请人代理' }))[0]!);
  const dialog = await screen.findByRole('dialog');

  expect(await within(dialog).findByText(/现在涉及 4 件未办的待办/)).toBeTruthy();
  expect(dialog.textContent).toContain('待办仍是您的');
  fireEvent.click(within(dialog).getByRole('radio', { name: '只代理选定的流程' }));
  expect(await within(dialog).findByText(/现在涉及 0 件未办的待办/)).toBeTruthy();
});

it('shows by whom and why one ended', async () => {
  open({ at: '?tab=past' });

  expect(await screen.findByText(/李秀兰：培训提前结束/)).toBeTruthy();
});

it('shows everybody’s to administrators only', async () => {
  open({ at: '?tab=all' });
  expect(await screen.findByText('我请人代理')).toBeTruthy();
  expect(screen.queryByRole('tab', { name: '所有人' })).toBeNull();
});

it('lets an administrator name one for somebody else', async () => {
  const { asked } = open({ at: '?tab=all', mayAdminister: true });

  fireEvent.click(await screen.findByRole('button', { name: '为他人设置代理' }));
  const dialog = await screen.findByRole('dialog');

  expect(within(dialog).getByRole('combobox', { name: '被代理人' })).toBeTruthy();
  expect(asked.some(({ params }) => params?.scope === 'all')).toBe(true);
});

it('says that nobody acts for anybody', async () => {
  open({ list: () => standInList([], false) });

  expect(await screen.findByText('没有人代理您')).toBeTruthy();
  expect(screen.getByText('没有人请您代理')).toBeTruthy();
});

it('offers to try again when the server failed', async () => {
  open({
    list: () => {
      throw refusal(500, '', '');
    },
  });

  expect(await screen.findByRole('button', { name: /重\s?试/ })).toBeTruthy();
});
