import { countStatements } from '@wuxin/test';
import { QueryTypes } from 'sequelize';
import { DAY_MS, Desk, NO_PLACES, timer, userTask } from '../__fixtures__';
import { migratingAt } from '../__fixtures__/migrating';
import { placesOf } from '../places';
import { tables } from '../store';

/** What one case is copied to: enough for PostgreSQL to prefer an index wherever one serves. */
const CASES = 20_000;
/** So few that it reads a table whole as soon as it expects a hundred of its rows. */
const FEW_CASES = 2_000;
const HOLDERS = 400;
const PLACES = 200;
const MINUTE_MS = 60_000;

const TABLES = ['Instances', 'Tokens', 'Tasks', 'TaskCandidates', 'Subscriptions', 'Jobs', 'History', 'PlacePaths'];

const MANY = `<bpmn:startEvent id="begin" />${userTask('a')}<bpmn:boundaryEvent id="late" attachedToRef="a">${timer('after', 'Duration', 'P9D')}</bpmn:boundaryEvent>${userTask('b', { kind: 'role', value: 'checker' })}<bpmn:endEvent id="end" />
  begin -> a
  a -> b
  late -> b
  b -> end`;

const onPostgres = process.env.DB_DIALECT === 'postgres' ? describe : describe.skip;

