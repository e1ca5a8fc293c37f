import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { TryOutOptions, TryOutPath, TryOutView } from '../../common/api';
import { renderPage } from '../__fixtures__/renderPage';
import { readLines } from './AnswerDialog';
import { TryOutPage } from './TryOutPage';

const NOW = Date.parse('2026-11-05T12:00:00+08:00');

const options: TryOutOptions = {
  name: '居民公约',
  number: 2,
  isDraft: true,
  problems: [],
  now: NOW,
  needsPlace: false,
  place: null,
  starter: { id: 1, name: '赵磊' },
  variables: [],
  fields: [],
  drawing: '<xml/>',
  versionId: 'v2',
  tests: [{ id: 't1', name: '一次通过', steps: 3, keptAt: NOW, keptBy: { id: 1, name: '赵磊' } }],
};

const running: TryOutView = {
  now: NOW,
  number: 2,
  isDraft: true,
  warnings: ['赵磊现在不能发起“居民公约”，试运行照样进行。'],
  cases: [
    {
      id: 'main',
      processName: '居民公约',
      title: '锦苑社区居民公约',
      status: 'running',
      stageName: '征集',
      versionId: 'v2',
      passed: ['start'],
      taken: [],
      current: ['solicit'],
      stopped: [],
      withdrawable: { name: '启动', by: '赵磊' },
      variables: {},
      record: null,
    },
  ],
  tasks: [
    {
      caseId: 'main',
      elementId: 'solicit',
      nth: 0,
      name: '征集民意',
      people: [{ id: 7, name: '王芳' }],
      groups: ['锦苑社区居委会主任'],
      deadline: null,
      outcomes: [
        { key: 'done', name: '征集结束', kind: 'primary', consequence: null, requiresOpinion: false, skipsRequired: false },
        { key: 'stop', name: '中止', kind: 'danger', consequence: null, requiresOpinion: true, skipsRequired: true },
      ],
      returnTargets: [{ elementId: 'announce', elementName: '启动' }],
      hasForm: false,
    },
  ],
  waiting: [{ caseId: 'main', elementId: 'pause', nth: 0, kind: 'timer', name: '公示期满', dueAt: NOW + 1000, message: null }],
  incidents: [],
  entries: [{ step: 0, at: NOW, caseId: 'main', elementId: null, kind: 'way', text: '“启动”完成' }],
  refusal: null,
};

const open = (answers: Record<string, (asked: { data?: unknown }) => unknown> = {}) =>
  renderPage(<TryOutPage />, {
    at: '/admin/wuxin/processes/covenant/try-out/page',
    path: '/admin/wuxin/processes/:key/try-out/page',
    answers: {
      'bpmnProcesses:tryOutSetup': () => options,
      'bpmnProcesses:tryOut': () => running,
      'bpmnPeople:search': () => [],
      ...answers,
    },
  });

const begin = async () => fireEvent.click(await screen.findByRole('button', { name: '开始试运行' }));
const pathOf = (asked: { data?: unknown } | undefined) => (asked?.data as { path: TryOutPath } | undefined)?.path; // the body of this action

const stepsIn = (asked: readonly { url: string; data?: unknown }[]) =>
  asked.filter(({ url }) => url === 'bpmnProcesses:tryOut').map((one) => pathOf(one)?.steps ?? []);

it('begins with whoever looks, and says who would be asked', async () => {
  const { asked } = open();

  await begin();

  expect(await screen.findByText('会请：王芳')).toBeTruthy();
  expect(screen.getByText('赵磊现在不能发起“居民公约”，试运行照样进行。')).toBeTruthy();
  expect(pathOf(asked.find(({ url }) => url === 'bpmnProcesses:tryOut'))).toEqual({
    setup: { starterId: 1, placeId: null, startAt: NOW, variables: {}, record: {} },
    steps: [],
  });
});

it('does a task as one of those who would be asked, and asks for an opinion where the outcome wants one', async () => {
  const { asked } = open();
  await begin();
  fireEvent.click(await screen.findByRole('button', { name: '办理“征集民意”' }));
  const drawer = await screen.findByRole('dialog');

  fireEvent.click(within(drawer).getByRole('button', { name: /中\s?止/ }));
  expect(await within(drawer).findByRole('alert')).toBeTruthy();
  fireEvent.click(within(drawer).getByRole('button', { name: '征集结束' }));

  await screen.findByText('会请：王芳');
  expect(stepsIn(asked).at(-1)).toEqual([
    { kind: 'complete', caseId: 'main', elementId: 'solicit', nth: 0, outcome: 'done', opinion: '', data: {}, byId: 7 },
  ]);
});

