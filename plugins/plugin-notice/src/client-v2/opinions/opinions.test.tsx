import { fireEvent, screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../../../../test/client/renderPage';
import type { CollectionView, OpinionRow } from '../../common/api';
import { CollectionDeskPage } from './CollectionDeskPage';
import { CollectionsPage } from './CollectionsPage';

const opinion = (given: Partial<OpinionRow> = {}): OpinionRow => ({
  id: 'p1',
  number: 1,
  channel: 'window',
  receivedOn: '2026-11-05',
  lateReason: null,
  text: '建议广场舞早些结束。',
  status: 'received',
  reason: null,
  decidedAt: null,
  decidedBy: null,
  ...given,
});

const collection = (given: Partial<CollectionView> = {}): CollectionView => ({
  id: 'c1',
  number: '2026-YJ-0001',
  title: '居民公约修改征求意见',
  noticeId: 'n1',
  place: null,
  status: 'sorting',
  opensOn: '2026-11-01',
  closesOn: '2026-11-08',
  counts: { total: 2, received: 2, adopted: 0, partly: 0, declined: 0 },
  instanceId: null,
  feedback: null,
  feedbackNoticeId: null,
  revision: 1,
  journal: [],
  may: ['receive', 'decide', 'close', 'cancel'],
  ...given,
});

type Answers = Parameters<typeof renderPage>[1]['answers'];

const desk = (given: Partial<CollectionView>, rows: OpinionRow[], answers: Answers = {}, isMasked = false) =>
  renderPage(<CollectionDeskPage />, {
    at: '/admin/wuxin/opinions/c1',
    path: '/admin/wuxin/opinions/:id',
    answers: {
      'noticeCollections:get': () => collection(given),
      'noticeOpinions:list': () => ({ rows, total: rows.length, isMasked }),
      ...answers,
    },
  });

describe('the page of collections', () => {
  const page = (rows: unknown[], { mayBegin = false, answers = {} as Answers } = {}) =>
    renderPage(<CollectionsPage />, {
      at: '/admin/wuxin/opinions',
      path: '/admin/wuxin/*',
      answers: {
        'noticeCollections:list': () => ({ rows, total: rows.length, mayBegin }),
        'noticeNotices:places': () => [{ id: 'east', name: '东村社区' }],
        'noticeNotices:people': () => [{ id: 4, name: '李强' }],
        ...answers,
      },
    });
  const fill = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
  const choose = async (label: string, option: string) => {
    fireEvent.mouseDown(screen.getByLabelText(label));
    fireEvent.click((await screen.findAllByTitle(option)).at(-1)!); // of the list that was opened last
  };
  const begin = async () => fireEvent.click(await screen.findByText('征集意见'));
  const send = () => fireEvent.click(screen.getAllByText('征集意见').at(-1)!); // the dialog's own

  it('begins a collection after saying what follows, and for how long', async () => {
    const answers = { 'noticeCollections:begin': () => ({ id: 'c9', noticeId: 'n9' }) };
    const { asked } = page([], { mayBegin: true, answers });
    await begin();
    expect(await screen.findByText('按下面的内容拟出一份公告草稿，转到公告页。')).toBeTruthy();
    fill('标题', '公约征求意见');
    fill('就什么征求意见', '现就公约修改征求意见。');
    fill('征集天数', '10');
    expect(await screen.findByText(/如果今天公布，征集到 .*共 10 天/)).toBeTruthy();
    await choose('属地', '东村社区');
    await choose('审批人', '李强');
    await choose('张贴人', '李强');
    await choose('意见处理人', '李强');
    send();

    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'noticeCollections:begin')?.data).toEqual({
        title: '公约征求意见',
        text: '现就公约修改征求意见。',
        placeId: 'east',
        days: 10,
        staff: [
          { userId: 4, post: 'approver' },
          { userId: 4, post: 'poster' },
          { userId: 4, post: 'decider' },
        ],
      }),
    );
  });

  it('does not begin one that nobody decides on', async () => {
    const { asked } = page([], { mayBegin: true });
    await begin();
    await screen.findByLabelText('标题');
    send();

    expect(await screen.findByText('请填写意见处理人')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeCollections:begin')).toBe(false);
  });

  it('offers to begin one only to whoever drafts notices', async () => {
    page([collection()]);

    expect(await screen.findByText('居民公约修改征求意见')).toBeTruthy();
    expect(screen.queryByText('征集意见')).toBeNull();
  });

  it('says how many opinions are undecided', async () => {
    page([collection()]);

    const line = (await screen.findByText('居民公约修改征求意见')).closest('tr');
    expect(line?.textContent).toMatch(/处理意见.*2 条（共 2 条）.*2026-11-01 至 2026-11-08/);
  });

  it('says what will be there when it is empty', async () => {
    page([]);

    expect(await screen.findByText('还没有意见征集')).toBeTruthy();
  });
});

describe('the page of one collection', () => {
  it('decides the first that waits by keys alone', async () => {
    const { asked } = desk({}, [opinion(), opinion({ id: 'p2', number: 2 })], { 'noticeOpinions:decide': () => null });
    const group = await screen.findByLabelText('处理意见 1');

    fireEvent.keyDown(group, { code: 'Digit2', key: '2' });
    const reason = screen.getByLabelText('理由（提出人会看到）');
    fireEvent.change(reason, { target: { value: '工作日早些结束。' } });
    fireEvent.keyDown(reason, { key: 'Enter', ctrlKey: true });

    await waitFor(() =>
      expect(asked.find(({ url }) => url === 'noticeOpinions:decide')).toMatchObject({
        params: { filterByTk: 'p1' },
        data: { status: 'partly', reason: '工作日早些结束。' },
      }),
    );
  });

  it('keeps a digit that is written for the reason, and does not save without one', async () => {
    const { asked } = desk({}, [opinion()]);
    const reason = await screen.findByLabelText('理由（提出人会看到）');

    fireEvent.keyDown(reason, { code: 'Digit1', key: '1' });
    fireEvent.keyDown(reason, { key: 'Enter', ctrlKey: true });

    expect(await screen.findByText('请选择处理结果并写明理由')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeOpinions:decide')).toBe(false);
  });

  it('cannot be closed while something is undecided, and says how much', async () => {
    desk({}, [opinion()]);

    expect(await screen.findByText(/还有 2 条意见没有处理/)).toBeTruthy();
    expect(screen.getByText('结束并形成反馈').closest('button')?.disabled).toBe(true);
  });

  it('is closed after saying what follows', async () => {
    const counts = { total: 2, received: 0, adopted: 1, partly: 0, declined: 1 };
    const { asked } = desk({ counts }, [opinion({ status: 'adopted', reason: '已采纳。' })], {
      'noticeCollections:close': () => null,
    });

    fireEvent.click(await screen.findByText('结束并形成反馈'));
    expect(await screen.findByText(/采纳 1、部分采纳 0、不采纳 1。结束后不能再改/)).toBeTruthy();
    fireEvent.click(screen.getAllByText('结束并形成反馈').at(-1)!); // the dialog's own

    await waitFor(() => expect(asked.some(({ url }) => url === 'noticeCollections:close')).toBe(true));
  });

  it('offers nothing to who may do nothing, and says that words are left out', async () => {
    desk({ may: [] }, [opinion()], {}, true);

    expect(await screen.findByText(/只有处理意见的人能看到原文/)).toBeTruthy();
    expect(screen.queryByText('取消征集')).toBeNull();
    expect(screen.queryByText('查看提出人')).toBeNull();
  });
});
