import type { Database } from '@nocobase/database';

/** The SQL that `work` sends, in order; transaction brackets are left out. */
export async function countStatements(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = [];
  const { options } = db.sequelize as unknown as { options: { logging?: unknown } }; // left out of Sequelize's types
  const before = options.logging;
  options.logging = (sql: string) => statements.push(sql.replace(/^Executing \([^)]*\): /, ''));
  try {
    await work();
  } finally {
    options.logging = before;
  }
  return statements.filter((sql) => !/^(START TRANSACTION|BEGIN|COMMIT|ROLLBACK|SET |PRAGMA)/.test(sql));
}
