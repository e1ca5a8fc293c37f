import { conflict, forbidden, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticePost } from '../../common/api';
import { act, type LockedNotice } from '../acts';
import { assertChecked } from '../check';
import type { Who } from '../rights';
import { tables } from '../store';
import { hasText } from './content';
import { mustBeKind, numbersAt, periodDaysOf } from './numbers';
import { reasonIn } from './reason';

/** What makes somebody an author, by the kinds of the journal. */
const WRITING = ['created', 'updated', 'fileAdded', 'fileRemoved', 'checked', 'submitted'] as const;

/** To the approver. What the parameters say now holds, whatever it was when it was drafted. */
export function submitNotice(tx: Tx, who: Who, id: string): Promise<void> {
  return act(tx, who, ['noticeNotices:submit', id], async (locked) => {
    const { notice } = locked;
    if (!hasText(notice.body)) throw conflict('notice.bodyMissing');
    await assertPosts(locked);
    const numbers = await numbersAt(tx, await mustBeKind(tx, notice.kindKey), notice.placeId);
    periodDaysOf(numbers, notice.periodDays);
    const digest = await assertChecked(tx, notice);
    const { keepDays, boardProof } = numbers;
    locked.change({ status: 'submitted', submittedAt: tx.now, keepDays, boardProof });
    locked.note('submitted', { digest });
  });
}

export function returnNotice(tx: Tx, who: Who, id: string, reason: string): Promise<void> {
  return act(tx, who, ['noticeNotices:return', id], async (locked) => {
    const said = reasonIn(reason);
    const noApproval = { approvedAt: null, approvedById: null, approvedByName: null };
    locked.change({ status: 'draft', submittedAt: null, ...noApproval });
    locked.note('returned', { reason: said });
  });
}

/** By somebody who neither drafted the text nor checked it. @throws forbidden `notice.ownText` */
export function approveNotice(tx: Tx, who: Who, id: string): Promise<void> {
  return act(tx, who, ['noticeNotices:approve', id], async (locked) => {
    const { notice } = locked;
    const { userId, name } = who.actor;
    const isDrafter = (await locked.postsOf(userId)).includes('drafter');
    if (isDrafter || (await hasWritten(tx, id, userId))) throw forbidden('notice.ownText');
    const digest = await assertChecked(tx, notice);
    locked.change({ status: 'approved', approvedAt: tx.now, approvedById: userId, approvedByName: name });
    locked.note('approved', { digest });
  });
}

/** Whoever has given away the post of the drafter has written it all the same. */
const hasWritten = async (tx: Tx, subjectId: string, actorId: number): Promise<boolean> =>
  (await tables.journal.count(tx, { subjectId, actorId, kind: [...WRITING] })) > 0;

/** Before it is published. One that a case waits for ends with the case. */
export function cancelNotice(tx: Tx, who: Who, id: string, reason: string): Promise<void> {
  return act(tx, who, ['noticeNotices:cancel', id], async (locked) => {
    if (locked.notice.tokenId !== null) throw conflict('notice.caseWaits');
    locked.note('cancelled', { reason: reasonIn(reason) });
    locked.change({ status: 'cancelled', endedAt: tx.now, knownNames: null });
  });
}

/** @throws conflict `notice.postVacant`, which names the post */
async function assertPosts(locked: LockedNotice): Promise<void> {
  const { notice } = locked;
  const staff = await locked.staff();
  const drafters = new Set(staff.flatMap(({ post, userId }) => (post === 'drafter' ? [userId] : [])));
  const holds = (post: NoticePost) =>
    staff.some((one) => one.post === post && (post !== 'approver' || !drafters.has(one.userId)));
  const needed: NoticePost[] = ['approver', 'poster', ...(notice.takesObjections ? (['decider'] as const) : [])];
  const vacant = needed.filter((post) => !holds(post));
  if (vacant.length > 0) throw conflict('notice.postVacant', { posts: vacant });
}
