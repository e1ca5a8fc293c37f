import { BASE_PLUGINS, beforeCommitOf, RaceTrack, type TestApp } from '@wuxin/test';
import { bpmn, Desk, userTask, type Person } from '../__fixtures__';
import { activityTypesOf, serviceHandlersOf, serviceType } from '../engine';
import { Worker } from '../jobs';
import { PluginBpmnServer } from '../plugin';
import { engineOf } from '../runtime/engine';
import { tables } from '../store';
import { faultsOf, told, waitsAsWriterOnly } from './__fixtures__';
import { taskStatsOf } from '../task-stats';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const PLUGINS = [...BASE_PLUGINS, '@wuxin/plugin-bpmn'];
const oneStep = (name: string) => `${BEGIN}${userTask('write', { name, kind: 'role', value: 'checker' })}${END}
  begin -> write
  write -> end`;

/** Two NocoBase applications on one database: each has a memory of its own, and only the database keeps them apart. */
describe('two nodes', () => {
  let desk: Desk;
  let second: TestApp;
  let track: RaceTrack;
  const calls: string[] = [];

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({ name: 'letters', fields: [{ type: 'string', name: 'title', interface: 'input' }] });
      await db.sync();
    });
    second = await desk.test.secondNode({ plugins: PLUGINS });
    engineOf(second.db).clock = desk.engine.clock;
    for (const { db } of new Set([desk.test, second])) {
      activityTypesOf(db).registerOnce(serviceType('asked'));
      serviceHandlersOf(db).set('asked', async ({ idempotencyKey }) => {
        calls.push(idempotencyKey);
        return { kind: 'done', variables: {} };
      });
    }
    await desk.publishLines('shared', oneStep('旧'));
    track = RaceTrack.on(desk.db, () => taskStatsOf(desk.db).drain());
  });
  // NocoBase's repositories print what they roll back
  beforeAll(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(() => jest.restoreAllMocks());
  afterAll(async () => {
    if (second !== desk?.test) await second?.stop();
    await desk?.close();
  });

  const atSecond = (who: Person) => second.as({ id: desk.id(who) });

  it('complete one task: one of them does', async () => {
    const { instanceId, taskIds } = await desk.start('shared');
    const [filterByTk] = taskIds;

    const finish = await track.run({
      first: () => desk.task('complete', 'checker', filterByTk!, { outcome: 'complete' }),
      second: () => atSecond('checker2').post('bpmnTasks:complete', { params: { filterByTk }, data: { outcome: 'complete' } }),
    });

    expect(finish.secondWaited).toBe(true);
    expect([told(finish.first), told(finish.second)]).toEqual(['done', '409 task.alreadyHandled']);
    expect(await tables.tasks.find(desk, { id: filterByTk! })).toMatchObject({ status: 'completed', completedByName: '李强' });
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });

  it('start what the other is publishing in its new version', async () => {
    await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: bpmn('shared', oneStep('新')) } });

    const finish = await track.run({
      first: () => desk.as('root').post('bpmnProcesses:publish', { params: { filterByTk: 'shared' } }),
      second: () => atSecond('clerk').post<{ instanceId: string }>('bpmnInstances:start', { data: { processKey: 'shared' } }),
    });

    expect(finish.secondWaited).toBe(true);
    expect([told(finish.first), told(finish.second)]).toEqual(['done', 'done']);
    const { instanceId } = finish.second.data;
    expect(await desk.row(instanceId)).toMatchObject({ versionNumber: 2 });
    expect(await tables.tasks.find(desk, { instanceId })).toMatchObject({ elementName: '新' });
  });

  it('take one job once', async () => {
    await desk.publishLines(
      'served',
      `${BEGIN}<bpmn:serviceTask id="serve" wuxin:activityType="asked" />${END}
      begin -> serve
      serve -> end`,
    );
    await desk.drain();
    const { instanceId } = await desk.start('served');
    const log = {
      error: (message: string, cause: unknown) => {
        throw new Error(message, { cause });
      },
    };
    const worker = (test: TestApp, owner: string) => new Worker(engineOf(test.db), owner, log);

    const finish = await track.run({
      first: () => worker(desk.test, 'one').drain(),
      heldAt: beforeCommitOf('bpmnJobs'),
      second: async () => {
        expect(await tables.jobs.find(second, { instanceId, kind: 'service' })).toMatchObject({ leaseOwner: null });
        await worker(second, 'two').drain();
      },
    });

    expect(finish.secondWaited).toBe(waitsAsWriterOnly(desk));
    expect(calls).toHaveLength(1);
    expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });

  it('keep records of a process that the other has brought along, from when they are told of it', async () => {
    const plugin = desk.test.app.pm.get(PluginBpmnServer);
    const other = second.app.pm.get(PluginBpmnServer);
    jest.spyOn(plugin, 'sendSyncMessage').mockImplementation((message: unknown) => other.handleSyncMessage(message));
    if (!second.db.hasCollection('letters'))
      second.db.collection({ name: 'letters', fields: [{ type: 'string', name: 'title', interface: 'input' }] });
    await desk.publishLines('letter', `@wuxin:recordCollection="letters"\n${oneStep('写')}`);
    const { instanceId } = await desk.start('letter', 'clerk', { title: '原文' });
    const { recordId } = await desk.row(instanceId);

    const answer = await atSecond('root').post('letters:update', { params: { filterByTk: recordId }, data: { title: '改动' } });

    expect(told(answer)).toBe('409 record.underOpenInstance');
    expect(await desk.record(instanceId)).toMatchObject({ title: '原文' });
  });
});
