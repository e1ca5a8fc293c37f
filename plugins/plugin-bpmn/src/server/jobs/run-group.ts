import type { Engine } from '../runtime/engine';
import type { JobRecord } from '../store';
import { jobHandlersOf, type TogetherHandler } from './handlers';
import { runJob } from './run-job';
import { runTogether } from './run-together';

type Group =
  | { readonly kind: 'alone'; readonly job: JobRecord }
  | { readonly kind: 'together'; readonly handler: TogetherHandler; readonly jobs: readonly JobRecord[] };

/** Leased jobs in the order of their turns: those that go together take the turn of their first. */
export function inGroups(engine: Engine, jobs: readonly JobRecord[]): readonly Group[] {
  const handlers = jobHandlersOf(engine.db);
  const groups: Group[] = [];
  const together = new Map<string, JobRecord[]>();
  for (const job of jobs) {
    const handler = handlers.get(job.kind);
    const joined = together.get(job.kind);
    if (joined) joined.push(job);
    else if (handler?.kind === 'together') {
      const mates = [job];
      together.set(job.kind, mates);
      groups.push({ kind: 'together', handler, jobs: mates });
    } else groups.push({ kind: 'alone', job });
  }
  return groups;
}

/** Never throws for what a job did. */
export function runGroup(engine: Engine, group: Group): Promise<void> {
  return group.kind === 'alone' ? runJob(engine, group.job) : runTogether(engine, group.handler, group.jobs);
}
