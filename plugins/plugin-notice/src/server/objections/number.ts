import { localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { tables } from '../store';

/** More than there are in a year: text sorts as numbers do. */
const DIGITS = 5;

/** The next one of the year, as people quote it: Y2026-00007 (异议). Two at a time: the key is there already, and the later command runs again. */
export async function nextNumber(tx: Tx): Promise<string> {
  const year = `Y${localDateOf(tx.now).slice(0, 4)}-`;
  const where = tables.objections.containing(tx.db, 'number', year);
  const [last] = await tables.objections.selectColumns(tx, ['number'], where, { order: [['number', 'DESC']], limit: 1 });
  const before = Number(last?.number.slice(year.length) ?? 0);
  return `${year}${String(before + 1).padStart(DIGITS, '0')}`;
}
