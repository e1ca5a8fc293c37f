import type { Tx } from '../../runtime/tx';
import { tables, type JobRecord } from '../../store';
import type { BrokenRow, DatabaseInvariant } from '../types';

const BATCH = 1_000;

/** No job, so no message of the outbox, is tried more often than it may; one that gave up has told so. */
export const jobAttempts: DatabaseInvariant = {
  name: 'job.attempts',
  scope: 'database',
  async *check(tx) {
    for (let after = ''; ; ) {
      const jobs = await tables.jobs.select(tx, tables.jobs.after('id', after), { order: [['id', 'ASC']], limit: BATCH });
      const last = jobs.at(-1);
      if (!last) return;
      yield* checkBatch(tx, jobs);
      after = last.id;
    }
  },
};

async function* checkBatch(tx: Tx, jobs: readonly JobRecord[]): AsyncIterable<BrokenRow> {
  const failed = jobs.filter(({ status, instanceId }) => status === 'failed' && instanceId !== null);
  const told = await tables.incidents.selectColumns(tx, ['jobId'], { jobId: failed.map(({ id }) => id) });
  const withIncident = new Set(told.map(({ jobId }) => jobId));
  for (const { id, instanceId, kind, status, attempts, maxAttempts } of jobs) {
    const mayBeTried = status === 'ready' && attempts < maxAttempts;
    const hasGivenUp = status === 'failed' && attempts === maxAttempts;
    const data = { kind, status, attempts, maxAttempts };
    if (!mayBeTried && !hasGivenUp) yield { table: 'bpmnJobs', rowId: id, instanceId, data: { ...data, fault: 'attempts' } };
    else if (hasGivenUp && instanceId !== null && !withIncident.has(id)) {
      yield { table: 'bpmnJobs', rowId: id, instanceId, data: { ...data, fault: 'noIncident' } };
    }
  }
}
