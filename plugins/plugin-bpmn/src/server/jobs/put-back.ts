import { BpmnError } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type JobRecord } from '../store';
import { isStillLeased } from './lease';
import { raiseForJob } from './raise';

/** Waits between two tries: 5 s, 10 s, 20 s … at most an hour. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** How often a job looks again whether its suspended instance runs. */
const SUSPENDED_PAUSE_MS = 30_000;

/** Puts a job back that failed, to be tried later; after its last try it stays as failed, and is an incident of its case. */
export async function putBack(tx: Tx, job: JobRecord, error: unknown): Promise<void> {
  if (!(await isStillLeased(tx, job))) return;
  const free = { leaseOwner: null, leasedUntil: null };
  if (error instanceof BpmnError && error.code === 'instance.suspended') {
    await tables.jobs.update(tx, { id: job.id }, { ...free, dueAt: tx.now + SUSPENDED_PAUSE_MS });
    return;
  }
  const attempts = job.attempts + 1;
  const isLast = attempts >= job.maxAttempts;
  const dueAt = tx.now + Math.min(FIRST_PAUSE_MS * 2 ** job.attempts, LONGEST_PAUSE_MS);
  await tables.jobs.update(
    tx,
    { id: job.id },
    { ...free, attempts, dueAt, status: isLast ? 'failed' : 'ready', lastError: nameOf(error) },
  );
  if (isLast) await raiseForJob(tx, job, nameOf(error));
}

/** A code or a class name: messages may carry personal data. */
function nameOf(error: unknown): string {
  if (error instanceof BpmnError) return error.code;
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.name : 'unknown';
}
