import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { OpenedTask } from '../../common/api';
import { closedTask, openedTask } from '../__fixtures__/cases';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { shownForm } from '../__fixtures__/task-form';

// The form needs NocoBase's own flow engine; the page is loaded after its stand-in is in place.
jest.mock('../taskFormDoor', () => jest.requireActual<object>('../__fixtures__/task-form'));
const { TaskPage } = jest.requireActual<typeof import('./TaskPage')>('./TaskPage');

const open = (task: OpenedTask, answers: Record<string, () => unknown> = {}) =>
  renderPage(<TaskPage />, {
    at: `/admin/wuxin/task/${task.task.id}`,
    path: '/admin/wuxin/task/:id',
    answers: { 'bpmnTasks:open': () => task, ...answers },
  });

const opinion = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '办理意见' });
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

it('restores the draft and shows what each outcome leads to', async () => {
  open(openedTask);

  const approve = await screen.findByRole('button', { name: '同意交付表决' });
  expect(opinion().value).toBe('第九条已按要求删除。');
  const hint = document.getElementById(approve.getAttribute('aria-describedby') ?? '');
  expect(hint?.textContent).toContain('由居委会召集居民会议');
});

it('asks for the opinion that an outcome needs before anything is sent', async () => {
  const { asked } = open({ ...openedTask, draft: null });

  await press('退回修改');

  expect(await screen.findByText('选择这个结果需要填写意见。')).toBeTruthy();
  expect(asked.some(({ url }) => url === 'bpmnTasks:complete')).toBe(false);
});

it('confirms a grave outcome with its consequence, then sends opinion and pending files', async () => {
  const { asked } = open(openedTask);

  await press('退回修改');
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/退回起草小组修改后重新报审/)).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('button', { name: '退回修改' }));

  expect(await screen.findByText('已办理：退回修改')).toBeTruthy();
  const sent = asked.find(({ url }) => url === 'bpmnTasks:complete');
  expect(sent).toMatchObject({
    params: { filterByTk: '501' },
    data: { outcome: 'return', opinion: '第九条已按要求删除。', fileIds: [2], channel: 'web' },
  });
});

it('says who was faster and offers a reload', async () => {
  const outcomes = openedTask.outcomes.map((outcome) => ({ ...outcome, skipsRequired: true }));
  open(
    { ...openedTask, outcomes },
    {
      'bpmnTasks:complete': () => {
        throw refusal(409, 'task.closed', '这项待办刚刚已由 王芳 办理。');
      },
    },
  );

  await press('同意交付表决');

  expect(await screen.findByText('这项待办刚刚已由 王芳 办理。')).toBeTruthy();
  expect(screen.getByRole('button', { name: '重新加载' })).toBeTruthy();
});

it('shows a closed task with who closed it, and no way to decide', async () => {
  open(closedTask);

  expect(await screen.findByText(/已由 王芳 于 .* 办理：同意交付表决/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('group', { name: '办理' })).toBeNull());
});

