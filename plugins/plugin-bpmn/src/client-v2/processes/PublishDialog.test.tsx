import { fireEvent, screen, waitFor } from '@testing-library/react';
import { App } from 'antd';
import type { Problem, PublishingState } from '../../common/api';
import { renderPage } from '../__fixtures__/renderPage';
import { PublishDialog } from './PublishDialog';

const problem = (severity: Problem['severity']): Problem => ({
  code: 'process.noForm',
  severity,
  elementId: 'review',
  elementName: '审核',
  text: '“审核”没有表单',
});

const mayPublish: PublishingState = {
  asksForTwo: false,
  authors: [],
  mustAsk: null,
  others: [],
  seen: 'as it is',
  request: null,
};

const open = (problems: Problem[], publishing = mayPublish) => {
  const onShow = jest.fn();
  const onDone = jest.fn();
  const { asked } = renderPage(
    <App>
      <PublishDialog processKey="p" number={3} running={2} unconfirmed={0} onShow={onShow} onDone={onDone} onCancel={jest.fn()} />
    </App>,
    {
      at: '/',
      path: '/',
      answers: {
        'bpmnProcesses:check': () => problems,
        'bpmnProcesses:publish': () => ({}),
        'bpmnProcesses:publishing': () => publishing,
        'bpmnProcesses:askForPublishing': () => ({ asked: 2 }),
      },
    },
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

describe('where publishing takes two people', () => {
  const [chen, li] = [
    { id: 1, name: '陈敏' },
    { id: 2, name: '李强' },
  ];
  const own: PublishingState = { ...mayPublish, asksForTwo: true, authors: [chen], mustAsk: 'ownDraft', others: [li] };

  it('says before who may publish what the reader changed, and asks them in its place', async () => {
    const { asked } = open([], own);

    expect(await screen.findByText(/须由别人发布。可以发布的人：李强/)).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: '留言（可不填）' }), { target: { value: '请看' } });
    fireEvent.click(screen.getByRole('button', { name: '请人发布' }));

    await screen.findByText('已请 2 人发布');
    expect(asked.find(({ url }) => url === 'bpmnProcesses:askForPublishing')).toMatchObject({ data: { note: '请看' } });
    expect(asked.some(({ url }) => url === 'bpmnProcesses:publish')).toBe(false);
  });

  it('does not let anybody be asked where nobody may', async () => {
    open([], { ...own, others: [] });

    expect(await screen.findByText(/现在也没有别人可以发布/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '请人发布' }).disabled).toBe(true);
  });

  it('shows another one whose changes they are, and sends what was looked at', async () => {
    const { asked, onDone } = open([], { ...own, mustAsk: null, others: [] });
    await screen.findByText('改过这个草案的人：陈敏');
    await waitFor(() => expect(ok().disabled).toBe(false));
    write();

    fireEvent.click(ok());

    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(asked.find(({ url }) => url === 'bpmnProcesses:publish')).toMatchObject({ data: { seen: 'as it is' } });
  });
});
