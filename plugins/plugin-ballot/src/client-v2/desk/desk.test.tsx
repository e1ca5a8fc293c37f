import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { MeetingDesk } from '../../common/api';
import { decidedMotion, desk, entry, motion, people } from '../__fixtures__/meeting';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { DeskPage } from './DeskPage';

type Answers = Parameters<typeof renderPage>[1]['answers'];

const open = (meeting: MeetingDesk, { part, answers = {} }: { part: string; answers?: Answers }) =>
  renderPage(<DeskPage />, {
    at: `/admin/wuxin/meetings/5/desk?part=${part}`,
    path: '/admin/wuxin/meetings/:id/desk',
    answers: {
      'ballotMeetings:desk': () => meeting,
      'ballotMeetings:revision': () => ({ revision: meeting.revision }),
      'ballotMeetings:journal': () => [],
      'ballotRolls:changes': () => [],
      'ballotRolls:entries': () => ({
        rows: [entry(1, '赵桂芳', { isPresent: true, arrivedAt: Date.now() }), entry(2, '钱守义')],
        total: 2,
      }),
      ...answers,
    },
  });

const sent = (asked: { url: string; data?: unknown }[], url: string) => asked.find((one) => one.url === url)?.data;

describe('the figures of the desk', () => {
  it('say how many are due, there and missing, and why', async () => {
    open(desk(), { part: 'journal' });

    const figures = within(await screen.findByRole('region', { name: '到会情况' }));
    expect(figures.getByText('还差 3 人到会')).toBeTruthy();
    expect(figures.getByText('30')).toBeTruthy();
    expect(figures.getByText('17')).toBeTruthy();
    expect(figures.getByRole('status').textContent).toContain('实到 20 人才够');
  });

  it('are those of a desk that changed meanwhile, without anybody pressing anything', async () => {
    let meeting = desk();
    open(desk(), {
      part: 'journal',
      answers: { 'ballotMeetings:desk': () => meeting, 'ballotMeetings:revision': () => ({ revision: meeting.revision }) },
    });
    await screen.findByText('还差 3 人到会');

    meeting = desk({ revision: 2, attendance: { ...meeting.attendance, present: 20, missing: 0, sentence: null } });
    // a page that is looked at again asks at once; else it asks every few seconds
    document.dispatchEvent(new Event('visibilitychange'));

    expect(await screen.findByText('已够人数')).toBeTruthy();
  });
});

describe('attendance', () => {
  it('is entered by a name and Enter when only one is found, also before the answer is there', async () => {
    const { asked } = open(desk({ may: ['ballotAttendance:arrive'] }), {
      part: 'attendance',
      answers: {
        'ballotRolls:entries': ({ data }) => ({
          rows: (data as { search?: string }).search ? [entry(2, '钱守义')] : [entry(1, '赵桂芳'), entry(2, '钱守义')],
          total: 1,
        }),
      },
    });

    const field = await screen.findByRole('textbox', { name: '搜索姓名' });
    fireEvent.change(field, { target: { value: '钱' } });
    fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', keyCode: 13 });

    await waitFor(() => expect(sent(asked, 'ballotAttendance:arrive')).toEqual({ entryIds: ['102'], means: 'clerk' }));
  });

  it('lets those go who are there', async () => {
    const { asked } = open(desk({ may: ['ballotAttendance:arrive'] }), { part: 'attendance' });

    fireEvent.click(await screen.findByRole('button', { name: '赵桂芳 离会' }));

    await waitFor(() => expect(sent(asked, 'ballotAttendance:leave')).toEqual({ entryIds: ['101'] }));
  });

  it('is only read by who may not enter it', async () => {
    open(desk(), { part: 'attendance' });

    expect(await screen.findByText('赵桂芳')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /赵桂芳/ })).toBeNull();
  });

  it('says why somebody could not be entered', async () => {
    open(desk({ may: ['ballotAttendance:arrive'] }), {
      part: 'attendance',
      answers: {
        'ballotAttendance:arrive': () => {
          throw refusal(409, 'ballot.meetingClosed', '会议已结束');
        },
      },
    });

    fireEvent.click(await screen.findByRole('button', { name: '钱守义 到会' }));

    expect(await screen.findByText('会议已结束')).toBeTruthy();
  });
});

