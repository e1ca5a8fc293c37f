import { screen } from '@testing-library/react';
import { row } from '../__fixtures__/meeting';
import { renderPage } from '../__fixtures__/renderPage';
import { MeetingsBlock } from './MeetingsBlock';

const block = (rows: ReturnType<typeof row>[], shown = 5) =>
  renderPage(<MeetingsBlock rows={shown} />, {
    at: '/',
    path: '/',
    answers: { 'ballotMeetings:list': () => ({ rows, total: rows.length, mayCreate: false }) },
  });

describe('the block of meetings', () => {
  it('has those that are still to come, the next one first', async () => {
    const at = (day: string) => Date.parse(`${day}T09:00:00+08:00`);
    const later = row({ id: '1', title: '第四次会议', plannedAt: at('2026-12-20') });
    const next = row({ id: '2', title: '第三次会议', plannedAt: at('2026-12-01') });
    const { asked } = block([later, next]);

    const shown = await screen.findByRole('list', { name: '近期会议' });
    expect([...shown.children].map((line) => line.querySelector('a')?.textContent)).toEqual(['第三次会议', '第四次会议']);
    expect(asked.find(({ url }) => url === 'ballotMeetings:list')?.data).toMatchObject({
      scope: 'mine',
      status: ['convened', 'open', 'adjourned'],
    });
  });

  it('has as many as are set', async () => {
    block([row({ id: '1' }), row({ id: '2' })], 1);

    expect((await screen.findByRole('list', { name: '近期会议' })).children).toHaveLength(1);
    expect(screen.getByText('显示前 1 条，共 2 条')).toBeTruthy();
  });

  it('says what will be there when it is empty', async () => {
    block([]);

    expect(await screen.findByText('近期没有会议')).toBeTruthy();
  });
});
