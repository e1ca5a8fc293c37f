import { jobHandlersOf, localDateOf, SYSTEM, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { Database } from '@nocobase/database';
import { addDays, endOfDay, localDate } from '@wuxin/workday';
import { z } from 'zod';
import { changeNotice, type LockedNotice } from '../acts';
import { tellWall } from '../publication';
import type { NoticeRecord } from '../store';
import { noticeEnded } from './ended';
import { objectionsOf } from './objections';
import { KEEP_JOB, PERIOD_JOB, queueKeep } from '../period';

const About = z.object({ noticeId: z.string() });

/** At midnight after the last day; and from the objections, when the last one is closed: see {@link noticeSettled}. */
export function registerPeriodJobs(db: Database): void {
  const handlers = jobHandlersOf(db);
  handlers.set(PERIOD_JOB, {
    kind: 'inTransaction',
    run: (tx, job) => noticeSettled(tx, About.parse(job.payload).noticeId),
  });
  handlers.set(KEEP_JOB, { kind: 'inTransaction', run: (tx, job) => keepOver(tx, About.parse(job.payload).noticeId) });
}

/**
 * Part of a command after which a notice may have ended: ends it when its period is over and no objection is open, and tells whoever waits for it.
 * Otherwise nothing happens.
 */
export async function noticeSettled(tx: Tx, noticeId: string, by: ActorOrSystem = SYSTEM): Promise<void> {
  await changeNotice(tx, by, noticeId, async (locked) => {
    const { status, endsOn } = locked.notice;
    if (status !== 'running' || endsOn === null || tx.now < endOfDay(localDate(endsOn))) return;
    const { total, open, rejected } = await objectionsOf(tx.db).to(tx, noticeId);
    // nobody may object any more, while those who did have their answer
    if (open > 0) return tellWall(tx, locked.notice, 'over');
    await end(tx, locked, { by, outcome: rejected > 0 ? 'rejected' : 'undisputed', objections: total });
  });
}

/**
 * Part of a command by which an objection on paper is entered that was handed in before this notice ended: it is open again until that is closed, and
 * ends anew or is withdrawn. A case that went on meanwhile does not come back by itself: the notice waits for it no more.
 *
 * @returns whether a case went on with the notice
 */
export async function reopenNotice(tx: Tx, noticeId: string, by: ActorOrSystem): Promise<{ caseWentOn: boolean }> {
  return changeNotice(tx, by, noticeId, async (locked) => {
    const { status, tokenId, instanceId } = locked.notice;
    if (status !== 'ended') return { caseWentOn: instanceId !== null && tokenId === null };
    locked.change({ status: 'running', endedAt: null, outcome: null, tokenId: null });
    locked.note('reopened');
    await tellWall(tx, locked.notice, 'reopened');
    return { caseWentOn: tokenId !== null };
  });
}

async function end(
  tx: Tx,
  locked: LockedNotice,
  { by, outcome, objections }: { by: ActorOrSystem; outcome: 'rejected' | 'undisputed'; objections: number },
): Promise<void> {
  locked.change({ status: 'ended', endedAt: tx.now, outcome, knownNames: null, keepUntilOn: keptUntil(locked.notice, tx.now) });
  locked.note('ended', { outcome, objections });
  await queueKeep(tx, locked.notice);
  await tellWall(tx, locked.notice);
  await noticeEnded(tx.db).tell(tx, { notice: locked.notice, affectedStep: null, by });
}

/** One that ended late, after its last objection, stays readable as long as any other. */
function keptUntil({ endsOn, keepUntilOn, keepDays }: NoticeRecord, now: number): string | null {
  const today = localDateOf(now);
  const isLate = endsOn !== null && today > addDays(localDate(endsOn), 1);
  return isLate ? addDays(localDate(today), keepDays) : keepUntilOn;
}

/** Gone from the wall; the notice itself stays here. */
async function keepOver(tx: Tx, noticeId: string): Promise<void> {
  await changeNotice(tx, SYSTEM, noticeId, async (locked) => {
    const { status, takenDownAt, keepUntilOn } = locked.notice;
    if (status !== 'ended' || takenDownAt !== null) return;
    // it was open again meanwhile, and is kept for longer
    if (keepUntilOn !== null && localDateOf(tx.now) <= keepUntilOn) return;
    locked.change({ takenDownAt: tx.now });
    locked.note('expired');
    await tellWall(tx, locked.notice);
  });
}
