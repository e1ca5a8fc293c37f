import { badInput } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type TaskFileRecord } from '../store';
import { keyOfDiscard } from './discard-file';
import { queueLookAfter } from './unused';

/** A file that somebody has sent and not submitted yet. */
export async function noteUpload(
  tx: Tx,
  upload: Pick<TaskFileRecord, 'instanceId' | 'attachmentId' | 'uploadedById' | 'uploadedByName'>,
): Promise<void> {
  await tables.files.insert(tx, [{ ...upload, taskId: null, uploadedAt: tx.now, submittedAt: null }]);
  await queueLookAfter(tx, tx.now);
}

/**
 * Files are submitted in a field of a form: they are kept from now on, whatever becomes of the record. Files that no upload is noted of
 * are none of ours. @throws bad input `task.unknownFile` for one that is being discarded
 */
export async function noteSubmitted(tx: Tx, attachmentIds: readonly number[]): Promise<void> {
  if (attachmentIds.length === 0) return;
  await tables.files.update(tx, { attachmentId: [...attachmentIds], submittedAt: null }, { submittedAt: tx.now });
  const discarded = await tables.jobs.count(tx, { idempotencyKey: attachmentIds.map(keyOfDiscard) });
  if (discarded > 0) throw badInput('task.unknownFile');
}
