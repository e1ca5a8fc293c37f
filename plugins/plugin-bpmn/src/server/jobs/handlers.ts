import { perDatabase } from '../runtime/per-database';
import type { Tx } from '../runtime/tx';
import type { JobRecord } from '../store';

/** Ends a job in the transaction that deletes it: both happen or neither. */
export type Finish = (tx: Tx) => Promise<void>;

/**
 * What a job of a kind does. `inTransaction` work is exactly once. `outside` work reaches beyond the database: it runs
 * before the transaction, perhaps more than once under the same idempotency key, and hands back what to write. `together` work
 * changes no case: what was leased at once shares one transaction, which locks no case, and what fails to the last is given up
 * without an incident.
 */
export type JobHandler =
  | { readonly kind: 'inTransaction'; run(tx: Tx, job: JobRecord): Promise<void> }
  | { readonly kind: 'outside'; run(job: JobRecord): Promise<Finish | void> }
  | TogetherHandler;

export interface TogetherHandler {
  readonly kind: 'together';
  run(tx: Tx, jobs: readonly JobRecord[]): Promise<void>;
  giveUp(job: JobRecord, error: unknown): void;
}

/** Handlers by job kind, of one application. */
export const jobHandlersOf = perDatabase(() => new Map<string, JobHandler>());
