import type { Instant } from '@wuxin/bpmn-core';
import type { JobHandler } from '../jobs';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { tables, type TaskFileRecord } from '../store';
import { queueDiscards } from './discard-file';
import { uploadsInDrafts } from './drafts-with-uploads';
import { filesInRows } from './rows-with-files';
import { waitingUploads } from './store';

const DAY_MS = 24 * 60 * 60 * 1000;
/**
 * How long an upload waits to be submitted. Longer than any step may take that has a deadline, so that nobody loses what they
 * prepared; what is personal should not lie about for longer than it is needed.
 */
export const KEPT_MS = 30 * DAY_MS;

/** Files that were taken in on one day are looked at together, once the last of them has waited long enough. */
export function queueLookAfter(tx: Tx, uploadedAt: Instant): Promise<void> {
  return queueLook(tx, endOfDay(uploadedAt + KEPT_MS));
}

const endOfDay = (instant: Instant): Instant => (Math.floor(instant / DAY_MS) + 1) * DAY_MS;

async function queueLook(tx: Tx, dueAt: Instant): Promise<void> {
  const free = { instanceId: null, tokenId: null, taskId: null, leaseOwner: null, leasedUntil: null, lastError: null };
  const idempotencyKey = `discardUnusedUploads:${dueAt}`;
  const fresh = { status: 'ready', attempts: 0, maxAttempts: 8, createdAt: tx.now } as const;
  const id = engineOf(tx.db).newId();
  await tables.jobs.insertNew(tx, [{ id, kind: 'discardUnusedUploads', payload: {}, dueAt, idempotencyKey, ...fresh, ...free }]);
}

/**
 * Discards uploads that have waited for {@link KEPT_MS} and that no submission, no draft and no row of any collection has. Those in a
 * row count as submitted from then on; those in a draft are looked at again the next day.
 */
export async function discardUnusedUploads(tx: Tx): Promise<void> {
  let areInDrafts = false;
  for (let after = 0; ; ) {
    const uploads = await waitingUploads(tx, { until: tx.now - KEPT_MS, after });
    const last = uploads.at(-1);
    if (!last) break;
    const ids = uploads.map(({ attachmentId }) => attachmentId);
    const inRows = await filesInRows(tx, ids);
    if (inRows.size > 0) await tables.files.update(tx, { attachmentId: [...inRows] }, { submittedAt: tx.now });
    const others = uploads.filter(({ attachmentId }) => !inRows.has(attachmentId));
    const inDrafts = await uploadsInDrafts(tx, others);
    await discard(
      tx,
      others.filter(({ attachmentId }) => !inDrafts.has(attachmentId)),
    );
    areInDrafts ||= inDrafts.size > 0;
    after = last.attachmentId;
  }
  if (areInDrafts) await queueLook(tx, endOfDay(tx.now));
}

async function discard(tx: Tx, uploads: readonly TaskFileRecord[]): Promise<void> {
  if (uploads.length === 0) return;
  await tables.files.delete(tx, { attachmentId: uploads.map(({ attachmentId }) => attachmentId), submittedAt: null });
  await queueDiscards(tx, uploads);
}

export const unusedUploadsJob: JobHandler = { kind: 'inTransaction', run: discardUnusedUploads };
