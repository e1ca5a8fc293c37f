import { localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { tables } from '../store';

/** A county has more than 9,999 in a year; numbers are compared as text. */
const DIGITS = 6;

/** The next one of the year, as people quote it: 2026-000007. Two at a time: the key is there already, and the later command runs again. */
export async function nextNumber(tx: Tx): Promise<string> {
  const year = localDateOf(tx.now).slice(0, 4);
  const where = tables.notices.containing(tx.db, 'number', `${year}-`);
  const [last] = await tables.notices.selectColumns(tx, ['number'], where, { order: [['number', 'DESC']], limit: 1 });
  const before = Number(last?.number.slice(year.length + 1) ?? 0);
  return `${year}-${String(before + 1).padStart(DIGITS, '0')}`;
}
