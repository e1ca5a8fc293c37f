import { fireEvent, screen, within } from '@testing-library/react';
import { App } from 'antd';
import type { CalendarYear } from '../../common/api';
import { calendar2026 } from '../__fixtures__/calendars';
import { renderPage } from '../__fixtures__/renderPage';
import { CalendarsPage } from './CalendarsPage';

const EFFECT = { openCases: 40, cases: 3, moved: 4, confirmed: 0, kept: 0 };
const TOWN = { id: 'p1', name: '城关镇' };
const CLOSING = {
  id: 'c1',
  kind: 'rest',
  from: '2026-12-24',
  until: '2026-12-31',
  weekday: null,
  name: '年终盘点',
  source: '镇政府通知',
  place: TOWN,
  isOwn: true,
  setBy: { id: 1, name: '王芳' },
  setAt: Date.parse('2026-11-05T12:00:00+08:00'),
} as const;
const ofTown: CalendarYear = {
  ...calendar2026,
  place: TOWN,
  closings: [CLOSING, { ...CLOSING, id: 'c0', name: '周五下乡', weekday: 5, isOwn: false, place: { id: 'p0', name: '汉阴县' } }],
};

const open = (year: CalendarYear, query: string) =>
  renderPage(
    <App>
      <CalendarsPage />
    </App>,
    {
      at: `/admin/wuxin/calendars?year=2026${query}`,
      path: '/admin/wuxin/calendars',
      answers: {
        'bpmnCalendars:year': () => year,
        'bpmnCalendars:changes': () => ({ total: 0, rows: [] }),
        'bpmnCalendars:preview': () => EFFECT,
        'bpmnCalendars:addClosing': () => EFFECT,
        'bpmnCalendars:removeClosing': () => EFFECT,
        'bpmnParameters:places': () => [],
      },
    },
  );
const pick = (label: HTMLElement, date: string) => {
  fireEvent.mouseDown(label);
  fireEvent.change(label, { target: { value: date } });
  fireEvent.keyDown(label, { key: 'Enter', code: 'Enter', keyCode: 13 });
};

describe('when a place is closed', () => {
  it('asks for a place first where none is chosen', async () => {
    open(calendar2026, '');

    expect(await screen.findByText('要设置一个单位的停办安排，请先在上方选择属地。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '设置一段时间' })).toBeNull();
  });

  it('lists its own stretches and those from above, which are removed there', async () => {
    open(ofTown, '&place=p1');

    expect((await screen.findByText('年终盘点')).closest('tr')?.textContent).toMatch(/2026-12-24 至 2026-12-31.*停办.*王芳/);
    expect(screen.getByText('周五下乡').closest('tr')?.textContent).toMatch(/每周五.*汉阴县.*在上级属地设置/);
    expect(screen.queryByRole('button', { name: '删除停办安排：周五下乡' })).toBeNull();
  });

  it('is told in numbers what removing one moves, and removes it', async () => {
    const { asked } = open(ofTown, '&place=p1');

    fireEvent.click(await screen.findByRole('button', { name: '删除停办安排：年终盘点' }));
    const dialog = within(await screen.findByRole('dialog', { name: '删除停办安排：年终盘点' }));
    expect(await dialog.findByText(/4 个时限改期/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: /^删\s?除$/ }));

    expect(await screen.findByText('已删除：4 个时限改期')).toBeTruthy();
    expect(asked.find(({ url }) => url === 'bpmnCalendars:removeClosing')?.data).toEqual({ placeId: 'p1', closing: 'c1' });
  });

  it('is set for a stretch, with its ground', async () => {
    const { asked } = open(ofTown, '&place=p1');

    fireEvent.click(await screen.findByRole('button', { name: '设置一段时间' }));
    const dialog = within(await screen.findByRole('dialog', { name: '设置一段时间' }));
    pick(dialog.getByLabelText('从哪天开始'), '2026-12-01');
    pick(dialog.getByLabelText('到哪天为止（含）'), '2026-12-03');
    expect(await dialog.findByText(/4 个时限改期/)).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('名称'), { target: { value: '搬家' } });
    fireEvent.change(dialog.getByLabelText('依据'), { target: { value: '镇政府通知' } });
    fireEvent.click(dialog.getByRole('button', { name: /^保\s?存$/ }));

    expect(await screen.findByText('已保存：4 个时限改期')).toBeTruthy();
    const body = { placeId: 'p1', kind: 'rest', from: '2026-12-01', until: '2026-12-03', weekday: null };
    expect(asked.find(({ url }) => url === 'bpmnCalendars:addClosing')?.data).toEqual({
      ...body,
      name: '搬家',
      source: '镇政府通知',
    });
  });
});
