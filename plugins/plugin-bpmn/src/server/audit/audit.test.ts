import { countStatements } from '@wuxin/test';
import { Desk } from '../__fixtures__';
import { hashOf } from '../history';
import { tables } from '../store';
import { deleteHistory, tamperingWith } from './__fixtures__/tampering';
import { photograph, playWorld, type World } from './__fixtures__/world';
import { auditText, verifyDatabase } from '.';

describe('audit verify', () => {
  let desk: Desk;
  let world: World;
  let restore: () => Promise<void>;
  /** How many rows of history each case has. */
  let lengths: ReadonlyMap<string, number>;

  beforeAll(async () => {
    desk = await Desk.open();
    world = await playWorld(desk);
    restore = await photograph(desk);
    lengths = new Map((await tables.instances.select(desk, {})).map(({ id, historySequence }) => [id, historySequence]));
  });
  afterEach(() => restore());
  afterAll(() => desk?.close());

  const verify = () => verifyDatabase(desk.engine);
  const firstOf = async (invariant: string) => (await verify()).invariants.find(({ name }) => name === invariant)?.first;
  const sql = (statement: string) => desk.db.sequelize.query(statement);
  const idsOf = async (row: string): Promise<string[]> => {
    if (!row.startsWith('SELECT')) return [row];
    const [rows] = await sql(row);
    return (rows as { id: unknown }[]).map(({ id }) => String(id)); // each statement names this column
  };

  it('finds nothing in a healthy database, whatever its cases wait for', async () => {
    const report = await verify();

    expect(report.invariants.filter(({ broken }) => broken > 0)).toEqual([]);
    expect(report).toMatchObject({ isWhole: true, firstBroken: null, cases: 7 });
    expect(report.historyRows).toBeGreaterThan(20);
  });

  it('only reads', async () => {
    const statements = await countStatements(desk.db, verify);

    expect(statements.length).toBeGreaterThan(20);
    expect(statements.filter((statement) => !statement.startsWith('SELECT'))).toEqual([]);
  });

  /** The cases are played before the tests run: the table names its claims without them. */
  const NOWHERE: World = { ended: '', joining: '', voting: '', listening: '', calling: '', stuck: '' };
  const claims = tamperingWith(NOWHERE, () => 0).map(({ invariant, claim }, index) => [invariant, claim, index] as const);

  it.each(claims)('finds (%s) %s, and names the row', async (_invariant, _claim, index) => {
    const { invariant, table, spoil, row, fault } = tamperingWith(world, (id) => lengths.get(id) ?? 0)[index]!;
    const rowIds = await idsOf(row);
    for (const statement of spoil.split(';')) await sql(statement);

    const report = await verify();

    const found = report.invariants.find(({ name }) => name === invariant);
    expect(rowIds).not.toEqual([]);
    expect(found?.first?.table).toBe(table);
    expect(rowIds).toContain(found?.first?.rowId);
    if (fault) expect(found?.first?.data).toMatchObject({ fault });
    expect(report.isWhole).toBe(false);
    expect(report.invariants.flatMap(({ name, first }) => (first ? [{ invariant: name, ...first }] : []))).toContainEqual(
      report.firstBroken,
    );
  });

  /** The later rows move up to make room; of a forged row the own hash and link are right. */
  async function insertAfter(instanceId: string, sequence: number, isForged: boolean): Promise<string> {
    const rows = await tables.history.select(desk, { instanceId }, { order: [['sequence', 'ASC']] });
    for (const row of rows.slice(sequence).toReversed())
      await desk.write((tx) => tables.history.update(tx, { id: row.id }, { sequence: row.sequence + 1 }));
    const { id, hash, ...facts } = rows[sequence - 1]!;
    const inserted = { ...facts, sequence: sequence + 1, previousHash: hash };
    const own = isForged ? hashOf(inserted) : hash;
    await desk.write((tx) => tables.history.insert(tx, [{ ...inserted, id: `${id}x`, hash: own }]));
    return `${id}x`;
  }

  const OPEN_AND_ENDED = ['joining', 'ended'] as const;
  it.each(OPEN_AND_ENDED)('finds a row of history that is inserted in the middle or at the end (%s)', async (which) => {
    const instanceId = world[which];
    for (const sequence of [2, lengths.get(instanceId)!]) {
      const rowId = await insertAfter(instanceId, sequence, false);

      expect(await firstOf('history.chain')).toEqual({
        table: 'bpmnHistory',
        rowId,
        instanceId,
        data: { fault: 'changedRow', sequence: sequence + 1 },
      });
      await restore();
    }
  });

  it.each(OPEN_AND_ENDED)('finds where the chain goes on behind a forged row (%s)', async (which) => {
    const instanceId = world[which];
    await insertAfter(instanceId, 2, true);
    const next = { rowId: `${instanceId}:h3`, data: { fault: 'brokenLink', sequence: 4 } };
    expect(await firstOf('history.chain')).toMatchObject({ table: 'bpmnHistory', instanceId, ...next });
    await restore();

    const length = lengths.get(instanceId)!;
    await insertAfter(instanceId, length, true);
    const behind = { rowId: `${instanceId}:h${length + 2}`, data: { fault: 'wrongHead', sequence: length + 2 } };
    expect(await firstOf('history.chain')).toMatchObject({ table: 'bpmnHistory', instanceId, ...behind });
  });

  it('finds a number of history that is there twice, where its index got lost', async () => {
    const queries = desk.db.sequelize.getQueryInterface();
    const columns = ['instanceId', 'sequence'];
    const name = 'bpmn_history_instance_id_sequence';
    await queries.removeIndex('bpmnHistory', name);
    await sql(insertAgain(world.ended, 2));

    const report = await verify();
    await sql(`DELETE FROM "bpmnHistory" WHERE "id" = 'twice'`);
    await queries.addIndex('bpmnHistory', columns, { name, unique: true });

    expect(report.invariants.find(({ name: key }) => key === 'keys.unique')).toMatchObject({
      broken: 1,
      first: { table: 'bpmnHistory', rowId: `${world.ended} 2`, instanceId: world.ended },
    });
  });

  it('says in the reader’s language what is broken, where, and what holds', async () => {
    await sql(deleteHistory(world.ended, 3));

    const report = await verify();

    expect(auditText(report, 'zh-CN')).toContain(`bpmnHistory ${world.ended}:h3（办件 ${world.ended}）`);
    expect(auditText(report, 'en-US')).toContain(`the first is bpmnHistory ${world.ended}:h3`);
    expect(auditText(report, 'en-US')).toMatch(/^7 cases, \d+ rows of history, 23 invariants: some rows break them/);
  });
});

const insertAgain = (id: string, sequence: number) =>
  `INSERT INTO "bpmnHistory" ("id", "instanceId", "sequence", "kind", "data", "previousHash", "hash", "occurredAt", "recordedAt")
    SELECT 'twice', "instanceId", "sequence", "kind", "data", "previousHash", "hash", "occurredAt", "recordedAt"
    FROM "bpmnHistory" WHERE "instanceId" = '${id}' AND "sequence" = ${sequence}`;
