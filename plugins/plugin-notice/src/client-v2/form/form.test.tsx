import { fireEvent, screen, waitFor } from '@testing-library/react';
import { desk } from '../__fixtures__/notice';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import { NoticeFormPage } from './NoticeFormPage';

type Answers = Parameters<typeof renderPage>[1]['answers'];

const kind = {
  key: 'publicity',
  form: 'publicity',
  title: { 'zh-CN': '公示', 'en-US': 'Public notice' },
  takesObjections: true,
  periodUnit: 'calendarDays',
  periodParameter: 'notice.publicity_days',
  keepParameter: 'notice.keep_days',
  period: { key: 'notice.publicity_days', value: 7, isConfirmed: false },
  keep: { key: 'notice.keep_days', value: 30, isConfirmed: true },
};

const page = (answers: Answers = {}) =>
  renderPage(<NoticeFormPage />, {
    at: '/admin/wuxin/notices/5/edit',
    path: '/admin/wuxin/notices/:id/edit',
    answers: {
      'noticeKinds:list': () => [kind],
      'noticeNotices:desk': () => desk(),
      'noticeNotices:places': () => [],
      'noticeNotices:people': () => [],
      'noticeBoards:list': () => [],
      ...answers,
    },
  });

const save = () => fireEvent.click(screen.getByRole('button', { name: /^保\s?存$/ }));
const choose = (file: File) => fireEvent.change(screen.getByLabelText('添加附件'), { target: { files: [file] } });

describe('the form of a notice', () => {
  it('tells the numbers of the kind before anything is entered, and that nobody confirmed them', async () => {
    page();

    expect(await screen.findByText(/期限至少 7 天/)).toBeTruthy();
    expect(screen.getByText(/还没有人按上级规定确认/)).toBeTruthy();
  });

  it('shows how the text will hang, and sends it as blocks', async () => {
    const { asked } = page();
    fireEvent.change(await screen.findByLabelText('正文第 1 部分'), { target: { value: '# 名单\n现予公示。' } });
    expect((await screen.findByRole('heading', { name: '名单' })).tagName).toBe('H3');

    save();

    await waitFor(() => expect(asked.some(({ url }) => url === 'noticeNotices:update')).toBe(true));
    expect(asked.find(({ url }) => url === 'noticeNotices:update')?.data).toMatchObject({
      kindKey: 'publicity',
      placeId: 'east',
      body: [
        { kind: 'heading', text: '名单' },
        { kind: 'paragraph', text: '现予公示。' },
      ],
      staff: [
        { userId: 1, post: 'drafter' },
        { userId: 2, post: 'approver' },
        { userId: 3, post: 'poster' },
        { userId: 4, post: 'decider' },
      ],
    });
  });

  it('does not send fewer days than the rule', async () => {
    const { asked } = page();
    fireEvent.change(await screen.findByLabelText('公示天数'), { target: { value: '3' } });
    save();

    expect(await screen.findByText('不能少于 7 天')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeNotices:update')).toBe(false);
  });

  it('tells at the file what stands against it, before and after it is sent', async () => {
    const { asked } = page({
      'noticeNotices:addFile': () => {
        throw refusal(400, 'notice.fileType', '只能上传 PDF、Word（.docx）、JPG、PNG，并且内容与扩展名一致。');
      },
    });
    await screen.findByText('附件');
    choose(new File(['x'], '病毒.exe'));
    expect(await screen.findByText('只能上传 PDF、Word（.docx）、JPG、PNG。')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('删除附件“病毒.exe”'));
    choose(new File(['x'], '评议记录.pdf'));

    save();

    expect(await screen.findByText(/并且内容与扩展名一致/)).toBeTruthy();
    expect(screen.getByText(/正文已保存，有附件没有上传/)).toBeTruthy();
    expect(asked.filter(({ url }) => url === 'noticeNotices:update')).toHaveLength(1);
  });
});
