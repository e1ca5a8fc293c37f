import { beforeCommitOf, type HttpAnswer, RaceTrack } from '@wuxin/test';
import { DAY_MS, Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { activityTypesOf, serviceHandlersOf, serviceType } from '../engine';
import { Worker } from '../jobs';
import { tables } from '../store';
import { faultsOf, told, waitsAsWriterOnly, workerAtWork } from './__fixtures__';
import { taskStatsOf } from '../task-stats';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const step = (amount: string, rest: string) => `<wuxin:deadlineStep amount="${amount}" unit="hours" ${rest} />`;
const due = (steps: string) => `<wuxin:deadline amount="48" unit="hours">${steps}</wuxin:deadline>`;
const LEASE_MS = 60_000;

/** Workers, of one node or of several, and people meet at the same job, timer or incident. */
describe('races for work that is due', () => {
  let desk: Desk;
  let track: RaceTrack;
  let answer: () => Promise<void>;
  const calls: string[] = [];
  const errors: unknown[] = [];

  beforeAll(async () => {
    desk = await Desk.open();
    activityTypesOf(desk.db).registerOnce(serviceType('asked'));
    serviceHandlersOf(desk.db).set('asked', async ({ idempotencyKey }) => {
      calls.push(idempotencyKey);
      await answer();
      return { kind: 'done', variables: { score: 7 } };
    });
    await desk.publishLines(
      'served',
      `${BEGIN}<bpmn:serviceTask id="serve" wuxin:activityType="asked" wuxin:retries="1" />${userTask('a')}${END}
      begin -> serve
      serve -> a
      a -> end`,
    );
    for (const [key, settings] of Object.entries({
      escalating: step('1', 'action="escalate" kind="role" value="supervisor"'),
      lapsing: step('2', 'action="outcome" value="lapse"'),
    })) {
      const inside = `<wuxin:outcome key="agree" name="同意" /><wuxin:outcome key="lapse" name="逾期" />${due(settings)}`;
      await desk.publishLines(
        key,
        `${BEGIN}${userTask('a', { inside })}${userTask('b')}${END}
        begin -> a
        a -> b
        b -> end`,
      );
    }
    track = RaceTrack.on(desk.db, () => taskStatsOf(desk.db).drain());
  });
  beforeEach(async () => {
    answer = async () => undefined;
    await desk.drain();
    calls.length = 0;
    errors.length = 0;
  });
  afterEach(() => expect(errors).toEqual([]));
  afterAll(() => desk?.close());

  const worker = (owner: string) => new Worker(desk.engine, owner, { error: (_, error) => errors.push(error) });
  const drains = (owner: string) => () => worker(owner).drain();
  const standsAt = async (instanceId: string) =>
    [(await desk.row(instanceId)).status, ...(await desk.openElements(instanceId))].join(' ');
  const kindsOf = async (instanceId: string, kind: string) =>
    (await desk.historyKinds(instanceId)).filter((one) => one === kind).length;

  describe('two workers', () => {
    it('take one job once', async () => {
      const { instanceId } = await desk.start('served');

      const finish = await track.run({
        first: drains('one'),
        heldAt: beforeCommitOf('bpmnJobs'),
        second: async () => {
          expect(await tables.jobs.find(desk, { instanceId, kind: 'service' })).toMatchObject({ leaseOwner: null });
          await drains('two')();
        },
      });

      expect(finish.secondWaited).toBe(waitsAsWriterOnly(desk));
      expect(calls).toHaveLength(1);
      expect(await tables.jobs.count(desk, { instanceId, kind: 'service' })).toBe(0);
      expect(await standsAt(instanceId)).toBe('running a');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('write once what a slow one has done whose lease is over', async () => {
      const { instanceId } = await desk.start('served');

      const finish = await track.run({
        first: drains('slow'),
        heldAt: beforeCommitOf('bpmnHistory'),
        second: () => {
          desk.now += LEASE_MS + 1;
          return drains('quick')();
        },
      });

      expect(finish.secondWaited).toBe(waitsAsWriterOnly(desk));
      expect(calls).toHaveLength(1);
      expect(await standsAt(instanceId)).toBe('running a');
      expect(await tables.tasks.count(desk, { instanceId })).toBe(1);
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('of which one took over a job, and both have an answer: the slow one’s is dropped', async () => {
      const { instanceId } = await desk.start('served');
      const answers = await workerAtWork(desk, 'slow');
      desk.now += LEASE_MS + 1;

      const finish = await track.run({ first: drains('quick'), heldAt: beforeCommitOf('bpmnHistory'), second: answers });

      expect(finish.secondWaited).toBe(true);
      expect([calls.length, new Set(calls).size]).toEqual([2, 1]);
      expect(await standsAt(instanceId)).toBe('running a');
      expect(await tables.tasks.count(desk, { instanceId })).toBe(1);
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('of which one took over a job: the slow one’s answer comes too late', async () => {
      const { instanceId } = await desk.start('served');
      let isSlow = true;
      answer = async () => {
        if (!isSlow) return;
        isSlow = false;
        desk.now += LEASE_MS + 1;
        await drains('quick')();
        expect(await standsAt(instanceId)).toBe('running a');
        await desk.complete('clerk', instanceId, 'a');
      };

      await drains('slow')();

      expect(new Set(calls).size).toBe(1);
      expect(calls).toHaveLength(2);
      expect(await standsAt(instanceId)).toBe('completed');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('begin a case once at a due time of its start timer', async () => {
      await desk.publishLines(
        'nightly',
        `<bpmn:startEvent id="begin">${timer('t', 'Cycle', '0 8 * * *')}</bpmn:startEvent>${userTask('a', { kind: 'role', value: 'checker' })}${END}
        begin -> a
        a -> end`,
      );
      desk.now += DAY_MS;
      const trigger = async () => (await tables.startTriggers.find(desk, { processKey: 'nightly' }))!;
      const { dueAt } = await trigger();

      const finish = await track.run({
        first: drains('one'),
        heldAt: beforeCommitOf('bpmnInstances'),
        second: async () => {
          desk.now += LEASE_MS + 1;
          expect(await trigger()).toMatchObject({ dueAt });
          await drains('two')();
        },
      });

      expect(finish.secondWaited).toBe(waitsAsWriterOnly(desk));
      expect((await trigger()).dueAt).toBe(dueAt! + DAY_MS);
      expect(await tables.instances.count(desk, { processKey: 'nightly' })).toBe(1);
      expect(
        told(await desk.as('root').post('bpmnProcesses:retire', { params: { filterByTk: 'nightly' }, data: { reason: '停' } })),
      ).toBe('done');
    });
  });

  describe('the answer of a service and a cancellation', () => {
    const cancels = (id: string) => () => desk.instance('cancel', 'clerk', id, { reason: '撤销' });

    it('when the answer came first, the case goes on and is cancelled where it stands', async () => {
      const { instanceId } = await desk.start('served');

      const finish = await track.run({
        first: drains('one'),
        heldAt: beforeCommitOf('bpmnHistory'),
        second: cancels(instanceId),
      });

      expect([finish.secondWaited, told(finish.second)]).toEqual([true, 'done']);
      expect(await standsAt(instanceId)).toBe('cancelled');
      expect(await kindsOf(instanceId, 'instanceCancelled')).toBe(1);
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('when the cancellation came first, the answer is dropped', async () => {
      const { instanceId } = await desk.start('served');
      const answers = await workerAtWork(desk, 'one');

      const finish = await track.run({ first: cancels(instanceId), second: answers });

      expect([finish.secondWaited, told(finish.first)]).toEqual([true, 'done']);
      expect(calls).toHaveLength(1);
      expect(await tables.jobs.count(desk, { instanceId, kind: 'service' })).toBe(0);
      expect(await standsAt(instanceId)).toBe('cancelled');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('when both are in the middle: they wait for each other in one order, and neither is run again', async () => {
      const { instanceId } = await desk.start('served');
      const statements = jest.spyOn(desk.db.sequelize, 'query');

      const finish = await track.run({
        first: drains('one'),
        // the worker has its job and is about to read its case for the answer
        heldAt: {
          before: /^SELECT .* FROM .(public"\.")?bpmnInstances/,
          after: /^SELECT .* FROM .(public"\.")?bpmnJobs.*leaseOwner.? = /,
        },
        second: cancels(instanceId),
      });

      const sent = statements.mock.calls.map(([sql]) => (typeof sql === 'string' ? sql : sql.query));
      statements.mockRestore();
      expect(sent.filter((sql) => sql.startsWith('ROLLBACK'))).toEqual([]);
      expect([finish.secondWaited, told(finish.second)]).toEqual([true, 'done']);
      expect(await standsAt(instanceId)).toBe('cancelled');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });
  });

  it('a suspension and the answer of a job: the job waits without losing a try', async () => {
    const { instanceId } = await desk.start('served');
    const answers = await workerAtWork(desk, 'one');

    const finish = await track.run({
      first: () => desk.instance('suspend', 'root', instanceId, { reason: '核查' }),
      second: answers,
    });
    await desk.advance(HOUR_MS);
    expect([finish.secondWaited, told(finish.first)]).toEqual([true, 'done']);
    expect(await standsAt(instanceId)).toBe('suspended');
    expect(await tables.jobs.find(desk, { instanceId, kind: 'service' })).toMatchObject({ status: 'ready', attempts: 0 });
    expect(told(await desk.instance('resume', 'root', instanceId, { reason: '查清' }))).toBe('done');
    await desk.advance(HOUR_MS);

    expect([calls.length, new Set(calls).size]).toEqual([2, 1]);
    expect(await standsAt(instanceId)).toBe('running a');
    expect(await desk.openIncident(instanceId)).toBeUndefined();
    expect(await faultsOf(desk, instanceId)).toEqual([]);
  });

  describe('a deadline and a completion', () => {
    const aCase = async (key: string) => {
      const { instanceId } = await desk.start(key);
      const taskId = await desk.openTask(instanceId, 'a');
      await desk.drain();
      desk.now += 50 * HOUR_MS;
      return { instanceId, completes: () => desk.task('complete', 'clerk', taskId, { outcome: 'agree' }) };
    };
    const stepsLeft = (instanceId: string) => tables.jobs.count(desk, { instanceId, kind: 'deadlineStep' });
    const outcomeOf = async (instanceId: string) => (await tables.tasks.find(desk, { instanceId, elementId: 'a' }))?.outcome;

    it('that takes an outcome: the completion came first', async () => {
      const { instanceId, completes } = await aCase('lapsing');
      const lapses = await workerAtWork(desk, 'one');

      const finish = await track.run({ first: completes, second: lapses });

      expect([finish.secondWaited, told(finish.first)]).toEqual([true, 'done']);
      expect(await stepsLeft(instanceId)).toBe(0);
      expect(await outcomeOf(instanceId)).toBe('agree');
      expect(await kindsOf(instanceId, 'deadlinePassed')).toBe(0);
      expect(await standsAt(instanceId)).toBe('running b');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('that takes an outcome: the deadline came first', async () => {
      const { instanceId, completes } = await aCase('lapsing');

      const finish = await track.run({ first: drains('one'), heldAt: beforeCommitOf('bpmnHistory'), second: completes });

      expect([finish.secondWaited, told(finish.second)]).toEqual([true, '409 task.alreadyHandled']);
      expect(await outcomeOf(instanceId)).toBe('lapse');
      expect(await standsAt(instanceId)).toBe('running b');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('that tells who is above: nobody is told of a task that is done', async () => {
      const done = await aCase('escalating');
      const escalates = await workerAtWork(desk, 'one');
      const completedFirst = await track.run({ first: done.completes, second: escalates });
      const late = await aCase('escalating');
      const escalatedFirst = await track.run({
        first: drains('one'),
        heldAt: beforeCommitOf('bpmnHistory'),
        second: late.completes,
      });

      expect([completedFirst.secondWaited, escalatedFirst.secondWaited]).toEqual([true, true]);
      expect([told(completedFirst.first), told(escalatedFirst.second)]).toEqual(['done', 'done']);
      expect([await stepsLeft(done.instanceId), await stepsLeft(late.instanceId)]).toEqual([0, 0]);
      expect(await Promise.all([done, late].map(({ instanceId }) => standsAt(instanceId)))).toEqual(['running b', 'running b']);
      expect(await kindsOf(done.instanceId, 'deadlineEscalated')).toBe(0);
      expect(await kindsOf(late.instanceId, 'deadlineEscalated')).toBe(1);
      for (const { instanceId } of [done, late]) expect(await faultsOf(desk, instanceId)).toEqual([]);
    });
  });

  describe('an incident', () => {
    /** A case whose service failed for good. */
    const aFailure = async () => {
      answer = async () => {
        throw new Error('out of order');
      };
      const { instanceId } = await desk.start('served');
      await desk.drain();
      answer = async () => undefined;
      return { instanceId, incidentId: (await desk.openIncident(instanceId))!.id };
    };
    const retries = (id: string) => () => desk.retry(id);
    const resolves = (id: string) => () =>
      desk.as('root').post('bpmnIncidents:resolve', { params: { filterByTk: id }, data: { note: '已线下处理' } });
    const run = async (first: () => Promise<HttpAnswer>, second: () => Promise<HttpAnswer>) => {
      const finish = await track.run({ first, second });
      expect(finish.secondWaited).toBe(true);
      return [told(finish.first), told(finish.second)];
    };

    it('that two retry is tried once', async () => {
      const { instanceId, incidentId } = await aFailure();
      calls.length = 0;

      const answers = await run(retries(incidentId), retries(incidentId));
      await desk.drain();

      expect(answers).toEqual(['done', '409 incident.resolvedAlready']);
      expect(calls).toHaveLength(1);
      expect(await standsAt(instanceId)).toBe('running a');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });

    it('that one retries and another resolves has one end', async () => {
      const [retried, resolved] = [await aFailure(), await aFailure()];
      calls.length = 0;

      const retriedFirst = await run(retries(retried.incidentId), resolves(retried.incidentId));
      const resolvedFirst = await run(resolves(resolved.incidentId), retries(resolved.incidentId));
      await desk.drain();

      expect([retriedFirst, resolvedFirst]).toEqual([
        ['done', '409 incident.resolvedAlready'],
        ['done', '409 incident.resolvedAlready'],
      ]);
      expect(calls).toHaveLength(1);
      expect(await tables.incidents.find(desk, { id: retried.incidentId })).toMatchObject({ resolution: 'retried' });
      expect(await standsAt(retried.instanceId)).toBe('running a');
      expect(await tables.incidents.find(desk, { id: resolved.incidentId })).toMatchObject({ resolution: 'settled' });
      expect(await standsAt(resolved.instanceId)).toBe('running');
    });

    it('that is retried while its case is cancelled goes with the case', async () => {
      const { instanceId, incidentId } = await aFailure();
      calls.length = 0;

      const answers = await run(() => desk.instance('cancel', 'clerk', instanceId, { reason: '撤销' }), retries(incidentId));
      await desk.drain();

      expect(answers).toEqual(['done', '409 incident.resolvedAlready']);
      expect(calls).toEqual([]);
      expect(await standsAt(instanceId)).toBe('cancelled');
      expect(await faultsOf(desk, instanceId)).toEqual([]);
    });
  });

  describe('a job that fails for good while its case is cancelled leaves no incident', () => {
    const aFailing = async () => {
      answer = async () => {
        throw new Error('out of order');
      };
      const { instanceId } = await desk.start('served');
      return { instanceId, cancels: () => desk.instance('cancel', 'clerk', instanceId, { reason: '撤销' }) };
    };
    const leftOf = async (instanceId: string) => ({
      stands: await standsAt(instanceId),
      incident: await desk.openIncident(instanceId),
      jobs: await tables.jobs.count(desk, { instanceId, kind: 'service' }),
      faults: await faultsOf(desk, instanceId),
    });
    const nothing = { stands: 'cancelled', incident: undefined, jobs: 0, faults: [] };

    it('when it failed first', async () => {
      const { instanceId, cancels } = await aFailing();

      const finish = await track.run({ first: drains('one'), heldAt: beforeCommitOf('bpmnIncidents'), second: cancels });

      expect([finish.secondWaited, told(finish.second)]).toEqual([true, 'done']);
      expect(await leftOf(instanceId)).toEqual(nothing);
    });

    it('when the cancellation came first', async () => {
      const { instanceId, cancels } = await aFailing();
      const fails = await workerAtWork(desk, 'one');

      const finish = await track.run({ first: cancels, second: fails });

      expect([finish.secondWaited, told(finish.first)]).toEqual([true, 'done']);
      expect(await leftOf(instanceId)).toEqual(nothing);
    });
  });
});
