import { draftFormUid } from '../../common/form';
import { DAY_MS, Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { activityTypesOf, serviceHandlersOf, serviceType } from '../engine';
import { installDraftForm } from '../forms';
import { defineParameters } from '../parameters';
import { tables } from '../store';
import { deadline, permitsAt } from './__fixtures__/permits';
import { migratingAt } from '../__fixtures__/migrating';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';

/** The desk's day is Thursday, 5 November 2026, at noon. */
describe('running cases that are migrated to a new version', () => {
  let desk: Desk;
  const permits = (key: string) => permitsAt(desk, key);
  const { planFor, requestFor, previewOf, runOf, migrate, faults } = migratingAt(() => desk);

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      const field = (name: string) => ({ type: 'string', name, interface: 'input', uiSchema: { title: name } });
      db.collection({ name: 'permits', createdBy: true, fields: [field('title'), field('advice')] });
      await db.sync();
    });
  });
  afterEach(async () => expect(await faults()).toEqual([]));
  afterAll(() => desk?.close());

  it('says where cases stand, and proposes where they go on', async () => {
    await permits('planned');

    const plan = await planFor('planned');

    expect(plan).toMatchObject({
      cases: 2,
      problem: null,
      versions: [
        { number: 2, running: 0 },
        { number: 1, running: 2 },
      ],
    });
    expect(plan.rows.map(({ name, cases, targetId }) => [name, cases, targetId])).toEqual([
      ['填写', 1, 'write'],
      ['审核', 1, 'check'],
    ]);
    expect(plan.rows[0]?.targets.map(({ name }) => name)).toEqual(['填写', '法律顾问审查', '审核']);
  });

  it('shows in advance what it does, and changes nothing', async () => {
    const { checking } = await permits('previewed');
    const before = await desk.fingerprint(checking);

    const preview = await previewOf('previewed', { deadlines: 'recomputed' });

    expect(preview.cases.map(({ title, reasons, effects }) => ({ title, reasons, effects }))).toEqual([
      { title: '在写', reasons: [], effects: [] },
      { title: '在审', reasons: [], effects: ['时限改变的待办：1 个'] },
    ]);
    expect(await desk.fingerprint(checking)).toBe(before);
  });

  it('goes on by the new drawing with whoever held the task, and history says so', async () => {
    const { writing, checking } = await permits('moved');
    const held = await desk.openTask(checking, 'check');
    await desk.task('claim', 'checker', held);
    await desk.task('saveDraft', 'checker', held, { data: {}, opinion: '还在看' });

    const detail = await migrate('moved');
    await desk.complete('clerk', writing, 'write');

    expect(detail).toMatchObject({ run: { status: 'completed', total: 2, migrated: 2, refused: 0 } });
    expect(await desk.openElements(writing)).toEqual(['advise']);
    expect(await desk.openTask(checking, 'check')).toBe(held);
    expect(await desk.row(checking)).toMatchObject({ versionNumber: 2 });
    const opened = (await desk.open('checker', held)).data;
    expect(opened).toMatchObject({ draft: { opinion: '还在看' }, task: { assignee: { name: '李强' } } });
    expect((await desk.track('root', checking)).data.history.at(-1)).toMatchObject({
      text: 'Super Admin 把办件从第 1 版迁移到第 2 版',
      opinion: '新版本减少了环节',
    });
    await desk.complete('checker', checking, 'check', { outcome: 'agree' });
    expect(await desk.row(checking)).toMatchObject({ status: 'completed' });
  });

  it('leaves the others as they are, and they end as before', async () => {
    const { writing, checking } = await permits('apart');

    await migrate('apart', { at: 'check' });
    await desk.complete('clerk', writing, 'write');

    expect(await desk.row(checking)).toMatchObject({ versionNumber: 2 });
    expect(await desk.row(writing)).toMatchObject({ versionNumber: 1 });
    expect(await desk.openElements(writing)).toEqual(['check']);
    await desk.complete('checker', writing, 'check', { outcome: 'agree' });
    expect(await desk.row(writing)).toMatchObject({ status: 'completed', versionNumber: 1 });
  });

  it('also while they are suspended, as which they stay', async () => {
    const { checking } = await permits('suspended');
    await desk.instance('suspend', 'root', checking, { reason: '等批复' });

    await migrate('suspended');

    expect(await desk.row(checking)).toMatchObject({ status: 'suspended', versionNumber: 2 });
    await desk.instance('resume', 'root', checking, { reason: '批复已到' });
    await desk.complete('checker', checking, 'check', { outcome: 'agree' });
    expect(await desk.row(checking)).toMatchObject({ status: 'completed' });
  });

  describe('deadlines', () => {
    const dueOf = async (instanceId: string) => {
      const [task] = await tables.tasks.select(desk, { instanceId, status: 'open' });
      const jobs = await tables.jobs.select(desk, { instanceId, kind: 'deadlineStep' });
      return { task: task?.dueAt, instance: (await desk.row(instanceId)).dueAt, steps: jobs.map(({ dueAt }) => dueAt) };
    };
    const endOf = (day: string) => Date.parse(`${day}T24:00:00+08:00`);
    const morningOf = (day: string) => Date.parse(`${day}T09:00:00+08:00`);

    it('stay where it is said that they stay', async () => {
      const { checking } = await permits('kept');
      const before = await dueOf(checking);

      await migrate('kept', { deadlines: 'kept' });

      expect(await dueOf(checking)).toEqual(before);
    });

    it('are those of the new version where that is said, counted from when the task was opened', async () => {
      const { checking } = await permits('shorter');

      await migrate('shorter', { deadlines: 'recomputed' });

      const due = endOf('2026-11-10');
      expect(await dueOf(checking)).toEqual({ task: due, instance: due, steps: [morningOf('2026-11-09')] });
    });

    it('stay when they would have passed at once', async () => {
      const { checking } = await permits('late');
      const before = await dueOf(checking);
      desk.now += 7 * DAY_MS;

      const preview = await previewOf('late', { deadlines: 'recomputed' });
      await migrate('late', { deadlines: 'recomputed' });

      expect(preview.cases[1]?.effects).toEqual(['按新版本已经过期、因此保留原时限的待办：1 个']);
      expect((await dueOf(checking)).task).toBe(before.task);
      desk.now -= 7 * DAY_MS;
    });

    it('that would take an outcome which is gone refuse the case, and can be computed anew', async () => {
      const lapsing = (key: string) =>
        `${BEGIN}${userTask('a', { inside: `<wuxin:outcome key="${key}" name="${key}" />${deadline('3', `<wuxin:deadlineStep amount="0" unit="calendarDays" action="outcome" value="${key}" />`)}` })}${END}
        begin -> a
        a -> end`;
      await desk.publishLines('lapsing', lapsing('old'));
      const { instanceId } = await desk.start('lapsing');
      await desk.publishLines('lapsing', lapsing('fresh'));

      const kept = await previewOf('lapsing', { deadlines: 'kept' });
      await migrate('lapsing', { deadlines: 'recomputed' });
      await desk.advance(5 * DAY_MS);

      expect(kept.cases[0]?.reasons[0]).toContain('没有这个结果');
      expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
      desk.now -= 5 * DAY_MS;
    });
  });

  describe('a step that is gone', () => {
    const lines = (...ids: string[]) => `${BEGIN}${ids.map((id) => userTask(id)).join('')}${END}
      ${['begin', ...ids, 'end']
        .slice(1)
        .map((id, index) => `${['begin', ...ids][index]} -> ${id}`)
        .join('\n')}`;

    it('stops its cases with a reason in both languages; the others go', async () => {
      await desk.publishLines('gone', lines('a', 'old'));
      const { instanceId: stays } = await desk.start('gone', 'clerk', { title: '停在旧环节' });
      const { instanceId: goes } = await desk.start('gone', 'clerk', { title: '还在前面' });
      await desk.complete('clerk', stays, 'a');
      await desk.publishLines('gone', lines('a', 'fresh'));

      const detail = await migrate('gone');

      expect(detail.run).toMatchObject({ status: 'completed', migrated: 1, refused: 1 });
      expect(detail.cases.map(({ title, status, reasons }) => [title, status, reasons])).toEqual([
        ['停在旧环节', 'refused', ['停在“old”，没有说明在新版本的哪里继续']],
        ['还在前面', 'migrated', []],
      ]);
      const english = await runOf(detail.run.id, {}, 'en-US');
      expect(english.cases[0]?.reasons[0]).toContain('it is not said where that goes on');
      expect(await desk.row(stays)).toMatchObject({ versionNumber: 1 });
      expect(await desk.row(goes)).toMatchObject({ versionNumber: 2 });
    });

    it('goes on where somebody says, under its new name, and can be sent back to what was before', async () => {
      await desk.publishLines('chosen', lines('a', 'old'));
      const { instanceId } = await desk.start('chosen');
      await desk.complete('clerk', instanceId, 'a');
      await desk.publishLines('chosen', lines('a', 'fresh'));
      const request = await requestFor('chosen', { old: 'fresh' });

      const detail = await migrate('chosen', request);

      expect(detail.moved).toEqual([{ from: 'old', to: 'fresh' }]);
      const taskId = await desk.openTask(instanceId, 'fresh');
      expect((await desk.open('clerk', taskId)).data.task).toMatchObject({
        elementName: 'fresh',
        returnTargets: [{ elementId: 'a' }],
      });
      expect((await desk.track('clerk', instanceId)).data.may.withdraw).toBe(false);
      expect((await desk.task('returnTo', 'clerk', taskId, { elementId: 'a', reason: '再看看' })).errors).toEqual([]);
      await desk.complete('clerk', instanceId, 'a');
      await desk.complete('clerk', instanceId, 'fresh');
      expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
    });

    it('is still read in the history of cases that passed it', async () => {
      await desk.publishLines('passed', lines('old', 'b'));
      const { instanceId } = await desk.start('passed');
      await desk.complete('clerk', instanceId, 'old');
      await desk.publishLines('passed', lines('b'));

      await migrate('passed');

      const opened = await desk.open('clerk', await desk.openTask(instanceId, 'b'));
      expect(opened.errors).toEqual([]);
      expect((await desk.track('root', instanceId)).data.history.map(({ elementName }) => elementName)).toContain('old');
    });
  });

  it('with the frozen form of the new version', async () => {
    const forms = () => desk.db.getRepository('flowModels') as unknown as { remove(uid: string): Promise<unknown> }; // NocoBase declares the general type
    const formed = async (...fields: string[]) => {
      const description = { collection: 'permits', rows: [fields.map((field) => ({ field, required: true }))] };
      await forms().remove(draftFormUid('formed', 'a'));
      await desk.write((tx) => installDraftForm(tx, { processKey: 'formed', elementId: 'a', description }));
      await desk.publishLines('formed', `@wuxin:recordCollection="permits"
        ${BEGIN}${userTask('a')}${END}
        begin -> a
        a -> end`); // prettier-ignore
    };
    await formed('title');
    const { instanceId } = await desk.start('formed');
    await formed('title', 'advice');

    await migrate('formed');
    const taskId = await desk.openTask(instanceId, 'a');
    const refused = await desk.task('complete', 'clerk', taskId, { outcome: 'complete', data: { title: '甲' } });

    expect(refused.errors[0]?.code).toBe('task.invalidData');
    await desk.complete('clerk', instanceId, 'a', { data: { title: '甲', advice: '可行' } });
    expect(await desk.record(instanceId)).toMatchObject({ advice: '可行' });
  });

  it('with people who vote still, by the new rule, and what waits in sub-processes', async () => {
    const voting = (until: string, isLonger: boolean) => `${BEGIN}
      ${userTask('vote', { loop: `<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality><bpmn:completionCondition>=nrOfCompletedInstances&gt;=${until}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>` })}
      <bpmn:subProcess id="inner"><bpmn:startEvent id="ib" />${userTask('x')}${isLonger ? userTask('y') : ''}<bpmn:endEvent id="ie" /><bpmn:sequenceFlow id="if1" sourceRef="ib" targetRef="x" />${isLonger ? '<bpmn:sequenceFlow id="if2" sourceRef="x" targetRef="y" /><bpmn:sequenceFlow id="if3" sourceRef="y" targetRef="ie" />' : '<bpmn:sequenceFlow id="if2" sourceRef="x" targetRef="ie" />'}</bpmn:subProcess>${END}
      begin -> vote
      vote -> inner
      inner -> end`;
    await desk.publishLines('votes', voting('3', false));
    const [voted, inside] = [(await desk.start('votes')).instanceId, (await desk.start('votes')).instanceId];
    await desk.complete('clerk', voted, 'vote');
    for (let votes = 0; votes < 3; votes += 1) await desk.complete('clerk', inside, 'vote');
    await desk.publishLines('votes', voting('2', true));

    const { run } = await migrate('votes');
    await desk.complete('clerk', voted, 'vote');
    await desk.complete('clerk', inside, 'x');

    expect(run).toMatchObject({ migrated: 2 });
    expect(await desk.openElements(voted)).toEqual(['x']);
    expect(await desk.openElements(inside)).toEqual(['y']);
  });

  it('with timers that are new, gone, or due as before', async () => {
    const timed = (id: string, value: string) => `${BEGIN}${userTask('a')}
      <bpmn:boundaryEvent id="${id}" attachedToRef="a" cancelActivity="false">${timer(`${id}T`, 'Duration', value)}</bpmn:boundaryEvent>${userTask('late')}${END}
      begin -> a
      ${id} -> late
      late -> end
      a -> end`;
    await desk.publishLines('timed', timed('soon', 'PT1H'));
    const { instanceId } = await desk.start('timed');
    await desk.publishLines('timed', timed('later', 'PT5H'));

    const preview = await previewOf('timed');
    await migrate('timed');
    await desk.advance(4 * HOUR_MS);
    expect(await desk.openElements(instanceId)).toEqual(['a']);
    await desk.advance(2 * HOUR_MS);

    expect(preview.cases[0]?.effects).toEqual(['开始等候的时间或消息：1 个', '不再等候的时间或消息：1 个']);
    expect(await desk.openElements(instanceId)).toEqual(['a', 'late']);
  });

  it('with whoever waits at a join, also where the flow to it has another id', async () => {
    const forked = (
      extra: string,
    ) => `${BEGIN}<bpmn:parallelGateway id="fork" />${userTask('a')}${userTask('b')}<bpmn:parallelGateway id="join" />${extra}${END}
      begin -> ${extra ? 'first' : 'fork'}
      ${extra ? 'first -> fork' : ''}
      fork -> a
      fork -> b
      a -> join
      b -> join
      join -> end`;
    await desk.publishLines('forked', forked(''));
    const { instanceId } = await desk.start('forked');
    await desk.complete('clerk', instanceId, 'a');
    await desk.publishLines('forked', forked(userTask('first')));

    const { run } = await migrate('forked');
    expect(await faults()).toEqual([]);
    await desk.complete('clerk', instanceId, 'b');

    expect(run).toMatchObject({ migrated: 1 });
    expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
  });

  it('with the parameters that the new version reads besides; what they started with stays', async () => {
    const parameter = (key: string, isConfirmed: boolean) => ({
      key,
      name: `参数 ${key}`,
      nameEn: `Parameter ${key}`,
      defaultValue: 7,
      unit: 'calendarDays' as const,
      source: '镇政府规定',
      levels: ['county' as const],
      certainty: isConfirmed ? ('found' as const) : ('unsure' as const),
    });
    await desk.write((tx) =>
      defineParameters(tx, [parameter('mig.old', true), parameter('mig.new', true), parameter('mig.unsure', false)]),
    );
    const reading = (...keys: string[]) => `${BEGIN}${userTask('a')}${userTask('b', { inside: `<wuxin:deadline amount="=${keys.map((key) => `param(&quot;${key}&quot;)`).join(' + ')}" unit="calendarDays" />` })}${END}
      begin -> a
      a -> b
      b -> end`; // prettier-ignore
    await desk.publishLines('reading', reading('mig.old'));
    const { instanceId } = await desk.start('reading');
    await desk.write((tx) => tables.instances.update(tx, { id: instanceId }, { parameters: { 'mig.old': 3 } }));
    await desk.publishLines('reading', reading('mig.old', 'mig.new'));
    await desk.publishLines('reading', reading('mig.unsure'));

    const unsure = await previewOf('reading', { to: 3 });
    const preview = await previewOf('reading');
    await migrate('reading');

    expect(unsure.cases[0]?.reasons).toEqual(['新版本用到的参数还没有确认：参数 mig.unsure']);
    expect(preview.cases[0]?.effects).toEqual(['新增参数：mig.new']);
    expect((await desk.row(instanceId)).parameters).toEqual({ 'mig.old': 3, 'mig.new': 7 });
    await desk.complete('clerk', instanceId, 'a');
    expect(await desk.openElements(instanceId)).toEqual(['b']);
  });

  it('that have stopped with an incident, which is retried by the new drawing', async () => {
    const choosing = (condition: string) => `${BEGIN}<bpmn:exclusiveGateway id="choose" default="flow2" />${userTask('a')}${END}
      begin -> choose
      choose -> end
      choose -> a : ${condition}
      a -> end`;
    await desk.publishLines('choosing', choosing('=unknown > 1'));
    const { instanceId } = await desk.start('choosing');
    const incident = await desk.openIncident(instanceId);
    await desk.publishLines('choosing', choosing('=true'));

    await migrate('choosing');
    expect((await desk.retry(incident?.id ?? '')).errors).toEqual([]);

    expect(await desk.openElements(instanceId)).toEqual(['a']);
  });

  it('that wait for a service, under the new name of its step', async () => {
    activityTypesOf(desk.db).registerOnce(serviceType('asked'));
    const calls: string[] = [];
    serviceHandlersOf(desk.db).set('asked', async ({ elementId }) => {
      calls.push(elementId);
      return { kind: 'done', variables: {} };
    });
    const served = (
      id: string,
    ) => `${BEGIN}<bpmn:serviceTask id="${id}" name="询问" wuxin:activityType="asked" />${userTask('a')}${END}
      begin -> ${id}
      ${id} -> a
      a -> end`;
    await desk.publishLines('served', served('ask'));
    const { instanceId } = await desk.start('served');
    await desk.publishLines('served', served('inquire'));
    await desk.write((tx) => tables.jobs.update(tx, { instanceId, kind: 'service' }, { dueAt: desk.now + 1 }));

    await migrate('served');
    await desk.advance(1);

    expect(calls).toEqual(['inquire']);
    expect(await desk.openElements(instanceId)).toEqual(['a']);
  });
});
