import type { Database } from '@nocobase/database';

/** The SQL that `work` sends inside transactions, in order, without their brackets: signing in reads outside of them. */
export async function countStatements(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  return (await observe(db, work)).map(({ sql }) => sql);
}

/** How many rows of each of these tables `work` reads inside transactions. */
export async function countRowsRead(
  db: Database,
  tableNames: readonly string[],
  work: () => Promise<unknown>,
): Promise<Record<string, number>> {
  const read = (await observe(db, work)).filter(({ sql }) => sql.startsWith('SELECT'));
  const rowsFrom = (name: string) => read.filter(({ sql }) => new RegExp(`\\b${name}\\b`).test(sql)).map(({ rows }) => rows);
  return Object.fromEntries(tableNames.map((name) => [name, rowsFrom(name).reduce((sum, rows) => sum + rows, 0)]));
}

interface Statement {
  readonly sql: string;
  /** Rows that it answered with. */
  readonly rows: number;
}

type Query = (sql: string, options?: { transaction?: unknown; plain?: boolean }) => Promise<unknown>;

/** Everything passes through Sequelize's `query`, also what a connection does before a transaction has one. */
async function observe(db: Database, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const sequelize = db.sequelize as unknown as { query: Query }; // its overloads in one
  const query = sequelize.query.bind(db.sequelize);
  const spy: Query = async (sql, options) => {
    const answer = await query(sql, options);
    if (options?.transaction) statements.push({ sql: textOf(sql), rows: Array.isArray(answer) ? answer.length : answer ? 1 : 0 });
    return answer;
  };
  sequelize.query = spy;
  try {
    await work();
  } finally {
    delete (sequelize as Partial<typeof sequelize>).query; // the prototype's is behind it
  }
  return statements.filter(({ sql }) => !/^(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SET |PRAGMA|--)/.test(sql));
}

/** Sequelize hands on text, or text with values that are bound to it. */
const textOf = (sql: string | { readonly query: string }): string => (typeof sql === 'string' ? sql : sql.query).trim();
