import { badInput, forbidden, type Tx } from '@wuxin/plugin-bpmn';
import type { BeginCollectionBody } from '../../common/api';
import type { Who } from '../rights';
import { insertCollection, titleIn } from './collections';
import { announcementsOf } from './ports';

/**
 * Whoever drafts notices asks people for their opinions: the announcement is drafted, and takes the way of every notice. The days begin when it is
 * published.
 *
 * @throws forbidden `notice.mayNotDraft`; bad input `opinion.title`, `opinion.textMissing`, `opinion.deciderMissing`, and what drafting throws
 */
export async function beginCollection(tx: Tx, who: Who, body: BeginCollectionBody): Promise<{ id: string; noticeId: string }> {
  if (!who.mayDraft) throw forbidden('notice.mayNotDraft');
  const { placeId, days } = body;
  const { userId } = who.actor;
  const title = titleIn(body.title);
  const text = body.text.trim();
  if (text === '') throw badInput('opinion.textMissing');
  if (!body.staff.some(({ post }) => post === 'decider')) throw badInput('opinion.deciderMissing');
  // whoever begins it sees it again, and is not who approves it
  const isDrafter = body.staff.some((one) => one.userId === userId && one.post === 'drafter');
  const staff = isDrafter ? body.staff : [...body.staff, { userId, post: 'drafter' as const }];
  const asked = { title, text, placeId, staff, instanceId: null, atLeastDays: days, by: who.actor };
  const noticeId = await announcementsOf(tx.db).draft(tx, asked);
  const head = { noticeId, placeId, title, opensOn: null, closesOn: null, days };
  return { id: await insertCollection(tx, who.actor, { ...head, instanceId: null, tokenId: null }), noticeId };
}
