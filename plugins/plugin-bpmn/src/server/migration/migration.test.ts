import type { MigrationPreview } from '../../common/api';
import { draftFormUid } from '../../common/form';
import { DAY_MS, Desk, expectRefused, HOUR_MS, timer, userTask } from '../__fixtures__';
import { installDraftForm } from '../forms';
import { tables } from '../store';
import { migratingAt } from '../__fixtures__/migrating';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const checked = { kind: 'role', value: 'checker' };
const outcomes = '<wuxin:outcome key="agree" name="同意" /><wuxin:outcome key="refuse" name="不同意" />';
const deadline = (days: string, more = '') =>
  `<wuxin:deadline amount="${days}" unit="calendarDays"><wuxin:deadlineStep amount="-1" unit="calendarDays" action="remind" />${more}</wuxin:deadline>`;

/** The desk's day is Thursday, 5 November 2026, at noon. */
describe('running cases that are migrated to a new version', () => {
  let desk: Desk;
  const { post, planFor, requestFor, previewOf, begin, runOf, migrate, faults } = migratingAt(() => desk);

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      const field = (name: string) => ({ type: 'string', name, interface: 'input', uiSchema: { title: name } });
      db.collection({ name: 'permits', createdBy: true, fields: [field('title'), field('advice')] });
      await db.sync();
    });
  });
  afterEach(async () => expect(await faults()).toEqual([]));
  afterAll(() => desk?.close());

  /** Write, check; in the second version an adviser stands between, and the check has another time. */
  const permit = (days: string, isNew: boolean) => `${BEGIN}${userTask('write', { name: '填写' })}
    ${isNew ? userTask('advise', { name: '法律顾问审查', ...checked }) : ''}
    ${userTask('check', { name: '审核', ...checked, inside: outcomes + deadline(days) })}${END}
    begin -> write
    write -> ${isNew ? 'advise' : 'check'}
    ${isNew ? 'advise -> check' : ''}
    check -> end`;

  async function permits(key: string) {
    await desk.publishLines(key, permit('10', false));
    const { instanceId: writing } = await desk.start(key, 'clerk', { title: '在写' });
    const { instanceId: checking } = await desk.start(key, 'clerk', { title: '在审' });
    await desk.complete('clerk', checking, 'write');
    await desk.publishLines(key, permit('5', true));
    return { writing, checking };
  }

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

  describe('who may, and what is no migration', () => {
    let key: string;
    beforeAll(async () => {
      key = 'refusing';
      await permits(key);
    });

    it('nobody but administrators', async () => {
      const body = { ...(await requestFor(key)), reason: '试试' };
      for (const [
        action,
        data,
      ] of [['migrationPlan', { from: 1, to: 2 }], ['previewMigration', body], ['migrate', body], ['stopMigration', {}], ['continueMigration', {}]] as const) // prettier-ignore
        for (const person of ['clerk', 'supervisor'] as const)
          expect([action, person, (await post(action, person, key, data)).status]).toEqual([action, person, 403]);
      expect(await tables.migrations.count(desk, { processKey: key })).toBe(0);
    });

    it.each([
      ['the same version', { to: 1 }, { code: 'migration.sameVersion', status: 400 }],
      ['a version that is not there', { to: 9 }, { code: 'version.notFound', status: 404 }],
      ['no reason', { reason: ' ' }, { code: 'task.reasonMissing', status: 400 }],
      ['no case', { at: 'nowhere' }, { code: 'migration.noCases', status: 409 }],
      ['a body that says nothing', { mapping: null }, { code: 'input.invalid', status: 400 }],
    ])('%s', async (_, changes, expected) => {
      const body = { ...(await requestFor(key)), reason: '试试', ...changes };

      await expectRefused((locale) => post('migrate', 'root', key, body, locale), expected);
    });

    it('a draft, or a version about other records', async () => {
      const body = { ...(await requestFor(key)), reason: '试试' };
      await desk
        .as('root')
        .post('bpmnProcesses:deploy', { data: { xml: (await xmlOf(key)).replace('name="审核"', 'name="复核"') } });
      await desk.publishLines('recordless', permit('3', false));
      await desk.publishLines('recordless', `@wuxin:recordCollection="permits"\n${permit('3', false)}`);

      await expectRefused((locale) => post('migrate', 'root', key, { ...body, to: 3 }, locale), {
        code: 'migration.draft',
        status: 409,
      });
      expect((await planFor('recordless')).problem).toContain('不是同一张数据表');
    });

    const xmlOf = async (processKey: string) => (await tables.versions.find(desk, { processKey, number: 2 }))?.xml ?? '';
  });

  describe('one case after the other', () => {
    it('can be stopped and goes on', async () => {
      const { writing, checking } = await permits('stopped');
      const id = await begin('stopped');

      expect((await post('stopMigration', 'root', id, {})).errors).toEqual([]);
      await desk.drain();
      expect((await runOf(id)).run).toMatchObject({ status: 'stopped', migrated: 0, total: 2 });
      expect(await desk.row(writing)).toMatchObject({ versionNumber: 1 });
      await expectRefused((locale) => post('stopMigration', 'root', id, {}, locale), {
        code: 'migration.notRunning',
        status: 409,
      });

      expect((await post('continueMigration', 'root', id, {})).errors).toEqual([]);
      await desk.drain();
      expect((await runOf(id)).run).toMatchObject({ status: 'completed', migrated: 2 });
      expect(await desk.row(checking)).toMatchObject({ versionNumber: 2 });
      await expectRefused((locale) => post('continueMigration', 'root', id, {}, locale), {
        code: 'migration.notStopped',
        status: 409,
      });
    });

    it('more than a job takes are all migrated, each once', async () => {
      await desk.publishLines('many', permit('10', false));
      for (let index = 0; index < 45; index += 1) await desk.start('many');
      await desk.publishLines('many', permit('5', true));

      const { run } = await migrate('many');

      expect(run).toMatchObject({ status: 'completed', total: 45, migrated: 45 });
      const of = { processKey: 'many' };
      expect(await tables.instances.countBy(desk, ['versionNumber'], of)).toEqual([{ versionNumber: 2, count: 45 }]);
      const ids = (await tables.instances.selectColumns(desk, ['id'], of)).map(({ id }) => id);
      expect(await tables.history.count(desk, { kind: 'instanceMigrated', instanceId: ids })).toBe(45);
    });

    it('a case that another migration has moved meanwhile stays there', async () => {
      const { writing } = await permits('twice');
      const [first, second] = [await begin('twice'), await begin('twice')];

      await desk.drain();

      expect((await runOf(first)).run).toMatchObject({ migrated: 2, refused: 0 });
      expect((await runOf(second)).cases[0]?.reasons).toEqual(['办件已经是第 2 版']);
      expect(await tables.history.count(desk, { instanceId: writing, kind: 'instanceMigrated' })).toBe(1);
    });

    it('back again, when the new version was a mistake', async () => {
      const { checking } = await permits('back');
      await migrate('back');
      const { mapping } = (await post<{ mapping: object }>('migrationPlan', 'root', 'back', { from: 2, to: 1 })).data;

      const id = (await post<{ migrationId: string }>('migrate', 'root', 'back', { from: 2, to: 1, mapping, deadlines: 'kept', reason: '改回' })).data.migrationId; // prettier-ignore
      await desk.drain();

      expect((await runOf(id)).run).toMatchObject({ migrated: 2 });
      await desk.complete('checker', checking, 'check', { outcome: 'agree' });
      expect(await desk.row(checking)).toMatchObject({ status: 'completed', versionNumber: 1 });
    });
  });

  describe('in SQL statements', () => {
    it('a preview takes as many for two cases as for fifty', async () => {
      await desk.publishLines('counted', permit('10', false));
      for (let index = 0; index < 50; index += 1) await desk.start('counted');
      await desk.publishLines('counted', permit('5', true));
      const request = await requestFor('counted');
      const preview = (pageSize: number) => () =>
        post<MigrationPreview>('previewMigration', 'root', 'counted', { ...request, pageSize });
      await preview(1)(); // versions are kept in memory after this

      const few = (await desk.statementsOf(preview(2))).length;
      const many = (await desk.statementsOf(preview(50))).length;

      expect((await preview(50)()).data).toMatchObject({ total: 50, cases: { length: 50 } });
      expect(many).toBe(few);
      expect(few).toBeLessThanOrEqual(10);
    });

    it('a case takes at most 13', async () => {
      await desk.publishLines('single', permit('10', false));
      for (let index = 0; index < 11; index += 1) await desk.start('single');
      await desk.publishLines('single', permit('5', true));
      const ids = (await tables.instances.selectColumns(desk, ['id'], { processKey: 'single' })).map(({ id }) => id);
      await desk.drain();
      const statementsFor = async (instanceIds: string[]) => {
        const id = await begin('single', { instanceIds });
        const statements = await desk.statementsOf(() => desk.drain());
        expect((await runOf(id)).run).toMatchObject({ migrated: instanceIds.length });
        return statements.length;
      };

      const [one, ten] = [await statementsFor(ids.slice(0, 1)), await statementsFor(ids.slice(1))];

      expect(ten - one).toBeLessThanOrEqual(9 * 13);
    });
  });
});
