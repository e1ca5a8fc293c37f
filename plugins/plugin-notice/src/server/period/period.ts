import { addDays, addDeadline, endOfDay, localDate, WorkdayError } from '@wuxin/workday';
import { calendarFor, conflict, localDateOf, queueJobs, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticeRecord } from '../store';

export const PERIOD_JOB = 'notice.periodOver';
export const KEEP_JOB = 'notice.keepOver';

/**
 * The last day of a period that starts with a day; that day is not counted.
 *
 * @throws conflict `notice.calendarMissing`: working days of a year whose calendar is not there yet
 */
export async function endOfPeriod(
  tx: Tx,
  { periodDays, periodUnit, placeId }: Pick<NoticeRecord, 'periodDays' | 'periodUnit' | 'placeId'>,
  startsOn: string,
): Promise<string> {
  if (periodUnit === 'calendarDays') return addDays(localDate(startsOn), periodDays);
  const calendar = await calendarFor(tx, placeId);
  try {
    const due = addDeadline(localDate(startsOn), { unit: 'workingDays', amount: periodDays }, calendar);
    if (due.isProvisional) throw conflict('notice.calendarMissing', { coveredUntil: due.coveredUntil });
    return due.dueOn;
  } catch (error) {
    if (error instanceof WorkdayError) throw conflict('notice.calendarMissing', { coveredUntil: calendar.coveredUntil });
    throw error;
  }
}

/** Begins with the last required publication; the job comes at the midnight after its last day. */
export async function periodFrom(
  tx: Tx,
  notice: NoticeRecord,
  postedOn: readonly string[],
): Promise<Pick<NoticeRecord, 'status' | 'startsOn' | 'endsOn' | 'keepUntilOn'>> {
  const startsOn = [localDateOf(notice.publishedAt ?? tx.now), ...postedOn].toSorted().at(-1) ?? localDateOf(tx.now);
  const endsOn = await endOfPeriod(tx, notice, startsOn);
  await queueJobs(tx, [
    {
      kind: PERIOD_JOB,
      payload: { noticeId: notice.id },
      dueAt: endOfDay(localDate(endsOn)),
      idempotencyKey: `${PERIOD_JOB}:${notice.id}`,
    },
  ]);
  return { status: 'running', startsOn, endsOn, keepUntilOn: addDays(localDate(endsOn), notice.keepDays) };
}

/** Readable for some time after it ended. */
export async function queueKeep(tx: Tx, { id, keepUntilOn }: Pick<NoticeRecord, 'id' | 'keepUntilOn'>): Promise<void> {
  if (keepUntilOn === null) return;
  await queueJobs(tx, [
    {
      kind: KEEP_JOB,
      payload: { noticeId: id },
      dueAt: endOfDay(localDate(keepUntilOn)),
      idempotencyKey: `${KEEP_JOB}:${id}:${keepUntilOn}`,
    },
  ]);
}
