import type { Database } from '@nocobase/database';
import { engineOf, LEASE_BATCH, leaseJobs, leaseTimers } from '@wuxin/plugin-bpmn';

const OWNER = 'bench';
const DAY_MS = 24 * 3_600_000;
/** When the first timers of the cases have been due for weeks. */
const AHEAD_MS = 40 * DAY_MS;
/** Leases are over by then, so that each look meets the same timers. */
const BETWEEN_LOOKS_MS = 5 * 60_000;

/** What completions queued is for a worker, and here is none. */
export async function forgetJobs(db: Database): Promise<void> {
  await db.sequelize.query('DELETE FROM "bpmnJobs"');
}

/** What a worker asks every second when nothing is due, by the worker's own code: a transaction for timers, one for jobs. */
export async function lookIdly(db: Database): Promise<void> {
  const engine = engineOf(db);
  const { subscriptionIds, triggerIds } = await engine.writeQuietly((tx) => leaseTimers(tx, LEASE_BATCH));
  const jobs = await engine.writeQuietly((tx) => leaseJobs(tx, OWNER, LEASE_BATCH));
  const found = subscriptionIds.length + triggerIds.length + jobs.length;
  if (found > 0) throw new Error(`${found} rows are due and nothing should be`);
}

/** How a worker takes the first batch of many timers that are due: what it asks and the leases that it writes. */
export function takesDue(db: Database): () => Promise<void> {
  const engine = engineOf(db);
  let now = engine.clock.now() + AHEAD_MS;
  return async () => {
    now += BETWEEN_LOOKS_MS;
    const { subscriptionIds } = await engine.writeAt(now, (tx) => leaseTimers(tx, LEASE_BATCH));
    if (subscriptionIds.length === 0) throw new Error('no timer is due and some should be');
  };
}

/** The rows are as before the looks: those of the originals are copied. */
export async function giveBack(db: Database): Promise<void> {
  await db.sequelize.query('UPDATE "bpmnSubscriptions" SET "leasedUntil" = NULL WHERE "leasedUntil" IS NOT NULL');
}
