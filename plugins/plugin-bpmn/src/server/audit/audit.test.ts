import { countStatements, Desk } from '../__fixtures__';
import { photograph, playWorld, type World } from './__fixtures__/world';
import { auditText, verifyDatabase } from '.';

describe('audit verify', () => {
  let desk: Desk;
  let world: World;
  let restore: () => Promise<void>;

  beforeAll(async () => {
    desk = await Desk.open();
    world = await playWorld(desk);
    restore = await photograph(desk);
  });
  afterEach(() => restore());
  afterAll(() => desk?.close());

  const verify = () => verifyDatabase(desk.engine);
  const sql = (statement: string) => desk.db.sequelize.query(statement);

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

  /** What is done to the rows, and which invariant names which row. */
  const tampering: [claim: string, invariant: string, table: string, spoil: () => string][] = [
    ['a changed fact of history', 'history.chain', 'bpmnHistory', () => changeHistory(world.ended, 2, `"actorName" = '冒名'`)],
    ['a deleted row of history', 'history.chain', 'bpmnHistory', () => deleteHistory(world.ended, 3)],
    [
      'the last row of history cut off',
      'history.chain',
      'bpmnHistory',
      () => `DELETE FROM "bpmnHistory" WHERE "instanceId" = '${world.ended}' AND "sequence" =
        (SELECT "historySequence" FROM "bpmnInstances" WHERE "id" = '${world.ended}')`,
    ],
    [
      'an inserted row of history',
      'history.chain',
      'bpmnHistory',
      () => `INSERT INTO "bpmnHistory" ("id", "instanceId", "sequence", "kind", "data", "previousHash", "hash", "occurredAt", "recordedAt")
        SELECT "id" || 'x', "instanceId", "sequence" + 1, "kind", "data", "hash", "hash", "occurredAt", "recordedAt"
        FROM "bpmnHistory" WHERE "instanceId" = '${world.joining}' ORDER BY "sequence" DESC LIMIT 1`,
    ],
    [
      'two rows of history in each other’s place',
      'history.chain',
      'bpmnHistory',
      () => `UPDATE "bpmnHistory" SET "sequence" = -"sequence" WHERE "instanceId" = '${world.ended}' AND "sequence" IN (2, 3);
        UPDATE "bpmnHistory" SET "sequence" = 5 + "sequence" WHERE "instanceId" = '${world.ended}' AND "sequence" < 0`,
    ],
    [
      'a changed opinion, though only its digest is in the chain',
      'history.chain',
      'bpmnHistory',
      () =>
        `UPDATE "bpmnHistoryPayloads" SET "payload" = '{"values":{},"opinion":"不同意"}' WHERE "historyId" LIKE '${world.voting}:%'`,
    ],
    ['a head that was moved back', 'history.chain', 'bpmnHistory', () => instance(world.ended, `"historySequence" = 2`)],
    ['a token that was removed', 'task.token', 'bpmnTasks', () => removeToken(world.joining, 'right')],
    ['an open case without any token', 'case.goesOn', 'bpmnInstances', () => removeTokens(world.listening)],
    [
      'a case that waits for a message nobody listens to',
      'case.goesOn',
      'bpmnTokens',
      () => removeRows('bpmnSubscriptions', world.listening),
    ],
    [
      'a call whose case is gone',
      'case.goesOn',
      'bpmnTokens',
      () => `DELETE FROM "bpmnInstances" WHERE "parentInstanceId" = '${world.calling}'`,
    ],
    [
      'a failed service without its incident',
      'case.goesOn',
      'bpmnTokens',
      () => `${removeRows('bpmnIncidents', world.stuck)}; ${removeRows('bpmnJobs', world.stuck)}`,
    ],
    [
      'an end that was written into an open case',
      'case.endedIsEmpty',
      'bpmnInstances',
      () => instance(world.joining, `"endedAt" = 1`),
    ],
    [
      'a case that was marked as ended',
      'case.endedIsEmpty',
      'bpmnTokens',
      () => instance(world.listening, `"status" = 'completed', "endedAt" = 1`),
    ],
    [
      'a place that no supervisor looks at',
      'case.place',
      'bpmnInstances',
      () => instance(world.joining, `"placeId" = 'nowhere'`),
    ],
    ['a deadline that its tasks do not have', 'case.deadline', 'bpmnInstances', () => instance(world.joining, `"dueAt" = 1`)],
    [
      'a token at an element that its version lacks',
      'token.element',
      'bpmnTokens',
      () => token(world.listening, 'wait', `"elementId" = 'gone'`),
    ],
    ['a case of a version that is gone', 'token.element', 'bpmnInstances', () => instance(world.joining, `"versionId" = 'gone'`)],
    ['a token that has lost its parent', 'token.tree', 'bpmnTokens', () => token(world.listening, 'wait', `"parentId" = 'gone'`)],
    ['a token on another plane', 'token.tree', 'bpmnTokens', () => token(world.listening, 'wait', `"plane" = 'x'`)],
    ['a miscounted multi-instance activity', 'token.counters', 'bpmnTokens', () => removeOneVote(world.voting)],
    ['a token that a join has forgotten', 'token.counters', 'bpmnTokens', () => forgetJoins(world.joining)],
    [
      'a token more at a join than flows were taken',
      'join.consumed',
      'bpmnInstances',
      () => token(world.joining, 'join', `"flowId" = 'flow5'`),
    ],
    [
      'an open task nobody can do',
      'task.actor',
      'bpmnTasks',
      () => `UPDATE "bpmnTasks" SET "assigneeId" = 999999 WHERE "instanceId" = '${world.joining}' AND "status" = 'open'`,
    ],
    [
      'a second task for a token',
      'task.token',
      'bpmnTasks',
      () =>
        `UPDATE "bpmnTasks" SET "status" = 'open', "tokenId" = (SELECT "tokenId" FROM "bpmnTasks" WHERE "instanceId" = '${world.joining}' AND "status" = 'open'), "elementId" = 'right' WHERE "instanceId" = '${world.joining}'`,
    ],
    [
      'a job whose token is gone',
      'job.token',
      'bpmnJobs',
      () => `UPDATE "bpmnJobs" SET "tokenId" = 'gone' WHERE "instanceId" = '${world.stuck}'`,
    ],
    ['a timer that fired and waits again', 'timer.once', 'bpmnSubscriptions', () => fireInHistory(world.joining)],
    [
      'a timer that is never due',
      'timer.once',
      'bpmnSubscriptions',
      () => `UPDATE "bpmnSubscriptions" SET "dueAt" = NULL WHERE "kind" = 'timer'`,
    ],
    ['an incident about a job that is gone', 'incident.subject', 'bpmnIncidents', () => removeRows('bpmnJobs', world.stuck)],
    ['a called case whose caller is gone', 'call.once', 'bpmnInstances', () => removeToken(world.calling, 'call')],
    [
      'tasks of a case that was deleted',
      'rows.owner',
      'bpmnTokens',
      () => `DELETE FROM "bpmnInstances" WHERE "id" = '${world.joining}'`,
    ],
    [
      'candidates of no task',
      'rows.owner',
      'bpmnTaskCandidates',
      () => `INSERT INTO "bpmnTaskCandidates" ("id", "taskId", "groupKey") VALUES (999, 'gone', 'user:1')`,
    ],
    ['a job that was tried too often', 'job.attempts', 'bpmnJobs', () => `UPDATE "bpmnJobs" SET "attempts" = 99`],
    ['a job that gave up in silence', 'job.attempts', 'bpmnJobs', () => removeRows('bpmnIncidents', world.stuck)],
    [
      'a number of the task centre that is not so',
      'taskCentre.counts',
      'userWorkflowTaskStats',
      () => `UPDATE "userWorkflowTaskStats" SET "pending" = 77`,
    ],
  ];

  it.each(tampering)('finds %s (%s) and names the row in %s', async (_claim, invariant, table, spoil) => {
    for (const statement of spoil().split(';')) await sql(statement);

    const report = await verify();

    const found = report.invariants.find(({ name }) => name === invariant);
    expect(found).toMatchObject({ first: { table, rowId: expect.stringMatching(/./) } });
    expect(report.isWhole).toBe(false);
    expect(report.firstBroken).toMatchObject({ invariant: expect.stringMatching(/./), rowId: expect.stringMatching(/./) });
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
    expect(auditText(report, 'en-US')).toMatch(/^7 cases, \d+ rows of history, 22 invariants: some rows break them/);
  });
});

