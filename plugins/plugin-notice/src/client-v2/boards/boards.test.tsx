import { fireEvent, screen, waitFor } from '@testing-library/react';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import { BoardsPage } from './BoardsPage';

const board = { id: '21', place: { id: 'east', name: '东村社区' }, name: '村口公示栏', address: '村口', isInUse: true };

const page = (rows: (typeof board)[], retire: () => unknown = () => null) =>
  renderPage(<BoardsPage />, {
    at: '/',
    path: '/',
    answers: { 'noticeBoards:list': () => rows, 'noticeNotices:places': () => [], 'noticeBoards:update': retire },
  });

describe('the page of boards', () => {
  it('takes a board out of use after saying what that means', async () => {
    const { asked } = page([board]);
    fireEvent.click(await screen.findByLabelText('停用“村口公示栏”'));
    expect(await screen.findByText(/今后拟制的公示不能再选“村口公示栏”/)).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: /^停\s?用$/ }).at(-1) as HTMLElement);

    await waitFor(() => expect(asked.find(({ url }) => url === 'noticeBoards:update')?.data).toEqual({ isInUse: false }));
  });

  it('says what will be there when it is empty', async () => {
    page([]);

    expect(await screen.findByText('还没有公示栏')).toBeTruthy();
  });

  it('tells who may not keep them', async () => {
    page([board], () => {
      throw refusal(403, 'notice.mayNotKeepBoards', '公示栏由管理员或者当地拟稿人员维护。');
    });
    fireEvent.click(await screen.findByLabelText('停用“村口公示栏”'));
    fireEvent.click(screen.getAllByRole('button', { name: /^停\s?用$/ }).at(-1) as HTMLElement);

    expect(await screen.findByText('公示栏由管理员或者当地拟稿人员维护。')).toBeTruthy();
  });
});
