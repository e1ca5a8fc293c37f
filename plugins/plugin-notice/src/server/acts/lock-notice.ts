import { lockCase, type Tx } from '@wuxin/plugin-bpmn';
import { tables, type NoticeRecord } from '../store';

/**
 * Locks the case that waits for a notice, then the notice, in this order everywhere, as it is where a case is cancelled. All that happens to a notice
 * and to the objections to it, and the end of its period, comes one after the other.
 *
 * @returns undefined: there is no such notice
 */
export async function lockNotice(tx: Tx, id: string): Promise<NoticeRecord | undefined> {
  const notice = await tables.notices.find(tx, { id });
  if (!notice) return undefined;
  if (notice.instanceId !== null) await lockCase(tx, notice.instanceId);
  return tables.notices.find(tx, { id }, { forUpdate: true });
}
