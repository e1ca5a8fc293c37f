import type { Database } from '@nocobase/database';
import { z } from 'zod';
import type { JobHandler } from '../jobs';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import { filesInRows } from './rows-with-files';

const Payload = z.object({ attachmentId: z.number() });

export const keyOfDiscard = (attachmentId: number): string => `discardFile:${attachmentId}`;

interface Discarded {
  /** Null: it was in a field of a form, and no case knew of it. */
  readonly instanceId: string | null;
  readonly attachmentId: number;
}

/** Removes files that nobody submitted from NocoBase's storage, once this transaction is committed. */
export async function queueDiscards(tx: Tx, files: readonly Discarded[]): Promise<void> {
  const fresh = { status: 'ready', dueAt: tx.now, attempts: 0, maxAttempts: 5, createdAt: tx.now } as const;
  const free = { tokenId: null, taskId: null, leaseOwner: null, leasedUntil: null, lastError: null };
  await tables.jobs.insertNew(
    tx,
    files.map(({ instanceId, attachmentId }) => ({
      id: engineOf(tx.db).newId(),
      kind: 'discardFile',
      instanceId,
      payload: { attachmentId },
      idempotencyKey: keyOfDiscard(attachmentId),
      ...fresh,
      ...free,
    })),
  );
}

/**
 * NocoBase's storage removes the file with its row; a row that is gone already is no error. What somebody has put into a record
 * meanwhile stays.
 */
export const discardFileJob = (db: Database): JobHandler => ({
  kind: 'outside',
  run: async (job) => {
    const { attachmentId } = Payload.parse(job.payload);
    if ((await filesInRows({ db }, [attachmentId])).has(attachmentId)) return;
    await db.getRepository('attachments').destroy({ filterByTk: attachmentId });
  },
});
