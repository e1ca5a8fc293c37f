import type { Variables } from '@wuxin/bpmn-core';
import { isRating } from '../ratings';
import { recordsOf } from '../records';
import type { Tx } from '../runtime/tx';
import { tables, type InstanceRecord, type InstanceRows, type JobRecord, type TaskRecord } from '../store';
import type { LoadedVersion } from '../versions';

/** Everything of one case that decides whether, and how, it can be migrated. */
export interface CaseRows extends InstanceRows {
  readonly instance: InstanceRecord;
  readonly record: Variables | null;
  readonly openTasks: readonly TaskRecord[];
  /** Steps of deadlines that lie ahead. */
  readonly deadlineJobs: readonly JobRecord[];
  /** Ratings of which something is counted already. */
  readonly ratedIds: ReadonlySet<string>;
}

/** The rows around the tokens, of many cases in a few statements. */
export async function rowsAround(tx: Tx, version: LoadedVersion, instances: readonly InstanceRecord[]) {
  const of = { instanceId: instances.map(({ id }) => id) };
  const openTasks = grouped(await tables.tasks.select(tx, { ...of, status: 'open' }, { order: [['id', 'ASC']] }));
  const deadlineJobs = grouped(await tables.jobs.select(tx, { ...of, kind: 'deadlineStep' }));
  const hasRatings = Object.values(version.graph.elements).some(isRating);
  const rated = grouped(hasRatings ? await tables.sums.selectColumns(tx, ['instanceId', 'elementId'], of) : []);
  const records = await recordsOf(tx, instances);
  return (instance: InstanceRecord): Omit<CaseRows, keyof InstanceRows> => ({
    instance,
    record: records(instance),
    openTasks: openTasks(instance.id),
    deadlineJobs: deadlineJobs(instance.id),
    ratedIds: new Set(rated(instance.id).map(({ elementId }) => elementId)),
  });
}

/** All rows of many cases, for a preview. */
export async function allRows(tx: Tx, version: LoadedVersion, instances: readonly InstanceRecord[]): Promise<CaseRows[]> {
  const of = { instanceId: instances.map(({ id }) => id) };
  const tokens = grouped(await tables.tokens.select(tx, of));
  const subscriptions = grouped(await tables.subscriptions.select(tx, of));
  const compensations = grouped(await tables.compensations.select(tx, of, { order: [['sequence', 'ASC']] }));
  const around = await rowsAround(tx, version, instances);
  return instances.map((instance) => ({
    ...around(instance),
    tokens: tokens(instance.id),
    subscriptions: subscriptions(instance.id),
    compensations: compensations(instance.id),
  }));
}

function grouped<Row extends { readonly instanceId: string | null }>(rows: readonly Row[]): (id: string) => readonly Row[] {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.instanceId);
    if (group) group.push(row);
    else groups.set(row.instanceId, [row]);
  }
  return (id) => groups.get(id) ?? [];
}
