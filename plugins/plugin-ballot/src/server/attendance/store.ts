import type { ReadTx } from '@wuxin/plugin-bpmn';
import { tables } from '../store';

/** When the last vote ended whose result stands; null: none was decided yet. */
export async function lastClosedAt(tx: ReadTx, meetingId: string): Promise<number | null> {
  const where = { meetingId, status: ['decided', 'void'] };
  const [last] = await tables.motions.selectColumns(tx, ['closedAt'], where, { order: [['closedAt', 'DESC']], limit: 1 });
  return last?.closedAt ?? null;
}