const instance = (id: string, change: string) => `UPDATE "bpmnInstances" SET ${change} WHERE "id" = '${id}'`;
const token = (id: string, elementId: string, change: string) =>
  `UPDATE "bpmnTokens" SET ${change} WHERE "instanceId" = '${id}' AND "elementId" = '${elementId}'`;
const changeHistory = (id: string, sequence: number, change: string) =>
  `UPDATE "bpmnHistory" SET ${change} WHERE "instanceId" = '${id}' AND "sequence" = ${sequence}`;
const deleteHistory = (id: string, sequence: number) =>
  `DELETE FROM "bpmnHistory" WHERE "instanceId" = '${id}' AND "sequence" = ${sequence}`;
const insertAgain = (id: string, sequence: number) =>
  `INSERT INTO "bpmnHistory" ("id", "instanceId", "sequence", "kind", "data", "previousHash", "hash", "occurredAt", "recordedAt")
    SELECT 'twice', "instanceId", "sequence", "kind", "data", "previousHash", "hash", "occurredAt", "recordedAt"
    FROM "bpmnHistory" WHERE "instanceId" = '${id}' AND "sequence" = ${sequence}`;
const removeRows = (table: string, id: string) => `DELETE FROM "${table}" WHERE "instanceId" = '${id}'`;
const removeTokens = (id: string) => `${removeRows('bpmnTokens', id)}; ${removeRows('bpmnSubscriptions', id)}`;
const removeToken = (id: string, elementId: string) => `${removeRows('bpmnTokens', id)} AND "elementId" = '${elementId}'`;
const removeOneVote = (id: string) =>
  `DELETE FROM "bpmnTokens" WHERE "id" = (SELECT MIN("id") FROM "bpmnTokens" WHERE "instanceId" = '${id}' AND "plane" <> '')`;
const forgetJoins = (id: string) =>
  `UPDATE "bpmnTokens" SET "data" = '{"live":2}' WHERE "instanceId" = '${id}' AND "parentId" IS NULL`;
const fireInHistory = (id: string) =>
  `UPDATE "bpmnHistory" SET "kind" = 'timerFired', "elementId" = 'late', "tokenId" =
    (SELECT "tokenId" FROM "bpmnSubscriptions" WHERE "instanceId" = '${id}' AND "kind" = 'timer')
    WHERE "instanceId" = '${id}' AND "sequence" = 2`;
