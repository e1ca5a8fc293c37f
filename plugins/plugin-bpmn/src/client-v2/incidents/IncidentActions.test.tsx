import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { App } from 'antd';
import type { IncidentDetail } from '../../common/api';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { IncidentActions, useIncidentDialogs } from './IncidentActions';

const detail: IncidentDetail = {
  id: '7',
  instanceId: '1',
  instanceTitle: '一件',
  processName: '居民公约',
  elementId: 'way',
  elementName: '是否通过',
  code: 'conditionUnknown',
  text: '条件“votes > 10”用到的数据还不知道',
  raisedAt: 0,
  attempts: 0,
  again: 'element',
  expressions: ['votes > 10'],
  readsRecord: false,
  parameters: [],
  variables: [
    { name: 'votes', label: '赞成票', value: null, type: 'number', isRead: true, isHidden: false },
    { name: 'people', label: null, value: [1], type: null, isRead: false, isHidden: false },
    { name: 'item', label: null, value: '甲', type: null, isRead: false, isHidden: true },
  ],
};

function Incident({ onChanged }: { onChanged: () => void }) {
  const { show, dialog } = useIncidentDialogs(onChanged);
  return (
    <>
      <IncidentActions incidentId="7" show={show} />
      {dialog}
    </>
  );
}

const open = (answers: Parameters<typeof renderPage>[1]['answers'] = {}) => {
  const onChanged = jest.fn();
  const { asked } = renderPage(
    <App>
      <Incident onChanged={onChanged} />
    </App>,
    { at: '/', path: '/', answers: { 'bpmnIncidents:detail': () => detail, ...answers } },
  );
  const retried = () => asked.find(({ url }) => url === 'bpmnIncidents:retry');
  return { onChanged, retried };
};
const dialog = async () => {
  fireEvent.click(screen.getByRole('button', { name: /^重\s?试$/ }));
  const opened = await screen.findByRole('dialog', { name: '重试“一件”' });
  const press = () => fireEvent.click(within(opened).getByRole('button', { name: /^重\s?试$/ }));
  return { ...within(opened), press };
};

it('says what is wrong at which element, and what a retry does and leaves behind', async () => {
  open();

  const { getByText } = await dialog();

  expect(getByText('“是否通过”：条件“votes > 10”用到的数据还不知道')).toBeTruthy();
  expect(getByText(/将从“是否通过”这一步重新试一次.*历史会记下/)).toBeTruthy();
  expect(getByText('votes > 10')).toBeTruthy();
});

it('sends the reason and the changed values only', async () => {
  const { retried, onChanged } = open();
  const { press, getByLabelText } = await dialog();

  fireEvent.change(getByLabelText('赞成票（votes）'), { target: { value: '11' } });
  fireEvent.change(getByLabelText('理由'), { target: { value: '核对票数' } });
  press();

  await waitFor(() => expect(onChanged).toHaveBeenCalled());
  expect(retried()).toMatchObject({
    params: { filterByTk: '7' },
    data: { reason: '核对票数', variables: { votes: 11 } },
  });
});

it('wants a reason', async () => {
  const { retried } = open();
  const { press, findByText } = await dialog();

  press();

  expect(await findByText(/^请填写.*理由/)).toBeTruthy();
  expect(retried()).toBeUndefined();
});

it('says at the field that a list is no JSON, and sends nothing', async () => {
  const { retried } = open();
  const { press, findByText, getByLabelText } = await dialog();

  fireEvent.change(getByLabelText('people'), { target: { value: '[1,\n 2' } });
  fireEvent.change(getByLabelText('理由'), { target: { value: '补人' } });
  press();

  expect(await findByText(/不是正确的 JSON/)).toBeTruthy();
  expect(retried()).toBeUndefined();
});

it('does not let a value be changed that the branch has of its own, and says why', async () => {
  open();

  const { getByLabelText, getByText } = await dialog();

  expect(getByLabelText<HTMLInputElement>('item').disabled).toBe(true);
  expect(getByText('这个分支有自己的值，改办件的值不起作用。')).toBeTruthy();
});

it('says why it was refused, and keeps what was written', async () => {
  const { onChanged } = open({
    'bpmnIncidents:retry': () => {
      throw refusal(409, 'incident.resolvedAlready', '这个异常已经处理过了');
    },
  });
  const { press, findByText, getByLabelText } = await dialog();

  fireEvent.change(getByLabelText('理由'), { target: { value: '再试' } });
  press();

  expect(await findByText('这个异常已经处理过了')).toBeTruthy();
  expect(onChanged).not.toHaveBeenCalled();
  expect(getByLabelText<HTMLTextAreaElement>('理由').value).toBe('再试');
});

it('says so when the incident is gone meanwhile', async () => {
  open({
    'bpmnIncidents:detail': () => {
      throw refusal(409, 'incident.resolvedAlready', '这个异常已经处理过了');
    },
  });

  fireEvent.click(screen.getByRole('button', { name: /^重\s?试$/ }));

  expect(await screen.findByText('这个异常已经处理过了')).toBeTruthy();
});
