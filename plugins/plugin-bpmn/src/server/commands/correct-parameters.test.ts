import type { CaseParameter, IncidentDetail, TrackedInstance } from '../../common/api';
import { Desk, userTask } from '../__fixtures__';
import { verifyDatabase } from '../audit';
import { defineParameters, setParameter } from '../parameters';
import { engineOf } from '../runtime/engine';
import { tables } from '../store';
import { correctParameters } from './correct-parameters';

const shared = { source: 'test', certainty: 'known', levels: [] } as const;
const filing = {
  ...shared,
  key: 'cov.file_days',
  name: '备案期限',
  nameEn: 'Time for filing',
  defaultValue: 10,
  unit: 'calendarDays',
  floor: 1,
  ceiling: 10,
  limitKind: 'statutory',
} as const;
const women = {
  ...shared,
  key: 'cov.women_pct',
  name: '妇女比例',
  nameEn: 'Women’s share',
  defaultValue: 30,
  unit: 'percent',
  floor: 20,
  limitKind: 'policy',
} as const;

/** A caller, what it calls, and what that calls; the called ones say which of their inputs follow a correction. */
const correctable = (names: string) =>
  `<bpmn:extensionElements><wuxin:config><wuxin:property name="correctable" value="${names}" /></wuxin:config></bpmn:extensionElements>`;
const calling = (calledElement: string, inputs: Readonly<Record<string, string>>) => {
  const mappings = Object.entries(inputs).map(([target, source]) => `<wuxin:input source='=${source}' target="${target}" />`);
  const inside = `<bpmn:extensionElements><wuxin:ioMapping>${mappings.join('')}</wuxin:ioMapping></bpmn:extensionElements>`;
  return `<bpmn:callActivity id="call" calledElement="${calledElement}">${inside}</bpmn:callActivity>`;
};
const CALLS = `<bpmn:startEvent id="begin" />${calling('middle', {
  women: 'param("cov.women_pct")',
  days: 'param("cov.file_days")',
  doubled: 'param("cov.women_pct") * 2',
})}<bpmn:endEvent id="end" />
  begin -> call
  call -> end`;
const MIDDLE = `${correctable('women, doubled')}
  <bpmn:startEvent id="begin" />${calling('inner', { share: 'women' })}<bpmn:endEvent id="end" />
  begin -> call
  call -> end`;
const INNER = `${correctable('share')}
  <bpmn:startEvent id="begin" />${userTask('decide')}<bpmn:endEvent id="end" />
  begin -> decide
  decide -> end`;

const due = `<wuxin:deadline amount='=param("cov.file_days")' unit="calendarDays" />`;
const PROCESS = `<bpmn:startEvent id="begin" />${userTask('a')}${userTask('file', { inside: due })}<bpmn:endEvent id="end" />
  <bpmn:exclusiveGateway id="way" default="flow3" />
  begin -> a
  a -> way
  way -> file
  way -> end : =param("cov.women_pct") > 100`;

