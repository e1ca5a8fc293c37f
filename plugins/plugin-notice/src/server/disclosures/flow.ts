import { badInput, conflict, forbidden, localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import type { ReviewVerdict } from '../../common/api';
import { journal } from '../journal';
import type { Who } from '../rights';
import { tables, type DisclosureRecord, type NoticeRecord } from '../store';
import { digestOfContent } from './content';
import { keepDaysAt } from './keep';
import { assertStatus, heldDisclosure, isSupervisor } from './locked';
import { noticeDraftsOf } from './ports';
import { mayStaffAt, mayWaiveAt } from './reach';
import { strictnessAt } from './strictness-at';

/**
 * Staff of the place and above it have the notice drafted, or present one again that the supervision committee has returned. A notice
 * that was cancelled or taken down is replaced by a new one.
 */
export async function draftDisclosure(tx: Tx, who: Who, id: string): Promise<{ noticeId: string }> {
  const { row, chain, reach } = await heldDisclosure(tx, who, id);
  if (!mayStaffAt(reach, chain)) throw forbidden('disclosure.mayNotDraft');
  assertStatus(row, 'due', 'drafted', 'reviewed');
  const notice = await noticeOf(tx, row);
  const isUsable = notice !== undefined && notice.status !== 'cancelled' && notice.status !== 'withdrawn';
  if (isUsable && row.status !== 'due') throw conflict('disclosure.isDrafted');
  const noticeId = isUsable ? notice.id : await newNotice(tx, who, row);
  const { actor } = who;
  const drafted = { draftedAt: tx.now, draftedById: actor.userId, draftedByName: actor.name };
  await tables.disclosures.update(tx, { id }, { status: 'drafted', noticeId, ...drafted, reviewedDigest: null });
  await journal.append(tx, id, actor, [{ kind: isUsable ? 'disclosure.presented' : 'disclosure.drafted', data: { noticeId } }]);
  return { noticeId };
}

async function newNotice(tx: Tx, who: Who, row: DisclosureRecord): Promise<string> {
  const [duty] = await tables.duties.select(tx, { id: row.dutyId });
  const { keepDays } = await strictnessAt(tx, row);
  const title = [duty?.title ?? '', row.matter ?? row.period].join(' · ');
  const periodDays = await keepDaysAt(tx, keepDays, row.placeId);
  return noticeDraftsOf(tx.db).create(tx, {
    who,
    kindKey: 'disclosure',
    placeId: row.placeId,
    title,
    matter: row.id,
    periodDays,
  });
}

export interface Review {
  readonly verdict: ReviewVerdict;
  readonly opinion: string;
}

/**
 * The supervision committee of the place reviews what was drafted: never whoever drafted it. A negative opinion needs a reason and returns
 * it. The text is remembered as it was reviewed.
 */
export async function reviewDisclosure(tx: Tx, who: Who, id: string, { verdict, opinion }: Review): Promise<void> {
  const { row, reach } = await heldDisclosure(tx, who, id);
  if (!(await isSupervisor(tx, reach, row))) throw forbidden('disclosure.mayNotReview');
  assertStatus(row, 'drafted');
  const notice = await noticeOf(tx, row);
  const { actor } = who;
  if (row.draftedById === actor.userId || notice?.createdById === actor.userId) throw forbidden('disclosure.ownDraft');
  if (!notice || notice.status === 'cancelled') throw conflict('disclosure.noticeGone');
  if (verdict === 'returned' && opinion.trim() === '') throw badInput('disclosure.reasonMissing');
  const reviewedDigest = verdict === 'agreed' ? digestOfContent(notice) : null;
  const reviewed = { reviewedAt: tx.now, reviewedById: actor.userId, reviewedByName: actor.name };
  const said = { reviewVerdict: verdict, reviewOpinion: opinion, reviewedDigest };
  const status = verdict === 'agreed' ? 'reviewed' : 'due';
  await tables.disclosures.update(tx, { id }, { status, ...reviewed, ...said });
  await journal.append(tx, id, actor, [{ kind: 'disclosure.reviewed', data: { verdict, noticeId: notice.id } }]);
}

/** Who works above the place, or an administrator, lets one disclosure go, with a reason; what is published stays published. */
export async function waiveDisclosure(tx: Tx, who: Who, id: string, reason: string): Promise<void> {
  const { row, chain, reach } = await heldDisclosure(tx, who, id);
  if (!mayWaiveAt(reach, chain)) throw forbidden('disclosure.mayNotWaive');
  assertStatus(row, 'due', 'drafted', 'reviewed');
  if (reason.trim() === '') throw badInput('disclosure.reasonMissing');
  const { actor } = who;
  const waived = { waivedReason: reason, waivedById: actor.userId, waivedByName: actor.name };
  await tables.disclosures.update(tx, { id }, { status: 'waived', ...waived });
  await journal.append(tx, id, actor, [{ kind: 'disclosure.waived', data: { on: localDateOf(tx.now) } }]);
}

export const noticeOf = (tx: Tx, { noticeId }: DisclosureRecord): Promise<NoticeRecord | undefined> =>
  noticeId === null ? Promise.resolve(undefined) : tables.notices.find(tx, { id: noticeId });
