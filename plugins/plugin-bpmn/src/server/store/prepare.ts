import type { Database } from '@nocobase/database';
import { preparePostgres } from './postgres';
import { prepareSqlite } from './sqlite';

/** Before the first statement of ours, and again when the database was closed in between: more often is no harm. */
export async function prepareDatabase(db: Database): Promise<void> {
  preparePostgres(db);
  await prepareSqlite(db);
}
