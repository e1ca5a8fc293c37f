import { fireEvent, screen, waitFor } from '@testing-library/react';
import { desk, row } from '../__fixtures__/meeting';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { MeetingFormPage } from './MeetingFormPage';
import { MeetingsPage } from './MeetingsPage';

const list = (answer: () => unknown) =>
  renderPage(<MeetingsPage />, {
    at: '/admin/wuxin/meetings',
    path: '/admin/wuxin/meetings',
    answers: { 'ballotMeetings:list': answer },
  });

describe('the page of meetings', () => {
  it('lists what, where, when, how far and what the reader is there', async () => {
    list(() => ({ rows: [row()], total: 1, mayCreate: true }));

    const line = (await screen.findByText('安岭村第四季度村民代表会议')).closest('tr');
    expect(line?.textContent).toMatch(/会议 2026-005.*已召集.*安岭村.*主持人.*1 \/ 2 项已决定/);
    expect(screen.getByText('新建会议')).toBeTruthy();
  });

  it('says what will be there when it is empty, and offers nothing that the reader may not do', async () => {
    list(() => ({ rows: [], total: 0, mayCreate: false }));

    expect(await screen.findByText('还没有会议')).toBeTruthy();
    expect(screen.queryByText('新建会议')).toBeNull();
  });

  it('searches without putting what is searched for into the address', async () => {
    const { asked } = list(() => ({ rows: [], total: 0, mayCreate: false }));

    fireEvent.change(await screen.findByLabelText('会议名称或编号'), { target: { value: '第四季度' } });
    expect(await screen.findByText('没有符合条件的会议')).toBeTruthy();

    const last = asked.at(-1);
    expect(last?.data).toMatchObject({ search: '第四季度', scope: 'mine' });
    expect(JSON.stringify(last?.params ?? {})).not.toContain('第四季度');
  });

  it('says so to who may not see it', async () => {
    list(() => {
      throw refusal(403, 'ballot.forbidden', '您没有会议的权限');
    });

    expect(await screen.findByText('您没有会议的权限')).toBeTruthy();
  });
});

describe('the form of a meeting', () => {
  it('sends what was changed and leaves out agenda items without a title', async () => {
    const { asked } = renderPage(<MeetingFormPage />, {
      at: '/admin/wuxin/meetings/5/edit',
      path: '/admin/wuxin/meetings/:id/edit',
      answers: {
        'ballotMeetings:desk': () => desk({ status: 'draft' }),
        'ballotMeetings:places': () => [],
        'ballotMeetings:people': () => [],
      },
    });

    fireEvent.change(await screen.findByLabelText('地点'), { target: { value: '文化礼堂' } });
    fireEvent.click(screen.getByRole('button', { name: /添加议题/ }));
    fireEvent.click(screen.getByRole('button', { name: /^保\s?存$/ }));

    await waitFor(() => expect(asked.some(({ url }) => url === 'ballotMeetings:update')).toBe(true));
    expect(asked.find(({ url }) => url === 'ballotMeetings:update')?.data).toMatchObject({
      typeKey: 'village.representatives',
      venue: '文化礼堂',
      agenda: [{ title: '村口小广场改造方案', text: '预算 8.6 万元' }, { title: '垃圾分类积分办法' }],
      staff: [
        { userId: 11, post: 'chair' },
        { userId: 12, post: 'teller' },
        { userId: 13, post: 'teller' },
      ],
    });
  });

  it('says how long before the notice is due, and which types cannot vote yet', async () => {
    renderPage(<MeetingFormPage />, {
      at: '/admin/wuxin/meetings/5/edit',
      path: '/admin/wuxin/meetings/:id/edit',
      answers: {
        'ballotMeetings:desk': () => desk({ status: 'draft', typeKey: 'urban2026.meeting' }),
        'ballotMeetings:places': () => [],
        'ballotMeetings:people': () => [],
      },
    });

    expect(await screen.findByText(/还没有人确认：可以准备，确认后才能表决/)).toBeTruthy();
  });
});
