import type { MigrateBody } from '../../common/api';
import type { Actor } from '../runtime/actor';
import { engineOf } from '../runtime/engine';
import { badInput, conflict, notFound } from '../runtime/errors';
import { mustHave } from '../runtime/rights';
import type { Tx } from '../runtime/tx';
import { tables, type JobRecord, type MigrationCaseRecord, type MigrationRecord } from '../store';
import { caseIds } from './store';
import { casePlan } from './plan';

/** Rows that one statement inserts. */
const INSERTED = 500;

/**
 * Begins to migrate the open cases of a version: they are written down, and jobs migrate them one by one after the commit. Who may: an
 * administrator, with a reason.
 *
 * @throws not found `version.notFound`; bad input `migration.sameVersion`, `task.reasonMissing`; conflict `migration.draft`,
 * `migration.otherRecord`, `migration.noCases`
 */
export async function beginMigration(
  tx: Tx,
  actor: Actor,
  { key, reason, instanceIds, at, ...request }: MigrateBody & { readonly key: string },
): Promise<{ migrationId: string }> {
  mustAdminister(actor);
  if (!reason.trim()) throw badInput('task.reasonMissing');
  const plan = await casePlan(tx, key, request);
  const found = await caseIds(tx, plan.from, at);
  const wanted = instanceIds && new Set(instanceIds);
  const ids = wanted ? found.filter((id) => wanted.has(id)) : found;
  if (ids.length === 0) throw conflict('migration.noCases', { number: request.from });
  const migration: MigrationRecord = {
    id: engineOf(tx.db).newId(),
    processKey: key,
    fromVersionId: plan.from.record.id,
    fromNumber: plan.from.record.number,
    toVersionId: plan.to.record.id,
    toNumber: plan.to.record.number,
    mapping: request.mapping,
    deadlines: request.deadlines,
    reason: reason.trim(),
    status: 'running',
    total: ids.length,
    startedAt: tx.now,
    startedById: actor.userId,
    startedByName: actor.name,
    endedAt: null,
  };
  await tables.migrations.insert(tx, [migration]);
  for (let start = 0; start < ids.length; start += INSERTED)
    await tables.migrationCases.insert(
      tx,
      ids.slice(start, start + INSERTED).map((id) => waitingCase(migration.id, id)),
    );
  await tables.jobs.insert(tx, [migrationJob(tx, migration.id)]);
  return { migrationId: migration.id };
}

const waitingCase = (migrationId: string, instanceId: string): MigrationCaseRecord => ({
  id: `${migrationId}:${instanceId}`,
  migrationId,
  instanceId,
  status: 'waiting',
  reasons: [],
  doneAt: null,
});

/** Stops after the case that is being migrated; the others stay where they are. Who may: an administrator. From: running. */
export async function stopMigration(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { status } = await administeredMigration(tx, actor, id);
  if (status !== 'running') throw conflict('migration.notRunning');
  await tables.migrations.update(tx, { id }, { status: 'stopped', endedAt: tx.now });
}

/** Goes on with the cases that wait. Who may: an administrator. From: stopped. */
export async function continueMigration(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { status } = await administeredMigration(tx, actor, id);
  if (status !== 'stopped') throw conflict('migration.notStopped');
  await tables.migrations.update(tx, { id }, { status: 'running', endedAt: null });
  await tables.jobs.insert(tx, [migrationJob(tx, id)]);
}

async function administeredMigration(tx: Tx, actor: Actor, id: string): Promise<MigrationRecord> {
  mustAdminister(actor);
  const migration = await tables.migrations.find(tx, { id }, { forUpdate: true });
  if (!migration) throw notFound('migration.notFound', { id });
  return migration;
}

function mustAdminister(actor: Actor): void {
  mustHave(actor, 'migrate');
}

/** A job that migrates the next cases; it belongs to none of them. */
export function migrationJob(tx: Tx, migrationId: string): JobRecord {
  const id = engineOf(tx.db).newId();
  return {
    id,
    kind: MIGRATION_JOB,
    instanceId: null,
    tokenId: null,
    taskId: null,
    payload: { migrationId },
    status: 'ready',
    dueAt: tx.now,
    attempts: 0,
    maxAttempts: 8,
    leaseOwner: null,
    leasedUntil: null,
    idempotencyKey: `migration:${migrationId}:${id}`,
    lastError: null,
    createdAt: tx.now,
  };
}

export const MIGRATION_JOB = 'migrateCases';
