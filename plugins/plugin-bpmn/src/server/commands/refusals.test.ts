import { expectRefused } from '@wuxin/test';
import { bpmn, Desk, userTask } from '../__fixtures__';
import { installDraftForm } from '../forms';
import { errorText } from '../runtime/error-text';
import { BpmnError } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { InstanceSession, tables, Writes } from '../store';
import { elementOf, loadVersion } from '../versions';
import {
  deployProcess,
  publishProcess,
  renewProcess,
  resolveIncident,
  resumeInstance,
  retireProcess,
  retryIncident,
  suspendInstance,
} from './index';

const ONE_STEP = `<bpmn:startEvent id="begin" />${userTask('write', { name: '填写' })}<bpmn:endEvent id="end" />
  begin -> write
  write -> end`;

/** What commands refuse by themselves, whatever the rights on the HTTP actions in front of them say. */
describe('a command refuses', () => {
  let desk: Desk;
  let instanceId: string;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({
        name: 'notes',
        fields: [{ type: 'string', name: 'title', interface: 'input', uiSchema: { title: '标题' } }],
      });
      await db.sync();
    });
    await desk.publishLines('plain', ONE_STEP);
    instanceId = (await desk.start('plain')).instanceId;
  });
  afterAll(() => desk?.close());

  /** The refusal of a command, with a sentence in each language and nothing changed. */
  const refused = async (command: (tx: Tx) => Promise<unknown>, expected: { code: string; status: number }) => {
    const before = await desk.fingerprint(instanceId);
    const refusal: unknown = await desk.write(command).catch((error: unknown) => error);
    if (!(refusal instanceof BpmnError)) throw new Error('the command was not refused', { cause: refusal });
    expect({ code: refusal.code, status: refusal.status }).toEqual(expected);
    const [zh, en] = (['zh-CN', 'en-US'] as const).map((locale) => errorText(locale, refusal.code, refusal.data));
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).toMatch(/[A-Za-z]{3}/);
    expect(`${zh}${en}`).not.toMatch(/\{\{|undefined|\[object|errors\./);
    expect(await desk.fingerprint(instanceId)).toBe(before);
  };

  describe('to who is no administrator', () => {
    const clerk = () => desk.actor('clerk');
    it.each<[string, (tx: Tx) => Promise<unknown>, string]>([
      ['to deploy', (tx) => deployProcess(tx, clerk(), { xml: bpmn('mine', ONE_STEP), locale: 'zh-CN' }), 'process.mayNotDesign'],
      ['to publish', (tx) => publishProcess(tx, clerk(), 'plain'), 'process.mayNotPublish'],
      ['to renew', (tx) => renewProcess(tx, clerk(), 'plain'), 'process.mayNotPublish'],
      ['to retire', (tx) => retireProcess(tx, clerk(), 'plain', '停用'), 'process.mayNotPublish'],
      ['to suspend', (tx) => suspendInstance(tx, clerk(), instanceId, '查'), 'instance.administratorsOnly'],
      ['to resume', (tx) => resumeInstance(tx, clerk(), instanceId, '续'), 'instance.administratorsOnly'],
      ['to retry an incident', (tx) => retryIncident(tx, clerk(), '1', { reason: '再试' }), 'incident.administratorsOnly'],
      ['to close an incident', (tx) => resolveIncident(tx, clerk(), '1', '好了'), 'incident.administratorsOnly'],
    ])('%s', async (_, command, code) => {
      await refused(command, { code, status: 403 });
    });
  });

  it('what does not exist: an incident, a version, an element', async () => {
    const root = desk.actor('root');
    const { versionId } = await desk.row(instanceId);

    await refused((tx) => retryIncident(tx, root, '404', { reason: '再试' }), { code: 'incident.notFound', status: 404 });
    await refused((tx) => loadVersion(tx, '404'), { code: 'version.notFound', status: 404 });
    await refused(async (tx) => elementOf(await loadVersion(tx, versionId), 'nowhere'), {
      code: 'element.notFound',
      status: 404,
    });
  });

  it('to save over what another command has saved meanwhile', async () => {
    await refused(
      async (tx) => {
        const session = (await InstanceSession.lock(tx, instanceId))!;
        const { revision } = await desk.row(instanceId);
        await tables.instances.update(tx, { id: instanceId }, { revision: revision + 1 });
        const writes = new Writes();
        session.flush(writes);
        await writes.send(tx);
      },
      { code: 'instance.changedMeanwhile', status: 409 },
    );
  });

  it('to publish a draft that went wrong since it was saved', async () => {
    await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: bpmn('spoilt', ONE_STEP) } });
    const process = (await tables.processes.find(desk, { key: 'spoilt' }))!;
    const broken = bpmn('spoilt', ONE_STEP).replace(
      '<bpmn:endEvent id="end"',
      '<bpmn:serviceTask wuxin:activityType="gone" id="end"',
    );
    await desk.write((tx) => tables.versions.update(tx, { id: process.draftVersionId! }, { xml: broken }));

    await refused((tx) => publishProcess(tx, desk.actor('root'), 'spoilt'), { code: 'process.hasErrors', status: 409 });
  });

  it('to publish a form of a process that has no records', async () => {
    const description = { collection: 'notes', rows: [[{ field: 'title' }]] };
    await desk.write((tx) => installDraftForm(tx, { processKey: 'formed', elementId: 'write', description }));
    await desk.as('root').post('bpmnProcesses:deploy', { data: { xml: bpmn('formed', ONE_STEP) } });

    await refused((tx) => publishProcess(tx, desk.actor('root'), 'formed'), { code: 'form.noCollection', status: 400 });
  });

  describe('over HTTP', () => {
    it('a case whose record collection is gone', async () => {
      await desk.publishLines('orphan', `@wuxin:recordCollection="notes"\n${ONE_STEP}`);
      await desk.write((tx) => tables.processes.update(tx, { key: 'orphan' }, { recordCollection: 'vanished' }));

      await expectRefused((locale) => desk.as('clerk').post('bpmnInstances:start', { data: { processKey: 'orphan' }, locale }), {
        code: 'record.noCollection',
        status: 400,
      });
    });

    it('a task whose record was removed behind the platform’s back', async () => {
      const description = { collection: 'notes', rows: [[{ field: 'title' }]] };
      await desk.write((tx) => installDraftForm(tx, { processKey: 'recorded', elementId: 'write', description }));
      await desk.publishLines('recorded', `@wuxin:recordCollection="notes"\n${ONE_STEP}`);
      const started = await desk.start('recorded');
      const { recordId } = await desk.row(started.instanceId);
      await desk.db.sequelize.query(
        `DELETE FROM ${desk.db.getCollection('notes').quotedTableName()} WHERE id = ${Number(recordId)}`,
      );

      await expectRefused(
        (locale) => desk.task('complete', 'clerk', started.taskIds[0]!, { outcome: 'complete', data: {} }, locale),
        { code: 'record.gone', status: 409 },
      );
    });

    it('choices for a field of a task that has no form', async () => {
      const taskId = await desk.openTask(instanceId, 'write');

      await expectRefused(
        (locale) => desk.as('clerk').get('bpmnTasks:options', { params: { filterByTk: taskId, target: 'title' }, locale }),
        { code: 'task.noForm', status: 404 },
      );
    });

    it('the supervisors’ table to who supervises no place', async () => {
      await expectRefused((locale) => desk.as('supervisor').get('bpmnSupervision:board', { locale }), {
        code: 'supervision.noPlaces',
        status: 403,
      });
    });
  });

  it('to call a service that no plugin provides: an incident after its tries', async () => {
    const xml = bpmn(
      'serviced',
      `<bpmn:startEvent id="begin" /><bpmn:serviceTask id="ask" name="查询" wuxin:activityType="workflow"><bpmn:extensionElements><wuxin:config><wuxin:property name="workflow" value="x" /></wuxin:config></bpmn:extensionElements></bpmn:serviceTask><bpmn:endEvent id="end" />
      begin -> ask
      ask -> end`,
    );
    await desk.publish(xml);
    const started = await desk.start('serviced');
    const job = (await tables.jobs.select(desk, { instanceId: started.instanceId }))[0]!;
    const payload = { type: 'gone', elementId: 'ask', variables: {} };
    await desk.write((tx) => tables.jobs.update(tx, { id: job.id }, { kind: 'service', payload }));

    for (let hour = 0; hour < 30; hour += 1) await desk.advance(60 * 60 * 1000);

    expect(await desk.openIncident(started.instanceId)).toMatchObject({
      code: 'job.failed',
      data: { lastError: 'service.noHandler' },
    });
  });
});
