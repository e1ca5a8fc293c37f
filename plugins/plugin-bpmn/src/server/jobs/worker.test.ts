import { Gate, countStatements } from '@wuxin/test';
import { Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { tables, type JobRecord } from '../store';
import { jobHandlersOf } from './handlers';
import { Worker } from './worker';

describe('workers', () => {
  let desk: Desk;
  const errors: unknown[] = [];

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines(
      'timed',
      `<bpmn:startEvent id="begin" />${userTask('a')}
      <bpmn:boundaryEvent id="late" attachedToRef="a" cancelActivity="false">${timer('t', 'Duration', 'PT1H')}</bpmn:boundaryEvent>
      ${userTask('b')}<bpmn:endEvent id="end" />
      begin -> a
      a -> end
      late -> b
      b -> end`,
    );
  });
  afterAll(() => desk?.close());
  afterEach(async () => {
    errors.length = 0;
    await desk.write((tx) => tables.jobs.delete(tx, { kind: ['counted', 'bad', 'slow'] }));
  });

  const worker = (owner: string) => new Worker(desk.engine, owner, { error: (_, error) => errors.push(error) });
  const job = (kind: string, id: string, rest: Partial<JobRecord> = {}): JobRecord => ({
    id,
    kind,
    instanceId: null,
    tokenId: null,
    taskId: null,
    payload: {},
    status: 'ready',
    dueAt: desk.now,
    attempts: 0,
    maxAttempts: 3,
    leaseOwner: null,
    leasedUntil: null,
    idempotencyKey: id,
    lastError: null,
    createdAt: desk.now,
    ...rest,
  });
  const queue = (...jobs: JobRecord[]) => desk.write((tx) => tables.jobs.insert(tx, jobs));
  const countingHandler = () => {
    const done: string[] = [];
    jobHandlersOf(desk.db).set('counted', { kind: 'outside', run: async ({ id }) => void done.push(id) });
    return done;
  };

  it('share the jobs: two that drain at once do each of 60 once', async () => {
    const done = countingHandler();
    const ids = Array.from({ length: 60 }, (_, index) => `j${index}`);
    await queue(...ids.map((id) => job('counted', id)));

    await Promise.all([worker('one').drain(), worker('two').drain()]);

    expect([...done].sort()).toEqual([...ids].sort());
    expect(await tables.jobs.count(desk, { kind: 'counted' })).toBe(0);
    expect(errors).toEqual([]);
  });

  it('fire each of 30 due timers once when two drain at once', async () => {
    const cases: { instanceId: string }[] = [];
    for (let index = 0; index < 30; index += 1) cases.push(await desk.start('timed'));
    desk.now += HOUR_MS;

    await Promise.all([worker('one').drain(), worker('two').drain()]);

    for (const { instanceId } of cases) expect(await desk.openElements(instanceId)).toEqual(['a', 'b']);
    expect(errors).toEqual([]);
  });

  it('do not write for a job that another worker took over while they were slow', async () => {
    const gate = new Gate();
    const writes: string[] = [];
    const owners: string[] = [];
    jobHandlersOf(desk.db).set('slow', {
      kind: 'outside',
      run: async ({ leaseOwner }) => {
        owners.push(String(leaseOwner));
        if (leaseOwner === 'slow') await gate.hold();
        return async () => void writes.push(String(leaseOwner));
      },
    });
    await queue(job('slow', 's1'));
    const slow = worker('slow').drain();
    await gate.reached;
    desk.now += 61_000;

    await worker('quick').drain();
    gate.open();
    await slow;

    expect(owners).toEqual(['slow', 'quick']);
    expect(writes).toEqual(['quick']);
  });

  it('leave what waited too long in their batch to whoever took it over', async () => {
    const gate = new Gate();
    const runs: string[] = [];
    jobHandlersOf(desk.db).set('slow', {
      kind: 'outside',
      run: async ({ id, leaseOwner }) => {
        runs.push(`${id} ${leaseOwner}`);
        if (id === 's1' && leaseOwner === 'slow') await gate.hold();
      },
    });
    await queue(job('slow', 's1'), job('slow', 's2', { dueAt: desk.now + 1 }));
    desk.now += 1;
    const slow = worker('slow').drain();
    await gate.reached;
    desk.now += 61_000;

    await worker('quick').drain();
    gate.open();
    await slow;

    expect(runs).toEqual(['s1 slow', 's1 quick', 's2 quick']);
  });

  it('take over a job whose worker died, after its lease, and not before', async () => {
    const done = countingHandler();
    await queue(job('counted', 'j1', { leaseOwner: 'dead', leasedUntil: desk.now + 60_000 }));

    await worker('one').drain();
    expect(done).toEqual([]);
    desk.now += 60_001;
    await worker('one').drain();

    expect(done).toEqual(['j1']);
  });

  it('put a job back that throws, with longer and longer pauses, and leave the others alone', async () => {
    const done = countingHandler();
    const tries: number[] = [];
    jobHandlersOf(desk.db).set('bad', {
      kind: 'inTransaction',
      run: async () => {
        tries.push(desk.now);
        throw new TypeError('身份证 612401…');
      },
    });
    await queue(job('bad', 'b1'), job('counted', 'j1'));
    const started = desk.now;

    for (let second = 0; second < 40; second += 1) {
      await worker('one').drain();
      desk.now += 1_000;
    }

    expect(done).toEqual(['j1']);
    expect(tries.map((at) => at - started)).toEqual([0, 5_000, 15_000]);
    const [row] = await tables.jobs.select(desk, { id: 'b1' });
    expect(row).toMatchObject({ status: 'failed', attempts: 3, lastError: 'TypeError', leaseOwner: null });
    expect(errors).toEqual([]);
  });

  it('are not given the same work twice: a key is queued once', async () => {
    await queue(job('counted', 'j1', { idempotencyKey: 'same' }));

    const second = desk.write((tx) => tables.jobs.insert(tx, [job('counted', 'j2', { idempotencyKey: 'same' })]));
    await expect(second).rejects.toMatchObject({ name: 'SequelizeUniqueConstraintError' });
    await desk.write((tx) => tables.jobs.insertNew(tx, [job('counted', 'j3', { idempotencyKey: 'same' })]));

    expect((await tables.jobs.select(desk, { kind: 'counted' })).map(({ id }) => id)).toEqual(['j1']);
  });

  it('undo what an in-transaction job wrote before it threw', async () => {
    jobHandlersOf(desk.db).set('bad', {
      kind: 'inTransaction',
      run: async (tx) => {
        await tables.cc.insert(tx, [
          { instanceId: 'x', userId: 1, sentById: null, sentByName: null, note: null, sentAt: 0, readAt: null },
        ]);
        throw new Error('half done');
      },
    });
    await queue(job('bad', 'b1'));

    await worker('one').drain();

    expect(await tables.cc.count(desk, { instanceId: 'x' })).toBe(0);
  });

  it('give up on a kind that no plugin has, and say so', async () => {
    await queue(job('counted', 'ignored', { kind: 'unknownKind', maxAttempts: 1 }));

    await worker('one').drain();

    const [row] = await tables.jobs.select(desk, { id: 'ignored' });
    expect(row).toMatchObject({ status: 'failed', lastError: 'job.noHandler' });
    await desk.write((tx) => tables.jobs.delete(tx, { id: 'ignored' }));
  });

  it('find nothing left when a task was completed while its timer was being taken', async () => {
    const { instanceId } = await desk.start('timed');
    desk.now += HOUR_MS;

    await Promise.all([desk.complete('clerk', instanceId, 'a'), worker('one').drain()]);

    const { status } = await desk.row(instanceId);
    const open = await desk.openElements(instanceId);
    // either came first: the timer added its task before the end, or the end took the timer away
    expect([[status, ...open]]).toContainEqual(open.length > 0 ? ['running', 'b'] : ['completed']);
    expect(errors).toEqual([]);
  });

  it('stop only when what runs is done, and no poke starts them again', async () => {
    const done = countingHandler();
    const one = worker('one');
    await queue(job('counted', 'j1'));

    one.start();
    await one.stop();

    expect(done).toEqual(['j1']);
    await queue(job('counted', 'j2'));
    one.poke();
    expect(done).toEqual(['j1']);
  });

  it('look once for all the pokes that came while they rested', async () => {
    const done = countingHandler();
    const [first, second] = [new Gate(), new Gate()];
    const rests = [first, second];
    const one = new Worker(desk.engine, 'one', { error: (_, error) => errors.push(error) }, () => rests.shift()!.hold());
    one.start();
    await first.reached;

    const looks = await countStatements(desk.db, async () => {
      for (const id of ['j1', 'j2', 'j3']) {
        await queue(job('counted', id));
        one.poke();
      }
      expect(done).toEqual([]);
      first.open();
      await second.reached;
    });

    expect([...done].sort()).toEqual(['j1', 'j2', 'j3']);
    // what was there, and that there is no more
    expect(looks.filter((sql) => /^SELECT[^;]*bpmnJobs[^;]*dueAt. <=/.test(sql))).toHaveLength(2);
    const stopped = one.stop();
    second.open();
    await stopped;
  });
});
