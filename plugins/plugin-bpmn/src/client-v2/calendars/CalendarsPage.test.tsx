import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import { calendar2026 } from '../__fixtures__/calendars';
import type { SettingChangePage } from '../../common/api';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { CalendarsPage } from './CalendarsPage';

const EFFECT = { openCases: 40, cases: 3, moved: 4, confirmed: 0, kept: 1 };

const CHANGES: SettingChangePage = {
  total: 1,
  rows: [
    { id: '1', at: 1_780_000_000_000, by: { id: 3, name: '王芳' }, text: '2026-11-10 设为放假：停电（镇政府通知）。', parts: [] },
  ],
};

const open = (answers: Parameters<typeof renderPage>[1]['answers'] = {}) =>
  renderPage(
    <App>
      <CalendarsPage />
    </App>,
    {
      at: '/admin/wuxin/calendars?year=2026',
      path: '/admin/wuxin/calendars',
      answers: {
        'bpmnCalendars:year': () => calendar2026,
        'bpmnCalendars:changes': () => CHANGES,
        'bpmnCalendars:preview': () => EFFECT,
        'bpmnCalendars:setDay': () => EFFECT,
        'bpmnCalendars:extend': () => ({ ...EFFECT, moved: 1, confirmed: 2 }),
        'bpmnParameters:places': () => [],
        ...answers,
      },
    },
  );

describe('the page of calendars', () => {
  it('shows until when it is known, the year, and who set which day by what', async () => {
    open();

    expect(await screen.findByText('日历已覆盖到 2026-12-31')).toBeTruthy();
    expect(screen.getByRole('button', { name: '2026-10-01：国庆节' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '2026-11-09：上班' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '城关镇（2 项）' })).toBeTruthy();
    expect(screen.getByText('停电').closest('tr')?.textContent).toMatch(/2026-11-10.*放假.*镇政府通知.*王芳/);
  });

  it('says in numbers what a day moves before it is set, and sets it with its ground', async () => {
    const { asked } = open();

    fireEvent.click(await screen.findByRole('button', { name: '2026-11-09：上班' }));
    const dialog = within(await screen.findByRole('dialog', { name: '修改 2026-11-09' }));
    expect(await dialog.findByText(/40 件办件中，3 件有变化：4 个时限改期.*1 个时限保持不变/)).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('名称'), { target: { value: '赶集日' } });
    fireEvent.click(dialog.getByRole('button', { name: /^保\s?存$/ }));
    expect(await dialog.findByText('请填写“依据”')).toBeTruthy();
    fireEvent.change(dialog.getByLabelText('依据'), { target: { value: '镇政府通知' } });
    fireEvent.click(dialog.getByRole('button', { name: /^保\s?存$/ }));

    expect(await screen.findByText('已保存：4 个时限改期')).toBeTruthy();
    const body = { placeId: null, date: '2026-11-09', kind: 'rest', name: '赶集日', source: '镇政府通知' };
    expect(asked.find(({ url }) => url === 'bpmnCalendars:setDay')?.data).toEqual(body);
  });

  it('takes back a day of its own without asking why', async () => {
    const { asked } = open();

    fireEvent.click(await screen.findByRole('button', { name: '修改 2026-11-10' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: '取消设置' }));
    fireEvent.click(dialog.getByRole('button', { name: /^保\s?存$/ }));

    await screen.findByText('已保存：4 个时限改期');
    const body = { placeId: null, date: '2026-11-10', kind: 'plain', name: '', source: '' };
    expect(asked.find(({ url }) => url === 'bpmnCalendars:setDay')?.data).toEqual(body);
  });

  it('says who changed what, of the calendar that is shown, and again after a change', async () => {
    const { asked } = open();

    const list = await screen.findByText('2026-11-10 设为放假：停电（镇政府通知）。');
    expect(list.closest('tr')?.textContent).toContain('王芳');
    const looks = () => asked.filter(({ url }) => url === 'bpmnCalendars:changes').length;
    const before = looks();

    fireEvent.click(await screen.findByRole('button', { name: '修改 2026-11-10' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: '取消设置' }));
    fireEvent.click(dialog.getByRole('button', { name: /^保\s?存$/ }));
    await screen.findByText('已保存：4 个时限改期');

    await waitFor(() => expect(looks()).toBe(before + 1));
  });

  it('is extended by a year', async () => {
    const { asked } = open();

    fireEvent.click(await screen.findByRole('button', { name: '延长日历' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: '延长日历' }));

    expect(await screen.findByText('日历已延长：1 个时限改期，2 个变为确定')).toBeTruthy();
    expect(asked.find(({ url }) => url === 'bpmnCalendars:extend')?.data).toEqual({ days: [], coveredUntil: '2027-12-31' });
  });

  it('is not for everybody', async () => {
    open({
      'bpmnCalendars:year': () => {
        throw refusal(403, 'calendar.administratorsOnly', '只有管理员可以管理工作日历');
      },
    });

    expect(await screen.findByText('只有管理员可以管理工作日历')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '设置一天' })).toBeNull();
  });
});