it('explains a task that one may not see', async () => {
  open(openedTask, {
    'bpmnTasks:open': () => {
      throw refusal(403, 'instance.notVisible', '您的岗位不能查看这个办件。');
    },
  });

  expect(await screen.findByText('您的岗位不能查看这个办件。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /重\s?试/ })).toBeNull();
});

it('lets nobody decide while an attachment is on its way, and says why', async () => {
  let arrive: (file: unknown) => void = () => undefined;
  const { asked } = open(openedTask, { 'bpmnTasks:upload': () => new Promise((resolve) => (arrive = resolve)) });
  const approve = await screen.findByRole<HTMLButtonElement>('button', { name: '同意交付表决' });

  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  fireEvent.change(input, { target: { files: [new File(['a'], '征求意见.pdf'), new File(['b'], '征求意见.pdf')] } });
  await waitFor(() => expect(approve.disabled).toBe(true));
  const reasonId = approve.getAttribute('aria-describedby')?.split(' ')[0] ?? '';
  expect(document.getElementById(reasonId)?.textContent).toBe('附件正在上传，传完后才能选择办理结果。');
  fireEvent.click(approve);
  await waitFor(() => expect(asked.filter(({ url }) => url === 'bpmnTasks:upload')).toHaveLength(2));

  arrive({ ...openedTask.files[0]!, id: 77 }); // the second one; the first is still on its way
  await screen.findAllByText('正在上传：征求意见.pdf');
  expect(approve.disabled).toBe(true);
  expect(asked.some(({ url }) => url === 'bpmnTasks:complete')).toBe(false);
});

it('lets nobody decide while a field of the form has a file on its way or one that did not arrive, and says why', async () => {
  open(openedTask);
  const approve = await screen.findByRole<HTMLButtonElement>('button', { name: '同意交付表决' });
  const why = () => document.getElementById(approve.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent;

  act(() => shownForm.onUploads?.('uploading'));
  expect(approve.disabled).toBe(true);
  expect(why()).toBe('附件正在上传，传完后才能选择办理结果。');

  act(() => shownForm.onUploads?.('failed'));
  expect(approve.disabled).toBe(true);
  expect(why()).toBe('表单里有文件没有传成功，请删除后重新上传，再选择办理结果。');

  act(() => shownForm.onUploads?.('none'));
  expect(approve.disabled).toBe(false);
});

it('lets nobody decide before the form is there: what is in it would not be sent', async () => {
  open(openedTask);
  const approve = await screen.findByRole<HTMLButtonElement>('button', { name: '同意交付表决' });
  const why = () => document.getElementById(approve.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent;

  act(() => shownForm.onStatus?.('loading'));
  expect(approve.disabled).toBe(true);
  expect(why()).toBe('表单正在加载，显示出来后才能选择办理结果。');

  act(() => shownForm.onStatus?.('ready'));
  expect(approve.disabled).toBe(false);
});

it('lets an administrator enter only what somebody else said, who has to be named', async () => {
  const { task } = openedTask;
  const may = { ...task.may, complete: false, enterOnBehalf: true };
  const { asked } = open(
    { ...openedTask, task: { ...task, may }, outcomes: openedTask.outcomes.map((one) => ({ ...one, skipsRequired: true })) },
    { 'bpmnPeople:search': () => [{ id: 6, name: '王芳' }] },
  );

  expect(await screen.findByText('这项待办由其他人办理；您只能替办理人录入其书面或口头的意见。')).toBeTruthy();
  expect(screen.queryByText(/不能办理/)).toBeNull();
  await press('同意交付表决');
  expect(await screen.findByText('请选择是替谁录入。')).toBeTruthy();
  expect(screen.queryByRole('switch', { name: '代他人录入' })).toBeNull();
  expect(asked.some(({ url }) => url === 'bpmnTasks:complete')).toBe(false);

  fireEvent.mouseDown(screen.getByRole('combobox', { name: '替谁录入' }));
  fireEvent.click(await screen.findByTitle('王芳'));
  await press('同意交付表决');

  expect(await screen.findByText('已办理：同意交付表决')).toBeTruthy();
  expect(asked.find(({ url }) => url === 'bpmnTasks:complete')).toMatchObject({ data: { onBehalfOf: 6, channel: 'paper' } });
});

describe('a task that somebody delegated', () => {
  const task = { ...openedTask.task, delegator: { id: 7, name: '赵磊' }, may: { ...openedTask.task.may, delegate: false } };
  const delegated = {
    ...openedTask,
    task,
    outcomes: openedTask.outcomes.map((outcome) => ({ ...outcome, skipsRequired: true })),
  };

  it('says to whom an outcome goes as a proposal, and not what would follow from it', async () => {
    open(delegated);

    const approve = await screen.findByRole('button', { name: '同意交付表决' });
    expect(document.getElementById(approve.getAttribute('aria-describedby') ?? '')?.textContent).toBe('作为建议交回 赵磊 确认。');
    expect(screen.getByText(/赵磊 委派您办理。.*在此之前办件不往下走/)).toBeTruthy();
    expect(screen.queryByText(/由居委会召集居民会议/)).toBeNull();
  });

  it('is given back and not decided', async () => {
    open(delegated);

    await press('同意交付表决');

    expect(await screen.findByText('已交回 赵磊')).toBeTruthy();
    expect(screen.getByText('您的建议是“同意交付表决”，由 赵磊 最后确认。')).toBeTruthy();
    expect(screen.queryByText(/已办理/)).toBeNull();
  });
});

it('says why nothing can be done while the case is suspended', async () => {
  const none = Object.fromEntries(Object.keys(openedTask.task.may).map((name) => [name, false]));
  open({
    ...openedTask,
    task: { ...openedTask.task, may: none as typeof openedTask.task.may }, // the same keys
    instance: { ...openedTask.instance, status: 'suspended', suspension: { since: 0, reason: '等候上级批复' } },
  });

  expect(await screen.findByText('办件已暂停：等候上级批复。恢复之前不能办理。')).toBeTruthy();
  expect(screen.queryByRole('group', { name: '办理' })).toBeNull();
});

it('says that a task was handed on, and stays to say it', async () => {
  const { asked } = open(openedTask, { 'bpmnPeople:search': () => [{ id: 7, name: '赵磊', hint: null }] });

  await press('委 派');
  const dialog = await screen.findByRole('dialog');
  fireEvent.mouseDown(within(dialog).getByRole('combobox', { name: '交给谁' }));
  fireEvent.click(await screen.findByTitle('赵磊'));
  fireEvent.change(within(dialog).getByRole('textbox', { name: '理由' }), { target: { value: '外出' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '委 派' }));

  expect(await screen.findByText('已委派')).toBeTruthy();
  expect(screen.getByText(/对方办完后会回到您这里/)).toBeTruthy();
  expect(screen.getByRole('link', { name: '流程跟踪' })).toBeTruthy();
  expect(asked.find(({ url }) => url === 'bpmnTasks:delegate')).toMatchObject({ data: { to: 7, reason: '外出' } });
});

describe('a step that several do', () => {
  const { task } = openedTask;
  const among: OpenedTask = {
    ...openedTask,
    task: {
      ...task,
      may: { ...task.may, addPerson: true, removePerson: true },
      others: [
        { taskId: '502', person: { id: 5, name: '李强' }, isDone: false },
        { taskId: '503', person: { id: 6, name: '赵敏' }, isDone: true },
      ],
    },
  };

  it('says who else does it, and who has done it', async () => {
    open(among);

    expect(await screen.findByText('同一环节还有：李强（未办）、赵敏（已办）')).toBeTruthy();
  });

  it('takes out the one who has not done it, with a reason, and stays on the page', async () => {
    const { asked } = open(among);

    await press('减 签');
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByRole('textbox', { name: '理由' }), { target: { value: '出差' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '减 签' }));

    await waitFor(() => expect(asked.filter(({ url }) => url === 'bpmnTasks:open').length).toBeGreaterThan(1));
    expect(asked.find(({ url }) => url === 'bpmnTasks:removePerson')).toMatchObject({
      params: { filterByTk: '501' },
      data: { taskId: '502', reason: '出差' },
    });
    expect(await screen.findByRole('button', { name: '同意交付表决' })).toBeTruthy();
  });

  it('offers neither where the drawing does not allow it', async () => {
    open(openedTask);

    await screen.findByRole('button', { name: '同意交付表决' });
    expect(screen.queryByRole('button', { name: /^[加减]\s?签$/ })).toBeNull();
  });
});

describe('the clock of a task', () => {
  const { task } = openedTask;
  const stoppable: OpenedTask = {
    ...openedTask,
    task: { ...task, may: { ...task.may, stopClock: true }, latestResumeDay: '2026-12-25' },
  };
  const stopped: OpenedTask = {
    ...openedTask,
    task: {
      ...task,
      may: { ...task.may, resumeClock: true },
      deadline: {
        dueAt: Date.parse('2026-12-25T00:00:00+08:00'),
        dueOn: null,
        level: 'onTime',
        isProvisional: false,
        explanation: '',
        stopped: { since: Date.parse('2026-11-26T10:00:00+08:00'), resumesOn: '2026-12-25' },
      },
    },
  };

  it('is stopped with what is waited for, after it was said until when', async () => {
    const { asked } = open(stoppable);

    await press('暂停计时');
    const dialog = within(await screen.findByRole('dialog', { name: '暂停计时' }));
    expect(dialog.getByText(/最迟 2026-12-25 自动恢复/)).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: '暂停计时' }));
    expect(await dialog.findByText('请填写“等待什么”')).toBeTruthy();
    fireEvent.change(dialog.getByRole('textbox', { name: '等待什么' }), { target: { value: '补正身份证明' } });
    fireEvent.click(dialog.getByRole('button', { name: '暂停计时' }));

    await waitFor(() => expect(asked.filter(({ url }) => url === 'bpmnTasks:open').length).toBeGreaterThan(1));
    expect(asked.find(({ url }) => url === 'bpmnTasks:stopClock')).toMatchObject({
      params: { filterByTk: '501' },
      data: { reason: '补正身份证明' },
    });
  });

  it('that stands still says so in place of the deadline, and is let go on', async () => {
    const { asked } = open(stopped);

    expect(await screen.findByText('已暂停计时')).toBeTruthy();
    expect(screen.getByText(/自 2026-11-26 \d\d:00 起暂停，最迟 2026-12-25 恢复/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '暂停计时' })).toBeNull();
    await press('恢复计时');
    const dialog = within(await screen.findByRole('dialog', { name: '恢复计时' }));
    fireEvent.click(dialog.getByRole('button', { name: '恢复计时' }));

    await waitFor(() => expect(asked.some(({ url }) => url === 'bpmnTasks:resumeClock')).toBe(true));
  });

  it('says who was faster', async () => {
    open(stopped, {
      'bpmnTasks:resumeClock': () => {
        throw refusal(409, 'clock.notStopped', '计时没有暂停，或者已经恢复。');
      },
    });

    await press('恢复计时');
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: '恢复计时' }));

    expect(await dialog.findByText('计时没有暂停，或者已经恢复。')).toBeTruthy();
  });

  it('is not offered where the drawing does not allow it', async () => {
    open(openedTask);

    await screen.findByRole('button', { name: '同意交付表决' });
    expect(screen.queryByRole('button', { name: /计时/ })).toBeNull();
  });
});
