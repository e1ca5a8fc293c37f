import type { Engine } from '../runtime/engine';
import { BpmnError } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type JobRecord } from '../store';
import { type Finish, jobHandlersOf } from './handlers';
import { isStillLeased, renewLease } from './lease';
import { putBack } from './put-back';
import { runTogether } from './run-together';

/** Runs a leased job to its end or puts it back; never throws for what the job did. */
export async function runJob(engine: Engine, job: JobRecord): Promise<void> {
  try {
    await perform(engine, job);
  } catch (error) {
    await engine.write((tx) => putBack(tx, job, error));
  }
}

async function perform(engine: Engine, job: JobRecord): Promise<void> {
  const handler = jobHandlersOf(engine.db).get(job.kind);
  if (!handler) throw new BpmnError('job.noHandler', 500, { kind: job.kind });
  if (handler.kind === 'together') return runTogether(engine, handler, [job]);
  const finish =
    handler.kind === 'outside'
      ? await runOutside(engine, job, (leased) => handler.run(leased))
      : (tx: Tx) => handler.run(tx, job);
  await engine.write(async (tx) => {
    await lockInstanceOf(tx, job);
    if (!(await isStillLeased(tx, job))) return;
    await finish?.(tx);
    await tables.jobs.delete(tx, { id: job.id });
  });
}

/** Whoever takes a token away deletes its jobs under the lock of its instance: that lock comes before the job's here too. */
async function lockInstanceOf(tx: Tx, { instanceId, tokenId }: JobRecord): Promise<void> {
  if (instanceId !== null && tokenId !== null) await tables.instances.find(tx, { id: instanceId }, { forUpdate: true });
}

/**
 * Jobs are leased in batches, so the lease begins anew when its turn comes: what waited too long belongs to another worker by
 * now and is left to it.
 */
async function runOutside(
  engine: Engine,
  job: JobRecord,
  run: (job: JobRecord) => Promise<Finish | void>,
): Promise<Finish | void> {
  const isOurs = await engine.writeQuietly((tx) => renewLease(tx, job));
  return isOurs ? run(job) : undefined;
}