describe('the roll', () => {
  it('is frozen after its consequence was said in numbers', async () => {
    const draft = desk({ may: ['ballotRolls:freeze'], status: 'draft' });
    const { asked } = open(
      { ...draft, roll: { ...draft.roll!, status: 'draft', due: 28, hash: null, frozenAt: null } },
      { part: 'roll' },
    );

    fireEvent.click(await screen.findByRole('button', { name: '锁定名册' }));
    const dialog = within(await screen.findByRole('dialog', { name: '锁定名册' }));
    expect(dialog.getByText(/共 30 人，有表决权 28 人，没有表决权 2 人/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: '锁定名册' }));

    await waitFor(() => expect(asked.some(({ url }) => url === 'ballotRolls:freeze')).toBe(true));
  });

  it('is pasted, with what was found before it is entered', async () => {
    const { asked } = open(desk({ may: ['ballotRolls:enter'], status: 'draft' }), { part: 'roll' });

    fireEvent.click(await screen.findByRole('button', { name: '粘贴表格' }));
    const dialog = within(await screen.findByRole('dialog', { name: '粘贴表格' }));
    fireEvent.change(dialog.getByLabelText('表格'), { target: { value: '姓名\t性别\n张三\t男\n李四\t女\n\t女' } });
    expect(await dialog.findByText('2 人，其中妇女 1 人，0 户')).toBeTruthy();
    expect(dialog.getByText('没有姓名、不会录入的行：4')).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: '粘贴表格' }));

    await waitFor(() =>
      expect(sent(asked, 'ballotRolls:enter')).toEqual({
        unit: 'person',
        entries: [
          { name: '张三', isWoman: false },
          { name: '李四', isWoman: true },
        ],
      }),
    );
  });

  it('changes after freezing by a second person', async () => {
    const change = {
      id: '3',
      kind: 'withdraw',
      text: '撤销“赵桂芳”的登记',
      reason: '已迁出',
      status: 'proposed',
      proposedBy: people.first,
      proposedAt: 0,
      decidedBy: null,
      hashBefore: 'a',
      hashAfter: null,
      mayDecide: true,
    };
    const { asked } = open(desk(), { part: 'roll', answers: { 'ballotRolls:changes': () => [change] } });

    fireEvent.click(await screen.findByRole('button', { name: /^确\s?认$/ }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/由 张文博 提出/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: /^确\s?认$/ }));

    await waitFor(() => expect(sent(asked, 'ballotRolls:confirmChange')).toEqual({ change: '3' }));
  });
});

