import { BASE_PLUGINS, StoredDatabases, TestApp } from '@wuxin/test';
import { join } from 'node:path';
import { DAY_MS, Desk, NOON } from '../__fixtures__';
import { verifyDatabase } from '../audit';
import { taskStatsOf } from '../task-stats';
import { caseOf, serve, WAITS, type Wait } from './__fixtures__/play';

/** An upgrade looks at every table and index, one after the other. */
const UPGRADE_LIMIT_MS = 300_000;

const STORED = new StoredDatabases(join(__dirname, '__fixtures__/databases'));

describe.each(STORED.builds())('a database that build %s left, upgraded to this build', (build) => {
  let desk: Desk;

  beforeAll(async () => {
    await STORED.restore(build);
    desk = await Desk.reopen(await TestApp.upgrade({ plugins: [...BASE_PLUGINS, 'ui-schema-storage', '@wuxin/plugin-bpmn'] }));
    desk.now = NOON + DAY_MS;
    serve(desk, () => Promise.resolve({ kind: 'done', variables: {} }));
  }, UPGRADE_LIMIT_MS);
  afterAll(() => desk?.close());

  const idOf = async (wait: Wait) => (await caseOf(desk, wait)).id;
  const broken = async () => {
    await taskStatsOf(desk.db).drain();
    return (await verifyDatabase(desk.engine)).firstBroken;
  };
  const review = async (wait: Wait) => desk.complete('checker', await idOf(wait), 'check', { opinion: '同意' });

  it('has every index that this build asks for', async () => {
    const missing: string[] = [];
    const queries = desk.db.sequelize.getQueryInterface();
    for (const collection of desk.db.collections.values()) {
      if (!collection.name.startsWith('bpmn')) continue;
      const there = (await queries.showIndex(collection.getTableNameWithSchema())) as { fields: { attribute: string }[] }[]; // Sequelize's own rows
      const names = new Set(there.map(({ fields }) => fields.map(({ attribute }) => attribute).join()));
      const wanted = (collection.options.indexes ?? []) as readonly { fields: readonly string[] }[]; // ours all name plain columns
      for (const { fields } of wanted) if (!names.has(fields.join())) missing.push(`${collection.name} ${fields.join()}`);
    }

    expect(missing).toEqual([]);
  });

  it('breaks no invariant before anything goes on', async () => {
    expect(await broken()).toBeNull();
  });

  it('shows people the tasks that they had, also of a suspended case', async () => {
    const inbox = await desk.todo('clerk');

    expect(inbox.map(({ elementName }) => elementName).sort()).toEqual([
      'cast',
      'cast',
      'detail',
      'detail',
      'note',
      'right',
      'write',
      'write',
      'write',
    ]);
    expect((await desk.open('clerk', await desk.openTask(await idOf('draft'), 'write'))).data.draft).toMatchObject({
      opinion: '还没写完',
    });
  });

  it('shows the reasons that earlier builds kept in the history itself', async () => {
    const reasonIn = async (wait: Wait, kind: string) =>
      (await desk.track('root', await idOf(wait))).data.history.find((event) => event.kind === kind)?.opinion;

    expect([
      await reasonIn('delegated', 'taskDelegated'),
      await reasonIn('suspended', 'instanceSuspended'),
      await reasonIn('ended', 'instanceCancelled'),
    ]).toEqual(['外出', '停', '撤销']);
  });

  it.each<[Wait, () => Promise<void>]>([
    [
      'task',
      async () => {
        await desk.complete('clerk', await idOf('task'), 'write');
        await review('task');
      },
    ],
    [
      'draft',
      async () => {
        await desk.complete('clerk', await idOf('draft'), 'write', { opinion: '写完了' });
        await review('draft');
      },
    ],
    ['claimed', () => review('claimed')],
    [
      'delegated',
      async () => {
        await desk.complete('checker2', await idOf('delegated'), 'check');
        await review('delegated');
      },
    ],
    [
      'suspended',
      async () => {
        await desk.instance('resume', 'root', await idOf('suspended'), { reason: '续' });
        await desk.complete('clerk', await idOf('suspended'), 'write');
        await review('suspended');
      },
    ],
    [
      'branches',
      async () => {
        for (const element of ['right', 'note']) await desk.complete('clerk', await idOf('branches'), element);
      },
    ],
    [
      'votes',
      async () => {
        for (const _ of [2, 3]) await desk.complete('clerk', await idOf('votes'), 'cast');
      },
    ],
    [
      'timer',
      async () => {
        await desk.advance(3 * DAY_MS);
        await desk.complete('clerk', await idOf('timer'), 'after');
      },
    ],
    [
      'message',
      async () => {
        const data = { name: 'reply', correlationKey: 'A-1' };
        expect((await desk.as('root').post('bpmnInstances:message', { data })).errors).toEqual([]);
      },
    ],
    ['job', () => desk.drain()],
    [
      'incident',
      async () => {
        const { id } = (await desk.openIncident(await idOf('incident')))!;
        await desk.retry(id);
        await desk.drain();
      },
    ],
    ['subProcess', async () => desk.complete('clerk', await idOf('subProcess'), 'detail')],
    [
      'calledCase',
      async () => {
        const called = await desk.db
          .getRepository('bpmnInstances')
          .findOne({ filter: { parentInstanceId: await idOf('calledCase') } });
        await desk.complete('clerk', String(called.get('id')), 'detail');
        await desk.drain();
      },
    ],
  ])('carries a case that waits for its %s to its end', async (wait, goOn) => {
    await goOn();

    expect(await caseOf(desk, wait)).toMatchObject({ status: 'completed' });
  });

  it('has no case left open, and every invariant holds', async () => {
    const statuses = await Promise.all(WAITS.map(async (wait) => [wait, (await caseOf(desk, wait)).status]));

    expect(statuses.filter(([, status]) => status !== 'completed')).toEqual([['ended', 'cancelled']]);
    expect(await broken()).toBeNull();
  });
});
