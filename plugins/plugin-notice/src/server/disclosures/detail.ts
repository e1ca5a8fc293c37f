import { localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import type { DisclosureDetail } from '../../common/api';
import type { Who } from '../rights';
import type { DisclosureRecord, NoticeRecord } from '../store';
import { noticeOf } from './flow';
import { keepDaysAt } from './keep';
import { heldDisclosure, isSupervisor, type Held } from './locked';
import { mayStaffAt, mayWaiveAt } from './reach';
import { viewRows } from './rows';
import { strictnessAt } from './strictness-at';

/** One disclosure with its review, and what the reader may do. */
export async function disclosureDetail(tx: Tx, who: Who, id: string): Promise<DisclosureDetail> {
  const held = await heldDisclosure(tx, who, id, { isLocked: false });
  const { row } = held;
  const [view] = await viewRows(tx, [row], localDateOf(tx.now));
  if (!view) throw new Error('one row has one view');
  const notice = await noticeOf(tx, row);
  const { keepDays } = await strictnessAt(tx, row);
  return {
    ...view,
    notice: notice ? { id: notice.id, number: notice.number, title: notice.title, status: notice.status } : null,
    keepDays: await keepDaysAt(tx, keepDays, row.placeId),
    draftedByName: row.draftedByName,
    draftedAt: row.draftedAt,
    review: reviewOf(row),
    isAsReviewed: row.isAsReviewed,
    keepUntilOn: row.keepUntilOn,
    waived: row.waivedReason === null ? null : { reason: row.waivedReason, byName: row.waivedByName ?? '' },
    archivedAt: row.archivedAt,
    archiveHash: row.archiveHash,
    may: await mayNow(tx, held, notice),
  };
}

function reviewOf({ reviewVerdict, reviewOpinion, reviewedByName, reviewedAt }: DisclosureRecord): DisclosureDetail['review'] {
  if (reviewVerdict === null || reviewedAt === null) return null;
  return { verdict: reviewVerdict, opinion: reviewOpinion ?? '', byName: reviewedByName ?? '', at: reviewedAt };
}

async function mayNow(tx: Tx, { row, chain, reach }: Held, notice: NoticeRecord | undefined): Promise<DisclosureDetail['may']> {
  const isOpen = row.status === 'due' || row.status === 'drafted' || row.status === 'reviewed';
  const isGone = notice === undefined || notice.status === 'cancelled' || notice.status === 'withdrawn';
  const { userId } = reach.who.actor;
  const isOwn = row.draftedById === userId || notice?.createdById === userId;
  const isReviewable = row.status === 'drafted' && !isGone && !isOwn;
  return [
    ...(isOpen && (row.status === 'due' || isGone) && mayStaffAt(reach, chain) ? (['draft'] as const) : []),
    ...(isReviewable && (await isSupervisor(tx, reach, row)) ? (['review'] as const) : []),
    ...(isOpen && mayWaiveAt(reach, chain) ? (['waive'] as const) : []),
  ];
}
