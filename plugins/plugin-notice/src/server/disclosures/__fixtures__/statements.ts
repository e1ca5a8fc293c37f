import type { Database } from '@nocobase/database';

type Query = (sql: string, options?: { transaction?: unknown }) => Promise<unknown>;

/** Statements of transactions while something runs; everything passes through Sequelize's `query`. */
export async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const sequelize = db.sequelize as unknown as { query: Query };
  const query = sequelize.query.bind(db.sequelize);
  const sent: string[] = [];
  sequelize.query = (sql, options) => {
    if (options?.transaction && typeof sql === 'string') sent.push(sql);
    return query(sql, options);
  };
  try {
    await work();
  } finally {
    delete (sequelize as Partial<typeof sequelize>).query; // the prototype's is behind it
  }
  return sent;
}
