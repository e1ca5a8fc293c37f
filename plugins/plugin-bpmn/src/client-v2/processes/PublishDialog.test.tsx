import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { Problem } from '../../common/api';
import { renderPage } from '../__fixtures__/renderPage';
import { PublishDialog } from './PublishDialog';

const problem = (severity: Problem['severity']): Problem => ({
  code: 'process.noForm',
  severity,
  elementId: 'review',
  elementName: '审核',
  text: '“审核”没有表单',
});

const open = (problems: Problem[]) => {
  const onShow = jest.fn();
  const onDone = jest.fn();
  const { asked } = renderPage(
    <PublishDialog processKey="p" number={3} running={2} unconfirmed={0} onShow={onShow} onDone={onDone} onCancel={jest.fn()} />,
    { at: '/', path: '/', answers: { 'bpmnProcesses:check': () => problems, 'bpmnProcesses:publish': () => ({}) } },
  );
  return { asked, onShow, onDone };
};
const ok = () => screen.getByRole<HTMLButtonElement>('button', { name: /^发\s?布$/ });
const write = () => fireEvent.change(screen.getByRole('textbox', { name: '发布说明' }), { target: { value: '试行' } });

it('does not publish what has an error, and leads to its element', async () => {
  const { onShow } = open([problem('error'), problem('warning')]);

  await screen.findByText('有 1 处错误，改好后才能发布');
  expect(ok().disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '定位“审核”' }));

  expect(onShow).toHaveBeenCalledWith('review');
});

it('asks about warnings before it publishes', async () => {
  const { asked, onDone } = open([problem('warning')]);
  await screen.findByText('有 1 处提醒，请逐条看过');
  write();

  fireEvent.click(ok());
  await screen.findByText('请先勾选');
  expect(asked.some(({ url }) => url === 'bpmnProcesses:publish')).toBe(false);

  fireEvent.click(screen.getByRole('checkbox', { name: '我已看过以上提醒，仍要发布' }));
  fireEvent.click(ok());
  await waitFor(() => expect(onDone).toHaveBeenCalled());
});

it('publishes at once where nothing was found', async () => {
  const { onDone } = open([]);
  await waitFor(() => expect(ok().disabled).toBe(false));
  write();

  fireEvent.click(ok());

  await waitFor(() => expect(onDone).toHaveBeenCalled());
});
