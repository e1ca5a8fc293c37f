import { screen } from '@testing-library/react';
import type { OnWallRow } from '../../common/api';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import { row } from '../__fixtures__/notice';
import { NoticesBlock } from './NoticesBlock';

const { number, title, kindTitle, form, place, status, startsOn, endsOn } = row();
const hanging = (given: Partial<OnWallRow> = {}): OnWallRow => ({
  number, title, kindTitle, form, place, status, startsOn, endsOn, id: null, wallPath: '/api/wall/n/abc/', asks: null, ...given,
}); // prettier-ignore

const block = (answer: () => unknown, settings = {}) =>
  renderPage(<NoticesBlock place={null} show="running" rows={5} {...settings} />, {
    at: '/',
    path: '/',
    answers: { 'noticeNotices:onWall': answer },
  });
const list = (...rows: OnWallRow[]) => ({ rows, total: rows.length, today: '2026-11-09' });

describe('the block of notices', () => {
  it('leads everybody to the wall, with the days that are left', async () => {
    block(() => list(hanging()));

    const link = await screen.findByRole('link', { name: '低保评议公示' });
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['/api/wall/n/abc/', '_blank']);
    expect(screen.getByText('公示期还剩 3 天，至 11 月 12 日')).toBeTruthy();
    expect(screen.queryByText('查看全部公示公告')).toBeNull();
  });

  it('leads whoever has a part in it to the desk, and to the others', async () => {
    block(() => list(hanging({ id: '5' })));

    const link = await screen.findByRole('link', { name: '低保评议公示' });
    expect(link.getAttribute('href')).toBe('/admin/wuxin/notices/5');
    expect(screen.getByText('查看全部公示公告')).toBeTruthy();
  });

  it('says until when opinions are asked for', async () => {
    block(() => list(hanging({ asks: { id: null, title: '公约征求意见', closesOn: '2026-11-11' } })));

    expect(await screen.findByText('征集意见至 11 月 11 日')).toBeTruthy();
  });

  it('asks for what is set: place, list and number of rows', async () => {
    const east = { id: 'east', name: '东村社区' };
    const { asked } = block(() => list(), { place: east, show: 'hanging', rows: 10 });

    expect(await screen.findByText('现在没有公示公告')).toBeTruthy();
    expect(asked[0]?.data).toEqual({ placeId: 'east', only: undefined, pageSize: 10 });
    expect(asked).toHaveLength(1);
  });

  it('passes on a refusal', async () => {
    block(() => {
      throw refusal(403, 'notice.mayNotSee', '您不能查看公示。');
    });

    expect(await screen.findByText('您不能查看公示。')).toBeTruthy();
  });
});
