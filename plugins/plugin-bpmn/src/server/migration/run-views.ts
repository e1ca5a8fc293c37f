import type { MigrationRun, MigrationRunDetail } from '../../common/api';
import type { Actor } from '../runtime/actor';
import { notFound } from '../runtime/errors';
import { mustLookAfter } from '../runtime/rights';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import { tables, type MigrationCaseRecord, type MigrationRecord } from '../store';
import { processNameIn } from '../versions';
import { planOfMigration } from './plan';
import { faultText, nameOf } from './words';

/** A process is migrated a few times in its life. */
const MAX_RUNS = 100;

/** Migrations of a process, newest first. Who may: administrators. */
export async function migrationRuns(tx: Tx, actor: Actor, processKey: string): Promise<MigrationRun[]> {
  mustLookAfter(actor);
  const runs = await tables.migrations.select(tx, { processKey }, { order: [['startedAt', 'DESC']], limit: MAX_RUNS });
  return runViews(tx, runs);
}

/** One migration with a page of its cases, those that stayed first. Who may: administrators. */
export async function migrationRun(
  tx: Tx,
  actor: Actor,
  { id, locale, page = 1, pageSize = 50 }: { id: string; locale: Locale; page?: number; pageSize?: number },
): Promise<MigrationRunDetail> {
  mustLookAfter(actor);
  const migration = await tables.migrations.find(tx, { id });
  const [run] = migration ? await runViews(tx, [migration]) : [];
  if (!migration || !run) throw notFound('migration.notFound', { id });
  const plan = await planOfMigration(tx, migration);
  const { processKey, mapping } = migration;
  const stored = plan.to.graph.processes[processKey]?.name ?? processKey;
  return {
    run,
    processKey,
    processName: processNameIn(locale, plan.to.graph, processKey, stored),
    moved: Object.entries(mapping.elements)
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => ({ from: nameOf(locale, plan.from, from), to: nameOf(locale, plan.to, to) })),
    cases: await caseViews(tx, migration, { locale, limit: pageSize, offset: (page - 1) * pageSize }),
  };
}

/** Refused comes before migrated and waiting in no alphabet: two lists, one behind the other. */
async function caseViews(
  tx: Tx,
  migration: MigrationRecord,
  { locale, limit, offset }: { locale: Locale; limit: number; offset: number },
): Promise<MigrationRunDetail['cases']> {
  const of = { migrationId: migration.id };
  const refused = { ...of, status: 'refused' };
  const order = [['instanceId', 'ASC']] as const;
  const refusedTotal = await tables.migrationCases.count(tx, refused);
  const first = offset < refusedTotal ? await tables.migrationCases.select(tx, refused, { order, limit, offset }) : [];
  const others = { ...of, status: ['migrated', 'waiting'] };
  const rest = { order, limit: limit - first.length, offset: Math.max(0, offset - refusedTotal) };
  const rows = [...first, ...(rest.limit > 0 ? await tables.migrationCases.select(tx, others, rest) : [])];
  const id = rows.map(({ instanceId }) => instanceId);
  const instances = await tables.instances.selectColumns(tx, ['id', 'title', 'placeName'], { id });
  const known = new Map(instances.map((instance) => [instance.id, instance]));
  const plan = await planOfMigration(tx, migration);
  return rows.map(({ instanceId, status, reasons, doneAt }) => ({
    instanceId,
    title: known.get(instanceId)?.title ?? instanceId,
    placeName: known.get(instanceId)?.placeName ?? null,
    status,
    doneAt,
    effects: [],
    reasons: [...new Set(reasons.map((fault) => faultText(locale, plan, fault)))],
  }));
}

async function runViews(tx: Tx, runs: readonly MigrationRecord[]): Promise<MigrationRun[]> {
  const counts = await tables.migrationCases.countBy(tx, ['migrationId', 'status'], { migrationId: runs.map(({ id }) => id) });
  const countOf = (id: string, wanted: MigrationCaseRecord['status']) =>
    counts.find(({ migrationId, status }) => migrationId === id && status === wanted)?.count ?? 0;
  return runs.map(({ id, fromNumber, toNumber, deadlines, reason, status, total, startedAt, startedByName, endedAt }) => ({
    id,
    from: fromNumber,
    to: toNumber,
    deadlines,
    reason,
    status,
    total,
    migrated: countOf(id, 'migrated'),
    refused: countOf(id, 'refused'),
    startedAt,
    startedByName,
    endedAt,
  }));
}
