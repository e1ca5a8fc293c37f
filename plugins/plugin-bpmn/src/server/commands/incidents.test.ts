import type { IncidentDetail, IncidentRow } from '../../common/api';
import { Desk, userTask } from '../__fixtures__';
import { verifyChain } from '../history';
import { defineParameters } from '../parameters';
import { tables } from '../store';

const filing = {
  key: 'cov.file_days',
  name: '备案期限',
  nameEn: 'Time for filing',
  defaultValue: 10,
  unit: 'workingDays',
  source: 'test',
  certainty: 'known',
  levels: [],
} as const;
const FORK = `<bpmn:startEvent id="begin" />${userTask('a')}<bpmn:exclusiveGateway id="way" name="是否通过" default="flow3" />
  <bpmn:endEvent id="end" /><bpmn:endEvent id="other" />
  begin -> a
  a -> way
  way -> end
  way -> other : =votes > limit and record = null and param("cov.file_days") != 0`;

describe('an incident', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.write((tx) => defineParameters(tx, [filing]));
    await desk.publishLines('fork', FORK);
    await desk.publishLines(
      'votes',
      `<bpmn:extensionElements><wuxin:config><wuxin:property name="startVariable.votes" value="number" /><wuxin:property name="startVariable.votes.label" value="赞成票" /><wuxin:property name="startVariable.votes.labelEn" value="Votes for" /></wuxin:config></bpmn:extensionElements>
      <bpmn:startEvent id="begin" />${userTask('a')}<bpmn:exclusiveGateway id="way" name="是否通过" default="flow3" />
      <bpmn:endEvent id="end" /><bpmn:endEvent id="other" />
      begin -> a
      a -> way
      way -> end
      way -> other : =votes > 10`,
    );
  });
  afterAll(() => desk.close());

  const stuck = async (process: string, variables = {}) => {
    const { instanceId } = await desk.start(process, 'clerk', { title: '一件', variables });
    await desk.complete('clerk', instanceId, 'a');
    return { instanceId, incident: (await desk.openIncident(instanceId))! };
  };
  const detail = (id: string, locale?: 'zh-CN' | 'en-US') =>
    desk.as('root').get<IncidentDetail>('bpmnIncidents:detail', { params: { filterByTk: id }, locale });

  describe('before it is tried again', () => {
    it('says what the element evaluates and what the case knows of it, what is read first', async () => {
      const { incident } = await stuck('fork', { limit: 10, note: '甲' });

      const { data } = await detail(incident.id);

      expect(data).toMatchObject({
        elementName: '是否通过',
        again: 'element',
        expressions: ['votes > limit and record = null and param("cov.file_days") != 0'],
        readsRecord: true,
        parameters: [{ key: 'cov.file_days', name: '备案期限', value: 10, valueInForce: 10, isRead: true }],
      });
      expect(data.variables.map(({ name, value, isRead }) => [name, value, isRead])).toEqual([
        ['limit', 10, true],
        ['votes', null, true],
        ['note', '甲', false],
        ['outcome', 'complete', false],
      ]);
    });

    it('names variables as the process declares them, in both languages', async () => {
      const { incident } = await stuck('votes');

      const [chinese, english] = [await detail(incident.id), await detail(incident.id, 'en-US')];

      expect(chinese.data.variables[0]).toMatchObject({ name: 'votes', label: '赞成票', type: 'number', value: null });
      expect(english.data.variables[0]).toMatchObject({ name: 'votes', label: 'Votes for' });
    });

    it('says which values a branch has of its own, so that changing the case’s would do nothing', async () => {
      const loop = '<bpmn:multiInstanceLoopCharacteristics wuxin:collection="=people" wuxin:elementVariable="person" />';
      await desk.publishLines(
        'each',
        `<bpmn:startEvent id="begin" />${userTask('ask', { kind: 'person', value: '=person.id', loop })}<bpmn:endEvent id="end" />
        begin -> ask
        ask -> end`,
      );
      const { instanceId } = await desk.start('each', 'clerk', { variables: { people: [{ id: '不是编号' }], person: 1 } });
      const incident = await desk.openIncident(instanceId);

      const { data } = await detail(incident!.id);

      expect(data.again).toBe('activity');
      expect(data.variables.find(({ name }) => name === 'person')).toMatchObject({ isRead: true, isHidden: true });
      expect(data.variables.find(({ name }) => name === 'people')).toMatchObject({ isHidden: false });
    });

    it('is shown to administrators only, and only while it is open', async () => {
      const { incident } = await stuck('fork', { limit: 10 });

      const byClerk = await desk.as('clerk').get('bpmnIncidents:detail', { params: { filterByTk: incident.id } });
      await desk.retry(incident.id);

      expect(byClerk.status).toBe(403);
      expect(await detail(incident.id)).toMatchObject({ status: 409, errors: [{ code: 'incident.resolvedAlready' }] });
      expect(await detail('404')).toMatchObject({ status: 404, errors: [{ code: 'incident.notFound' }] });
    });
  });

  describe('that is tried again', () => {
    it('wants a reason, and changes nothing without one', async () => {
      const { instanceId, incident } = await stuck('fork', { limit: 10 });
      const before = await desk.fingerprint(instanceId);
      const retry = (data: object) => desk.as('root').post('bpmnIncidents:retry', { params: { filterByTk: incident.id }, data });

      const answers = [await retry({}), await retry({ reason: ' ' }), await retry({ reason: '字'.repeat(2001) })];

      expect(answers.map(({ status, errors }) => [status, errors[0]?.code])).toEqual([
        [400, 'task.reasonMissing'],
        [400, 'task.reasonMissing'],
        [400, 'input.invalid'],
      ]);
      expect(await desk.fingerprint(instanceId)).toBe(before);
    });

    it('goes on with the mended value, and history says who changed what and why', async () => {
      const { instanceId, incident } = await stuck('votes');

      await desk.retry(incident.id, { reason: '张三的票漏录', variables: { votes: 11 } });

      expect(await desk.variables(instanceId)).toMatchObject({ votes: 11 });
      const { history, passed } = (await desk.track('root', instanceId)).data;
      expect(passed).toMatchObject({ other: 1 });
      expect(history.find(({ kind }) => kind === 'incidentRetried')).toMatchObject({
        text: 'Super Admin 修改了 votes，并重试了“是否通过”',
        opinion: '张三的票漏录',
      });
    });

    it('keeps reason and values apart: they can be erased, and the chain stays whole', async () => {
      const { instanceId, incident } = await stuck('votes');
      await desk.retry(incident.id, { reason: '张三的票漏录', variables: { votes: 12345 } });
      const [row] = await tables.history.select(desk, { instanceId, kind: 'incidentRetried' });
      expect(row!.data).toEqual({ code: 'conditionUnknown', variables: ['votes'] });
      expect(await tables.historyPayloads.find(desk, { historyId: row!.id })).toMatchObject({
        payload: { reason: '张三的票漏录', variables: { votes: 12345 } },
      });

      await desk.write((tx) => tables.historyPayloads.delete(tx, { historyId: row!.id }));

      const rows = await tables.history.select(desk, { instanceId }, { order: [['sequence', 'ASC']] });
      expect(verifyChain(rows, new Map(), await desk.row(instanceId))).toBeUndefined();
      const { history } = (await desk.track('root', instanceId)).data;
      expect(history.find(({ kind }) => kind === 'incidentRetried')).toMatchObject({ opinion: null });
    });
  });

  it('that is settled by other means keeps its note apart, too', async () => {
    const { instanceId, incident } = await stuck('votes');

    await desk.as('root').post('bpmnIncidents:resolve', { params: { filterByTk: incident.id }, data: { note: '张三已补录' } });

    const kept = [
      await tables.history.select(desk, { instanceId, kind: 'incidentResolved' }),
      await tables.incidents.find(desk, { id: incident.id }),
    ];
    expect(JSON.stringify(kept)).not.toContain('张三');
    expect((await desk.track('root', instanceId)).data.history.at(-1)).toMatchObject({ opinion: '张三已补录' });
  });

  it('is listed for its process or its case alone, when asked for', async () => {
    const { instanceId } = await stuck('votes');
    const list = async (params: object) =>
      (await desk.as('root').get<IncidentRow[]>('bpmnIncidents:open', { params: { ...params } })).data;

    expect((await list({ processKey: 'votes' })).map((row) => row.instanceId)).toContain(instanceId);
    expect((await list({ processKey: 'fork' })).map((row) => row.instanceId)).not.toContain(instanceId);
    expect(await list({ instanceId })).toMatchObject([{ instanceId }]);
    expect(await list({ processKey: 'nothing' })).toEqual([]);
  });
});
