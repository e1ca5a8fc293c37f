import { beforeCommitOf, type HttpAnswer, RaceTrack } from '@wuxin/test';
import { Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { migratingAt } from '../__fixtures__/migrating';
import { fireTimer } from '../commands';
import { Worker } from '../jobs';
import { SYSTEM } from '../runtime/actor';
import { tables } from '../store';
import { taskStatsOf } from '../task-stats';
import { faultsOf, told, workerAtWork } from './__fixtures__';

const DEADLINE = `<wuxin:deadline amount="48" unit="hours" stopLimit="5">
  <wuxin:deadlineStep amount="-24" unit="hours" action="escalate" kind="role" value="supervisor" /></wuxin:deadline>`;
const LATE = `<bpmn:boundaryEvent id="late" attachedToRef="a" cancelActivity="false">${timer('t', 'Duration', 'PT30H')}</bpmn:boundaryEvent>
  ${userTask('note')}<bpmn:endEvent id="noted" />`;

/** Whoever is held before the commit comes first. */
describe('races for the clock of a task', () => {
  let desk: Desk;
  let track: RaceTrack;
  const errors: unknown[] = [];

  beforeAll(async () => {
    desk = await Desk.open();
    const window = `<bpmn:startEvent id="begin" />${userTask('a', { inside: DEADLINE })}<bpmn:endEvent id="end" />`;
    const ways = `begin -> a
      a -> end`;
    await desk.publishLines('plain', `${window}\n${ways}`);
    await desk.publishLines(
      'window',
      `${window}${LATE}
      ${ways}
      late -> note
      note -> noted`,
    );
    track = RaceTrack.on(desk.db, () => taskStatsOf(desk.db).drain());
  });
  afterEach(async () => {
    expect(errors).toEqual([]);
    expect(await migratingAt(() => desk).faults()).toEqual([]);
    for (const { id } of await tables.instances.select(desk, { status: 'running' }))
      await desk.instance('cancel', 'root', id, { reason: '清理' });
    await desk.drain();
  });
  afterAll(() => desk?.close());

  const drains = () => new Worker(desk.engine, 'one', { error: (_, error) => errors.push(error) }).drain();
  const aCase = async (key = 'window') => {
    const { instanceId } = await desk.start(key);
    const taskId = await desk.openTask(instanceId, 'a');
    await desk.drain();
    return {
      instanceId,
      taskId,
      stops: () => desk.task('stopClock', 'clerk', taskId, { reason: '等待补正' }),
      resumes: () => desk.task('resumeClock', 'clerk', taskId),
      completes: () => desk.task('complete', 'clerk', taskId, { outcome: 'complete' }),
    };
  };
  const race = async (first: () => Promise<HttpAnswer>, second: () => Promise<HttpAnswer>) => {
    const finish = await track.run({ first, second });
    expect(finish.secondWaited).toBe(true);
    return [told(finish.first), told(finish.second)];
  };
  const kindsOf = async (instanceId: string, kind: string) =>
    (await desk.historyKinds(instanceId)).filter((one) => one === kind).length;

  it('two stops: it is stopped once', async () => {
    const { instanceId, stops } = await aCase();

    expect(await race(stops, stops)).toEqual(['done', '409 clock.alreadyStopped']);

    expect(await kindsOf(instanceId, 'clockStopped')).toBe(1);
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });

  it('two that let it go on: it goes on once', async () => {
    const { instanceId, stops, resumes } = await aCase();
    await stops();

    expect(await race(resumes, resumes)).toEqual(['done', '409 clock.notStopped']);

    expect(await kindsOf(instanceId, 'clockResumed')).toBe(1);
    expect(await tables.jobs.count(desk, { instanceId, kind: 'deadlineStep' })).toBe(1);
  });

  it('a stop and a completion: what is done has no clock, and what is stopped may be done', async () => {
    const done = await aCase();
    const stopped = await aCase();

    expect(await race(done.completes, done.stops)).toEqual(['done', '409 task.alreadyHandled']);
    expect(await race(stopped.stops, stopped.completes)).toEqual(['done', 'done']);

    for (const { instanceId } of [done, stopped]) {
      expect((await desk.row(instanceId)).status).toBe('completed');
      expect(await tables.jobs.count(desk, { instanceId, kind: ['deadlineStep', 'resumeClock'] })).toBe(0);
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    }
  });

  it('a stop and a step of the deadline: the step waits when the stop came first', async () => {
    const { instanceId, stops, resumes } = await aCase();
    desk.now += 25 * HOUR_MS;
    const escalates = await workerAtWork(desk, 'one');

    const finish = await track.run({ first: stops, second: escalates });

    expect([finish.secondWaited, told(finish.first)]).toEqual([true, 'done']);
    expect(await kindsOf(instanceId, 'deadlineEscalated')).toBe(0);
    await resumes();
    await desk.drain();
    expect(await kindsOf(instanceId, 'deadlineEscalated')).toBe(1);
  });

  it('a stop and a step of the deadline: the step has happened when it came first, and does not happen again', async () => {
    const { instanceId, stops, resumes } = await aCase();
    desk.now += 25 * HOUR_MS;

    const finish = await track.run({ first: drains, heldAt: beforeCommitOf('bpmnHistory'), second: stops });

    expect([finish.secondWaited, told(finish.second)]).toEqual([true, 'done']);
    await resumes();
    await desk.advance(HOUR_MS);
    expect(await kindsOf(instanceId, 'deadlineEscalated')).toBe(1);
  });

  it('a stop and a timer at the step: the timer waits when the stop came first', async () => {
    const { instanceId, stops } = await aCase();
    await desk.advance(25 * HOUR_MS); // the escalation
    desk.now += 6 * HOUR_MS;
    const { id } = (await tables.subscriptions.find(desk, { instanceId, kind: 'timer' }))!;
    const fires = () => desk.engine.write((tx) => fireTimer(tx, SYSTEM, id));

    const finish = await track.run({ first: stops, second: fires });

    expect([finish.secondWaited, told(finish.first)]).toEqual([true, 'done']);
    expect(await desk.openElements(instanceId)).toEqual(['a']);
    expect(await kindsOf(instanceId, 'timerFired')).toBe(0);
  });

  it('the end of a stop and a person who ends it: it goes on once', async () => {
    const bySelf = await aCase('plain');
    const byHand = await aCase('plain');
    for (const { stops } of [bySelf, byHand]) await stops();
    desk.now += 20 * 24 * HOUR_MS;
    const { resumesAt } = (await tables.tasks.find(desk, { id: bySelf.taskId }))!.clock!.stopped!;
    expect(resumesAt).toBeLessThan(desk.now);
    await byHand.resumes();

    const finish = await track.run({ first: drains, heldAt: beforeCommitOf('bpmnHistory'), second: bySelf.resumes });

    expect([finish.secondWaited, told(finish.second)]).toEqual([true, '409 clock.notStopped']);
    for (const { instanceId } of [bySelf, byHand]) expect(await kindsOf(instanceId, 'clockResumed')).toBe(1);
    const due = await Promise.all(
      [bySelf, byHand].map(async ({ taskId }) => (await tables.tasks.find(desk, { id: taskId }))!.dueAt),
    );
    expect(due[0]).toBe(due[1]);
  });
});
