import type { Engine } from '../runtime/engine';
import { tables, type JobRecord } from '../store';
import type { TogetherHandler } from './handlers';
import { stillLeased } from './lease';
import { putBack } from './put-back';

/** Runs leased jobs of one kind in one transaction. If that fails, each by itself: one that is bad does not hold up the others. */
export async function runTogether(engine: Engine, handler: TogetherHandler, jobs: readonly JobRecord[]): Promise<void> {
  const [first, ...others] = jobs;
  if (first && others.length === 0) return runAlone(engine, handler, first);
  try {
    await attempt(engine, handler, jobs);
  } catch {
    for (const job of jobs) await runAlone(engine, handler, job);
  }
}

async function attempt(engine: Engine, handler: TogetherHandler, jobs: readonly JobRecord[]): Promise<void> {
  await engine.writeQuietly(async (tx) => {
    const ours = await stillLeased(tx, jobs);
    if (ours.length === 0) return;
    await handler.run(tx, ours);
    await tables.jobs.delete(tx, { id: ours.map(({ id }) => id) });
  });
}

async function runAlone(engine: Engine, handler: TogetherHandler, job: JobRecord): Promise<void> {
  try {
    await attempt(engine, handler, [job]);
  } catch (error) {
    if (job.attempts + 1 < job.maxAttempts) return engine.writeQuietly((tx) => putBack(tx, job, error));
    handler.giveUp(job, error);
    await engine.writeQuietly((tx) => tables.jobs.delete(tx, { id: job.id, leaseOwner: job.leaseOwner }));
  }
}
