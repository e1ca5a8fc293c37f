import { countStatements } from '@wuxin/test';
import { Desk, HOUR_MS, timer, userTask } from '../__fixtures__';
import { verifyDatabase } from '../audit';
import { jobHandlersOf, Worker } from '../jobs';
import { caseChangesOf } from '../runtime/case-changes';
import { tables } from '../store';
import { taskStatsOf } from '../task-stats';
import { fillDisk } from './__fixtures__/full-disk';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const MINUTE_MS = 60_000;

/** What goes wrong around us: a clock that is set back, a disk without space, a server that was down for long. */
describe('disturbances', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines(
      'written',
      `${BEGIN}${userTask('a')}<bpmn:boundaryEvent id="late" attachedToRef="a" cancelActivity="false">${timer('t', 'Duration', 'PT2H')}</bpmn:boundaryEvent>${userTask('b')}${userTask('nudge')}${END}<bpmn:endEvent id="nudged" />
      begin -> a
      a -> b
      b -> end
      late -> nudge
      nudge -> nudged`,
    );
    await desk.publishLines(
      'slept',
      `${BEGIN}<bpmn:intermediateCatchEvent id="wait">${timer('t', 'Duration', 'PT1H')}</bpmn:intermediateCatchEvent>${END}
      begin -> wait
      wait -> end`,
    );
  });
  afterAll(() => desk?.close());
  afterEach(async () => {
    await taskStatsOf(desk.db).drain();
    expect((await verifyDatabase(desk.engine)).firstBroken).toBeNull();
  });

  const errors: unknown[] = [];
  const worker = (owner: string) => new Worker(desk.engine, owner, { error: (_, error) => errors.push(error) });
  const fired = (instanceId: string) => tables.history.count(desk, { instanceId, kind: 'timerFired' });

  describe('a clock that is set back by an hour', () => {
    it('lets a case go on, its history in the order in which things were done', async () => {
      const { instanceId } = await desk.start('written');
      await desk.complete('clerk', instanceId, 'a');
      desk.now -= HOUR_MS;

      await desk.complete('clerk', instanceId, 'b');

      const rows = await tables.history.select(desk, { instanceId }, { order: [['sequence', 'ASC']] });
      const [first, last] = [rows.at(0)!, rows.at(-1)!];
      expect(last.recordedAt).toBe(first.recordedAt - HOUR_MS);
      expect(rows.map(({ elementId }) => elementId)).toContain('end');
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      expect(await desk.row(instanceId)).toMatchObject({ status: 'completed', historySequence: rows.length });
    });

    it('fires a timer once, when the clock says so', async () => {
      const { instanceId } = await desk.start('written');
      await desk.advance(HOUR_MS);
      desk.now -= HOUR_MS;

      await desk.advance(2 * HOUR_MS - 1);
      expect(await fired(instanceId)).toBe(0);
      await desk.advance(1);
      desk.now -= HOUR_MS;
      await desk.advance(HOUR_MS);

      expect(await fired(instanceId)).toBe(1);
      expect(await desk.openElements(instanceId)).toEqual(['a', 'nudge']);
    });

    it('does not leave work for an hour to a worker that died before', async () => {
      const done: string[] = [];
      jobHandlersOf(desk.db).set('noted', { kind: 'outside', run: async ({ id }) => void done.push(id) });
      const job = {
        id: 'held',
        kind: 'noted',
        instanceId: null,
        tokenId: null,
        taskId: null,
        payload: {},
        status: 'ready' as const,
      };
      const lease = { leaseOwner: 'dead', leasedUntil: desk.now + MINUTE_MS, dueAt: desk.now - HOUR_MS, createdAt: desk.now };
      const tries = { attempts: 0, maxAttempts: 3, idempotencyKey: 'held', lastError: null };
      await desk.write((tx) => tables.jobs.insert(tx, [{ ...job, ...lease, ...tries }]));

      await desk.drain();
      expect(done).toEqual([]);
      desk.now -= HOUR_MS;
      await desk.drain();

      expect(done).toEqual(['held']);
    });
  });

  describe('a disk without space', () => {
    it('refuses a completion with a code and a sentence, keeps nothing of it, and does it when there is space again', async () => {
      const { instanceId } = await desk.start('written');
      const taskId = await desk.openTask(instanceId, 'a');
      const before = await desk.fingerprint(instanceId);
      const body = { outcome: 'complete', opinion: '同意'.repeat(9_000) };
      const disk = await fillDisk(desk.db);

      const refused = await desk.task('complete', 'clerk', taskId, body);
      const left = await desk.fingerprint(instanceId);
      await disk.free();
      const done = await desk.task('complete', 'clerk', taskId, body);

      expect(refused).toMatchObject({
        status: 503,
        errors: [{ code: 'database.full', message: expect.stringContaining('没有空间') }],
      });
      expect(left).toBe(before);
      expect(done.errors).toEqual([]);
      expect(await desk.openElements(instanceId)).toEqual(['b']);
    });

    it('keeps due work until there is space again, and does it once', async () => {
      const cases: string[] = [];
      for (let index = 0; index < 40; index += 1) cases.push((await desk.start('slept')).instanceId);
      desk.now += HOUR_MS;
      const disk = await fillDisk(desk.db);

      await worker('full')
        .drain()
        .catch((error: unknown) => errors.push(error));
      const errorsWhileFull = errors.length;
      await disk.free();
      await desk.advance(2 * MINUTE_MS);

      expect(errorsWhileFull).toBeGreaterThan(0);
      for (const id of cases) expect([(await desk.row(id)).status, await fired(id)]).toEqual(['completed', 1]);
    });
  });

  describe('a start after hours without a server', () => {
    const TIMERS = 100;
    const BATCH = 25;

    it('fires every overdue timer once, in batches that two servers share, at the same cost each', async () => {
      jest.spyOn(caseChangesOf(desk.db), 'tell').mockImplementation(() => undefined); // the task centre counts by itself
      const cases: string[] = [];
      for (let index = 0; index < TIMERS; index += 1) cases.push((await desk.start('slept')).instanceId);
      desk.now += 5 * HOUR_MS;
      errors.length = 0;

      const statements = await countStatements(desk.db, () => Promise.all([worker('one').drain(), worker('two').drain()]));

      const where = { instanceId: cases };
      expect(errors).toEqual([]);
      expect(await tables.history.count(desk, { ...where, kind: 'timerFired' })).toBe(TIMERS);
      expect(await tables.instances.count(desk, { id: cases, status: 'completed' })).toBe(TIMERS);
      expect(await tables.subscriptions.count(desk, where)).toBe(0);
      const looks = statements.filter((sql) => /^SELECT .*"?bpmnSubscriptions"?.*leasedUntil/.test(sql.replaceAll('`', '"')));
      expect(looks.length).toBeLessThanOrEqual(TIMERS / BATCH + 4);
      expect(statements.length / TIMERS).toBeLessThanOrEqual(14);
      jest.restoreAllMocks();
    });
  });
});
