import { fireEvent, screen, within } from '@testing-library/react';
import type { NoticeListQuery } from '../../common/api';
import { row } from '../__fixtures__/notice';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import { NoticesPage } from './NoticesPage';

type Rows = ReturnType<typeof row>[];
const empty = { today: '2026-11-09', mayDraft: true, mayAdminister: false };

const page = (rowsOf: (query: NoticeListQuery) => Rows, { given = {}, isPhone = false } = {}) =>
  renderPage(<NoticesPage />, {
    at: '/admin/wuxin/notices',
    path: '/admin/wuxin/notices',
    answers: {
      'noticeNotices:list': ({ data }) => {
        const rows = rowsOf(data as NoticeListQuery);
        return { ...empty, ...given, rows, total: rows.length };
      },
      'noticeKinds:list': () => [],
      'noticeNotices:places': () => [],
    },
    isPhone,
  });

describe('the page of notices', () => {
  it('says how much of a period is left, and until when', async () => {
    page(({ scope }) => (scope === 'waiting' ? [] : [row()]));

    const line = (await screen.findByText('低保评议公示')).closest('tr');
    expect(line?.textContent).toMatch(/2026-0007.*公示期还剩 3 天，至 11 月 12 日.*张贴人/);
  });

  it('shows what waits for the reader first, and what to do', async () => {
    page(({ scope }) =>
      scope === 'waiting' ? [row({ id: '6', title: '停车位公示', status: 'submitted', posts: ['approver'] })] : [],
    );

    const waiting = (await screen.findByText('等我办理（1）')).closest<HTMLElement>('.ant-card');
    expect(
      within(waiting as HTMLElement)
        .getByText('停车位公示')
        .closest('tr')?.textContent,
    ).toContain('审批');
  });

  it('is cards on a phone', async () => {
    page(({ scope }) => (scope === 'waiting' ? [] : [row()]), { isPhone: true });

    expect(await screen.findByText('公示期还剩 3 天，至 11 月 12 日')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('says what to do when it is empty, by what the reader may do', async () => {
    page(() => []);
    expect(await screen.findByText(/点“新建公示”拟制第一件/)).toBeTruthy();

    page(() => [], { given: { mayDraft: false } });
    expect(await screen.findByText(/有人请您拟稿、审批或者张贴公示时/)).toBeTruthy();
  });

  it('searches without putting what is searched for into the address', async () => {
    const { asked } = page(() => []);

    fireEvent.change(await screen.findByLabelText('标题或编号'), { target: { value: '低保' } });
    expect(await screen.findByText('没有符合条件的公示')).toBeTruthy();

    expect(asked.at(-1)?.data).toMatchObject({ search: '低保' });
    expect(JSON.stringify(asked.map(({ params }) => params ?? {}))).not.toContain('低保');
  });

  it('passes on a refusal', async () => {
    page(() => {
      throw refusal(403, 'notice.mayNotDraft', '您不能拟制公示。');
    });

    expect(await screen.findByText('您不能拟制公示。')).toBeTruthy();
  });
});
