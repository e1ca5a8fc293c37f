import { localDateOf } from '../runtime/local-date';
import type { Tx } from '../runtime/tx';
import type { Table } from './table';

/**
 * The next number of the year in a table whose column `number` is unique, as people quote it: 2026-0007. Two commands at once take the same one: the
 * key is there already, and the later of them runs again.
 *
 * @param prefix before the year
 * @param digits of the number in its year, more than there are of them: text sorts as numbers do
 */
export async function nextOfYear<Row extends { readonly number: string }>(
  tx: Tx,
  table: Table<Row>,
  { prefix = '', digits }: { readonly prefix?: string; readonly digits: number },
): Promise<string> {
  const year = `${prefix}${localDateOf(tx.now).slice(0, 4)}-`;
  const where = table.containing(tx.db, 'number', year);
  const [last] = await table.selectColumns(tx, ['number'], where, { order: [['number', 'DESC']], limit: 1 });
  const before = Number(last?.number.slice(year.length) ?? 0);
  return `${year}${String(before + 1).padStart(digits, '0')}`;
}