onPostgres('what PostgreSQL reads among many cases', () => {
  let desk: Desk;
  /** Tables that a step reads whole while there are few cases. */
  let wholeOfFew: readonly string[];
  const { begin, post, requestFor, runOf } = migratingAt(() => desk);

  beforeAll(async () => {
    desk = await Desk.open();
    const place = (id: string) => ({ id, name: id, level: 'community' });
    placesOf(desk.db).register({
      chainOf: async (_, id) => [place(id)],
      placesOf: async (_, userId) => (userId === desk.id('supervisor') ? [place('p7')] : []),
      ...NO_PLACES,
    });
    await desk.publishLines('many', MANY);
    const { instanceId } = await desk.start('many', 'clerk', { placeId: 'p0' });
    await desk.start('many', 'clerk', { placeId: 'p7' });
    const { instanceId: other } = await desk.start('many', 'clerk', { placeId: 'p0' });
    await multiply(instanceId, [1, FEW_CASES]);
    wholeOfFew = await readWhole(() => desk.complete('clerk', other, 'a'));
    await multiply(instanceId, [FEW_CASES + 1, CASES]);
    await desk.db.sequelize.query(
      `INSERT INTO "bpmnPlacePaths" ("id", "placeId", "path") SELECT k, 'p' || k, '[{"id":"p' || k || '","name":"p"}]' FROM generate_series(1000, ${CASES}) k`,
    );
    await desk.db.sequelize.query('ANALYZE');
  });
  afterAll(() => desk?.close());

  /** The rows of one case under other ids, with other holders and places, due one after the other. */
  async function multiply(instanceId: string, [first, last]: readonly [first: number, last: number]): Promise<void> {
    const holder = `CASE WHEN k % ${HOLDERS} = 0 THEN ${desk.id('clerk')} ELSE 1000000 + k % ${HOLDERS} END`;
    const own = (column: string) => `'c' || k || '_' || t."${column}"`;
    const copies: Record<string, Record<string, string>> = {
      bpmnInstances: {
        id: own('id'),
        placeId: `'p' || k % ${PLACES}`,
        placeName: `'p' || k % ${PLACES}`,
        starterId: holder,
        startedAt: 't."startedAt" - k',
      },
      bpmnTokens: { id: own('id'), instanceId: own('instanceId'), parentId: own('parentId') },
      bpmnTasks: {
        id: own('id'),
        instanceId: own('instanceId'),
        tokenId: own('tokenId'),
        assigneeId: `CASE WHEN k % 10 > 0 THEN ${holder} END`,
        completedById: holder,
        // few steps are entered on behalf of somebody
        onBehalfOfId: `CASE WHEN k % 7 = 0 THEN ${holder} END`,
        closedAt: 't."openedAt" - k',
        status: `CASE WHEN k % 3 > 0 THEN 'completed' ELSE 'open' END`,
      },
      bpmnTaskCandidates: { taskId: own('taskId'), groupKey: `'user:' || ${holder}` },
      bpmnSubscriptions: {
        id: own('id'),
        instanceId: own('instanceId'),
        tokenId: own('tokenId'),
        dueAt: `t."dueAt" + k::bigint * ${MINUTE_MS}`,
      },
      bpmnJobs: {
        id: own('id'),
        instanceId: own('instanceId'),
        tokenId: own('tokenId'),
        idempotencyKey: own('idempotencyKey'),
        dueAt: `t."dueAt" + ${20 * DAY_MS} + k`,
      },
      bpmnHistory: { id: own('id'), instanceId: own('instanceId') },
    };
    for (const [table, values] of Object.entries(copies)) await copy(table, instanceId, { values, first, last });
  }

  async function copy(
    table: string,
    instanceId: string,
    { values, first, last }: { values: Record<string, string>; first: number; last: number },
  ): Promise<void> {
    const columns = Object.keys(await desk.db.sequelize.getQueryInterface().describeTable(table));
    const copied = columns.filter((column) => column !== 'id' || values.id !== undefined);
    const key = {
      bpmnInstances: `t."id" = '${instanceId}'`,
      bpmnTaskCandidates: `t."taskId" IN (SELECT "id" FROM "bpmnTasks" WHERE "instanceId" = '${instanceId}')`,
    }[table];
    await desk.db.sequelize.query(
      `INSERT INTO "${table}" (${copied.map((column) => `"${column}"`).join(', ')})
       SELECT ${copied.map((column) => values[column] ?? `t."${column}"`).join(', ')}
       FROM "${table}" t CROSS JOIN generate_series(${first}, ${last}) k WHERE ${key ?? `t."instanceId" = '${instanceId}'`}`,
    );
  }

  /** Tables of ours that a statement of `work` reads from the first row to the last. */
  async function readWhole(work: () => Promise<unknown>): Promise<string[]> {
    const statements = (await countStatements(desk.db, work)).filter((sql) => sql.startsWith('SELECT'));
    const whole: string[] = [];
    for (const sql of statements) {
      const plan = await desk.db.sequelize.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, { type: QueryTypes.SELECT });
      const scans = plan
        .map((row) => /Seq Scan on "bpmn(\w+)"/.exec(row['QUERY PLAN'])?.[1])
        .filter((name) => name !== undefined);
      whole.push(...scans.filter((name) => TABLES.includes(name)).map((name) => `${name}: ${sql}`));
    }
    expect(statements.length).toBeGreaterThan(0);
    return whole;
  }

  it('no whole table for a step, also where there are few cases and their numbers are not known yet', () => {
    expect(wholeOfFew).toEqual([]);
  });

  it.each(['todo', 'done', 'started', 'cc'])('no whole table for the inbox, tab %s', async (tab) => {
    const whole = await readWhole(async () =>
      expect((await desk.as('clerk').get('bpmnTasks:inbox', { params: { tab } })).status).toBe(200),
    );

    expect(whole).toEqual([]);
  });

  it.each(['clerk', 'supervisor'] as const)('no whole table for the home page of a %s', async (who) => {
    const whole = await readWhole(async () => expect((await desk.as(who).get('bpmnHome:overview')).status).toBe(200));

    expect(whole.filter((one) => !one.startsWith('PlacePaths'))).toEqual([]);
  });

  it.each([{}, { level: 'overdue' }, { processKey: 'many', page: 2 }])(
    'no table of cases or tasks for the board of a community, asked for %o',
    async (params) => {
      const whole = await readWhole(async () =>
        expect((await desk.as('supervisor').get('bpmnSupervision:board', { params })).status).toBe(200),
      );

      // where the places lie is looked up among all paths, of which there are as many as places
      expect(whole.filter((one) => !one.startsWith('PlacePaths'))).toEqual([]);
    },
  );

  it('no whole table to find what is due and to carry it out', async () => {
    desk.now += 9 * DAY_MS + 5 * MINUTE_MS;

    const whole = await readWhole(() => desk.drain());

    expect(whole).toEqual([]);
    expect(await tables.subscriptions.count(desk, {})).toBeLessThan(CASES);
  });

  it('no whole table to open a task, to follow its case and to complete it', async () => {
    const { instanceId, taskIds } = await desk.start('many', 'clerk', { placeId: 'p1' });

    const whole = await readWhole(async () => {
      expect((await desk.open('clerk', taskIds[0]!)).errors).toEqual([]);
      expect((await desk.track('clerk', instanceId)).errors).toEqual([]);
      await desk.complete('clerk', instanceId, 'a');
    });

    expect(whole).toEqual([]);
  });

  it('no whole table to look at a page of cases that would be migrated, and to migrate one of them', async () => {
    const { instanceId } = await desk.start('many', 'clerk', { placeId: 'p1' });
    await desk.publishLines('many', `${MANY}\n@wuxin:nameEn="many"`);
    const { mapping } = await requestFor('many');
    const body = { from: 1, to: 2, mapping, deadlines: 'kept' };

    const whole = await readWhole(async () => {
      const page = await post('previewMigration', 'root', 'many', { ...body, at: 'b', pageSize: 50 });
      expect(page.errors).toEqual([]);
    });
    const id = await begin('many', { instanceIds: [instanceId] });
    whole.push(...(await readWhole(() => desk.drain())));

    expect((await runOf(id)).run).toMatchObject({ migrated: 1 });
    // every case is of this version: which of them are open is not what is looked up
    expect(whole.filter((one) => !/^Instances|COUNT\(/.test(one))).toEqual([]);
  });
});
