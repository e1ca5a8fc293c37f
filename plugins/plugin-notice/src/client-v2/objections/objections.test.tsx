import { fireEvent, screen, waitFor } from '@testing-library/react';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import type { ObjectionView } from '../../common/api';
import { row, taking, view } from './__fixtures__/objection';
import { ObjectionDeskPage } from './ObjectionDeskPage';
import { ObjectionsPage } from './ObjectionsPage';
import { ReceiveObjectionPage } from './ReceiveObjectionPage';

type Answers = Parameters<typeof renderPage>[1]['answers'];

const list = (waiting: unknown[], all: unknown[], { search = '', isPhone = false } = {}) =>
  renderPage(<ObjectionsPage />, {
    at: `/admin/wuxin/objections${search}`,
    path: '/admin/wuxin/objections',
    answers: {
      'noticeRaisedObjections:list': ({ data }) => {
        const rows = (data as { isWaiting?: boolean }).isWaiting ? waiting : all;
        return { rows, total: rows.length };
      },
    },
    isPhone,
  });

const desk = (given: Partial<ObjectionView>, answers: Answers = {}) =>
  renderPage(<ObjectionDeskPage />, {
    at: '/admin/wuxin/objections/1',
    path: '/admin/wuxin/objections/:id',
    answers: { 'noticeRaisedObjections:get': () => view(given), ...answers },
  });

const press = (name: string) => fireEvent.click(screen.getAllByText(name).at(-1)!); // the dialog's own

