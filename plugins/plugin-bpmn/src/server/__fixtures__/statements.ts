import type { Database } from '@nocobase/database';

/** The SQL that `work` sends inside transactions, in order, without their brackets: signing in reads outside of them. */
export async function countStatements(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { options } = db.sequelize as unknown as { options: { logging?: unknown } }; // left out of Sequelize's types
  const before = options.logging;
  options.logging = (sql: string) => statements.push(sql);
  try {
    await work();
  } finally {
    options.logging = before;
  }
  const inTransactions = statements.filter((sql) => !sql.startsWith('Executing (default)'));
  const plain = inTransactions.map((sql) => sql.replace(/^Executing \([^)]*\): /, ''));
  return plain.filter((sql) => !/^(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SET |PRAGMA|--)/.test(sql));
}
