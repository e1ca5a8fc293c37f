import type { Database } from '@nocobase/database';
import { z } from 'zod';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';
import type { JobHandler } from './handlers';

const Payload = z.object({ attachmentId: z.number() });

/** Removes a file that nobody submitted from NocoBase's storage, once this transaction is committed. */
export async function queueDiscard(tx: Tx, instanceId: string, attachmentId: number): Promise<void> {
  await tables.jobs.insert(tx, [
    {
      id: engineOf(tx.db).newId(),
      kind: 'discardFile',
      instanceId,
      tokenId: null,
      taskId: null,
      payload: { attachmentId },
      status: 'ready',
      dueAt: tx.now,
      attempts: 0,
      maxAttempts: 5,
      leaseOwner: null,
      leasedUntil: null,
      idempotencyKey: `discardFile:${attachmentId}`,
      lastError: null,
      createdAt: tx.now,
    },
  ]);
}

/** NocoBase's storage removes the file with its row; a row that is gone already is no error. */
export const fileJobs = (db: Database): Readonly<Record<string, JobHandler>> => ({
  discardFile: {
    kind: 'outside',
    run: async (job) => {
      const { attachmentId } = Payload.parse(job.payload);
      await db.getRepository('attachments').destroy({ filterByTk: attachmentId });
    },
  },
});
