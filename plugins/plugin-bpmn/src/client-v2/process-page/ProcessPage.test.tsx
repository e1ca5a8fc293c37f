import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { tracked } from '../__fixtures__/cases';
import { ahead, deadlines, people } from '../__fixtures__/story';
import type { WaitingReason } from '../../common/api';
import { renderPage } from '../__fixtures__/renderPage';
import { ProcessPage } from './ProcessPage';

const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p">
  <bpmn:startEvent id="start" name="启动"/><bpmn:userTask id="review" name="镇（街）审核"/></bpmn:process></bpmn:definitions>`;

const open = (answers: Record<string, () => unknown> = {}) =>
  renderPage(<ProcessPage />, {
    at: '/admin/wuxin/instance/101',
    path: '/admin/wuxin/instance/:id',
    answers: { 'bpmnInstances:track': () => ({ ...tracked, xml }), 'bpmnInstances:documents': () => [], ...answers },
  });

it('says for whom the case waits, and reminds them with a note after saying how often that is possible', async () => {
  const { asked } = open({ 'bpmnTasks:remind': () => ({ remindedAt: 0, nextAllowedAt: ahead(1) }) });

  expect(await screen.findByText('等待 王芳、镇民政办 办理“镇（街）审核”')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '催办' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/王芳、镇民政办 会收到提醒。每项待办最多催办三次.*还可以催办 3 次/)).toBeTruthy();
  fireEvent.change(within(dialog).getByRole('textbox', { name: '附言' }), { target: { value: '请在周五前' } });
  fireEvent.click(within(dialog).getByRole('button', { name: /催\s?办/ }));

  expect(await screen.findByText('已催办，对方会收到提醒。')).toBeTruthy();
  expect(asked.find(({ url }) => url === 'bpmnTasks:remind')).toMatchObject({
    params: { filterByTk: '501' },
    data: { message: '请在周五前' },
  });
  await waitFor(() => expect(asked.filter(({ url }) => url === 'bpmnInstances:track')).toHaveLength(2));
});

it.each([
  ['when a reminder is possible again', { mayRemindFrom: ahead(1), remindersLeft: 2 }, /之后可以再次催办/],
  ['that none is left', { mayRemindFrom: null, remindersLeft: 0 }, '催办次数已用完。'],
])('says %s, and offers none', async (_, more, words) => {
  const waiting = tracked.waiting.map((reason) => (reason.kind === 'task' ? { ...reason, mayRemind: false, ...more } : reason));
  open({ 'bpmnInstances:track': () => ({ ...tracked, xml, waiting }) });

  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /催\s?办/ })).toBeNull();
});

it('offers no reminder to who may send none', async () => {
  open({ 'bpmnInstances:track': () => ({ ...tracked, xml, may: { ...tracked.may, remind: false } }) });

  expect(await screen.findByText('等待 王芳、镇民政办 办理“镇（街）审核”')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /催\s?办/ })).toBeNull();
});

it('says who holds the case that it called, and until when', async () => {
  const call: WaitingReason = {
    kind: 'call',
    elementId: 'review',
    elementName: '党员大会审议',
    since: 0,
    instanceId: '109',
    title: '党员大会',
    people: [people.reviewer],
    groups: [],
    deadline: deadlines.overdue,
    hasIncident: false,
  };
  open({ 'bpmnInstances:track': () => ({ ...tracked, xml, waiting: [call] }) });

  const line = (await screen.findByText(`“党员大会审议”的子办件等待 ${people.reviewer.name} 办理`)).closest('li');
  expect(line && within(line).getByText(/已超期 \d+ 天/)).toBeTruthy();
  expect(line && within(line).getByRole('link', { name: '党员大会' }).getAttribute('href')).toBe('/admin/wuxin/instance/109');
});

it('leads to the case that called it', async () => {
  const instance = { ...tracked.instance, caller: { instanceId: '77', title: '停车场改造' } };
  open({ 'bpmnInstances:track': () => ({ ...tracked, instance, xml }) });

  const link = await screen.findByRole('link', { name: '所属办件：停车场改造' });
  expect(link.getAttribute('href')).toBe('/admin/wuxin/instance/77');
});

it('gives the diagram as a list', async () => {
  open();

  fireEvent.click(await screen.findByRole('button', { name: /^列\s?表$/ }));

  const list = screen.getByRole('list', { name: '流程步骤' });
  const here = within(list).getByText('镇（街）审核').closest('li');
  expect(here?.getAttribute('aria-current')).toBe('step');
});

it('names what ends with a case before it is cancelled, and asks why', async () => {
  const { asked } = open();

  fireEvent.click(await screen.findByRole('button', { name: '取消办件' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/将取消 1 项待办、1 个子办件/)).toBeTruthy();
  expect(within(dialog).getByRole('button', { name: '保留办件' })).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: '取消办件' }));

  expect(await within(dialog).findByText('请填写“理由”')).toBeTruthy();
  expect(asked.some(({ url }) => url === 'bpmnInstances:cancel')).toBe(false);
});

it('offers the documents of the case', async () => {
  open({ 'bpmnInstances:documents': () => [{ key: 'report', name: '备案报告', missing: [] }] });

  expect(await screen.findByRole('button', { name: '下载：备案报告' })).toBeTruthy();
});

it('gives the case other values of its parameters, with both values in sight and a reason', async () => {
  const parameter = {
    key: 'cov.women_pct',
    name: '妇女比例',
    value: 33.3,
    valueInForce: 30,
    unit: 'percent',
    floor: null,
    ceiling: null,
    limitKind: null,
    source: '',
    certainty: 'known',
    isConfirmed: true,
    mark: null,
  };
  const { asked } = open({
    'bpmnInstances:parameters': () => [parameter, { ...parameter, key: 'cov.file_days', name: '备案期限', value: 10 }],
    'bpmnInstances:correctParameters': () => null,
  });
  const sent = () => asked.find(({ url }) => url === 'bpmnInstances:correctParameters');

  fireEvent.click(await screen.findByRole('button', { name: '更正参数' }));
  const [women] = await screen.findAllByRole('spinbutton');
  const dialog = within(women!.closest<HTMLElement>('[role="dialog"]')!);
  expect(dialog.getAllByText('现行取值：30 %')).toHaveLength(2);
  fireEvent.change(dialog.getByRole('textbox'), { target: { value: '镇里来文' } });
  const press = () => fireEvent.click(dialog.getByRole('button', { name: '更正参数' }));
  press();
  expect(await dialog.findByText('请至少改一个取值')).toBeTruthy();
  fireEvent.change(women!, { target: { value: '33.5' } });
  press();
  expect(await dialog.findByText('请填 0 到 100 的整数')).toBeTruthy();
  expect(sent()).toBeUndefined();
  fireEvent.change(women!, { target: { value: '33' } });
  press();

  expect(await screen.findByText('参数已更正')).toBeTruthy();
  expect(sent()).toMatchObject({ data: { reason: '镇里来文', parameters: { 'cov.women_pct': 33 } } });
  expect(Object.keys((sent()?.data as { parameters: object }).parameters)).toEqual(['cov.women_pct']);
});
