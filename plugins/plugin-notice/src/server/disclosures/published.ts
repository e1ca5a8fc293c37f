import { localDateOf, type Tx } from '@wuxin/plugin-bpmn';
import { journal } from '../journal';
import { tables, type DisclosureRecord, type NoticeRecord } from '../store';
import { archiveHashOf, digestOfContent } from './content';
import { keepDaysAt } from './keep';
import { addDays, daysBetween } from './periods';
import { lockKeptUntilBefore } from './store';
import { strictnessAt } from './strictness-at';

/** Rows that one run archives. */
const BATCH = 200;

export interface Published {
  readonly noticeId: string;
  readonly publishedOn: string;
}

/** For the core of notices, before it publishes: may the linked notice go out? Null: nothing is against it, or it is no disclosure. */
export async function disclosureBlocks(tx: Tx, noticeId: string): Promise<'notReviewed' | 'changedSinceReview' | null> {
  const row = await rowOf(tx, noticeId);
  if (!row || row.status === 'published' || row.status === 'archived' || row.status === 'waived') return null;
  if (row.status !== 'reviewed') return 'notReviewed';
  const notice = await tables.notices.find(tx, { id: noticeId });
  return notice && digestOfContent(notice) === row.reviewedDigest ? null : 'changedSinceReview';
}

/**
 * For the core of notices, when a notice is published: fulfils the disclosure that it belongs to; of a notice that stands for an earlier
 * one (`previousId`), the disclosure of that. What is published late, without a review or with another text than the reviewed one is told as that.
 */
export async function disclosurePublished(tx: Tx, { noticeId, publishedOn }: Published): Promise<void> {
  const notice = await tables.notices.find(tx, { id: noticeId });
  if (!notice) return;
  const row = (await rowOf(tx, noticeId)) ?? (notice.previousId === null ? undefined : await rowOf(tx, notice.previousId));
  if (!row || row.status === 'archived') return;
  const firstOn = row.publishedOn ?? publishedOn;
  const { keepDays } = await strictnessAt(tx, row);
  const keepUntilOn = addDays(publishedOn, await keepDaysAt(tx, keepDays, row.placeId));
  const lateDays = Math.max(0, daysBetween(row.dueOn, firstOn));
  const isAsReviewed = row.reviewVerdict === 'agreed' && row.reviewedDigest === digestOfContent(notice);
  const archiveHash = hashOf(row, notice, firstOn);
  const fulfilled = {
    status: 'published',
    noticeId,
    publishedOn: firstOn,
    lateDays,
    isAsReviewed,
    keepUntilOn,
    archiveHash,
  } as const;
  await tables.disclosures.update(tx, { id: row.id }, fulfilled);
  const kind = row.publishedOn === null ? 'disclosure.published' : 'disclosure.republished';
  await journal.append(tx, row.id, null, [{ kind, data: { noticeId, publishedOn, lateDays, isAsReviewed, archiveHash } }]);
}

/**
 * For the core of notices, when a notice is taken down by mistake before its time: it is owed again, and its day stays. With a corrected
 * notice that stands for it, {@link disclosurePublished} is enough.
 */
export async function disclosureTakenDown(tx: Tx, noticeId: string): Promise<void> {
  const row = await rowOf(tx, noticeId);
  if (row?.status !== 'published') return;
  const undone = { publishedOn: null, lateDays: null, isAsReviewed: null, keepUntilOn: null, archiveHash: null };
  await tables.disclosures.update(tx, { id: row.id }, { status: 'due', ...undone, reviewVerdict: null, reviewedDigest: null });
  await journal.append(tx, row.id, null, [{ kind: 'disclosure.takenDown', data: { noticeId } }]);
}

/** What has been kept long enough goes into the archive, hash and all. @returns whether more is left */
export async function archiveKept(tx: Tx): Promise<boolean> {
  const rows = await lockKeptUntilBefore(tx, localDateOf(tx.now), BATCH);
  if (rows.length === 0) return false;
  await tables.disclosures.update(tx, { id: rows.map(({ id }) => id) }, { status: 'archived', archivedAt: tx.now });
  for (const { id, archiveHash } of rows)
    await journal.append(tx, id, null, [{ kind: 'disclosure.archived', data: { archiveHash } }]);
  return rows.length === BATCH;
}

const rowOf = (tx: Tx, noticeId: string): Promise<DisclosureRecord | undefined> =>
  tables.disclosures.find(tx, { noticeId }, { forUpdate: true });

function hashOf(row: DisclosureRecord, { id, title, body, contentHash }: NoticeRecord, publishedOn: string): string {
  const { placeId, period, dueOn, reviewVerdict, reviewOpinion, reviewedById, reviewedAt } = row;
  const review =
    reviewVerdict === null ? null : { verdict: reviewVerdict, opinion: reviewOpinion, byId: reviewedById, at: reviewedAt };
  return archiveHashOf({ noticeId: id, title, body, contentHash, placeId, period, dueOn, publishedOn, review });
}
