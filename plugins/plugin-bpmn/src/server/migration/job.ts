import type { Database } from '@nocobase/database';
import { z } from 'zod';
import type { JobHandler } from '../jobs';
import type { Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { BpmnError } from '../runtime/errors';
import type { Tx } from '../runtime/tx';
import { tables, type MigrationFault, type MigrationRecord } from '../store';
import { migrateCase } from './migrate-case';
import { planOfMigration } from './plan';
import { MIGRATION_JOB, migrationJob } from './runs';

const Payload = z.object({ migrationId: z.string() });

/** Cases of one job: a worker that has done these looks at what else is due, and its lease is far from over. */
const CASES = 20;

/**
 * Migrates cases one by one, each in a transaction of its own, and leaves the next ones to another job. A worker that dies leaves its
 * case as it was, and another one goes on with it when the lease is over; what is migrated is not migrated again.
 */
export const migrationJobs = (db: Database): Readonly<Record<string, JobHandler>> => ({
  [MIGRATION_JOB]: {
    kind: 'outside',
    async run(job) {
      const { migrationId } = Payload.parse(job.payload);
      const next = { migrationId, status: 'waiting' } as const;
      const order = { order: [['instanceId', 'ASC']] as const, limit: CASES };
      for (const { instanceId } of await tables.migrationCases.select({ db }, next, order))
        await migrateOrNote(db, migrationId, instanceId);
      return (tx) => goOn(tx, migrationId);
    },
  },
});

/** A refusal by what the case does next is that case's own; when the database cannot answer, the job is tried again. */
async function migrateOrNote(db: Database, migrationId: string, instanceId: string): Promise<void> {
  const engine = engineOf(db);
  try {
    await engine.write((tx) => migrateNext(tx, migrationId, instanceId));
  } catch (error) {
    if (!(error instanceof BpmnError) || error.status === 503) throw error;
    const fault = { code: 'failed', elementId: null, data: { cause: error.code } };
    await engine.write((tx) =>
      tables.migrationCases.update(tx, { migrationId, instanceId, status: 'waiting' }, doneAs(tx, [fault])),
    );
  }
}

/** Under the lock of the migration: whoever stops it waits for the case that is being migrated, and no other follows. */
async function migrateNext(tx: Tx, migrationId: string, instanceId: string): Promise<void> {
  const migration = await tables.migrations.find(tx, { id: migrationId }, { forShare: true });
  if (migration?.status !== 'running') return;
  const waiting = await tables.migrationCases.find(tx, { migrationId, status: 'waiting', instanceId }, { forUpdate: true });
  if (!waiting) return;
  const plan = await planOfMigration(tx, migration);
  const reasons = await migrateCase(tx, starterOf(migration), { plan, migration, instanceId });
  await tables.migrationCases.update(tx, { id: waiting.id }, doneAs(tx, reasons));
}

const doneAs = (tx: Tx, faults: readonly MigrationFault[]) => ({
  status: faults.length === 0 ? ('migrated' as const) : ('refused' as const),
  reasons: [...faults],
  doneAt: tx.now,
});

/** Their right was asked for when they began it. */
function starterOf({ startedById, startedByName }: MigrationRecord): Actor {
  return { userId: startedById, name: startedByName, isAdministrator: false, roles: [], channel: 'web' };
}

async function goOn(tx: Tx, migrationId: string): Promise<void> {
  const migration = await tables.migrations.find(tx, { id: migrationId }, { forUpdate: true });
  if (migration?.status !== 'running') return;
  const isMore = (await tables.migrationCases.find(tx, { migrationId, status: 'waiting' })) !== undefined;
  if (isMore) await tables.jobs.insert(tx, [migrationJob(tx, migrationId)]);
  else await tables.migrations.update(tx, { id: migrationId }, { status: 'completed', endedAt: tx.now });
}
