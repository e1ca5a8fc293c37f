import type { Database } from '@nocobase/database';
import { textOf, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import { noticeDraftsOf, type NoticeAsked } from '../disclosures';
import {
  blocksWithin,
  createNotice,
  dropNotice,
  mustBeKind,
  noticeSettled,
  numbersAt,
  objectionsOf,
  reopenNotice,
  withdrawForCorrection,
} from '../notices';
import {
  affectedStepsOf,
  noticeCorrections,
  noticeReopenings,
  noticeSettled as objectionsSettled,
  objectionsTo,
  type NoticeCorrection,
} from '../objections';
import { announcementsOf, type AskedAnnouncement, type AskedFeedback } from '../opinions';
import { tables } from '../store';
import { affectedStepOf } from './affected-step';

/** What notices, objections, opinions and the calendar do for each other. Each knows only its own port. */
export function connectAreas(db: Database): void {
  noticeDraftsOf(db).register(draftDisclosureNotice);
  objectionsOf(db).register(objectionsTo);
  affectedStepsOf(db).register(async (_, { affectedSteps }) => (affectedSteps ?? []).map(affectedStepOf));
  noticeCorrections(db).register(withdrawBecauseOf);
  noticeReopenings(db).register(reopenNotice);
  objectionsSettled(db).register(endWhenOver);
  announcementsOf(db).register({ draft: draftAnnouncement, draftFeedback, takeDown: dropNotice });
}

/** Empty as yet; whoever drafts it names who approves and posts it. */
async function draftDisclosureNotice(tx: Tx, { who, ...asked }: NoticeAsked): Promise<string> {
  const staff = [{ userId: who.actor.userId, post: 'drafter' as const }];
  return (await createNotice(tx, who.actor, { ...asked, body: [], staff })).id;
}

/** A second objection to a notice that was withdrawn for the first one has nothing left to withdraw. */
async function withdrawBecauseOf(tx: Tx, { noticeId, decision, affectedStep, by }: NoticeCorrection): Promise<void> {
  const notice = await tables.notices.find(tx, { id: noticeId });
  if (notice?.status !== 'posting' && notice?.status !== 'running') return;
  const reason = textOf('zh-CN', `notice.withdrawn.${decision}`);
  await withdrawForCorrection(tx, by, { noticeId, reason, affectedStep, isUpheld: decision === 'upheld' });
}

const endWhenOver = (tx: Tx, { noticeId, by }: { readonly noticeId: string; readonly by: ActorOrSystem }): Promise<void> =>
  noticeSettled(tx, noticeId, by);

async function draftAnnouncement(tx: Tx, { text, by, atLeastDays, ...asked }: AskedAnnouncement): Promise<string> {
  const kindKey = 'announcement';
  const body = [{ kind: 'paragraph' as const, text }];
  const { minimum } = await numbersAt(tx, await mustBeKind(tx, kindKey), asked.placeId);
  const periodDays = Math.max(atLeastDays, minimum?.days ?? 0);
  return (await createNotice(tx, by, { ...asked, kindKey, body, periodDays })).id;
}

/** However much there is to say, the collection ends; what is left out can be read at the office. */
async function draftFeedback(tx: Tx, { text, by, ...asked }: AskedFeedback): Promise<string> {
  const body = blocksWithin(text, textOf('zh-CN', 'opinion.feedback.more'));
  return (await createNotice(tx, by, { ...asked, kindKey: 'announcement', takesObjections: false, body })).id;
}
