import { calendarFor, queueJobs, type Tx } from '@wuxin/plugin-bpmn';
import { addDeadline, localDate } from '@wuxin/workday';
import type { ObjectionRecord } from '../store';

export const DUE = 'notice.objectionDue';
export const ERASE = 'notice.objectionErase';

/** The first moment that is too late, so many working days after a day. */
export async function workingDaysAfter(
  tx: Tx,
  { placeId }: Pick<ObjectionRecord, 'placeId'>,
  { day, amount }: { readonly day: string; readonly amount: number },
): Promise<number> {
  const calendar = await calendarFor(tx, placeId);
  return addDeadline(localDate(day), { unit: 'workingDays', amount }, calendar).dueAt;
}

/** What happens by itself when an objection waits until then. */
export const queueDue = (tx: Tx, objectionId: string, dueAt: number): Promise<void> =>
  queueJobs(tx, [{ kind: DUE, payload: { objectionId, dueAt }, dueAt, idempotencyKey: `${DUE}:${objectionId}:${dueAt}` }]);

export const queueErasure = (tx: Tx, objectionId: string, dueAt: number): Promise<void> =>
  queueJobs(tx, [{ kind: ERASE, payload: { objectionId }, dueAt, idempotencyKey: `${ERASE}:${objectionId}` }]);
