import { planMigration, type MigrationMapping, type MigrationPlan } from '@wuxin/bpmn-core';
import type { MigrationDeadlines } from '../../common/api';
import { badInput, conflict, notFound } from '../runtime/errors';
import { perDatabase } from '../runtime/per-database';
import { tables, type MigrationRecord, type ReadTx } from '../store';
import { loadVersion, type LoadedVersion } from '../versions';

/** The two versions, and where what stands in one goes on in the other. */
export interface CasePlan {
  readonly processKey: string;
  readonly from: LoadedVersion;
  readonly to: LoadedVersion;
  readonly core: MigrationPlan;
  readonly deadlines: MigrationDeadlines;
}

export interface PlanRequest {
  readonly from: number;
  readonly to: number;
  readonly mapping: MigrationMapping;
  readonly deadlines: MigrationDeadlines;
}

/** @throws not found `version.notFound`; bad input `migration.sameVersion`; conflict `migration.draft`, `migration.otherRecord` */
export async function casePlan(tx: ReadTx, processKey: string, request: PlanRequest): Promise<CasePlan> {
  const versions = await bothVersions(tx, processKey, request);
  const problem = versionsProblem(versions);
  if (problem) throw problem;
  return planOf(processKey, versions, request);
}

/** @throws not found `version.notFound`; bad input `migration.sameVersion`; conflict `migration.draft` */
export async function bothVersions(
  tx: ReadTx,
  processKey: string,
  { from, to }: Pick<PlanRequest, 'from' | 'to'>,
): Promise<Pick<CasePlan, 'from' | 'to'>> {
  if (from === to) throw badInput('migration.sameVersion', { number: from });
  return { from: await frozen(tx, processKey, from), to: await frozen(tx, processKey, to) };
}

/** A case keeps its record: both versions have to be about the same collection. */
export function versionsProblem({ from, to }: Pick<CasePlan, 'from' | 'to'>) {
  const [before, after] = [from, to].map(({ graph, record }) => graph.processes[record.processKey]?.settings.recordCollection);
  return before === after ? null : conflict('migration.otherRecord', { before: before ?? '', after: after ?? '' });
}

const plans = perDatabase(() => new Map<string, CasePlan>());
const MAX_KEPT = 5;

/** The plan of a migration that goes on over several jobs: it never changes. */
export async function planOfMigration(tx: ReadTx, migration: MigrationRecord): Promise<CasePlan> {
  const known = plans(tx.db).get(migration.id);
  if (known) return known;
  const { id, processKey, fromVersionId, toVersionId } = migration;
  const versions = { from: await loadVersion(tx, fromVersionId), to: await loadVersion(tx, toVersionId) };
  const plan = planOf(processKey, versions, migration);
  const kept = plans(tx.db);
  const oldest = kept.keys().next().value;
  if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(id, plan);
  return plan;
}

function planOf(
  processKey: string,
  { from, to }: Pick<CasePlan, 'from' | 'to'>,
  { mapping, deadlines }: Pick<PlanRequest, 'mapping' | 'deadlines'>,
): CasePlan {
  return { processKey, from, to, core: planMigration({ source: from.graph, target: to.graph }, mapping), deadlines };
}

async function frozen(tx: ReadTx, processKey: string, number: number): Promise<LoadedVersion> {
  const [known] = await tables.versions.selectColumns(tx, ['id', 'status'], { processKey, number });
  if (!known) throw notFound('version.notFound', { processKey, number });
  if (known.status === 'draft') throw conflict('migration.draft', { number });
  return loadVersion(tx, known.id);
}
