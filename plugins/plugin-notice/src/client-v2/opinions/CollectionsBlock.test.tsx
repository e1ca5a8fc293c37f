import { screen } from '@testing-library/react';
import type { OnWallRow } from '../../common/api';
import { renderPage } from '../../../../../test/client/renderPage';
import { row } from '../__fixtures__/notice';
import { CollectionsBlock } from './CollectionsBlock';

const { number, kindTitle, form, place, status, startsOn, endsOn } = row();
const asking = (id: string | null, closesOn: string): OnWallRow => ({
  number, kindTitle, form, place, status, startsOn, endsOn, id, title: '公约公告', wallPath: '/api/wall/n/abc/',
  asks: { id, title: '公约征求意见', closesOn },
}); // prettier-ignore

const block = (...rows: OnWallRow[]) =>
  renderPage(<CollectionsBlock place={null} rows={5} />, {
    at: '/',
    path: '/',
    answers: { 'noticeNotices:onWall': () => ({ rows, total: rows.length, today: '2026-11-09' }) },
  });

describe('the block of collections of opinions', () => {
  it('leads everybody to the wall, where opinions are said', async () => {
    const { asked } = block(asking(null, '2026-11-11'));

    expect((await screen.findByRole('link', { name: '公约征求意见' })).getAttribute('href')).toBe('/api/wall/n/abc/');
    expect(screen.getByText('还剩 2 天，至 11 月 11 日')).toBeTruthy();
    expect(asked[0]?.data).toMatchObject({ only: 'asking', pageSize: 5 });
  });

  it('leads who sorts them to the collection', async () => {
    block(asking('8', '2026-11-09'));

    expect((await screen.findByRole('link', { name: '公约征求意见' })).getAttribute('href')).toBe('/admin/wuxin/opinions/8');
    expect(screen.getByText('今天截止')).toBeTruthy();
  });

  it('says what will be there when nobody is asked', async () => {
    block();

    expect(await screen.findByText('现在没有意见征集')).toBeTruthy();
  });
});
