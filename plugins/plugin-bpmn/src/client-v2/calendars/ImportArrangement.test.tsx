import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import { TextDecoder } from 'node:util';
import type { ArrangementReading } from '../../common/api';
import { calendar2026 } from '../__fixtures__/calendars';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { CalendarsPage } from './CalendarsPage';
import { readNotice } from './readNotice';

const EFFECT = { openCases: 40, cases: 3, moved: 4, confirmed: 1, kept: 0 };
const READ: ArrangementReading = {
  state: 'read',
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  revision: 'r7',
  festivals: [
    { name: '元旦', from: '2027-01-01', until: '2027-01-03', restDays: 3, working: [], changes: 3 },
    { name: '春节', from: '2027-02-05', until: '2027-02-11', restDays: 7, working: ['2027-01-31', '2027-02-20'], changes: 9 },
  ],
  conflicts: [
    { date: '2027-10-01', kind: 'working', name: '防汛', source: '县政府通知', setBy: { id: 1, name: '王芳' }, becomes: 'rest' },
  ],
  days: 12,
  coveredUntil: '2027-12-31',
  effect: EFFECT,
};

async function open(answers: Parameters<typeof renderPage>[1]['answers'] = {}) {
  const page = renderPage(
    <App>
      <CalendarsPage />
    </App>,
    {
      at: '/admin/wuxin/calendars?year=2026',
      path: '/admin/wuxin/calendars',
      answers: {
        'bpmnCalendars:year': () => calendar2026,
        'bpmnCalendars:changes': () => ({ total: 0, rows: [] }),
        'bpmnCalendars:readArrangement': () => READ,
        'bpmnCalendars:importArrangement': () => EFFECT,
        'bpmnParameters:places': () => [],
        ...answers,
      },
    },
  );
  fireEvent.click(await screen.findByRole('button', { name: '导入放假安排' }));
  const dialog = within(await screen.findByRole('dialog', { name: '导入放假安排' }));
  return { ...page, dialog };
}
const button = (dialog: ReturnType<typeof within>, name: string) =>
  dialog.getByRole('button', { name: new RegExp(`^${[...name].join('\\s?')}$`) });
const paste = (dialog: ReturnType<typeof within>) => {
  fireEvent.change(dialog.getByLabelText('通知原文'), { target: { value: '通知全文' } });
  fireEvent.click(button(dialog, '核对'));
};

describe('the import of a notice on holidays', () => {
  it('shows what was read, what is stored otherwise and what moves, and takes it over with what it was compared with', async () => {
    const { dialog, asked } = await open();

    paste(dialog);

    expect(await dialog.findByText(/4 个时限改期，1 个暂定的时限变为确定/)).toBeTruthy();
    expect(dialog.getByText('导入后日历覆盖到 2027-12-31。')).toBeTruthy();
    expect(dialog.getByText('春节').closest('tr')?.textContent).toMatch(
      /2027-02-05 至 2027-02-11，共 7 天.*2027-01-31.*设置 9 天/,
    );
    expect(dialog.getByText('防汛').closest('tr')?.textContent).toMatch(/2027-10-01.*上班.*县政府通知 王芳.*放假/);
    expect(asked.some(({ url }) => url === 'bpmnCalendars:importArrangement')).toBe(false);

    fireEvent.click(button(dialog, '确认导入'));

    expect(await screen.findByText('已导入：4 个时限改期，1 个变为确定')).toBeTruthy();
    expect(asked.find(({ url }) => url === 'bpmnCalendars:importArrangement')?.data).toEqual({
      year: 2027,
      text: '通知全文',
      source: '',
      revision: 'r7',
    });
  });

  it('says line by line what could not be read, and keeps what was pasted', async () => {
    const problems = [{ code: 'workday.arrangementCount', text: '“国庆节”写作共 8 天，实为 7 天。<b>' }];
    const { dialog } = await open({ 'bpmnCalendars:readArrangement': () => ({ state: 'refused', problems }) });

    paste(dialog);

    expect(await dialog.findByText('“国庆节”写作共 8 天，实为 7 天。<b>')).toBeTruthy();
    expect(button(dialog, '确认导入')).toHaveProperty('disabled', true);
    fireEvent.click(button(dialog, '返回修改'));
    expect(dialog.getByLabelText<HTMLTextAreaElement>('通知原文').value).toBe('通知全文');
  });

  it('has nothing to confirm where everything is there', async () => {
    const same = { ...READ, days: 0, coveredUntil: null, conflicts: [] };
    const { dialog } = await open({ 'bpmnCalendars:readArrangement': () => same });

    paste(dialog);

    expect(await dialog.findByText('2027 年的安排已经录入，没有变化。')).toBeTruthy();
    expect(button(dialog, '确认导入')).toHaveProperty('disabled', true);
  });

  it('says that somebody was faster', async () => {
    const { dialog } = await open({
      'bpmnCalendars:importArrangement': () => {
        throw refusal(409, 'calendar.changedSince', '日历在您查看之后又有人改过，请重新查看。');
      },
    });

    paste(dialog);
    await dialog.findByText('防汛');
    fireEvent.click(button(dialog, '确认导入'));

    await waitFor(() => expect(dialog.getByText(/又有人改过/)).toBeTruthy());
  });
});

describe('the file of a notice', () => {
  const given = global.TextDecoder;
  beforeAll(() => Object.assign(global, { TextDecoder }));
  afterAll(() => Object.assign(global, { TextDecoder: given }));
  const file = (bytes: Uint8Array) => {
    const { buffer, byteOffset, byteLength } = bytes;
    return { size: byteLength, arrayBuffer: async () => buffer.slice(byteOffset, byteOffset + byteLength) } as Blob; // jsdom's has no arrayBuffer
  };

  it.each([
    ['UTF-8', Buffer.from('元旦：1月1日')],
    ['GB 18030', Buffer.from([0xd4, 0xaa, 0xb5, 0xa9, 0xa3, 0xba, 0x31, 0xd4, 0xc2, 0x31, 0xc8, 0xd5])],
  ])('is read in %s', async (_, bytes) => {
    await expect(readNotice(file(bytes))).resolves.toEqual({ state: 'read', text: '元旦：1月1日' });
  });

  it.each([
    ['notText', Buffer.from('PK\u0003\u0004\u0000')],
    ['tooLong', Buffer.alloc(100_000, 0x61)],
  ])('is refused: %s', async (why, bytes) => {
    await expect(readNotice(file(bytes))).resolves.toEqual({ state: 'refused', why });
  });
});