/** Values that a step cannot use could be set in earlier builds, and cases keep what they started with. */
describe('the parameters of a case', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.write((tx) => defineParameters(tx, [filing, women]));
    await desk.publishLines('filing', PROCESS);
    await desk.publishLines('inner', INNER);
    await desk.publishLines('middle', MIDDLE);
    await desk.publishLines('calls', CALLS);
  });
  afterAll(() => desk?.close());

  const started = async (parameters: object = {}) => {
    const { instanceId } = await desk.start('filing', 'clerk', { title: '一件' });
    const row = await desk.row(instanceId);
    const kept = { parameters: { ...row.parameters, ...parameters } };
    await desk.write((tx) => tables.instances.update(tx, { id: instanceId }, kept).then(() => undefined));
    return instanceId;
  };
  const stuck = async () => {
    const instanceId = await started({ 'cov.file_days': 5.5 });
    await desk.complete('clerk', instanceId, 'a');
    return { instanceId, incident: (await desk.openIncident(instanceId))! };
  };
  const correct = (who: 'root' | 'clerk', instanceId: string, parameters: object, reason = '县里通知') =>
    desk.as(who).post('bpmnInstances:correctParameters', { params: { filterByTk: instanceId }, data: { reason, parameters } });
  const historyOf = async (instanceId: string, locale?: 'en-US') =>
    (
      await desk.as('root').get<TrackedInstance>('bpmnInstances:track', { params: { filterByTk: instanceId }, locale })
    ).data.history.filter(({ kind }) => kind === 'parametersCorrected');
  const parametersOf = async (instanceId: string) => (await desk.row(instanceId)).parameters;

  it('are corrected with the retry of what they stopped, and history names old and new value', async () => {
    const { instanceId, incident } = await stuck();
    expect(incident.code).toBe('deadline.badAmount');

    const { data } = await desk.as('root').get<IncidentDetail>('bpmnIncidents:detail', { params: { filterByTk: incident.id } });
    await desk.retry(incident.id, { reason: '填错了', parameters: { 'cov.file_days': 5 } });

    expect(data.parameters).toMatchObject([
      { key: 'cov.file_days', value: 5.5, valueInForce: 10, ceiling: 10, isRead: true },
      { key: 'cov.women_pct', isRead: false },
    ]);
    expect(await desk.openIncident(instanceId)).toBeFalsy();
    expect(await parametersOf(instanceId)).toEqual({ 'cov.file_days': 5, 'cov.women_pct': 30 });
    expect(await desk.openElements(instanceId)).toEqual(['file']);
    expect(await historyOf(instanceId)).toMatchObject([
      { text: 'Super Admin 更正了这件办件的参数：备案期限 由 5.5 改为 5', opinion: '填错了' },
    ]);
    expect((await historyOf(instanceId, 'en-US'))[0]?.text).toBe(
      'Super Admin corrected parameters of this case: Time for filing from 5.5 to 5',
    );
  });

  it('are corrected where a step refuses them and there is no incident; other cases keep theirs', async () => {
    const [instanceId, other] = [await started({ 'cov.women_pct': 33.3 }), await started({ 'cov.women_pct': 33.3 })];

    const { status } = await correct('root', instanceId, { 'cov.women_pct': 33 });

    expect(status).toBe(200);
    expect(await parametersOf(instanceId)).toMatchObject({ 'cov.women_pct': 33 });
    expect(await parametersOf(other)).toMatchObject({ 'cov.women_pct': 33.3 });
  });

  it('are shown with what holds now, to administrators alone', async () => {
    const instanceId = await started({ 'cov.file_days': 7 });
    const ask = (who: 'root' | 'clerk') =>
      desk.as(who).get<CaseParameter[]>('bpmnInstances:parameters', { params: { filterByTk: instanceId } });

    expect((await ask('root')).data).toMatchObject([
      { key: 'cov.file_days', name: '备案期限', value: 7, valueInForce: 10, ceiling: 10 },
      { key: 'cov.women_pct', value: 30, valueInForce: 30 },
    ]);
    expect((await ask('clerk')).status).toBe(403);
  });

  it.each<[string, number, object, string?]>([
    ['task.reasonMissing', 400, { 'cov.file_days': 9 }, ' '],
    ['parameter.notInCase', 400, { 'cov.other': 9 }],
    ['parameter.nothingToCorrect', 400, { 'cov.file_days': 10 }],
    ['parameter.wrongKind', 400, { 'cov.file_days': 'ten' }],
    ['parameter.notWhole', 400, { 'cov.file_days': 5.5 }],
    ['parameter.beyondStatutoryLimit', 409, { 'cov.file_days': 11 }],
    ['parameter.correctionNeedsApproval', 409, { 'cov.women_pct': 10 }],
  ])('are refused with %s, and nothing changes', async (code, status, parameters, reason = '县里通知') => {
    const instanceId = await started();
    const before = await desk.fingerprint(instanceId);

    const answer = await correct('root', instanceId, parameters, reason);

    expect([answer.status, answer.errors[0]?.code]).toEqual([status, code]);
    expect(await desk.fingerprint(instanceId)).toBe(before);
  });

  it('are corrected by nobody but an administrator', async () => {
    const instanceId = await started();
    const wanted = { reason: '县里通知', parameters: { 'cov.file_days': 9 } };

    expect((await correct('clerk', instanceId, wanted.parameters)).status).toBe(403);
    await expect(desk.write((tx) => correctParameters(tx, desk.actor('clerk'), instanceId, wanted))).rejects.toMatchObject({
      code: 'instance.administratorsOnly',
      status: 403,
    });
    expect(await parametersOf(instanceId)).toMatchObject({ 'cov.file_days': 10 });
  });

  it('may become what was approved beyond a policy limit and holds', async () => {
    const instanceId = await started();
    const approved = { ...women, defaultValue: 10, floor: 5 };
    await desk.write((tx) => defineParameters(tx, [{ ...approved, limitKind: 'policy' }]));
    await desk.write((tx) => setParameter(tx, desk.actor('root'), { key: women.key, value: 12, reason: '县里批准' }));
    await desk.write((tx) => defineParameters(tx, [women]));

    expect((await correct('root', instanceId, { [women.key]: 12 })).status).toBe(200);
    expect(await parametersOf(instanceId)).toMatchObject({ [women.key]: 12 });
  });

  it('stay as they are once the case has ended', async () => {
    const instanceId = await started();
    await desk.instance('cancel', 'root', instanceId, { reason: '撤回' });

    expect(await correct('root', instanceId, { 'cov.file_days': 9 })).toMatchObject({
      status: 409,
      errors: [{ code: 'instance.notRunning' }],
    });
  });

  describe('that a case gave to cases which it called', () => {
    /** What was approved above holds now. */
    const GIVEN = 12;
    const called = async (instanceId: string): Promise<string> => {
      const child = await desk.write((tx) => tables.instances.find(tx, { parentInstanceId: instanceId }));
      return child?.id ?? '';
    };
    const startedCalls = async () => {
      const { instanceId } = await desk.start('calls', 'clerk', { title: '一件' });
      await desk.drain();
      const middle = await called(instanceId);
      return { instanceId, middle, inner: await called(middle) };
    };
    const variablesOf = async (instanceId: string) => (await desk.row(instanceId)).variables;

    it('reach them, and those that these called, in the inputs that they name, and say so there', async () => {
      const { instanceId, middle, inner } = await startedCalls();
      expect(await variablesOf(inner)).toMatchObject({ share: GIVEN });

      await correct('root', instanceId, { 'cov.women_pct': 40, 'cov.file_days': 9 }, '县里批准');

      expect(await variablesOf(middle)).toMatchObject({ women: 40, doubled: 80, days: 10 });
      expect(await variablesOf(inner)).toMatchObject({ share: 40 });
      for (const id of [middle, inner])
        expect((await historyOf(id)).map(({ text, opinion }) => [text, opinion])).toEqual([
          [expect.stringContaining(`妇女比例 由 ${GIVEN} 改为 40`), '县里批准'],
        ]);
    });

    it('leave what the called case has changed itself, and what has ended', async () => {
      const { instanceId, middle, inner } = await startedCalls();
      await desk.write((tx) =>
        tables.instances
          .update(tx, { id: middle }, { variables: { women: 35, doubled: GIVEN * 2, days: 10 } })
          .then(() => undefined),
      );
      await correct('root', instanceId, { 'cov.women_pct': 40 });
      expect(await variablesOf(middle)).toMatchObject({ women: 35, doubled: 80 });
      expect(await variablesOf(inner)).toMatchObject({ share: GIVEN });

      const other = await startedCalls();
      await desk.complete('clerk', other.inner, 'decide');
      await desk.drain();
      expect(await correct('root', other.instanceId, { 'cov.women_pct': 40 })).toMatchObject({ status: 409 });
      expect(await variablesOf(other.inner)).toMatchObject({ share: GIVEN });
    });

    it('leave every history and every case whole', async () => {
      const { invariants } = await verifyDatabase(engineOf(desk.db));
      expect(invariants.filter(({ name, broken }) => broken > 0 && name !== 'taskCentre.counts').map(({ name }) => name)).toEqual(
        [],
      );
    });
  });
});
