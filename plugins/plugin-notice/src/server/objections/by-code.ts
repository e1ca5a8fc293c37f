import { localDateOf, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { ObjectionAnswer } from '../../common/api';
import { codeDigest } from '../codes';
import { tables } from '../store';

/**
 * What whoever has the acknowledgement code may read; how often somebody may ask is the door's. Never who objected.
 *
 * @throws not found `objection.codeUnknown`
 */
export async function answerByCode(tx: Tx, code: string): Promise<ObjectionAnswer> {
  const row = await tables.objections.find(tx, { codeDigest: codeDigest('objection', code) });
  const notice = row && (await tables.notices.find(tx, { id: row.noticeId }));
  if (!notice) throw notFound('objection.codeUnknown');
  const { number, receivedOn, status, decision, answer, answeredAt, dueAt, reconsideration, reconsiderationText, closedAt } = row;
  const dayOf = (at: number | null) => (at === null ? null : localDateOf(at));
  return {
    number,
    noticeTitle: notice.title,
    receivedOn,
    status,
    decision,
    answer,
    answeredOn: dayOf(answeredAt),
    appealUntil: status === 'answered' && dueAt !== null && tx.now < dueAt ? localDateOf(dueAt - 1) : null,
    reconsideration,
    reconsiderationText,
    closedOn: dayOf(closedAt),
  };
}
