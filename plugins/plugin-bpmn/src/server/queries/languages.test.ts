import type { Board, DeployResult, InboxPage, IncidentRow, OpenedTask, ProcessRow, TrackedInstance } from '../../common/api';
import { bpmn, Desk, userTask, type Person } from '../__fixtures__';
import { tables } from '../store';

type Locale = 'zh-CN' | 'en-US';

const OUTCOME = '<wuxin:outcome key="agree" name="同意" nameEn="Agree" /><wuxin:outcome key="refuse" name="不同意" />';
const PERMIT = `
  @name="许可"
  @wuxin:nameEn="Permit"
  <bpmn:extensionElements><wuxin:stages><wuxin:stage key="check" name="审核" nameEn="Review" /><wuxin:stage key="file" name="归档" /></wuxin:stages></bpmn:extensionElements>
  <bpmn:startEvent id="begin" />
  ${userTask('write', { name: '填写', attributes: 'wuxin:nameEn="Fill in" wuxin:stage="check"', inside: OUTCOME })}
  ${userTask('check', { name: '审核', kind: 'role', value: 'checker', attributes: 'wuxin:nameEn="Review" wuxin:stage="check"', inside: OUTCOME })}
  ${userTask('file', { name: '归档', kind: 'role', value: 'vacant', attributes: 'wuxin:stage="file"' })}
  <bpmn:endEvent id="end" />
  begin -> write
  write -> check
  check -> file
  file -> end`;

/** `bpmn` writes a name of its own. */
const permit = (extra = '') => bpmn('permit', PERMIT + extra).replace('name="permit" ', '');

