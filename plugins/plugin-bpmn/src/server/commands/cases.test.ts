import { BASE_PLUGINS, TestApp, type HttpClient, type TestUser } from '@wuxin/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployResult, InboxPage, OpenedTask, Started, TrackedInstance } from '../../common/api';

const xml = readFileSync(join(__dirname, '__fixtures__/approval.bpmn'), 'utf8');

describe('a case from start to end', () => {
  let test: TestApp;
  let admin: HttpClient;
  let clerk: HttpClient;
  let checker: HttpClient;
  let checkerUser: TestUser;

  beforeAll(async () => {
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
    await test.db.getRepository('roles').create({ values: { name: 'checker', title: '审核员' } });
    admin = test.as(await test.rootUser());
    clerk = test.as(await test.createUser({ username: 'clerk', nickname: '王芳' }));
    checkerUser = await test.createUser({ username: 'checker', nickname: '李强', roles: ['checker'] });
    checker = test.as(checkerUser);
    const deployed = await admin.post<DeployResult>('bpmnProcesses:deploy', { data: { xml } });
    expect(deployed.data.problems).toEqual([]);
    const published = await admin.post('bpmnProcesses:publish', { params: { filterByTk: 'approval' } });
    expect(published.errors).toEqual([]);
  });
  afterAll(() => test?.stop());

  const started = async (title: string) =>
    (await clerk.post<Started>('bpmnInstances:start', { data: { processKey: 'approval', title } })).data;
  const complete = (who: HttpClient, taskId: string, data: object) =>
    who.post('bpmnTasks:complete', { params: { filterByTk: taskId }, data });
  const todo = async (who: HttpClient, search: string) =>
    (await who.get<InboxPage>('bpmnTasks:inbox', { params: { tab: 'todo', search } })).data.rows;

  it('gives the first task to who starts it and the next to its role', async () => {
    const { instanceId, taskIds } = await started('甲');

    const done = await complete(clerk, String(taskIds[0]), { outcome: 'complete', data: {} });

    expect(done).toMatchObject({ status: 200, errors: [] });
    const [row] = await todo(checker, '甲');
    expect(row).toMatchObject({ instanceId, elementName: '审核', stageName: '审核', deadline: { level: 'onTime' } });
  });

  it('ends when the last outcome leads to the end', async () => {
    const { instanceId, taskIds } = await started('乙');
    await complete(clerk, String(taskIds[0]), { outcome: 'complete', data: {} });
    const [row] = await todo(checker, '乙');

    await complete(checker, String(row?.taskId), { outcome: 'approve', data: {}, opinion: '材料齐全' });

    const tracked = await clerk.get<TrackedInstance>('bpmnInstances:track', { params: { filterByTk: instanceId } });
    expect(tracked.data.instance).toMatchObject({ status: 'completed' });
    expect(tracked.data.passed).toMatchObject({ write: 1, check: 1, end: 1 });
    expect(tracked.data.takenFlows).toEqual(expect.arrayContaining(['f1', 'f2', 'f3', 'f4']));
    expect(tracked.data.waiting).toEqual([]);
  });

  it('goes back to the writer when it is returned with an opinion', async () => {
    const { taskIds } = await started('丙');
    await complete(clerk, String(taskIds[0]), { outcome: 'complete', data: {} });
    const [row] = await todo(checker, '丙');

    const refused = await complete(checker, String(row?.taskId), { outcome: 'return', data: {} });
    const returned = await complete(checker, String(row?.taskId), { outcome: 'return', data: {}, opinion: '请补充' });

    expect(refused).toMatchObject({ status: 400, errors: [{ code: 'task.opinionMissing' }] });
    expect(returned.status).toBe(200);
    expect(await todo(clerk, '丙')).toHaveLength(1);
  });

  it('refuses a second completion and says who was first', async () => {
    const { taskIds } = await started('丁');
    await complete(clerk, String(taskIds[0]), { outcome: 'complete', data: {} });

    const again = await complete(clerk, String(taskIds[0]), { outcome: 'complete', data: {} });

    expect(again).toMatchObject({ status: 409, errors: [{ code: 'task.alreadyHandled', data: { by: '王芳' } }] });
  });

  it('refuses a task to who does not hold it, the root user included', async () => {
    const { taskIds } = await started('戊');

    const byChecker = await complete(checker, String(taskIds[0]), { outcome: 'complete', data: {} });
    const byRoot = await complete(admin, String(taskIds[0]), { outcome: 'complete', data: {} });

    expect(byChecker).toMatchObject({ status: 403, errors: [{ code: 'task.notYours' }] });
    expect(byRoot).toMatchObject({ status: 403, errors: [{ code: 'task.notYours' }] });
  });

  it('shows the task page with its outcomes, history and rights in one answer', async () => {
    const { taskIds } = await started('己');
    await complete(clerk, String(taskIds[0]), { outcome: 'complete', data: {} });
    const [row] = await todo(checker, '己');

    const opened = await checker.get<OpenedTask>('bpmnTasks:open', { params: { filterByTk: row?.taskId } });

    expect(opened.data.outcomes.map(({ key }) => key)).toEqual(['approve', 'return']);
    expect(opened.data.task.may).toMatchObject({ complete: true, claim: true, transfer: true });
    expect(opened.data.history.map(({ kind }) => kind)).toContain('taskCompleted');
  });
});
