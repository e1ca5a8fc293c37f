import { DAY_MS, type Desk, type Person, userTask } from '../__fixtures__';
import { createStandIn } from '../stand-ins';
import { tables } from '../store';
import { GROUP_TASK, holdingIn, openHolding } from './__fixtures__/holding';

/** Who holds a task, who may act, who is reminded and who may read. */
describe('holding a task', () => {
  let desk: Desk;

  const { aCase, rowOf, refused } = holdingIn(() => desk);

  beforeAll(async () => {
    desk = await openHolding();
  });
  afterAll(() => desk?.close());

  describe('claiming', () => {
    it('gives a group task to who claims it and takes it out of the others’ inboxes', async () => {
      const { taskId } = await aCase('签收一');

      const { status } = await desk.task('claim', 'checker', taskId);

      expect(status).toBe(200);
      expect(await rowOf(taskId)).toMatchObject({ assigneeId: desk.id('checker'), assigneeName: '李强', status: 'open' });
      expect(await desk.todo('checker', '签收一')).toHaveLength(1);
      expect(await desk.todo('checker2', '签收一')).toHaveLength(0);
    });

    it('is no second event when the holder claims again', async () => {
      const { instanceId, taskId } = await aCase();
      await desk.task('claim', 'checker', taskId);
      const before = await desk.fingerprint(instanceId);

      const { status } = await desk.task('claim', 'checker', taskId);

      expect(status).toBe(200);
      expect(await desk.fingerprint(instanceId)).toBe(before);
    });

    it('is refused to the second candidate, who is told who holds it', async () => {
      const { taskId } = await aCase();
      await desk.task('claim', 'checker', taskId);

      await refused('claim', 'checker2', taskId, {}, { code: 'task.heldByAnother', status: 409 });
    });

    it('is refused to who is no candidate', async () => {
      const { taskId } = await aCase();

      await refused('claim', 'outsider', taskId, {}, { code: 'task.notYours', status: 403 });
    });

    it('has one winner when two candidates claim at once', async () => {
      const { taskId } = await aCase();

      const answers = await Promise.all([desk.task('claim', 'checker', taskId), desk.task('claim', 'checker2', taskId)]);

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    });
  });

  describe('putting back', () => {
    it('opens a claimed task to its group again', async () => {
      const { taskId } = await aCase('放回');
      await desk.task('claim', 'checker', taskId);

      await desk.task('unclaim', 'checker', taskId);

      expect(await rowOf(taskId)).toMatchObject({ assigneeId: null, assigneeName: null });
      expect(await desk.todo('checker2', '放回')).toHaveLength(1);
    });

    it('is refused to who does not hold it, and for a task that only one person can do', async () => {
      const { taskId } = await aCase();
      const { taskIds } = await desk.start('holding');

      await refused('unclaim', 'checker', taskId, {}, { code: 'task.notClaimed', status: 409 });
      await refused('unclaim', 'clerk', taskIds[0]!, {}, { code: 'task.notClaimed', status: 409 });
    });
  });

  it('nothing can be done with a task while its case is suspended, and its page says why', async () => {
    const { instanceId, taskId } = await aCase();
    const pageOf = async (who: Person) => (await desk.open(who, taskId)).data;
    await desk.instance('suspend', 'root', instanceId, { reason: '等候批复' });

    for (const who of ['checker', 'root'] as const) {
      expect(Object.values((await pageOf(who)).task.may)).not.toContain(true);
      expect((await pageOf(who)).instance.suspension).toEqual({ since: desk.now, reason: '等候批复' });
    }

    await desk.instance('resume', 'root', instanceId, { reason: '批复已到' });
    expect((await pageOf('checker')).task.may).toMatchObject({ complete: true, claim: true, transfer: true });
    expect((await pageOf('checker')).instance.suspension).toBeNull();
  });

  describe('transferring', () => {
    it('makes the task somebody else’s for good and keeps both names and the reason in the history', async () => {
      const { instanceId, taskId } = await aCase();

      await desk.task('transfer', 'checker', taskId, { to: desk.id('outsider'), reason: '出差' });

      expect(await rowOf(taskId)).toMatchObject({ assigneeName: '孙伟', delegatorId: null });
      const history = await tables.history.select(desk, { instanceId, kind: 'taskTransferred' });
      expect(history).toMatchObject([{ actorName: '李强', data: { to: '孙伟' } }]);
      expect(await tables.historyPayloads.select(desk, { historyId: history[0]!.id })).toMatchObject([
        { payload: { reason: '出差' } },
      ]);
      await desk.complete('outsider', instanceId, 'check', { outcome: 'approve' });
      expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
    });

    it('may be done by an administrator who does not hold it, so that no case hangs on one person', async () => {
      const { taskId } = await aCase();

      const { status } = await desk.task('transfer', 'root', taskId, { to: desk.id('outsider'), reason: '人员离岗' });

      expect(status).toBe(200);
    });

    it.each([
      ['to who has it', { to: 'checker' as const, reason: '给' }, 'task.handOverToSelf', 400],
      ['without a reason', { to: 'outsider' as const, reason: ' ' }, 'task.reasonMissing', 400],
    ])('is refused %s', async (_, { to, reason }, code, status) => {
      const { taskId } = await aCase();

      await refused('transfer', 'checker', taskId, { to: desk.id(to), reason }, { code, status });
    });

    it('is refused to nobody, to strangers and after the task is done', async () => {
      const { instanceId, taskId } = await aCase();
      await refused('transfer', 'checker', taskId, { to: 999_999, reason: '给' }, { code: 'person.notFound', status: 400 });
      await refused(
        'transfer',
        'outsider',
        taskId,
        { to: desk.id('clerk'), reason: '给' },
        { code: 'task.notYours', status: 403 },
      );
      await desk.complete('checker', instanceId, 'check', { outcome: 'approve' });

      await refused(
        'transfer',
        'checker',
        taskId,
        { to: desk.id('outsider'), reason: '给' },
        { code: 'task.alreadyHandled', status: 409 },
      );
    });
  });

  it('never goes to somebody who has to keep out of it', async () => {
    await desk.publishLines(
      'apart',
      `<bpmn:startEvent id="begin" />${userTask('check', { ...GROUP_TASK, attributes: 'wuxin:whenStarter="exclude"' })}<bpmn:endEvent id="end" />
      begin -> check
      check -> end`,
    );
    const { taskIds } = await desk.start('apart', 'checker');
    const handOver = { to: desk.id('checker'), reason: '请办' };

    await refused('claim', 'checker', taskIds[0]!, {}, { code: 'task.notYours', status: 403 });
    await refused('transfer', 'checker2', taskIds[0]!, handOver, { code: 'task.personBarred', status: 409 });
    await refused('delegate', 'checker2', taskIds[0]!, handOver, { code: 'task.personBarred', status: 409 });
    await refused('transfer', 'root', taskIds[0]!, handOver, { code: 'task.personBarred', status: 409 });
  });

  describe('reminding', () => {
    it('tells the holders and says when the next reminder is possible', async () => {
      const { instanceId, taskId } = await aCase();

      const reminded = await desk.task('remind', 'clerk', taskId, { message: '请尽快' });

      expect(reminded).toMatchObject({ status: 200, data: { remindedAt: desk.now, nextAllowedAt: desk.now + DAY_MS } });
      await desk.drain();
      expect((await desk.messages('checker')).join()).toContain('请尽快');
      expect(await desk.historyKinds(instanceId)).toContain('taskReminded');
    });

    it('stands in the history with what was written', async () => {
      const { instanceId, taskId } = await aCase();

      await desk.task('remind', 'clerk', taskId, { message: '请尽快' });

      const { history } = (await desk.track('clerk', instanceId)).data;
      expect(history.at(-1)).toMatchObject({ text: '王芳 催办“审核”', opinion: '请尽快' });
    });

    it('is counted: the page of the case says how many are left', async () => {
      const { instanceId, taskId } = await aCase();
      const waiting = async () => (await desk.track('clerk', instanceId)).data.waiting;
      expect(await waiting()).toMatchObject([{ mayRemind: true, remindersLeft: 3, mayRemindFrom: null }]);

      await desk.task('remind', 'clerk', taskId);

      expect(await waiting()).toMatchObject([{ mayRemind: false, remindersLeft: 2, mayRemindFrom: desk.now + DAY_MS }]);
    });

    it('is not offered while the case is suspended', async () => {
      const { instanceId } = await aCase();

      await desk.instance('suspend', 'root', instanceId, { reason: '等候批复' });

      expect((await desk.track('clerk', instanceId)).data.may.remind).toBe(false);
    });

    it('is refused within a day and after three times', async () => {
      const { taskId } = await aCase();
      await desk.task('remind', 'clerk', taskId);
      await refused('remind', 'clerk', taskId, {}, { code: 'task.remindedTooOften', status: 409 });

      for (let day = 0; day < 2; day += 1) {
        desk.now += DAY_MS;
        expect((await desk.task('remind', 'clerk', taskId)).status).toBe(200);
      }
      desk.now += DAY_MS;

      await refused('remind', 'clerk', taskId, {}, { code: 'task.remindedTooOften', status: 409 });
    });

    it('is refused to who neither started nor supervises the case', async () => {
      const { taskId } = await aCase();

      await refused('remind', 'outsider', taskId, {}, { code: 'task.mayNotRemind', status: 403 });
    });
  });

  describe('standing in', () => {
    const today = '2026-11-01';
    afterEach(() => desk.db.getModel('bpmnStandIns').destroy({ where: {} }));
    const represent = (processKeys: string[] | null) =>
      desk.write((tx) =>
        createStandIn(tx, desk.actor('checker'), {
          absentId: desk.id('checker'),
          standInId: desk.id('outsider'),
          fromOn: today,
          untilOn: '2027-12-31',
          processKeys,
          reason: '休假',
        }),
      );

    it('lets the stand-in do the task in the absent person’s name, and keeps both names', async () => {
      const { instanceId, taskId } = await aCase('代理');
      await desk.task('claim', 'checker', taskId);
      await represent(['holding']);

      expect(await desk.todo('outsider', '代理')).toMatchObject([{ taskId, actingFor: { name: '李强' } }]);
      await desk.complete('outsider', instanceId, 'check', { outcome: 'approve' });

      expect(await rowOf(taskId)).toMatchObject({ completedByName: '孙伟', onBehalfOfName: '李强' });
      expect(await tables.history.select(desk, { instanceId, kind: 'taskCompleted' })).toEqual(
        expect.arrayContaining([expect.objectContaining({ actorName: '孙伟', onBehalfOfName: '李强' })]),
      );
    });

    it('tells the stand-in for whom a task would be that nobody holds yet', async () => {
      const { taskId } = await aCase('无人签收');
      await represent(null);

      expect(await desk.todo('outsider', '无人签收')).toMatchObject([{ taskId, assignee: null, actingFor: { name: '李强' } }]);
      expect(await desk.todo('checker', '无人签收')).toMatchObject([{ taskId, actingFor: null }]);
    });

    it('gives nothing in a process that the stand-in was not named for', async () => {
      const { taskId } = await aCase();
      await represent(['another']);

      await refused('complete', 'outsider', taskId, { outcome: 'approve' }, { code: 'task.notYours', status: 403 });
    });
  });

  describe('entering on behalf', () => {
    it('keeps who entered it, whose word it is, the channel and both times', async () => {
      const { instanceId, taskId } = await aCase();
      const occurredAt = desk.now - DAY_MS;

      const entered = await desk.task('complete', 'root', taskId, {
        outcome: 'approve',
        onBehalfOf: desk.id('checker'),
        channel: 'paper',
        occurredAt,
      });

      expect(entered.errors).toEqual([]);
      expect(await rowOf(taskId)).toMatchObject({
        completedByName: 'Super Admin',
        onBehalfOfName: '李强',
        channel: 'paper',
        occurredAt,
        closedAt: desk.now,
      });
      expect(await tables.history.select(desk, { instanceId, kind: 'taskCompleted', elementId: 'check' })).toMatchObject([
        { actorName: 'Super Admin', onBehalfOfName: '李强', channel: 'paper', occurredAt, recordedAt: desk.now },
      ]);
    });

    it.each([
      ['for somebody who does not hold the task', 'root', 'outsider', 'task.onBehalfOfNonHolder', 403],
      ['for oneself', 'checker', 'checker', 'task.onBehalfOfSelf', 400],
      ['by who neither holds the task nor administers', 'outsider', 'checker', 'task.notYours', 403],
    ] as const)('is refused %s', async (_, by, whom, code, status) => {
      const { taskId } = await aCase();

      await refused('complete', by, taskId, { outcome: 'approve', onBehalfOf: desk.id(whom) }, { code, status });
    });

    it.each([
      ['in the future', 60_000, 'task.occurredInFuture'],
      ['more than a year before the task was there', -367 * DAY_MS, 'task.occurredTooEarly'],
    ])('is refused for a time %s', async (_, offset, code) => {
      const { taskId } = await aCase();

      await refused('complete', 'checker', taskId, { outcome: 'approve', occurredAt: desk.now + offset }, { code, status: 400 });
    });
  });

  describe('copying', () => {
    it('lets the receiver read the case and nothing more', async () => {
      const { instanceId, taskId } = await aCase('抄送');

      await desk.instance('cc', 'clerk', instanceId, { userIds: [desk.id('outsider')], note: '请知悉' });

      const tracked = await desk.track('outsider', instanceId);
      expect(tracked.data.instance.title).toBe('抄送');
      expect(tracked.data.may).toMatchObject({ cancel: false, suspend: false, withdraw: false, remind: false });
      await refused('complete', 'outsider', taskId, { outcome: 'approve' }, { code: 'task.notYours', status: 403 });
    });

    it('stands in the history with its note', async () => {
      const { instanceId } = await aCase();

      await desk.instance('cc', 'clerk', instanceId, { userIds: [desk.id('outsider')], note: '请知悉' });

      const { history } = (await desk.track('outsider', instanceId)).data;
      expect(history.at(-1)).toMatchObject({ text: '王芳 抄送给 孙伟', opinion: '请知悉' });
    });

    it('adds nobody twice and no empty event to the history', async () => {
      const { instanceId } = await aCase();
      await desk.instance('cc', 'clerk', instanceId, { userIds: [desk.id('outsider')] });

      const again = await desk.instance('cc', 'clerk', instanceId, { userIds: [desk.id('outsider')] });

      expect(again.status).toBe(200);
      expect(await tables.cc.count(desk, { instanceId })).toBe(1);
      expect((await desk.historyKinds(instanceId)).filter((kind) => kind === 'ccSent')).toHaveLength(1);
    });

    it('does not spread: who only has a copy gives nobody one, and is not offered to', async () => {
      const { instanceId } = await aCase();
      await desk.instance('cc', 'clerk', instanceId, { userIds: [desk.id('outsider')] });

      const { status, errors } = await desk.instance('cc', 'outsider', instanceId, { userIds: [desk.id('supervisor')] });

      expect([status, errors[0]?.code]).toEqual([403, 'cc.copyOnly']);
      expect((await desk.track('outsider', instanceId)).data.may.cc).toBe(false);
      expect((await desk.track('clerk', instanceId)).data.may.cc).toBe(true);
      expect(await tables.cc.count(desk, { instanceId })).toBe(1);
    });

    it('is refused for nobody, for a crowd, for who does not exist and to who may not see the case', async () => {
      const { instanceId } = await aCase();
      const cc = async (by: Person, userIds: number[]) => {
        const { status, errors } = await desk.instance('cc', by, instanceId, { userIds });
        return [status, errors[0]?.code];
      };

      expect(await cc('clerk', [])).toEqual([400, 'cc.howMany']);
      expect(
        await cc(
          'clerk',
          Array.from({ length: 51 }, (_, index) => index + 1),
        ),
      ).toEqual([400, 'cc.howMany']);
      expect(await cc('clerk', [999_999])).toEqual([400, 'person.notFound']);
      expect(await cc('outsider', [desk.id('clerk')])).toEqual([404, 'instance.notFound']);
      expect(await tables.cc.count(desk, { instanceId })).toBe(0);
    });
  });

  it('tells a stranger who forges a task’s id nothing about who handled it', async () => {
    const { instanceId, taskId } = await aCase();
    await desk.complete('checker', instanceId, 'check', { outcome: 'approve' });

    const byStranger = await desk.task('complete', 'outsider', taskId, { outcome: 'approve' });
    const byCandidate = await desk.task('complete', 'checker2', taskId, { outcome: 'approve' });

    expect(byStranger).toMatchObject({ status: 403, errors: [{ code: 'task.notYours' }] });
    expect(JSON.stringify(byStranger)).not.toContain('李强');
    expect(byCandidate).toMatchObject({ status: 409, errors: [{ code: 'task.alreadyHandled', data: { by: '李强' } }] });
  });
});
