import { screen } from '@testing-library/react';
import { renderPage } from '../../../../../test/client/renderPage';
import { row } from './__fixtures__/objection';
import { ObjectionsBlock } from './ObjectionsBlock';

const block = (rows: ReturnType<typeof row>[], settings = {}) =>
  renderPage(<ObjectionsBlock place={null} show="waiting" rows={5} {...settings} />, {
    at: '/',
    path: '/',
    answers: { 'noticeRaisedObjections:list': () => ({ rows, total: rows.length }) },
  });

describe('the block of objections', () => {
  it('has what waits for the reader, with the time that is left', async () => {
    const { asked } = block([row()]);

    const link = await screen.findByRole('link', { name: /2026-YY-0001/ });
    expect(link.getAttribute('href')).toBe('/admin/wuxin/objections/1');
    expect(screen.getByText(/低保对象名单公示/)).toBeTruthy();
    expect(screen.getByTitle(/2026-11-09/)).toBeTruthy();
    expect(asked[0]?.data).toEqual({ isWaiting: true, placeId: undefined, pageSize: 5 });
  });

  it('has what is late at a place, where that is set', async () => {
    const { asked } = block([], { show: 'overdue', place: { id: 'east', name: '东村社区' }, rows: 3 });

    expect(await screen.findByText('没有逾期的异议')).toBeTruthy();
    expect(asked[0]?.data).toEqual({ isOverdue: true, placeId: 'east', pageSize: 3 });
  });
});
