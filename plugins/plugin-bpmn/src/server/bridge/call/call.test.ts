import { BASE_PLUGINS, TestApp, type HttpClient } from '@wuxin/test';
import type { Model } from '@nocobase/database';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployResult, IncidentRow, Started, TrackedInstance } from '../../../common/api';
import { PluginBpmnServer } from '../../plugin';
import { engineOf } from '../../runtime/engine';
import { tables } from '../../store';
import { taskStatsOf } from '../../task-stats';
import { workflowsOf } from '../workflow-plugin';

const xml = readFileSync(join(__dirname, '../__fixtures__/calls.bpmn'), 'utf8');

describe('a service task that calls a NocoBase workflow', () => {
  let test: TestApp;
  let root: HttpClient;

  beforeAll(async () => {
    process.env.WUXIN_WORKER = 'off';
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
    root = test.as(await test.rootUser());
    expect(await root.post<DeployResult>('bpmnProcesses:deploy', { data: { xml } })).toMatchObject({
      errors: [],
      data: { problems: [] },
    });
    expect((await root.post('bpmnProcesses:publish', { params: { filterByTk: 'calls' } })).errors).toEqual([]);
  });
  beforeEach(() => taskStatsOf(test.db).drain());
  afterEach(() => disableWorkflows());
  afterAll(() => test.stop());

  const drain = () => test.app.pm.get(PluginBpmnServer).drain();
  const start = async (variables: Record<string, unknown>) =>
    (await root.post<Started>('bpmnInstances:start', { data: { processKey: 'calls', variables } })).data.instanceId;
  const track = async (id: string) =>
    (await root.get<TrackedInstance>('bpmnInstances:track', { params: { filterByTk: id } })).data;
  const instance = (id: string) => tables.instances.find({ db: test.db }, { id });
  const executions = () => test.db.getRepository('executions').count();

  async function addWorkflow(node: { type: string; config: object }, options: { sync?: boolean } = {}): Promise<void> {
    const values = { key: 'called', title: 'called', type: 'bpmn-call', enabled: true, sync: options.sync ?? false, config: {} };
    const workflow: Model = await test.db.getRepository('workflows').create({ values });
    await test.db.getRepository('flow_nodes').create({ values: { ...node, workflowId: workflow.get('id'), title: node.type } });
  }

  async function disableWorkflows(): Promise<void> {
    await taskStatsOf(test.db).drain();
    const workflows: Model[] = await test.db.getRepository('workflows').find();
    for (const workflow of workflows) await workflow.destroy();
  }

  /** Works, and lets workflows work, until the case waits for nothing that is on its way. */
  async function settle(id: string): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      await drain();
      const row = await instance(id);
      if (row?.endedAt !== null || (await tables.incidents.count({ db: test.db }, { instanceId: id, status: 'open' })) > 0)
        return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the case does not settle');
  }

  const output = (value: unknown) => ({ type: 'output', config: { value } });

  it('goes on with what its output node gave', async () => {
    await addWorkflow(output({ total: '{{$context.variables.amount}}', about: '{{$context.instance.processKey}}' }));

    const id = await start({ amount: 12 });
    await settle(id);

    expect(await instance(id)).toMatchObject({ status: 'completed', variables: { total: 12, about: 'calls' } });
  });

  it('goes on in the same way after a synchronous workflow, under the variable that it names', async () => {
    await addWorkflow(output('yes'), { sync: true });

    const id = await start({ way: 'guarded' });
    await settle(id);

    expect(await instance(id)).toMatchObject({ status: 'completed', variables: { answer: 'yes' } });
  });

  it('starts its workflow once, however often its job runs', async () => {
    await addWorkflow(output(null));
    const before = await executions();
    const id = await start({});
    const [job] = await tables.jobs.select({ db: test.db }, { instanceId: id });

    await settle(id);
    if (job)
      await engineOf(test.db).write((tx) => tables.jobs.insert(tx, [{ ...job, id: `${job.id}-again`, idempotencyKey: 'again' }]));
    await drain();

    expect((await executions()) - before).toBe(1);
  });

  it('takes another way when the workflow fails and the element says by which error', async () => {
    await addWorkflow({ type: 'end', config: { endStatus: -1 } });

    const id = await start({ way: 'guarded' });
    await settle(id);

    expect((await track(id)).passed).toMatchObject({ caught: 1, endCaught: 1 });
  });

  it('becomes an incident when the workflow fails, and calls anew when that is retried', async () => {
    await addWorkflow({ type: 'end', config: { endStatus: -1 } });
    const id = await start({});
    await settle(id);
    const [incident] = (await root.get<IncidentRow[]>('bpmnIncidents:open', { params: { instanceId: id } })).data.filter(
      (row) => row.instanceId === id,
    );
    expect(incident).toMatchObject({ code: 'workflow.failed', text: expect.stringContaining('called') });

    await disableWorkflows();
    await addWorkflow(output({ ok: true }));
    await root.post('bpmnIncidents:retry', { params: { filterByTk: String(incident?.id) }, data: { reason: '流程已修好' } });
    await settle(id);

    expect(await instance(id)).toMatchObject({ status: 'completed', variables: { ok: true } });
  });

  it('becomes an incident when there is no such workflow', async () => {
    const id = await start({ way: 'lost' });
    await settle(id);

    const incidents = await tables.incidents.select({ db: test.db }, { instanceId: id });
    expect(incidents).toMatchObject([{ code: 'workflow.notFound', data: { workflow: 'missing' } }]);
  });

  it('is triggered again when NocoBase lost the event before it wrote it', async () => {
    await addWorkflow(output({ found: true }));
    const workflows = workflowsOf(test.db);
    const losing = jest.spyOn(workflows ?? Object(), 'trigger').mockReturnValueOnce(undefined);
    const id = await start({});

    await drain();
    const [job] = await tables.jobs.select({ db: test.db }, { instanceId: id });
    expect(job).toMatchObject({ attempts: 1, lastError: 'workflow.notStarted' });
    await engineOf(test.db).write((tx) => tables.jobs.update(tx, { id: String(job?.id) }, { dueAt: tx.now }));
    await settle(id);

    expect(losing).toHaveBeenCalledTimes(2);
    expect(await instance(id)).toMatchObject({ status: 'completed', variables: { found: true } });
  });

  it('waits while its case is suspended', async () => {
    await addWorkflow(output(null));
    const before = await executions();
    const id = await start({});
    await root.post('bpmnInstances:suspend', { params: { filterByTk: id }, data: { reason: '核查' } });

    await drain();

    expect(await executions()).toBe(before);
    expect(await tables.jobs.select({ db: test.db }, { instanceId: id })).toMatchObject([{ status: 'ready', attempts: 0 }]);
  });

  it('is refused at deploy when it does not say which workflow', async () => {
    const bare = xml.replace('<wuxin:property name="workflow" value="missing" />', '<wuxin:property name="other" value="x" />');

    const { data } = await root.post<DeployResult>('bpmnProcesses:deploy', { data: { xml: bare } });

    expect(data.problems).toMatchObject([{ code: 'workflow.noKey', elementId: 'lost' }]);
  });
});
