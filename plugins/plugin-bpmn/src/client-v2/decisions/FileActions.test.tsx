import { fireEvent, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import { decisionTable } from '../__fixtures__/decisions';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { FileActions } from './FileActions';

const onRead = jest.fn();
const saved: string[] = [];

const open = (answers: Parameters<typeof renderPage>[1]['answers'] = {}) =>
  renderPage(
    <App>
      <FileActions decisionKey={decisionTable.key} onRead={onRead} />
    </App>,
    { at: '/', path: '/', answers },
  );

/** A file as somebody picks it; jsdom's cannot be read as text. */
function choose(text: string): void {
  const file = Object.assign(new File([text], 'route.dmn'), { text: () => Promise.resolve(text) });
  const field = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!field) throw new Error('no field for a file');
  fireEvent.change(field, { target: { files: [file] } });
}

beforeEach(() => {
  onRead.mockReset();
  saved.length = 0;
  Object.assign(URL, { createObjectURL: () => 'blob:here', revokeObjectURL: () => undefined });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
});

it('saves the table that holds now as a file that is called like it', async () => {
  const { asked } = open({ 'bpmnDecisions:file': () => ({ name: '审核去向.dmn', xml: '<definitions/>' }) });

  fireEvent.click(screen.getByRole('button', { name: '导出 DMN 文件' }));

  await waitFor(() => expect(saved).toEqual(['审核去向.dmn']));
  expect(asked[0]?.params).toEqual({ filterByTk: decisionTable.key });
});

it('puts the table of a file into the editor, under the key that the table here has', async () => {
  const other = { ...decisionTable, key: 'fee', name: '收费' };
  const { asked } = open({ 'bpmnDecisions:readFile': () => ({ tables: [other], others: [] }) });

  choose('<definitions/>');

  expect(await screen.findByText(/收费/)).toBeTruthy();
  expect(onRead).toHaveBeenCalledWith({ ...other, key: decisionTable.key });
  expect(asked[0]?.data).toEqual({ xml: '<definitions/>' });
});

it('takes of several tables the one with the key of this one', async () => {
  const mine = { ...decisionTable, name: '新的去向' };
  open({ 'bpmnDecisions:readFile': () => ({ tables: [{ ...decisionTable, key: 'fee' }, mine], others: [] }) });

  choose('<definitions/>');

  await waitFor(() => expect(onRead).toHaveBeenCalledWith(mine));
});

it('says why a file is refused, and leaves the editor as it is', async () => {
  open({
    'bpmnDecisions:readFile': () => {
      throw refusal(400, 'decision.file', '这个文件不是 DMN 决策表');
    },
  });

  choose('<html/>');

  expect((await screen.findByRole('alert')).textContent).toContain('这个文件不是 DMN 决策表');
  expect(onRead).not.toHaveBeenCalled();
});
