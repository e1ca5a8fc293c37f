import { Op } from 'sequelize';
import type { Instant } from '@wuxin/bpmn-core';
import type { Tx } from '../runtime/tx';
import { tables, type JobRecord, type OrderBy } from '../store';

/** A worker that dies gives its jobs back after this time; one that is slow loses them and its writes are refused. */
const LEASE_MS = 60_000;

/** As many rows of each kind as a worker takes at a time. */
export const LEASE_BATCH = 25;

/** A lease that begins in the future was taken before the clock was set back; clocks of nodes may differ by less than a lease. */
const free = (now: Instant) => ({
  [Op.or]: [{ leasedUntil: null }, { leasedUntil: { [Op.lt]: now } }, { leasedUntil: { [Op.gt]: now + 2 * LEASE_MS } }],
});

/** Takes jobs that are due, oldest first; parallel workers skip each other's rows. */
export async function leaseJobs(tx: Tx, owner: string, limit: number): Promise<JobRecord[]> {
  const where = { status: 'ready', dueAt: { [Op.lte]: tx.now }, ...free(tx.now) };
  const due = await tables.jobs.select(tx, where, { order: [['dueAt', 'ASC']], limit, forUpdate: true, skipLocked: true });
  if (due.length === 0) return [];
  const lease = { leaseOwner: owner, leasedUntil: tx.now + LEASE_MS };
  await tables.jobs.update(tx, { id: due.map(({ id }) => id) }, lease);
  return due.map((job) => ({ ...job, ...lease }));
}

/** @returns whether the job is still this worker's */
export async function renewLease(tx: Tx, { id, leaseOwner }: JobRecord): Promise<boolean> {
  return (await tables.jobs.update(tx, { id, leaseOwner, status: 'ready' }, { leasedUntil: tx.now + LEASE_MS })) === 1;
}

/** Is the job still there and still this worker's? Locks it, so that nobody takes it over meanwhile. */
export async function isStillLeased(tx: Tx, job: JobRecord): Promise<boolean> {
  const held = await tables.jobs.find(tx, { id: job.id, leaseOwner: job.leaseOwner }, { forUpdate: true });
  return held !== undefined && held.status === 'ready';
}

/** Those that are still there and still their worker's, locked; what others are taking away or over just now is not waited for. */
export function stillLeased(tx: Tx, jobs: readonly JobRecord[]): Promise<JobRecord[]> {
  const ours = { id: jobs.map(({ id }) => id), leaseOwner: jobs[0]?.leaseOwner ?? null, status: 'ready' };
  return tables.jobs.select(tx, ours, { forUpdate: true, skipLocked: true });
}

/** Takes timers that are due, of instances and of start events alike, as ids. */
export async function leaseTimers(tx: Tx, limit: number): Promise<{ subscriptionIds: string[]; triggerIds: string[] }> {
  const where = { kind: 'timer', dueAt: { [Op.lte]: tx.now }, ...free(tx.now) };
  const order: OrderBy[] = [['dueAt', 'ASC']];
  const options = { order, limit, forUpdate: true, skipLocked: true };
  const subscriptionIds = (await tables.subscriptions.select(tx, where, options)).map(({ id }) => id);
  const triggerIds = (await tables.startTriggers.select(tx, where, options)).map(({ id }) => id);
  const lease = { leasedUntil: tx.now + LEASE_MS };
  if (subscriptionIds.length > 0) await tables.subscriptions.update(tx, { id: subscriptionIds }, lease);
  if (triggerIds.length > 0) await tables.startTriggers.update(tx, { id: triggerIds }, lease);
  return { subscriptionIds, triggerIds };
}