it('lets time pass to what is next, goes a step back, and says why a step was refused', async () => {
  let isRefused = false;
  const refusal = { step: 1, code: 'tryOut.badTime', text: '请选择一个比试运行当前时间晚的时间。' };
  const { asked } = open({ 'bpmnProcesses:tryOut': () => (isRefused ? { ...running, refusal } : running) });
  await begin();

  fireEvent.click(await screen.findByRole('button', { name: '到下一个时点' }));
  await screen.findByText('会请：王芳');
  const paths = () => asked.filter(({ url }) => url === 'bpmnProcesses:tryOut').map((one) => pathOf(one)?.steps ?? []);
  expect(paths().at(-1)).toEqual([{ kind: 'wait', until: NOW + 1000 }]);

  isRefused = true;
  const again = screen.getByRole<HTMLButtonElement>('button', { name: '过一天' });
  await within(document.body).findByText('会请：王芳');
  fireEvent.click(again);
  expect(await screen.findByText(refusal.text)).toBeTruthy();

  isRefused = false;
  fireEvent.click(screen.getByRole('button', { name: '取消上一步' }));
  await screen.findByText('会请：王芳');
  expect(paths().at(-1)).toEqual([]);
});

it('sends the case back from a task, with a reason, as the task page does', async () => {
  const { asked } = open();
  await begin();
  fireEvent.click(await screen.findByRole('button', { name: '办理“征集民意”' }));

  fireEvent.click(await screen.findByRole('button', { name: /^退\s?回$/ }));
  const dialog = await screen.findByRole('dialog', { name: '退回' });
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '材料不全' } });
  fireEvent.click(within(dialog).getByRole('button', { name: /^退\s?回$/ }));

  await waitFor(() =>
    expect(stepsIn(asked).at(-1)).toEqual([
      { kind: 'return', caseId: 'main', elementId: 'solicit', nth: 0, to: 'announce', reason: '材料不全', byId: 7 },
    ]),
  );
});

it('takes back the last step, and asks why', async () => {
  const { asked } = open();
  await begin();

  fireEvent.click(await screen.findByRole('button', { name: '撤回“启动”（赵磊）' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '发早了' } });
  fireEvent.click(within(dialog).getByRole('button', { name: /^撤\s?回$/ }));

  await waitFor(() => expect(stepsIn(asked).at(-1)).toEqual([{ kind: 'withdraw', caseId: 'main', reason: '发早了' }]));
});

it('keeps the path as a test under a name', async () => {
  const { asked } = open({ 'bpmnProcesses:keepTest': () => ({ id: 't2' }) });
  await begin();

  fireEvent.click(await screen.findByRole('button', { name: '保留为测试' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByLabelText('测试名称'), { target: { value: '退回一次' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '保留为测试' }));

  await screen.findByText('已保留，下次发布前会运行');
  expect(asked.find(({ url }) => url === 'bpmnProcesses:keepTest')?.data).toMatchObject({
    name: '退回一次',
    path: { steps: [] },
  });
});

it('runs the kept tests and says at which step one differs', async () => {
  const text = '第 2 步“审核：同意”之后，原来是：“表决”待办；现在是：“会商”待办。';
  open({ 'bpmnProcesses:runTests': () => [{ id: 't1', name: '一次通过', difference: { step: 2, text } }] });

  fireEvent.click(await screen.findByRole('button', { name: '全部运行' }));

  expect(await screen.findByText(text)).toBeTruthy();
});

it('does not begin with a draft that has errors', async () => {
  open({ 'bpmnProcesses:tryOutSetup': () => ({ ...options, problems: ['“审核”没有办理人。'] }) });

  expect(await screen.findByText('“审核”没有办理人。')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '开始试运行' }).disabled).toBe(true);
});

it('reads what work outside gives from lines, numbers and yes or no as they are', () => {
  expect(readLines('outcome = agree\n count=3\nisLate = true\n\nnothing')).toEqual({ outcome: 'agree', count: 3, isLate: true });
});
