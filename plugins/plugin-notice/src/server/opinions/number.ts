import { localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { tables } from '../store';

/** More than there are in a year: text sorts as numbers do. */
const DIGITS = 4;

/** The next one of the year: Z2026-0007 (征集). Two at a time: the key is there already, and the later command runs again. */
export async function nextNumber(tx: Tx): Promise<string> {
  const year = `Z${localDateOf(tx.now).slice(0, 4)}-`;
  const where = tables.collections.containing(tx.db, 'number', year);
  const [last] = await tables.collections.selectColumns(tx, ['number'], where, { order: [['number', 'DESC']], limit: 1 });
  return `${year}${String(Number(last?.number.slice(year.length) ?? 0) + 1).padStart(DIGITS, '0')}`;
}
