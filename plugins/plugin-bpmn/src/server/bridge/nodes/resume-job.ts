import type { Database } from '@nocobase/database';
import { JOB_STATUS, type JobModel } from '@nocobase/plugin-workflow';
import { z } from 'zod';
import type { Finish, JobHandler } from '../../jobs';
import { engineOf } from '../../runtime/engine';
import type { Tx } from '../../runtime/tx';
import { tables, type InstanceRecord, type JobRecord } from '../../store';
import { workflowsOf } from '../workflow-plugin';

export const RESUME_JOB = 'resumeWorkflow';

const ResumeJob = z.object({ jobId: z.string(), look: z.number() });

const FIRST_LOOK_MS = 5_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** NocoBase writes the row of a waiting node after the node has run; after this many looks it is not coming any more. */
const LOOKS_FOR_ROW = 3;

/** Queues a look whether the instance has ended, for the waiting node's job; its end makes the look due at once (poke.ts). */
export async function queueResume(tx: Tx, instanceId: string, jobId: string, look: number): Promise<void> {
  const dueAt = tx.now + Math.min(FIRST_LOOK_MS * 2 ** look, LONGEST_PAUSE_MS);
  const fresh = {
    status: 'ready',
    attempts: 0,
    leaseOwner: null,
    leasedUntil: null,
    lastError: null,
    createdAt: tx.now,
  } as const;
  const about = { kind: RESUME_JOB, instanceId, tokenId: null, taskId: null, payload: { jobId, look }, dueAt, maxAttempts: 20 };
  await tables.jobs.insert(tx, [
    { ...about, ...fresh, id: engineOf(tx.db).newId(), idempotencyKey: `${RESUME_JOB}:${jobId}:${look}` },
  ]);
}

/** Lets the workflow go on when its instance has ended; until then, and until the node's row is there, looks again. */
export const resumeJob = (db: Database): JobHandler => ({ kind: 'outside', run: (job) => resume(db, job) });

async function resume(db: Database, { payload, instanceId }: JobRecord): Promise<Finish | void> {
  const { jobId, look } = ResumeJob.parse(payload);
  const workflows = workflowsOf(db);
  const instance = instanceId ? await tables.instances.find({ db }, { id: instanceId }) : undefined;
  if (!instance) return undefined;
  const again: Finish = (tx) => queueResume(tx, instance.id, jobId, look + 1);
  if (instance.endedAt === null || !workflows) return again;
  const waiting = (await db.getRepository('jobs').findOne({ filterByTk: jobId })) as JobModel | null; // typed as any
  if (!waiting) return look < LOOKS_FOR_ROW ? again : undefined;
  if (waiting.status !== JOB_STATUS.PENDING) return undefined;
  waiting.set({
    status: statusFor(instance),
    result: { instanceId: instance.id, status: instance.status, variables: instance.variables },
  });
  await workflows.resume(waiting);
  return undefined;
}

/** A case that somebody cancelled did not do what the workflow waits for. */
const statusFor = ({ status }: InstanceRecord) => (status === 'cancelled' ? JOB_STATUS.FAILED : JOB_STATUS.RESOLVED);
