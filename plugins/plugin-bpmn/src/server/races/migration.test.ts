import { beforeCommitOf, RaceTrack } from '@wuxin/test';
import { Desk, userTask } from '../__fixtures__';
import { Worker } from '../jobs';
import { migratingAt } from '../__fixtures__/migrating';
import { tables } from '../store';
import { taskStatsOf } from '../task-stats';
import { faultsOf, told } from './__fixtures__';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';

/** Cases that are migrated while somebody is at work on them, or migrates or stops as well. */
describe('races with a migration', () => {
  let desk: Desk;
  let track: RaceTrack;
  let made = 0;
  const errors: unknown[] = [];
  const { begin, runOf, post } = migratingAt(() => desk);

  beforeAll(async () => {
    desk = await Desk.open();
    track = RaceTrack.on(desk.db, () => taskStatsOf(desk.db).drain());
  });
  beforeEach(() => desk.drain());
  afterEach(() => expect(errors.splice(0)).toEqual([]));
  afterAll(() => desk?.close());

  const drains = (owner: string) => () => new Worker(desk.engine, owner, { error: (_, error) => errors.push(error) }).drain();
  const standsAt = async (instanceId: string) =>
    [
      (await desk.row(instanceId)).versionNumber,
      (await desk.row(instanceId)).status,
      ...(await desk.openElements(instanceId)),
    ].join(' ');
  const migrations = (instanceId: string) => tables.history.count(desk, { instanceId, kind: 'instanceMigrated' });

  const lines = (...ids: string[]) => `${BEGIN}${ids.map((id) => userTask(id)).join('')}${END}
    ${[...ids, 'end'].map((id, index) => `${['begin', ...ids][index]} -> ${id}`).join('\n')}`;

  /** Cases at `a`; in the second version a step follows it. */
  async function waiting(count: number): Promise<{ key: string; ids: string[] }> {
    made += 1;
    const key = `raced${made}`;
    await desk.publishLines(key, lines('a', 'b'));
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) ids.push((await desk.start(key)).instanceId);
    await desk.publishLines(key, lines('a', 'between', 'b'));
    await desk.drain();
    return { key, ids };
  }

  it('a completion that comes first: the case is migrated where it stands then', async () => {
    const { key, ids: [id = ''] } = await waiting(1); // prettier-ignore
    const taskId = await desk.openTask(id, 'a');
    await begin(key);

    const { first, secondWaited } = await track.run({
      first: () => desk.task('complete', 'clerk', taskId, { outcome: 'complete' }),
      heldAt: beforeCommitOf('bpmnTasks'),
      second: drains('one'),
    });

    expect([told(first), secondWaited]).toEqual(['done', true]);
    expect(await standsAt(id)).toBe('2 running b');
    expect(await faultsOf(desk, id)).toEqual([]);
  });

  it('a completion that comes second: the task is done, and the case goes on by the new version', async () => {
    const { key, ids: [id = ''] } = await waiting(1); // prettier-ignore
    const taskId = await desk.openTask(id, 'a');
    await begin(key);

    const { second, secondWaited } = await track.run({
      first: drains('one'),
      heldAt: beforeCommitOf('bpmnTasks'),
      second: () => desk.task('complete', 'clerk', taskId, { outcome: 'complete' }),
    });

    expect([told(second), secondWaited]).toEqual(['done', true]);
    expect(await standsAt(id)).toBe('2 running between');
    expect(await faultsOf(desk, id)).toEqual([]);
  });

  it('two migrations: a case is moved once, the second says that it was', async () => {
    const { key, ids: [id = ''] } = await waiting(1); // prettier-ignore
    const [, later] = [await begin(key), await begin(key)];
    const jobs = await tables.jobs.select(desk, { kind: 'migrateCases' });
    const job = jobs.find(({ payload }) => payload.migrationId === later);
    await desk.write((tx) => tables.jobs.update(tx, { id: job?.id ?? '' }, { dueAt: desk.now + 1 }));

    const { secondWaited } = await track.run({
      first: drains('one'),
      heldAt: beforeCommitOf('bpmnTasks'),
      second: () => {
        desk.now += 1;
        return drains('two')();
      },
    });

    expect(secondWaited).toBe(true);
    expect(await migrations(id)).toBe(1);
    expect((await runOf(later)).cases).toMatchObject([{ status: 'refused', reasons: ['办件已经是第 2 版'] }]);
    expect(await faultsOf(desk, id)).toEqual([]);
  });

  it('whoever stops it waits for the case that is being moved; no other follows', async () => {
    const { key, ids } = await waiting(3);
    const migrationId = await begin(key);

    const { second, secondWaited } = await track.run({
      first: drains('one'),
      heldAt: beforeCommitOf('bpmnTasks'),
      second: () => post('stopMigration', 'root', migrationId, {}),
    });

    expect([told(second), secondWaited]).toEqual(['done', true]);
    const versions = (await Promise.all(ids.map((id) => desk.row(id)))).map(({ versionNumber }) => versionNumber).sort();
    expect(versions).toEqual([1, 1, 2]);
    expect((await runOf(migrationId)).run).toMatchObject({ status: 'stopped', migrated: 1 });
  });

  it('a cancellation: the case ends, in whichever version', async () => {
    const { key, ids: [id = ''] } = await waiting(1); // prettier-ignore
    const migrationId = await begin(key);

    await track.run({
      first: () => desk.instance('cancel', 'root', id, { reason: '不办了' }),
      heldAt: beforeCommitOf('bpmnTasks'),
      second: drains('one'),
    });

    expect(await standsAt(id)).toBe('1 cancelled');
    expect((await runOf(migrationId)).cases).toMatchObject([{ status: 'refused', reasons: ['办件已经办结'] }]);
    expect(await faultsOf(desk, id)).toEqual([]);
  });

  it('a worker that dies in the middle: its case is as it was, and another worker goes on', async () => {
    const { key, ids } = await waiting(2);
    const migrationId = await begin(key);
    const failing = jest.spyOn(tables.migrationCases, 'update').mockRejectedValueOnce(new Error('the server died'));

    await drains('dying')();
    failing.mockRestore();
    expect(await Promise.all(ids.map(standsAt))).toEqual(['1 running a', '1 running a']);
    desk.now += 60 * 60 * 1000;
    await drains('other')();

    expect((await runOf(migrationId)).run).toMatchObject({ status: 'completed', migrated: 2 });
    for (const id of ids) expect([await standsAt(id), await migrations(id)]).toEqual(['2 running a', 1]);
  });
});
