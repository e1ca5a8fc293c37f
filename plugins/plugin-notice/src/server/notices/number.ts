import { BpmnError, localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { tables, type NoticeRecord } from '../store';

/** A county has more than 9,999 in a year; numbers are compared as text. */
const DIGITS = 6;
/** Others who take the same number at the same moment. */
const MAX_TRIES = 20;

/**
 * Inserts a notice under the next number of the year, as people quote it: 2026-000007. Whoever takes the same one at the same moment waits for the
 * other's commit and takes the one after it.
 */
export async function insertNumbered(tx: Tx, row: Omit<NoticeRecord, 'number'>): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    await tables.notices.insertNew(tx, [{ ...row, number: await nextNumber(tx) }]);
    if ((await tables.notices.count(tx, { id: row.id })) === 1) return;
  }
  throw new BpmnError('database.busy', 503);
}

async function nextNumber(tx: Tx): Promise<string> {
  const year = localDateOf(tx.now).slice(0, 4);
  const where = tables.notices.containing(tx.db, 'number', `${year}-`);
  const [last] = await tables.notices.selectColumns(tx, ['number'], where, { order: [['number', 'DESC']], limit: 1 });
  const before = Number(last?.number.slice(year.length + 1) ?? 0);
  return `${year}-${String(before + 1).padStart(DIGITS, '0')}`;
}