describe('names in the reader’s language', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publish(permit());
  });
  afterAll(() => desk?.close());

  const read = async <T>(who: Person, locale: Locale, action: string, params: object = {}) =>
    (await desk.as(who).get<T>(action, { params: { ...params }, locale })).data;
  const inbox = (who: Person, locale: Locale, tab: string) => read<InboxPage>(who, locale, 'bpmnTasks:inbox', { tab });
  const open = (who: Person, locale: Locale, filterByTk: string) =>
    read<OpenedTask>(who, locale, 'bpmnTasks:open', { filterByTk });
  const track = (locale: Locale, filterByTk: string) =>
    read<TrackedInstance>('root', locale, 'bpmnInstances:track', { filterByTk });
  const waitsForReview = async () => {
    const { instanceId, taskIds } = await desk.start('permit', 'clerk');
    await desk.task('complete', 'clerk', taskIds[0]!, { outcome: 'agree', data: {} });
    return { instanceId, done: taskIds[0]!, taskId: await desk.openTask(instanceId, 'check') };
  };

  it('name element, process and outcome in lists; rows keep them as they were', async () => {
    const { instanceId } = await waitsForReview();

    expect((await inbox('checker', 'en-US', 'todo')).rows[0]).toMatchObject({
      elementName: 'Review',
      processName: 'Permit',
      stageName: 'Review',
    });
    expect((await inbox('checker', 'zh-CN', 'todo')).rows[0]).toMatchObject({ elementName: '审核', processName: '许可' });
    expect((await inbox('clerk', 'en-US', 'done')).rows[0]).toMatchObject({ elementName: 'Fill in', outcomeName: 'Agree' });
    expect((await inbox('clerk', 'zh-CN', 'done')).rows[0]).toMatchObject({ elementName: '填写', outcomeName: '同意' });
    expect((await inbox('clerk', 'en-US', 'started')).processes).toEqual([{ key: 'permit', name: 'Permit' }]);
    const stored = await tables.tasks.select(desk, { instanceId, elementId: 'write' });
    expect(stored).toMatchObject([{ elementName: '填写', outcomeName: '同意' }]);
  });

  it('name a task, how it was done, where it can go back to and what happened', async () => {
    const { taskId, done } = await waitsForReview();

    const page = await open('checker', 'en-US', taskId);
    expect(page.task).toMatchObject({
      elementName: 'Review',
      returnTargets: [{ elementId: 'write', elementName: 'Fill in' }],
    });
    expect(page.outcomes.map(({ name }) => name)).toEqual(['Agree', '不同意']);
    expect(page.instance.processName).toBe('Permit');
    expect(page.history.map(({ text }) => text)).toContain('王芳 completed "Fill in": Agree');
    expect((await open('clerk', 'en-US', done)).task.closed).toMatchObject({ outcomeName: 'Agree' });
    expect((await open('clerk', 'zh-CN', done)).task.closed).toMatchObject({ outcomeName: '同意' });
  });

  it('name both ends of a return, though no process names its outcome', async () => {
    const { instanceId, taskId } = await waitsForReview();
    await desk.task('returnTo', 'checker', taskId, { elementId: 'write', reason: '缺材料' });

    const texts = async (locale: Locale) => (await track(locale, instanceId)).history.map(({ text }) => text);
    expect(await texts('en-US')).toContain('李强 returned the case from "Review" to "Fill in"');
    expect(await texts('zh-CN')).toContain('李强 将办件从“审核”退回“填写”');
    expect((await inbox('checker', 'en-US', 'done')).rows[0]).toMatchObject({ outcomeName: 'Returned' });
    expect((await inbox('checker', 'zh-CN', 'done')).rows[0]).toMatchObject({ outcomeName: '退回' });
  });

  it('name what a case waits for and where it stands', async () => {
    const { instanceId } = await waitsForReview();

    expect((await track('en-US', instanceId)).waiting).toMatchObject([{ kind: 'task', elementName: 'Review' }]);
    const { rows, processes, byPlaceAndStage } = await read<Board>('root', 'en-US', 'bpmnSupervision:board');
    expect(rows.map(({ processName }) => processName)).toEqual(rows.map(() => 'Permit'));
    expect(processes).toEqual([{ key: 'permit', name: 'Permit' }]);
    expect(byPlaceAndStage).toEqual(
      expect.arrayContaining([expect.objectContaining({ processName: 'Permit', stageName: 'Review' })]),
    );
    expect((await read<ProcessRow[]>('root', 'en-US', 'bpmnProcesses:overview'))[0]).toMatchObject({ name: 'Permit' });
  });

  it('are those that the administrator wrote where there is no other', async () => {
    const { instanceId, taskId } = await waitsForReview();
    await desk.task('complete', 'checker', taskId, { outcome: 'refuse', data: {} });

    const { waiting, history, instance } = await track('en-US', instanceId);
    expect(waiting).toMatchObject([{ kind: 'incident', elementName: '归档', text: expect.stringContaining('归档') }]);
    expect(history.map(({ text }) => text)).toContain('李强 completed "Review": 不同意');
    expect(instance.stages.map(({ name }) => name)).toEqual(['Review', '归档']);
    const incidents = await read<IncidentRow[]>('root', 'en-US', 'bpmnIncidents:open');
    expect(incidents.find((row) => row.instanceId === instanceId)).toMatchObject({ processName: 'Permit', elementName: '归档' });
  });

  it('are those of the case’s own version, whatever a later one says', async () => {
    const { instanceId } = await waitsForReview();
    await desk.publish(permit().replace('wuxin:nameEn="Fill in"', 'wuxin:nameEn="Complete the form"'));

    expect((await track('en-US', instanceId)).history.map(({ text }) => text)).toContain('王芳 completed "Fill in": Agree');
  });

  it('an outcome that needs an opinion is named in English in its refusal', async () => {
    const needing = permit()
      .replace('nameEn="Agree" />', 'nameEn="Agree" requiresOpinion="true" />')
      .replaceAll('permit', 'needing');
    const { taskIds } = await desk.start(await desk.publish(needing), 'clerk');

    const answer = await desk.task('complete', 'clerk', taskIds[0]!, { outcome: 'agree', data: {} }, 'en-US');

    expect(answer.errors).toMatchObject([{ code: 'task.opinionMissing', message: '"Agree" needs an opinion' }]);
  });

  it('in a language that nobody reads are a problem at their element', async () => {
    const xml = permit().replaceAll('permit', 'french').replace('wuxin:nameEn="Fill in"', 'wuxin:nameFr="Remplir"');

    const { data } = await desk.as('root').post<DeployResult>('bpmnProcesses:deploy', { data: { xml }, locale: 'en-US' });

    expect(data.versionId).toBeNull();
    expect(data.problems).toMatchObject([{ code: 'languageUnknown', elementId: 'write', severity: 'error' }]);
    expect(data.problems[0]?.text).toContain('wuxin:nameFr');
  });
});
