import type { Database } from '@nocobase/database';
import { QueryTypes } from 'sequelize';

/** Cases whose rows are copied, and how often each is. */
export interface Copies {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
  /** Holders of tasks among whom the copies are spread; the first is a person who really is there. */
  readonly holders: readonly [realUserId: number, others: number];
}

/** How a column of a copy differs from the original: SQL over the original `t` and the number of the copy `k`. */
type Expressions = Readonly<Record<string, string>>;

const instanceOf = (column: string) => `'c' || k || '_' || ${column}`;
/** Ids of tokens, history rows and the like begin with the instance's. */
const below = (column: string, instance = 't."instanceId"') => `replace(t."${column}", ${instance}, ${instanceOf(instance)})`;
const taskOf = (column: string) => `'c' || k || '_' || t."${column}"`;

/** Copies lie in communities of as many towns as a county has, and begin one after the other. */
const COMMUNITIES = 1_000;
const TOWNS = 40;
const SECOND = 1_000;
const DAY = 24 * 3_600 * SECOND;

/** A tenth is overdue, a tenth nearly so. */
const due = (column: string, ahead: number) => `t."${column}" + (k % 40 - 4)::bigint * ${DAY} - ${ahead}`;

function tablesOf({ holders: [realUserId, others] }: Copies): Readonly<Record<string, Expressions>> {
  const holder = `CASE WHEN k % ${others} = 0 THEN ${realUserId} ELSE 1000000 + k % ${others} END`;
  const place = `'p' || k % ${COMMUNITIES}`;
  const town = `k % ${COMMUNITIES} % ${TOWNS}`;
  const path = `'[{"id":"t' || ${town} || '","name":"第' || ${town} || '镇"},{"id":"' || ${place} || '","name":"第' || k % ${COMMUNITIES} || '社区"}]'`;
  return {
    bpmnInstances: {
      id: instanceOf('t."id"'),
      startKey: 'NULL',
      historyHash: `h.hashes[t."historySequence"]`,
      title: `t."title" || ' ' || k`,
      starterId: holder,
      placeId: place,
      placeName: `'第' || k % ${COMMUNITIES} || '社区'`,
      placePath: path,
      startedAt: `t."startedAt" - k * ${SECOND}`,
      dueAt: due('startedAt', 0),
      nearAt: due('startedAt', 4 * DAY),
    },
    bpmnTokens: { id: below('id'), instanceId: instanceOf('t."instanceId"'), parentId: below('parentId'), plane: below('plane') },
    bpmnTasks: {
      id: taskOf('id'),
      instanceId: instanceOf('t."instanceId"'),
      tokenId: below('tokenId'),
      plane: below('plane'),
      openedByTaskId: taskOf('openedByTaskId'),
      assigneeId: holder,
      completedById: `CASE WHEN t."status" = 'completed' THEN ${holder} END`,
      openedAt: `t."openedAt" - k * ${SECOND}`,
      closedAt: `t."closedAt" - k * ${SECOND}`,
      dueAt: due('openedAt', 0),
      nearAt: due('openedAt', 4 * DAY),
    },
    bpmnTaskCandidates: { taskId: taskOf('taskId'), groupKey: `'user:' || (${holder})` },
    bpmnSubscriptions: {
      id: below('id'),
      instanceId: instanceOf('t."instanceId"'),
      tokenId: below('tokenId'),
      plane: below('plane'),
      dueAt: `t."dueAt" + k * ${SECOND}`,
    },
    bpmnHistory: {
      id: below('id'),
      instanceId: instanceOf('t."instanceId"'),
      tokenId: below('tokenId'),
      previousHash: `COALESCE(h.hashes[t."sequence" - 1], t."previousHash")`,
      hash: `h.hashes[t."sequence"]`,
    },
  };
}

const BATCH = 2_000;

/** Tables with hashes of the history, and the column by which a row belongs to its case. */
const HASHED: Readonly<Record<string, string>> = { bpmnInstances: 'id', bpmnHistory: 'instanceId' };

/** One of the towns: where a supervisor of the benchmark works. */
export const A_TOWN = { id: 't7', name: '第7镇', level: 'township' };

/**
 * Copies all cases that there are by multi-row SQL: the rows are those that the commands themselves wrote, under other ids and
 * with other holders, and with a history that is hashed anew, as `prepareChains` has it.
 */
export async function multiply(db: Database, copies: Copies): Promise<void> {
  for (const [table, expressions] of Object.entries(tablesOf(copies))) {
    const columns = (await columnsOf(db, table)).filter((column) => table !== 'bpmnTaskCandidates' || column !== 'id');
    const names = columns.map((column) => `"${column}"`).join(', ');
    const values = columns.map((column) => expressions[column] ?? `t."${column}"`).join(', ');
    const originals = originalsOf(table);
    const hashed = HASHED[table];
    for (let from = copies.from; from <= copies.to; from += BATCH) {
      const to = Math.min(copies.to, from + BATCH - 1);
      await db.sequelize.query(
        hashed === undefined
          ? `INSERT INTO "${table}" (${names}) SELECT ${values} FROM "${table}" t CROSS JOIN generate_series(${from}, ${to}) k WHERE ${originals}`
          : `WITH h AS MATERIALIZED (SELECT k, "instanceId" AS original, bench_chain("texts", 'c' || k || '_') AS hashes
               FROM "benchChains" CROSS JOIN generate_series(${from}, ${to}) k)
             INSERT INTO "${table}" (${names}) SELECT ${values} FROM h JOIN "${table}" t ON t."${hashed}" = h.original WHERE ${originals}`,
      );
    }
  }
  await notePlaces(db);
}

/** What starts note of their places. */
async function notePlaces(db: Database): Promise<void> {
  await db.sequelize.query(
    `INSERT INTO "bpmnPlacePaths" ("id", "placeId", "path") SELECT DISTINCT "placeId", "placeId", "placePath" FROM "bpmnInstances"
     WHERE "placeId" IS NOT NULL ON CONFLICT DO NOTHING`,
  );
}

/** Copies of cases begin with a letter, what the commands wrote with a digit; a task of a copy may have been opened by a command. */
function originalsOf(table: string): string {
  if (table === 'bpmnInstances') return `t."id" < ':'`;
  if (table !== 'bpmnTaskCandidates') return `t."instanceId" < ':'`;
  return `t."taskId" IN (SELECT "id" FROM "bpmnTasks" WHERE "instanceId" < ':')`;
}

async function columnsOf(db: Database, table: string): Promise<string[]> {
  const rows = await db.sequelize.query<{ column_name: string }>(
    'SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = :table',
    { replacements: { table }, type: QueryTypes.SELECT },
  );
  return rows.map((row) => row.column_name);
}
