import type { Table, Tx } from '@wuxin/plugin-bpmn';

/** Rows of one statement: SQLite takes no longer than a million signs. */
const BATCH = 500;

/** Many rows of one table, as of a long roll. */
export async function insertMany<Row extends object>(tx: Tx, table: Table<Row>, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await table.insert(tx, rows.slice(at, at + BATCH));
}
