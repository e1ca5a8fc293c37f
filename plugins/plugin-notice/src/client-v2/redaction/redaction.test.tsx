import { fireEvent, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import type { CheckView } from '../../common/api';
import { check, desk, finding } from '../__fixtures__/notice';
import { refusal, renderPage } from '../../../../../test/client/renderPage';
import { RedactionDialog } from './RedactionDialog';

const dialog = (view: CheckView, redact: () => unknown = () => null) =>
  renderPage(
    <App>
      <RedactionDialog notice={desk()} onClose={() => undefined} onDone={() => undefined} />
    </App>,
    {
      at: '/',
      path: '/',
      answers: {
        'noticeNotices:check': () => view,
        'noticeNotices:redact': redact,
        'noticeNotices:file': () => new Blob(['x']),
      },
    },
  );

const mayGoOn = () => !screen.getByText('看遮盖后的样子').closest('button')?.disabled;
const items = () => [...document.querySelectorAll<HTMLElement>('li[data-item]')];

describe('the redaction check', () => {
  beforeAll(() => {
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
    Object.assign(window, { open: () => null });
  });

  it('shows what was found in its context, with its mask, and highlights it in the text', async () => {
    dialog(check());

    expect((await screen.findByText('138****2345')).parentElement?.textContent).toContain('遮盖后');
    expect(document.querySelectorAll('mark[data-finding="0.0"]')).toHaveLength(1);
  });

  it('goes on only when everything is decided, and what is kept has a reason', async () => {
    dialog(check());
    fireEvent.click(await screen.findByRole('button', { name: /^保\s?留$/ }));
    expect(mayGoOn()).toBe(false);

    fireEvent.change(screen.getByLabelText('保留的理由'), { target: { value: '社区办公电话' } });

    expect(mayGoOn()).toBe(true);
  });

  it('shows the result before it is confirmed, and sends the decisions with their stamp', async () => {
    const { asked } = dialog(check());
    fireEvent.click(await screen.findByRole('button', { name: /^遮\s?盖$/ }));
    fireEvent.click(screen.getByText('看遮盖后的样子'));

    expect(await screen.findByText('联系电话：138****2345。')).toBeTruthy();
    expect(asked.some(({ url }) => url === 'noticeNotices:redact')).toBe(false);
    fireEvent.click(screen.getByText('确认，完成检查'));
    await waitFor(() => expect(asked.at(-1)?.url).toBe('noticeNotices:redact'));
    expect(asked.at(-1)?.data).toEqual({ stamp: 'stamp', decisions: [{ id: '0.0', decision: 'mask' }], looked: [] });
  });

  it('masks all of one kind at once, and leaves the others open', async () => {
    dialog(check({ findings: [finding('0.0'), finding('0.1'), finding('0.2', { kind: 'name' })] }));

    fireEvent.click(await screen.findByRole('button', { name: '全部遮盖：电话号码' }));

    expect(screen.getByText('电话号码 2 处，未定 0 处')).toBeTruthy();
    expect(screen.getByText('还有 1 处没有决定')).toBeTruthy();
  });

  it('has files opened before somebody may say that they looked at them', async () => {
    dialog(check({ findings: [], unchecked: [{ fileId: '8', name: '评议记录.pdf', contents: ['pdf'] }] }));
    const tick = await screen.findByRole('checkbox');
    expect(tick.hasAttribute('disabled')).toBe(true);

    fireEvent.click(screen.getByText('打开查看'));
    await waitFor(() => expect(tick.hasAttribute('disabled')).toBe(false));
    fireEvent.click(tick);

    expect(mayGoOn()).toBe(true);
  });

  it('is gone through by keys, and the focus stays on what is decided on', async () => {
    dialog(check({ findings: Array.from({ length: 12 }, (_, at) => finding(`0.${at}`)) }));
    await screen.findAllByText('138****2345');
    items()[0]?.focus();
    for (let press = 0; press < 10; press += 1) fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'm' });

    expect(document.activeElement?.getAttribute('data-item')).toBe('0.10');
    expect(screen.getByText('还有 2 处没有决定')).toBeTruthy();
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'r' });
    expect(document.activeElement?.getAttribute('data-reason')).toBe('0.10');
  });

  it('shows a page of a long list', async () => {
    dialog(check({ findings: Array.from({ length: 500 }, (_, at) => finding(`0.${at}`)) }));
    await screen.findAllByText('138****2345');

    expect(items()).toHaveLength(10);
  });

  it('offers to check anew when the text was changed meanwhile', async () => {
    dialog(check(), () => {
      throw refusal(409, 'notice.checkStale', '内容在检查之后有改动，请重新检查。');
    });
    fireEvent.click(await screen.findByRole('button', { name: /^遮\s?盖$/ }));
    fireEvent.click(screen.getByText('看遮盖后的样子'));
    fireEvent.click(await screen.findByText('确认，完成检查'));

    expect(await screen.findByText('内容在检查之后有改动，请重新检查。')).toBeTruthy();
  });
});