describe('a motion', () => {
  it('is opened with a reason where it cannot pass', async () => {
    const impossible = motion({
      may: ['ballotMotions:open'],
      feasibility: { status: 'impossible', needs: [], sentence: { 'zh-CN': '至少还差 1 人到会', 'en-US': '1 more' } },
    });
    const { asked } = open(desk({ motions: [impossible] }), { part: 'motions' });

    fireEvent.click(await screen.findByRole('button', { name: '开始表决' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/即使到会的人全部赞成，也不能通过/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: '开始表决' }));
    expect(await dialog.findByText('请填写“仍要表决的理由”')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('仍要表决的理由'), { target: { value: '按程序走完' } });
    fireEvent.click(dialog.getByRole('button', { name: '开始表决' }));

    await waitFor(() => expect(sent(asked, 'ballotMotions:open')).toEqual({ despiteOutlook: '按程序走完' }));
  });

  it('is closed after it was said who has not voted', async () => {
    const voting = motion({ status: 'open', may: ['ballotMotions:close'], progress: { expected: 20, voted: 18 } });
    open(desk({ motions: [voting] }), { part: 'motions' });

    fireEvent.click(await screen.findByRole('button', { name: '结束表决' }));

    expect(await screen.findByText('已表决 18 人，应表决 20 人，还有 2 人没有表决；结束后不能再投。')).toBeTruthy();
  });

  it('says what was decided, with the numbers, the rule in words and whether it is secret', async () => {
    const passed = decidedMotion({ due: 30, present: 20, approve: 11, oppose: 6, abstain: 3 });
    open(desk({ motions: [passed] }), { part: 'motions' });

    expect(await screen.findByText('通过')).toBeTruthy();
    expect(screen.getByText('应到 30 人，实到 20 人，达到三分之二；赞成 11 人，超过实到半数，通过')).toBeTruthy();
    const counts = within(screen.getByRole('list', { name: '票数' }));
    expect(counts.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['赞成 11', '反对 6', '弃权 3']);
    expect(await screen.findByText(/到会：实到达到应到的三分之二；通过：赞成超过实到半数/)).toBeTruthy();
    expect(screen.getByText('无记名')).toBeTruthy();
  });

  it('is counted again on demand, and says when it differs', async () => {
    const passed = decidedMotion({ due: 30, present: 20, approve: 11, oppose: 6, abstain: 3 });
    open(desk({ motions: [passed] }), {
      part: 'motions',
      answers: { 'ballotMotions:recount': () => ({ counts: passed.counted, result: passed.result, isSame: false }) },
    });

    fireEvent.click(await screen.findByRole('button', { name: '重新计票' }));

    expect(await screen.findByText('重新计票与记录的结果不同')).toBeTruthy();
  });

  it('is a roll-call name by name', async () => {
    const called = motion({
      way: 'rollCall',
      secrecy: 'open',
      status: 'open',
      may: ['ballotMotions:answer'],
      rollCall: [{ entryId: '101', name: '赵桂芳', answer: null }],
    });
    const { asked } = open(desk({ motions: [called] }), { part: 'motions' });

    const answers = within(await screen.findByRole('group', { name: '赵桂芳 的表态' }));
    fireEvent.click(answers.getByRole('button', { name: /^反\s?对$/ }));

    await waitFor(() => expect(sent(asked, 'ballotMotions:answer')).toEqual({ entryId: '101', answer: 'oppose' }));
  });

  it('is opened as a box by two shares', async () => {
    const closed = motion({ status: 'counting', may: ['ballotBoxes:openBox'] });
    const { asked } = open(desk({ motions: [closed] }), { part: 'motions' });

    fireEvent.click(await screen.findByRole('button', { name: /^开\s?箱$/ }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('第一份密钥'), { target: { value: 'AAAA-BBBB' } });
    fireEvent.change(dialog.getByLabelText('第二份密钥'), { target: { value: 'CCCC-DDDD ' } });
    fireEvent.click(dialog.getByRole('button', { name: /^开\s?箱$/ }));

    await waitFor(() => expect(sent(asked, 'ballotBoxes:openBox')).toEqual({ shares: ['AAAA-BBBB', 'CCCC-DDDD'] }));
  });
});

describe('a meeting that is convened', () => {
  it('says what stands against the day of the notice, while it is chosen', async () => {
    const inFiveDays = Date.now() + 5 * 24 * 3_600_000;
    open(desk({ status: 'draft', may: ['ballotMeetings:convene'], plannedAt: inFiveDays }), { part: 'journal' });

    fireEvent.click(await screen.findByRole('button', { name: /^召\s?集$/ }));

    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('向名册上的 30 人发出通知；之后不能再改会议内容。')).toBeTruthy();
    expect(await dialog.findByText(/应提前 10 天通知，最早可在/)).toBeTruthy();
  });
});

describe('a key', () => {
  it('is drawn, and its shares are shown to be printed, each on its own sheet', async () => {
    open(desk({ may: ['ballotBoxes:drawKey'] }), {
      part: 'secrecy',
      answers: { 'ballotBoxes:drawKey': () => ({ publicKey: 'PK', shares: ['S1', 'S2', 'S3'] }) },
    });

    fireEvent.click(await screen.findByRole('button', { name: '生成会议密钥' }));
    const dialog = within(await screen.findByRole('dialog', { name: '生成会议密钥' }));
    fireEvent.click(dialog.getByRole('button', { name: '生成会议密钥' }));

    const sheets = within(await screen.findByRole('dialog', { name: '会议密钥（三份）' }));
    expect(['S1', 'S2', 'S3'].map((share) => sheets.getByText(share).closest('section')?.className)).toEqual([
      'wuxin-sheet',
      'wuxin-sheet',
      'wuxin-sheet',
    ]);
    fireEvent.click(sheets.getByRole('button', { name: '已打印，关闭' }));
    await waitFor(() => expect(screen.queryByText('S1')).toBeNull());
  });
});
