import type { DeployResult } from '../../common/api';
import { bpmn, DAY_MS, Desk, timer, userTask } from '../__fixtures__';
import { activityTypesOf } from '../activity-types';
import { tables } from '../store';
import { noteRound } from './__fixtures__/note-round';

const step = (id: string) => userTask(id);

/** Return and withdrawal: what ends, what opens again, what goes on. */
describe('going back', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      const text = (name: string) => ({ type: 'string', name });
      db.collection({ name: 'lamps', fields: [text('title'), text('state')] });
      db.collection({ name: 'lampRows', fields: [text('lampId')] });
      db.collection({ name: 'shelves', fields: [text('state')] });
      await db.sync();
      await db.getRepository('shelves').create({ values: { state: '空' } });
    });
    activityTypesOf(desk.db).registerOnce(noteRound);
    await desk.publishLines(
      'line',
      `<bpmn:startEvent id="begin" /> ${step('a')} ${step('b')} ${step('c')} <bpmn:endEvent id="end" />
      begin -> a
      a -> b
      b -> c
      c -> end`,
    );
    // a, then two branches b1 → b2 and c1 → c2, then d; d may go round again
    await desk.publishLines(
      'fork',
      `<bpmn:startEvent id="begin" /> ${step('a')} <bpmn:parallelGateway id="split" /> ${step('b1')} ${step('b2')}
      ${step('c1')} ${step('c2')} <bpmn:parallelGateway id="join" /> ${step('d')}
      <bpmn:exclusiveGateway id="again" default="flow10" /> <bpmn:endEvent id="end" />
      begin -> a
      a -> split
      split -> b1
      b1 -> b2
      b2 -> join
      split -> c1
      c1 -> c2
      c2 -> join
      join -> d
      d -> again
      again -> end
      again -> a : =outcome = "again"`.replace('default="flow10"', 'default="flow11"'),
    );
    const returning = (id: string, to: string) => step(id).replace('<bpmn:userTask', `<bpmn:userTask wuxin:returnTo="${to}"`);
    await desk.publishLines(
      'named',
      `<bpmn:startEvent id="begin" /> ${step('a')} ${step('b')} ${returning('c', 'a')} ${returning('d', 'none')} <bpmn:endEvent id="end" />
      begin -> a
      a -> b
      b -> c
      c -> d
      d -> end`,
    );
    // a, then b and c side by side, then d, round and round
    await desk.publishLines(
      'rounds',
      `<bpmn:startEvent id="begin" /> ${step('a')} <bpmn:inclusiveGateway id="split" default="flow5" /> ${step('b')} ${step('c')}
      <bpmn:inclusiveGateway id="join" /> ${step('d')} <bpmn:exclusiveGateway id="again" default="flow10" /> <bpmn:endEvent id="end" />
      begin -> a
      a -> split
      split -> b : =true
      split -> c : =true
      split -> join
      b -> join
      c -> join
      join -> d
      d -> again
      again -> a
      again -> end : =outcome = "enough"`,
    );
    const deadline = `<wuxin:deadline amount="5" unit="calendarDays"><wuxin:deadlineStep amount="-1" unit="calendarDays" action="remind" />
      <wuxin:deadlineStep amount="1" unit="calendarDays" action="escalate" kind="role" value="supervisor" /></wuxin:deadline>`;
    await desk.publishLines(
      'due',
      `<bpmn:startEvent id="begin" /> ${userTask('a', { inside: deadline })} ${step('b')} <bpmn:endEvent id="end" />
      begin -> a
      a -> b
      b -> end`,
    );
    const count = '<wuxin:ioMapping><wuxin:output source="=rounds + 1" target="rounds" /></wuxin:ioMapping>';
    await desk.publishLines(
      'counted',
      `@wuxin:recordCollection="lamps"
      <bpmn:startEvent id="begin" /> ${userTask('a', { inside: count })}
      <bpmn:serviceTask id="note" wuxin:activityType="noteRound" /> ${step('b')} <bpmn:endEvent id="end" />
      begin -> a
      a -> note
      note -> b
      b -> end`,
    );
    await desk.publishLines(
      'nested',
      `<bpmn:startEvent id="begin" /> ${step('a')}
      <bpmn:subProcess id="sub"><bpmn:startEvent id="subBegin" />${step('s1')}${step('s2')}<bpmn:endEvent id="subEnd" /><bpmn:sequenceFlow id="n1" sourceRef="subBegin" targetRef="s1" /><bpmn:sequenceFlow id="n2" sourceRef="s1" targetRef="s2" /><bpmn:sequenceFlow id="n3" sourceRef="s2" targetRef="subEnd" /></bpmn:subProcess>
      ${step('z')} <bpmn:endEvent id="end" />
      begin -> a
      a -> sub
      sub -> z
      z -> end`,
    );
    await desk.publishLines(
      'several',
      `<bpmn:startEvent id="begin" /> ${step('a')}
      ${userTask('vote', { loop: '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>=2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>' })}
      ${step('z')} <bpmn:endEvent id="end" />
      begin -> a
      a -> vote
      vote -> z
      z -> end`,
    );
    await desk.publishLines(
      'aside',
      `<bpmn:startEvent id="begin" /> ${step('a')} <bpmn:parallelGateway id="split" /> ${step('b')}
      <bpmn:intermediateCatchEvent id="wait">${timer('t', 'Duration', 'P10D')}</bpmn:intermediateCatchEvent> ${step('c')}
      <bpmn:endEvent id="end" />
      begin -> a
      a -> split
      split -> b
      split -> wait
      wait -> c
      b -> end
      c -> end`,
    );
  });
  afterAll(() => desk?.close());

  const started = async (key: string, ...completed: string[]) => {
    const { instanceId } = await desk.start(key);
    for (const elementId of completed) await desk.complete('clerk', instanceId, elementId);
    return instanceId;
  };
  const returnTo = async (instanceId: string, from: string, to: string, reason = '请补充') =>
    desk.task('returnTo', 'clerk', await desk.openTask(instanceId, from), { elementId: to, reason });
  const targetsAt = async (instanceId: string, elementId: string) => {
    const opened = await desk.open('clerk', await desk.openTask(instanceId, elementId));
    return opened.data.task.returnTargets.map((target) => target.elementId);
  };
  const code = ({ status, errors }: { status: number; errors: readonly { code?: string }[] }) => [status, errors[0]?.code];

  describe('returning', () => {
    it('offers the earlier steps, latest first, and opens the chosen one again', async () => {
      const id = await started('line', 'a', 'b');
      expect(await targetsAt(id, 'c')).toEqual(['b', 'a']);

      const answer = await returnTo(id, 'c', 'a');

      expect(answer.errors).toEqual([]);
      expect(await desk.openElements(id)).toEqual(['a']);
      expect(await tables.tasks.find(desk, { instanceId: id, elementId: 'c' })).toMatchObject({
        status: 'completed',
        outcome: 'returned',
        opinion: '请补充',
      });
      expect(await desk.historyKinds(id)).toContain('taskReturned');
    });

    it('tells whoever has to do it again that it came back and why, instead of that it is new', async () => {
      const id = await started('line', 'a', 'b');
      await desk.drain();
      const before = await desk.messages('clerk');

      await returnTo(id, 'c', 'a');
      await desk.drain();

      const after = await desk.messages('clerk');
      const isReturn = (text: string) => /退回到“a”，请重新办理。[\s\S]*请补充/.test(text);
      expect(after.length).toBe(before.length + 1);
      expect(after.filter(isReturn).length).toBe(before.filter(isReturn).length + 1);
    });

    it('never leads forward: a step that comes later is no target after a return', async () => {
      const id = await started('line', 'a', 'b');
      await returnTo(id, 'c', 'a');

      expect(await targetsAt(id, 'a')).toEqual([]);
      expect(code(await returnTo(id, 'a', 'b'))).toEqual([409, 'task.notAReturnTarget']);
      expect(await desk.openElements(id)).toEqual(['a']);
    });

    it('goes the same way again and ends', async () => {
      const id = await started('line', 'a', 'b');
      await returnTo(id, 'c', 'b');
      for (const elementId of ['b', 'c']) await desk.complete('clerk', id, elementId);

      expect(await desk.row(id)).toMatchObject({ status: 'completed' });
    });

    it('ends every branch that starts anew when it goes back before the split', async () => {
      const id = await started('fork', 'a', 'b1', 'c1', 'c2');
      expect(await desk.openElements(id)).toEqual(['b2']);

      await returnTo(id, 'b2', 'a');

      expect(await desk.openElements(id)).toEqual(['a']);
      for (const elementId of ['a', 'b1', 'b2', 'c1', 'c2', 'd']) await desk.complete('clerk', id, elementId);
      expect(await desk.row(id)).toMatchObject({ status: 'completed' });
    });

    it('leaves the other branch alone when it stays inside its own', async () => {
      const id = await started('fork', 'a', 'b1', 'c1');

      await returnTo(id, 'b2', 'b1');

      expect(await desk.openElements(id)).toEqual(['b1', 'c2']);
      for (const elementId of ['c2', 'b1', 'b2', 'd']) await desk.complete('clerk', id, elementId);
      expect(await desk.row(id)).toMatchObject({ status: 'completed' });
    });

    it('keeps a branch that already waits at the join when it stays inside its own', async () => {
      const id = await started('fork', 'a', 'c1', 'c2', 'b1');

      await returnTo(id, 'b2', 'b1');
      for (const elementId of ['b1', 'b2', 'd']) await desk.complete('clerk', id, elementId);

      expect(await desk.row(id)).toMatchObject({ status: 'completed' });
    });

    it('does not lead behind a join into one of its branches: the join would wait for the other for ever', async () => {
      const id = await started('fork', 'a', 'b1', 'c1', 'c2', 'b2');
      expect(await targetsAt(id, 'd')).toEqual(['a']);

      expect(code(await returnTo(id, 'd', 'b2'))).toEqual([409, 'task.notAReturnTarget']);
      await returnTo(id, 'd', 'a');
      for (const elementId of ['a', 'b1', 'b2', 'c1', 'c2', 'd']) await desk.complete('clerk', id, elementId);

      expect(await desk.row(id)).toMatchObject({ status: 'completed' });
    });

    it('does not lead from one branch into the other', async () => {
      const id = await started('fork', 'a', 'b1', 'c1', 'b2');

      expect(await targetsAt(id, 'c2')).toEqual(['c1', 'a']);
    });

    it('leads where the process says, and to no step where it says none', async () => {
      const named = await started('named', 'a', 'b');
      expect(await targetsAt(named, 'c')).toEqual(['a']);
      expect(code(await returnTo(named, 'c', 'b'))).toEqual([409, 'task.notAReturnTarget']);

      await returnTo(named, 'c', 'a');
      for (const elementId of ['a', 'b', 'c']) await desk.complete('clerk', named, elementId);

      expect(await targetsAt(named, 'd')).toEqual([]);
    });

    it('is not published to a step that is not there', async () => {
      const lines = `<bpmn:startEvent id="begin" /> ${step('a').replace('<bpmn:userTask', '<bpmn:userTask wuxin:returnTo="gone"')}
      <bpmn:endEvent id="end" />
      begin -> a
      a -> end`;

      const { data } = await desk.as('root').post<DeployResult>('bpmnProcesses:deploy', { data: { xml: bpmn('lost', lines) } });

      expect(data.problems).toMatchObject([{ code: 'process.returnTo', severity: 'error', elementId: 'a' }]);
    });

    it('stays inside a sub-process', async () => {
      const id = await started('nested', 'a', 's1');
      expect(await targetsAt(id, 's2')).toEqual(['s1']);
      expect(code(await returnTo(id, 's2', 'a'))).toEqual([409, 'task.notAReturnTarget']);

      await returnTo(id, 's2', 's1');

      for (const elementId of ['s1', 's2', 'z']) await desk.complete('clerk', id, elementId);
      expect(await desk.row(id)).toMatchObject({ status: 'completed' });
    });

    it('is refused from and to a step that several people do at once', async () => {
      const id = await started('several', 'a');
      expect(await targetsAt(id, 'vote')).toEqual([]);
      expect(code(await returnTo(id, 'vote', 'a'))).toEqual([409, 'task.notAReturnTarget']);
      for (const elementId of ['vote', 'vote']) await desk.complete('clerk', id, elementId);

      expect(await targetsAt(id, 'z')).toEqual(['a']);
      expect(code(await returnTo(id, 'z', 'vote'))).toEqual([409, 'task.notAReturnTarget']);
    });

    it('is refused without a reason', async () => {
      const id = await started('line', 'a');

      expect(code(await returnTo(id, 'b', 'a', '  '))).toEqual([400, 'task.reasonMissing']);
    });
  });

  describe('withdrawing', () => {
    const withdraw = (id: string) => desk.instance('withdraw', 'clerk', id, { reason: '写错了' });

    it('opens the last step again while nobody has read what followed', async () => {
      const id = await started('line', 'a');
      expect((await desk.track('clerk', id)).data.may.withdraw).toBe(true);

      expect((await withdraw(id)).errors).toEqual([]);

      expect(await desk.openElements(id)).toEqual(['a']);
      expect(await desk.historyKinds(id)).toContain('stepWithdrawn');
    });

    it('takes back all branches that the step opened', async () => {
      const id = await started('fork', 'a');

      expect((await withdraw(id)).status).toBe(200);

      for (const elementId of ['a', 'b1', 'b2', 'c1', 'c2', 'd']) await desk.complete('clerk', id, elementId);
      expect(await desk.row(id)).toMatchObject({ status: 'completed' });
    });

    it('puts back what was computed behind the step: variables as before, the record as before, rows gone, rows of others as before', async () => {
      const { instanceId } = await desk.start('counted', 'clerk', { variables: { rounds: 1 } });
      const recordId = (await desk.row(instanceId)).recordId ?? '';
      const letter = async () => (await desk.db.getRepository('lamps').findOne({ filterByTk: recordId })).toJSON();
      await desk.complete('clerk', instanceId, 'a');
      expect((await desk.row(instanceId)).variables).toMatchObject({ rounds: 2 });
      expect(await letter()).toMatchObject({ state: '第 2 轮' });
      expect(await desk.db.getRepository('lampRows').count()).toBe(1);
      const shelf = async () => String((await desk.db.getRepository('shelves').findOne()).get('state'));
      expect(await shelf()).toBe('二层');

      const answer = await desk.instance('withdraw', 'clerk', instanceId, { reason: '录错' });

      expect(answer.errors).toEqual([]);
      expect((await desk.row(instanceId)).variables).toMatchObject({ rounds: 1 });
      expect(await letter()).toMatchObject({ state: null });
      expect(await desk.db.getRepository('lampRows').count()).toBe(0);
      expect(await shelf()).toBe('空');
      await desk.complete('clerk', instanceId, 'a');
      expect((await desk.row(instanceId)).variables).toMatchObject({ rounds: 2 });
      expect(await desk.db.getRepository('lampRows').count()).toBe(1);
    });

    it('is prepared while it is possible only: nothing of what was before is kept with a case that has ended', async () => {
      const id = await started('line', 'a', 'b');
      expect((await desk.row(id)).undo).toMatchObject({ variables: expect.anything() });

      await desk.complete('clerk', id, 'c');

      expect(await desk.row(id)).toMatchObject({ status: 'completed', undo: null });
    });

    it('gives no new time: the deadline is the one that the step had, with what lies ahead of it', async () => {
      const { instanceId } = await desk.start('due');
      const first = await tables.tasks.find(desk, { instanceId, elementId: 'a' });
      await desk.advance(2 * DAY_MS);
      await desk.complete('clerk', instanceId, 'a');
      await desk.advance(6 * DAY_MS);

      await desk.instance('withdraw', 'clerk', instanceId, { reason: '录错' });

      const again = await tables.tasks.find(desk, { instanceId, elementId: 'a', status: 'open' });
      expect(again).toMatchObject({ dueAt: first?.dueAt, openedAt: first?.openedAt });
      const steps = await tables.jobs.select(desk, { instanceId, kind: 'deadlineStep' });
      expect(steps.map(({ payload }) => payload.action)).toEqual(['escalate']);
    });

    it('is refused behind a join that has let two branches on: the join would wait for the other for ever', async () => {
      const id = await started('fork', 'a', 'c1', 'c2', 'b1', 'b2');

      expect(code(await desk.instance('withdraw', 'clerk', id, { reason: '录错' }))).toEqual([409, 'instance.cannotWithdraw']);
      await desk.complete('clerk', id, 'd');

      expect(await desk.row(id)).toMatchObject({ status: 'completed' });
    });

    it('is refused for a return: it has ended what another branch had open, which nobody would open again', async () => {
      const id = await started('rounds', 'a', 'b', 'c', 'd', 'a');
      expect((await returnTo(id, 'b', 'a')).errors).toEqual([]);

      expect(code(await desk.instance('withdraw', 'clerk', id, { reason: '录错' }))).toEqual([409, 'instance.cannotWithdraw']);

      expect(await desk.openElements(id)).toEqual(['a']);
      await desk.complete('clerk', id, 'a');
      expect(await desk.openElements(id)).toEqual(['b', 'c']);
    });

    it('is refused once somebody has opened what followed', async () => {
      const id = await started('line', 'a');
      await desk.open('clerk', await desk.openTask(id, 'b'));

      expect(code(await withdraw(id))).toEqual([409, 'instance.cannotWithdraw']);
      expect((await desk.track('clerk', id)).data.may.withdraw).toBe(false);
    });

    it('is refused once what followed was handed on, although the new holder has not read it', async () => {
      const id = await started('line', 'a');
      await desk.task('transfer', 'clerk', await desk.openTask(id, 'b'), { to: desk.id('outsider'), reason: '请办' });

      expect(code(await withdraw(id))).toEqual([409, 'instance.cannotWithdraw']);
    });

    it('is refused while something else waits that the step has set off: it would be set off twice', async () => {
      const id = await started('aside', 'a');

      expect(code(await withdraw(id))).toEqual([409, 'instance.cannotWithdraw']);
    });

    it('is refused across the border of a sub-process and for one of several parallel votes', async () => {
      const nested = await started('nested', 'a');
      const several = await started('several', 'a', 'vote', 'vote');

      expect(code(await withdraw(nested))).toEqual([409, 'instance.cannotWithdraw']);
      expect(code(await withdraw(several))).toEqual([409, 'instance.cannotWithdraw']);
    });

    it('is refused to everybody who did not do the step', async () => {
      const id = await started('line', 'a');

      expect(code(await desk.instance('withdraw', 'root', id, { reason: '查' }))).toEqual([409, 'instance.cannotWithdraw']);
      expect(code(await desk.instance('withdraw', 'outsider', id, { reason: '查' }))).toEqual([409, 'instance.cannotWithdraw']);
    });
  });
});
