import { BASE_PLUGINS, TestApp, type HttpClient } from '@wuxin/test';
import type { Model } from '@nocobase/database';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXECUTION_STATUS } from '@nocobase/plugin-workflow';
import { deliverMessage } from '../../commands';
import { PluginBpmnServer } from '../../plugin';
import { SYSTEM } from '../../runtime/actor';
import { engineOf } from '../../runtime/engine';
import { tables, type InstanceRecord } from '../../store';
import { taskStatsOf } from '../../task-stats';
import { workflowsOf } from '../workflow-plugin';
import { StartNode } from './start-node';

const xml = readFileSync(join(__dirname, '../__fixtures__/payment.bpmn'), 'utf8');

interface Ended {
  readonly status: number;
  readonly results: readonly unknown[];
}

describe('workflow nodes of ours', () => {
  let test: TestApp;
  let root: HttpClient;
  let runs = 0;

  beforeAll(async () => {
    process.env.WUXIN_WORKER = 'off';
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
    root = test.as(await test.rootUser());
    await root.post('bpmnProcesses:deploy', { data: { xml } });
    expect((await root.post('bpmnProcesses:publish', { params: { filterByTk: 'payment' } })).errors).toEqual([]);
  });
  beforeEach(() => taskStatsOf(test.db).drain());
  afterAll(() => test.stop());

  const drain = () => test.app.pm.get(PluginBpmnServer).drain();
  const engine = () => engineOf(test.db);
  const titled = (title: string): Promise<InstanceRecord | undefined> => tables.instances.find({ db: test.db }, { title });
  const pay = (id: string) => engine().write((tx) => deliverMessage(tx, SYSTEM, { name: 'paid', instanceId: id }));

  /** Runs a workflow of these nodes; @returns the event key of its execution */
  async function run(
    nodes: readonly { type: string; config: object }[],
    options: { sync?: boolean; context?: object } = {},
  ): Promise<string> {
    runs += 1;
    const values = { key: `w${runs}`, title: 'w', type: 'bpmn-call', enabled: true, sync: options.sync ?? false, config: {} };
    const workflow: Model = await test.db.getRepository('workflows').create({ values });
    let upstream: Model | undefined;
    for (const node of nodes) {
      const place = { workflowId: workflow.get('id'), upstreamId: upstream?.get('id') ?? null, title: node.type };
      const row: Model = await test.db.getRepository('flow_nodes').create({ values: { ...node, ...place } });
      await upstream?.update({ downstreamId: row.get('id') });
      upstream = row;
    }
    const plugin = workflowsOf(test.db);
    const known = [...(plugin?.enabledCache.values() ?? [])].find(({ key }) => key === `w${runs}`);
    if (!plugin || !known) throw new Error('the workflow is not enabled');
    await plugin.trigger(known, options.context ?? {}, { eventKey: `test:${runs}` });
    return `test:${runs}`;
  }

  async function look(eventKey: string): Promise<Ended> {
    const row: Model | null = await test.db.getRepository('executions').findOne({ filter: { eventKey }, appends: ['jobs'] });
    const jobs = (row?.get('jobs') ?? []) as Model[]; // appended above
    return { status: row?.get('status') as number, results: jobs.map((job) => job.get('result')) }; // null while it is queued
  }

  /** Works, and lets the workflow work, until it has ended. */
  async function end(eventKey: string): Promise<Ended> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      await drain();
      const seen = await look(eventKey);
      if (seen.status) return seen;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('the workflow does not end');
  }

  /** Lets the workflow run until its node has started a case of this title. */
  async function started(title: string): Promise<InstanceRecord> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const found = await titled(title);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`no case ${title} was started`);
  }

  it('start an instance with the values of the workflow and go on with its id', async () => {
    const config = {
      processKey: 'payment',
      title: '{{$context.name}}的缴费',
      variables: [{ name: 'amount', value: '{{$context.amount}}' }],
    };

    const { status, results } = await end(await run([{ type: 'bpmn-start', config }], { context: { name: '王芳', amount: 20 } }));

    const instance = await titled('王芳的缴费');
    expect(status).toBe(EXECUTION_STATUS.RESOLVED);
    expect(results).toMatchObject([{ instanceId: instance?.id, isNew: true }]);
    expect(instance).toMatchObject({ status: 'running', variables: { amount: 20 } });
  });

  it('wait for the end of the instance and give what it ended with', async () => {
    const config = { processKey: 'payment', title: '等到底', variables: { amount: 5 }, waitForEnd: true };
    const key = await run([{ type: 'bpmn-start', config }]);
    const { id } = await started('等到底');
    expect((await look(key)).status).toBe(EXECUTION_STATUS.STARTED);

    await pay(id);
    const { status, results } = await end(key);

    expect(status).toBe(EXECUTION_STATUS.RESOLVED);
    expect(results).toMatchObject([{ instanceId: id, status: 'completed', variables: { amount: 5 } }]);
  });

  it('fail when the instance that they wait for is cancelled', async () => {
    const key = await run([{ type: 'bpmn-start', config: { processKey: 'payment', title: '取消的', waitForEnd: true } }]);
    const { id } = await started('取消的');

    await root.post('bpmnInstances:cancel', { params: { filterByTk: id }, data: { reason: '重复' } });
    const { status, results } = await end(key);

    expect(status).toBe(EXECUTION_STATUS.FAILED);
    expect(results).toMatchObject([{ status: 'cancelled' }]);
  });

  it('start at once in a synchronous workflow, which cannot wait', async () => {
    const going = await end(
      await run([{ type: 'bpmn-start', config: { processKey: 'payment', title: '同步' } }], { sync: true }),
    );
    const waiting = await end(
      await run([{ type: 'bpmn-start', config: { processKey: 'payment', waitForEnd: true } }], { sync: true }),
    );

    expect(going.status).toBe(EXECUTION_STATUS.RESOLVED);
    expect(await titled('同步')).toBeDefined();
    expect(waiting).toMatchObject({ status: EXECUTION_STATUS.FAILED, results: [{ code: 'workflow.syncCannotWait' }] });
  });

  it('send a message to the instance that waits for it', async () => {
    const { data } = await root.post<{ instanceId: string }>('bpmnInstances:start', {
      data: { processKey: 'payment', title: '收消息' },
    });
    const config = { name: 'paid', instanceId: '{{$context.id}}', variables: [{ name: 'paidBy', value: 'bank' }] };

    const { status, results } = await end(await run([{ type: 'bpmn-message', config }], { context: { id: data.instanceId } }));

    expect(status).toBe(EXECUTION_STATUS.RESOLVED);
    expect(results).toMatchObject([{ isDelivered: true, instanceId: data.instanceId }]);
    expect(await titled('收消息')).toMatchObject({ status: 'completed', variables: { paidBy: 'bank' } });
  });

  it('fail by code when nobody waits for the message, unless they are told to go on', async () => {
    const refused = await end(await run([{ type: 'bpmn-message', config: { name: 'nobodyWaitsForThis' } }]));
    const ignored = await end(await run([{ type: 'bpmn-message', config: { name: 'nobodyWaitsForThis', ignoreNobody: true } }]));

    expect(refused).toMatchObject({ status: EXECUTION_STATUS.FAILED, results: [{ code: 'message.nobodyWaits' }] });
    expect(ignored).toMatchObject({ status: EXECUTION_STATUS.RESOLVED, results: [{ isDelivered: false }] });
  });

  it('fail by code when the process is unknown or a setting is missing', async () => {
    const unknown = await end(await run([{ type: 'bpmn-start', config: { processKey: 'noSuchProcess' } }]));
    const empty = await end(await run([{ type: 'bpmn-message', config: {} }]));

    expect(unknown.results).toMatchObject([{ code: 'process.notFound' }]);
    expect(empty.results).toMatchObject([{ code: 'workflow.badConfig', names: 'name' }]);
  });

  it('say before they are saved which setting is missing', () => {
    const plugin = workflowsOf(test.db);
    if (!plugin) throw new Error('plugin workflow is off');

    expect(new StartNode(plugin).validateConfig({ title: 'x' })).toHaveProperty('processKey');
    expect(new StartNode(plugin).validateConfig({ processKey: 'payment' })).toBeNull();
  });
});
