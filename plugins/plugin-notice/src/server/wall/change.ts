import { planChange, type WallNotice, type WallOptions, type WallPart, type WallPlan, type WallSource } from '@wuxin/notice-wall';
import { engineOf, localDateOf, queueJobs, type Tx } from '@wuxin/plugin-bpmn';
import type { Database } from '@nocobase/database';
import { publicNotice } from '../publication';
import { tables, type NoticeRecord } from '../store';
import { wallNoticeOf } from './notice';
import { wallOptions } from './settings';
import { lockWall, saveWall, wallSource } from './store';

export const WRITE_JOB = 'notice.wallWrite';

/** What may be public of a notice has changed: lists and states follow now, files by a job. The same change again changes nothing. */
export const wallChanged = (db: Database, noticeId: string): Promise<void> =>
  engineOf(db).write(async (tx) => {
    const wall = await lockWall(tx);
    const notice = await tables.notices.find(tx, { id: noticeId });
    if (!notice || notice.wallToken === null) return;
    const shown = await publicNotice(tx, noticeId);
    const [options, source] = [await wallOptions(tx), wallSource(tx)];
    const plan = shown
      ? await planShown(options, source, await wallNoticeOf(tx, { notice, shown, wall }))
      : await planGone(options, source, notice, localDateOf(notice.takenDownAt ?? tx.now));
    if (!plan) return;
    await saveWall(tx, wall, plan);
    await queueParts(tx, wall.revision, plan.touched);
  });

/** The page of a notice that was corrected leads to the one that stands for it, also where it was gone meanwhile. */
async function planShown(options: WallOptions, source: WallSource, notice: WallNotice): Promise<WallPlan> {
  const before = notice.supersedes && (await source.noticeState(notice.supersedes.id));
  if (!before) return planChange(options, source, { kind: 'publish', notice });
  const noticeId = before.status === 'published' ? before.notice.id : before.summary.id;
  const plan = await planChange(options, source, { kind: 'supersede', noticeId, by: notice });
  if (before.status !== 'takenDown') return plan;
  const by = { id: notice.id, number: notice.number };
  return { ...plan, states: [{ status: 'superseded', summary: before.summary, by }, ...plan.states] };
}

/** What never hung is not taken down. */
async function planGone(
  options: WallOptions,
  source: WallSource,
  { wallToken }: NoticeRecord,
  on: string,
): Promise<WallPlan | undefined> {
  const before = wallToken === null ? null : await source.noticeState(wallToken);
  if (before?.status !== 'published') return undefined;
  return planChange(options, source, { kind: 'takeDown', noticeId: before.notice.id, on });
}

/** A part is named here and rendered when its turn comes, from what is stored then. */
const queueParts = (tx: Tx, revision: number, parts: readonly WallPart[]): Promise<void> =>
  queueJobs(tx, [
    {
      kind: WRITE_JOB,
      payload: { parts: parts.map((part) => ({ ...part })) },
      dueAt: tx.now,
      idempotencyKey: `${WRITE_JOB}:${revision}`,
    },
  ]);
