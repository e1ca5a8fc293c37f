import { type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticeOutcome, ObjectionsSummary } from '../../common/api';
import { tables, type ObjectionRecord } from '../store';
import { queueErasure } from './due';
import type { LockedObjection } from './locked-objection';
import { numbersAt } from './parameters';
import { noticeCorrections, noticeSettled } from './ports';
import { openObjections } from './store';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the objections to a notice come to. A text that was corrected stands no more, as one that an objection was right about. */
export async function outcomeOf(tx: Tx, noticeId: string): Promise<NoticeOutcome> {
  const rows = await tables.objections.countBy(tx, ['decision', 'reconsideration'], { noticeId });
  if (rows.length === 0) return 'undisputed';
  return rows.some(stands) ? 'upheld' : 'rejected';
}

/** How the objections to a notice stand, for whoever keeps notices. */
export async function objectionsTo(tx: Tx, noticeId: string): Promise<ObjectionsSummary> {
  const rows = await tables.objections.countBy(tx, ['decision', 'reconsideration'], { noticeId });
  const sum = (some: typeof rows) => some.reduce((total, { count }) => total + count, 0);
  const isRejected = (row: (typeof rows)[number]) => row.decision === 'rejected' && !stands(row);
  return {
    total: sum(rows),
    open: await openObjections(tx, noticeId),
    rejected: sum(rows.filter(isRejected)),
    upheld: sum(rows.filter(stands)),
  };
}

const stands = ({ decision, reconsideration }: Pick<ObjectionRecord, 'decision' | 'reconsideration'>): boolean =>
  reconsideration === 'upheld' || decision === 'upheld' || decision === 'corrected';

/** Ends an objection that has its answer. Whoever waits for the notice is told when it was the last one. */
export async function closeObjection(
  tx: Tx,
  locked: LockedObjection,
  by: ActorOrSystem,
  status: 'closed' | 'refused' = 'closed',
): Promise<void> {
  const { id, noticeId, placeId } = locked.objection;
  const { keepDays } = await numbersAt(tx, placeId);
  locked.change({ status, closedAt: tx.now, dueAt: null });
  locked.note(status);
  locked.afterwards((later) => queueErasure(later, id, later.now + keepDays * DAY_MS));
  locked.afterwards((later) => settle(later, noticeId, by));
}

/** An objection that stands: its notice is withdrawn before anybody is told that nothing is open any more. */
export function correctNotice(
  locked: LockedObjection,
  by: ActorOrSystem,
  given: { readonly decision: 'upheld' | 'corrected'; readonly affectedStep: string | null },
): void {
  const { id: objectionId, noticeId } = locked.objection;
  locked.afterwards((later) => noticeCorrections(later.db).ask(later, { noticeId, objectionId, ...given, by }));
}

async function settle(tx: Tx, noticeId: string, by: ActorOrSystem): Promise<void> {
  if ((await openObjections(tx, noticeId)) > 0) return;
  await noticeSettled(tx.db).tell(tx, { noticeId, outcome: await outcomeOf(tx, noticeId), by });
}
