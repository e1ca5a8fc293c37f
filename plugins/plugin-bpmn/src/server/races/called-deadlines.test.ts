import { beforeCommitOf, RaceTrack } from '@wuxin/test';
import { Desk, HOUR_MS, userTask } from '../__fixtures__';
import { tables } from '../store';
import { faultsOf, told, waitsAsWriterOnly, workerAtWork } from './__fixtures__';
import { taskStatsOf } from '../task-stats';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const due = (hours: number) => ({ inside: `<wuxin:deadline amount="${hours}" unit="hours" />` });

/** A called case gets another deadline while its caller is looking: the caller never keeps the old one. */
describe('races of a called case’s deadline', () => {
  let desk: Desk;
  let track: RaceTrack;

  beforeAll(async () => {
    desk = await Desk.open();
    track = RaceTrack.on(desk.db, () => taskStatsOf(desk.db).drain());
    await desk.publishLines(
      'called',
      `${BEGIN}${userTask('first', due(10))}${userTask('second', due(5))}${userTask('last')}${END}
      begin -> first
      first -> second
      second -> last
      last -> end`,
    );
    await desk.publishLines(
      'calling',
      `${BEGIN}<bpmn:parallelGateway id="fork" /><bpmn:parallelGateway id="join" /><bpmn:callActivity id="call" calledElement="called" />${userTask('own', due(1))}${END}
      begin -> fork
      fork -> call
      fork -> own
      call -> join
      own -> join
      join -> end`,
    );
  });
  beforeEach(() => desk.drain());
  afterAll(() => desk?.close());

  const completes = async (instanceId: string, elementId: string) => {
    const id = await desk.openTask(instanceId, elementId);
    return () => desk.task('complete', 'clerk', id, { outcome: 'complete' });
  };
  const called = async () => {
    const { instanceId } = await desk.start('calling');
    await desk.drain();
    return { instanceId, childId: (await tables.instances.find(desk, { parentInstanceId: instanceId }))!.id };
  };
  const dueAt = async (instanceId: string) => (await desk.row(instanceId)).dueAt;

  it('the caller is told, and the called case moves on meanwhile: the caller has the last word of the called case', async () => {
    const { instanceId, childId } = await called();
    await desk.complete('clerk', instanceId, 'own');
    await desk.complete('clerk', childId, 'first');

    const finish = await track.run({
      first: () => desk.drain(),
      heldAt: beforeCommitOf('bpmnInstances'),
      second: await completes(childId, 'second'),
    });
    await desk.drain();

    // a called case locks no caller
    expect([finish.secondWaited, told(finish.second)]).toEqual([waitsAsWriterOnly(desk), 'done']);
    expect(await desk.openElements(childId)).toEqual(['last']);
    expect(await dueAt(instanceId)).toBeNull();
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });

  it('the caller looks for its most urgent work while the called case finishes that: nothing stays urgent', async () => {
    const { instanceId, childId } = await called();
    await desk.complete('clerk', childId, 'first');
    await desk.drain();
    const own = desk.now + HOUR_MS;
    expect(await dueAt(instanceId)).toBe(own);

    const finish = await track.run({
      first: await completes(instanceId, 'own'),
      second: await completes(childId, 'second'),
    });
    await desk.drain();

    expect(finish.secondWaited).toBe(waitsAsWriterOnly(desk));
    expect([told(finish.first), told(finish.second)]).toEqual(['done', 'done']);
    expect([await desk.openElements(instanceId), await desk.openElements(childId)]).toEqual([[], ['last']]);
    expect(await dueAt(instanceId)).toBeNull();
    expect(await faultsOf(desk, childId)).toEqual([]);
  });

  it('two workers tell the caller of two changes at once: it has the later one', async () => {
    const { instanceId, childId } = await called();
    await desk.complete('clerk', instanceId, 'own');
    await desk.complete('clerk', childId, 'first');
    const tellsOfFirst = await workerAtWork(desk, 'early');
    await desk.complete('clerk', childId, 'second');

    const finish = await track.run({
      first: () => desk.drain(),
      heldAt: beforeCommitOf('bpmnInstances'),
      second: tellsOfFirst,
    });

    expect(finish.secondWaited).toBe(true);
    expect(await dueAt(instanceId)).toBeNull();
    expect(await tables.jobs.count(desk, { kind: 'callerDeadline' })).toBe(0);
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });

  it('two changes of one called case before anybody told the caller: it has the later one', async () => {
    const { instanceId, childId } = await called();
    await desk.complete('clerk', instanceId, 'own');

    await desk.complete('clerk', childId, 'first');
    await desk.complete('clerk', childId, 'second');
    expect(await tables.jobs.count(desk, { kind: 'callerDeadline', instanceId: childId })).toBe(2);
    await desk.drain();

    expect(await dueAt(instanceId)).toBeNull();
  });
});
