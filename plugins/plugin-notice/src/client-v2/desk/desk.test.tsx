import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { NoticeDesk } from '../../common/api';
import { desk, posting } from '../__fixtures__/notice';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import { DeskPage } from './DeskPage';

type Answers = Parameters<typeof renderPage>[1]['answers'];

const page = (given: Partial<NoticeDesk>, answers: Answers = {}) =>
  renderPage(<DeskPage />, {
    at: '/admin/wuxin/notices/5',
    path: '/admin/wuxin/notices/:id',
    answers: { 'noticeNotices:desk': () => desk(given), 'noticeBoards:list': () => [], ...answers },
  });

const valid: NoticeDesk['check'] = {
  checkedAt: 0,
  checkedBy: { id: 1, name: '赵敏' },
  kinds: { phone: { masked: 2, kept: 1 } },
  reasons: ['社区办公电话'],
  looked: [],
  isCurrent: true,
};

describe('the desk of a notice', () => {
  it.each<[string, Partial<NoticeDesk>, string]>([
    ['whoever drafts it, before the check', { may: ['noticeNotices:update'] }, '下一步：脱敏检查'],
    ['whoever drafts it, after the check', { may: ['noticeNotices:update'], check: valid }, '下一步：提交审批'],
    ['whoever drafts it, when it was changed since', { may: ['noticeNotices:update'], check: { ...valid, isCurrent: false } }, '下一步：脱敏检查'], // prettier-ignore
    ['whoever drafts it, without an approver', { may: ['noticeNotices:update'], staff: [] }, '下一步：指定审批人、张贴人、异议答复人'], // prettier-ignore
    ['whoever approves it', { status: 'submitted', may: ['noticeNotices:approve'] }, '下一步：审批'],
    ['anybody else meanwhile', { status: 'submitted' }, '等审批人办理：王芳'],
    ['whoever publishes it', { status: 'approved', may: ['noticeNotices:publish'] }, '下一步：公布'],
    ['whoever publishes it, too early', { status: 'approved', may: ['noticeNotices:publish'], notBefore: '2026-11-08' }, '等到 11 月 8 日 才能公布'], // prettier-ignore
    ['whoever posts it', { status: 'posting', may: ['noticeNotices:notePosted'], postings: [posting()] }, '下一步：到现场张贴，还有 1 处'], // prettier-ignore
    ['anybody in its period', { status: 'running', endsOn: '2026-11-12' }, '公示中，11 月 12 日 期满后自动办结'],
  ])('tells %s what comes next', async (_, given, words) => {
    page(given);

    expect(await screen.findByText(words)).toBeTruthy();
  });

  it.each([
    ['objections where people may object', true, '异议答复人'],
    ['opinions where they are asked for them', false, '意见处理人'],
  ])('says who decides on %s', async (_, takesObjections, words) => {
    page({ takesObjections });

    expect((await screen.findByText(words)).parentElement?.parentElement?.textContent).toContain('李强');
  });

  it('tells the days and boards in numbers before it is published', async () => {
    const expected = { startsOn: '2026-11-05', endsOn: '2026-11-12' };
    const { asked } = page({ status: 'approved', may: ['noticeNotices:publish'], boardIds: ['1', '2', '3'], expected });
    fireEvent.click(await screen.findByRole('button', { name: /^公\s?布$/ }));

    expect(await screen.findByText(/公示期 7 天：11 月 6 日至 11 月 12 日，张贴在 3 处/)).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeNotices:publish')).toBe(false);
  });

  it('asks for a reason before it is taken down, and says what is void', async () => {
    const { asked } = page(
      { status: 'running', may: ['noticeNotices:takeDown'], postings: [posting({ postedOn: '2026-11-05' })] },
      { 'noticeNotices:takeDown': () => ({ nextId: null }) },
    );
    fireEvent.click(await screen.findByRole('button', { name: /^撤\s?下$/ }));
    expect(await screen.findByText(/公示期作废；1 处纸质公示须揭下/)).toBeTruthy();

    fireEvent.change(screen.getByLabelText('理由'), { target: { value: '名单有误' } });
    fireEvent.click(screen.getAllByRole('button', { name: /^撤\s?下$/ }).at(-1) as HTMLElement);

    await waitFor(() => expect(asked.find(({ url }) => url === 'noticeNotices:takeDown')?.data).toEqual({ reason: '名单有误' }));
  });

  it('notes a posting only with its photo, where that is what proves it', async () => {
    const { asked } = page({ status: 'posting', may: ['noticeNotices:notePosted'], postings: [posting()] });
    fireEvent.click(await screen.findByLabelText('登记张贴：村口公示栏'));
    fireEvent.click(screen.getAllByRole('button', { name: '登记张贴' }).at(-1) as HTMLElement);

    expect(await screen.findByText('请选择现场照片')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeNotices:notePosted')).toBe(false);
  });

  it('shows what was decided in the check by its kinds, and why something was kept', async () => {
    page({ check: valid });

    expect(await screen.findByText('电话号码：遮盖 2，保留 1')).toBeTruthy();
    expect(screen.getByText('保留理由：社区办公电话')).toBeTruthy();
  });

  it('says so to who has no part in it', async () => {
    page(
      {},
      {
        'noticeNotices:desk': () => {
          throw refusal(404, 'notice.notFound', '没有这件公示，或者您与它无关。');
        },
      },
    );

    expect(await screen.findByText('没有这件公示，或者您与它无关。')).toBeTruthy();
  });
});