describe('the page of objections', () => {
  it('has what waits for the reader first, with how many working days are left', async () => {
    list([row(), row({ id: '2', number: '2026-YY-0002', workingDaysLeft: -3, isOverdue: true })], []);

    expect(await screen.findByText('等我办理（2）')).toBeTruthy();
    expect(screen.getByText('还剩 2 个工作日')).toBeTruthy();
    expect(screen.getByText('逾期 3 个工作日')).toBeTruthy();
    expect(await screen.findByText('还没有异议')).toBeTruthy();
  });

  it('says that nothing waits, and asks for a status, a level and a notice as the address says', async () => {
    const { asked } = list([], [row()], { search: '?status=accepted&level=township&notice=n1' });

    expect(await screen.findByText('现在没有等您办理的异议。')).toBeTruthy();
    expect(await screen.findByText(/只看“低保对象名单公示”/)).toBeTruthy();
    expect(asked.map(({ data }) => data)).toContainEqual(
      expect.objectContaining({ status: ['accepted'], level: 'township', noticeId: 'n1' }),
    );
  });

  it('is cards on a phone', async () => {
    list([row()], [], { isPhone: true });

    expect((await screen.findByText('异议 2026-YY-0001')).closest('li')?.textContent).toMatch(/待受理.*还剩 2 个工作日/);
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('passes on a refusal', async () => {
    renderPage(<ObjectionsPage />, {
      at: '/admin/wuxin/objections',
      path: '/admin/wuxin/objections',
      answers: {
        'noticeRaisedObjections:list': () => {
          throw refusal(403, 'objection.notForYou', '您没有查看异议的权限');
        },
      },
    });

    expect((await screen.findAllByText('您没有查看异议的权限')).length).toBe(2);
  });
});

describe('the page of one objection', () => {
  it('says what is next to whoever decides, and accepts it', async () => {
    const { asked } = desk({}, { 'noticeRaisedObjections:accept': () => null });

    expect(await screen.findByText('请决定是否受理，最后一天是 2026-11-09。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^受\s?理$/ }));
    fireEvent.click((await screen.findAllByRole('button', { name: /^受\s?理$/ })).at(-1)!);

    await waitFor(() => expect(asked.some(({ url }) => url === 'noticeRaisedObjections:accept')).toBe(true));
  });

  it('shows who objects only after saying that the look is kept', async () => {
    const seen = { name: '周桂兰', contact: '13900000000', note: null, scan: null };
    const { asked } = desk({}, { 'noticeRaisedObjections:reveal': () => seen });

    fireEvent.click(await screen.findByText('查看异议人'));
    expect(await screen.findByText(/这次查看会写入办理记录/)).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeRaisedObjections:reveal')).toBe(false);
    press('查看异议人');

    expect(await screen.findByText('周桂兰')).toBeTruthy();
  });

  it('says why words are left out, and offers nothing to who may do nothing', async () => {
    desk({ isMasked: true, may: [] });

    expect(await screen.findByText('已隐去姓名、电话和住址')).toBeTruthy();
    expect(screen.getByText('等社区（村）决定是否受理，最后一天是 2026-11-09。')).toBeTruthy();
    expect(screen.queryByText('查看异议人')).toBeNull();
  });

  it('tells whom it is against that they are recused', async () => {
    desk({ isMasked: true, isAgainstReader: true, may: [] });

    expect(await screen.findByText('异议针对您本人或者您办理的事项')).toBeTruthy();
  });

  it('says what follows before it is answered, and asks for the step when it stands', async () => {
    const { asked } = desk(
      { status: 'accepted', may: ['reveal', 'answer', 'recordHearing'], steps: [{ step: 'talk', title: '协商' }] },
      { 'noticeRaisedObjections:answer': () => null },
    );
    await screen.findByText('请调查核实，并在 2026-11-09 前（含当天）答复。');
    fireEvent.click(screen.getByRole('button', { name: /^答\s?复$/ }));

    fireEvent.click(await screen.findByLabelText('成立'));
    expect(await screen.findByText(/公示将撤下，事项退回更正后重新公示 7 天/)).toBeTruthy();
    fireEvent.mouseDown(screen.getByLabelText('受影响的步骤'));
    expect(await screen.findByTitle('协商')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('不成立'));
    expect(await screen.findByText(/公示继续进行/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('答复内容和理由'), { target: { value: '名单无误。' } });
    fireEvent.click(screen.getAllByRole('button', { name: /^答\s?复$/ }).at(-1)!);

    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'noticeRaisedObjections:answer')?.data).toMatchObject({
        decision: 'rejected',
        answer: '名单无误。',
      }),
    );
  });

  it('names a step in words, one of a process of one’s own as its drawing does, and one without words as it is written', async () => {
    const said: Partial<ObjectionView> = { status: 'closed', decision: 'upheld', answer: '成立。', may: [] };
    desk({ ...said, affectedStep: 'vote' });
    expect(await screen.findByText(/退回步骤：表决/)).toBeTruthy();

    desk({ ...said, affectedStep: 'legal', steps: [{ step: 'legal', title: '法律顾问审查' }] });
    expect(await screen.findByText(/退回步骤：法律顾问审查/)).toBeTruthy();

    desk({ ...said, affectedStep: 'lunch' });
    expect(await screen.findByText(/退回步骤：lunch/)).toBeTruthy();
  });

  it('does not let many who object together be answered before they are heard', async () => {
    desk({ status: 'accepted', people: 12, needsHearing: true, may: ['answer', 'recordHearing'] });

    expect(await screen.findByText(/共同提出异议的有 12 人：请先听证并记录/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^答\s?复$/ }).hasAttribute('disabled')).toBe(true);
  });
});

describe('entering an objection', () => {
  const page = (answers: Answers) =>
    renderPage(<ReceiveObjectionPage />, {
      at: '/admin/wuxin/objections/new',
      path: '/admin/wuxin/objections/new',
      answers: { 'noticeRaisedObjections:notices': () => [taking], ...answers },
    });
  const fill = async (text: string) => {
    fireEvent.mouseDown(await screen.findByLabelText('公示'));
    fireEvent.click(await screen.findByText('低保对象名单公示（2026-GS-0007）'));
    fireEvent.change(screen.getByLabelText('异议内容'), { target: { value: text } });
    fireEvent.click(screen.getByText('登记并生成查询码'));
  };

  it('shows the code once, in large letters, with the warning that it is not shown again', async () => {
    const { asked } = page({
      'noticeRaisedObjections:receive': () => ({ id: '1', number: '2026-YY-0001', code: '7QKM-3XWA-9CDE-FGHJ' }),
    });
    await fill('名单里少了我家，请居委会核对。');

    expect((await screen.findByLabelText('查询码')).textContent).toBe('7QKM-3XWA-9CDE-FGHJ');
    expect(screen.getByText('查询码只显示这一次')).toBeTruthy();
    expect(asked.find(({ url }) => url === 'noticeRaisedObjections:receive')?.data).toMatchObject({
      noticeId: 'n1',
      channel: 'window',
      people: 1,
      text: '名单里少了我家，请居委会核对。',
    });
  });

  it('asks why it is so late for a notice whose last day is over', async () => {
    const { asked } = page({
      'noticeRaisedObjections:notices': () => [{ ...taking, endsOn: '2026-01-05' }],
      'noticeRaisedObjections:receive': () => ({ id: '1', number: '2026-YY-0001', code: '7QKM-3XWA-9CDE-FGHJ' }),
    });
    await fill('名单里少了我家，请居委会核对。');
    expect(await screen.findByText('请填写“迟录原因”')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeRaisedObjections:receive')).toBe(false);

    fireEvent.change(screen.getByLabelText('迟录原因'), { target: { value: '窗口停电' } });
    fireEvent.click(screen.getByText('登记并生成查询码'));

    await screen.findByLabelText('查询码');
    expect(asked.find(({ url }) => url === 'noticeRaisedObjections:receive')?.data).toMatchObject({ lateReason: '窗口停电' });
  });

  it('does not send a text that is too short', async () => {
    const { asked } = page({});
    await fill('太短');

    expect(await screen.findByText('至少 10 字')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeRaisedObjections:receive')).toBe(false);
  });
});
