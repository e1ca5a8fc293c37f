import type { Instant, Json } from '@wuxin/bpmn-core';
import { engineOf } from '../runtime/engine';
import type { Tx } from '../runtime/tx';
import { tables } from '../store';

/** Work of another plugin, carried out once it is due by the handler that it has registered for the kind. */
export interface OwnJob {
  /** Begins with the plugin's own name: `notice.periodOver`. */
  readonly kind: string;
  /** Ids and numbers, never personal data. */
  readonly payload: Readonly<Record<string, Json>>;
  readonly dueAt: Instant;
  /** The same job is not queued twice while it waits. */
  readonly idempotencyKey: string;
}

/** It is tried again for some days when it fails; a case is not stopped by it. */
const MAX_ATTEMPTS = 20;

/** Queues work in the transaction that makes it necessary. */
export async function queueJobs(tx: Tx, jobs: readonly OwnJob[]): Promise<void> {
  const fresh = { status: 'ready', attempts: 0, maxAttempts: MAX_ATTEMPTS, createdAt: tx.now } as const;
  const free = { instanceId: null, tokenId: null, taskId: null, leaseOwner: null, leasedUntil: null, lastError: null };
  await tables.jobs.insertNew(
    tx,
    jobs.map(({ payload, ...job }) => ({ id: engineOf(tx.db).newId(), payload: { ...payload }, ...job, ...fresh, ...free })),
  );
}
