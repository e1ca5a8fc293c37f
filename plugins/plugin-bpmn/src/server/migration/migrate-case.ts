import { findElement, type Json } from '@wuxin/bpmn-core';
import { save, unitFor } from '../commands';
import { advanceAfter } from '../engine';
import { written } from '../history';
import type { Actor } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { InstanceSession, type InstanceRecord, type InstanceRows, type MigrationFault, type MigrationRecord } from '../store';
import { rowsAround } from './case-rows';
import { Examiner, type Examined } from './examine';
import { moveIncidents, moveJobs, moveTasks } from './move-work';
import type { CasePlan } from './plan';

type Migrated = Extract<Examined, { kind: 'migrated' }>;

/**
 * Moves one case to the other version, whole or not at all. Who may: checked when the migration was begun. From: running, suspended,
 * of the version that the migration leaves. Open tasks keep their holders, delegations, reminders and drafts, and have the forms and
 * outcomes of the new version; parameters keep their values, new ones get those in force. What was done before can no longer be
 * withdrawn. Never: undoes or repeats anything that was done.
 *
 * @returns why the case stays where it is; nothing when it was migrated
 */
export async function migrateCase(
  tx: Tx,
  actor: Actor,
  { plan, migration, instanceId }: { readonly plan: CasePlan; readonly migration: MigrationRecord; readonly instanceId: string },
): Promise<readonly MigrationFault[]> {
  const session = await InstanceSession.lock(tx, instanceId);
  if (!session) return [{ code: 'caseGone', elementId: null, data: {} }];
  const rows = await session.loadAll();
  const around = (await rowsAround(tx, plan.from, [session.record]))(session.record);
  const examined = await new Examiner(tx, plan).examine({ ...rows, ...around }, session.reader);
  if (examined.kind === 'refused') return examined.faults;
  const unit = unitFor(tx, session.record, plan.to);
  unit.record(historyEvent(actor, { plan, migration, rows, examined }));
  takeVersion(tx, session.record, { plan, rows, examined });
  const moved = movedIds(examined);
  await moveTasks(tx, { plan, openTasks: around.openTasks, moved, deadlines: examined.deadlines, unit });
  await moveJobs(tx, instanceId, plan);
  await moveIncidents(tx, instanceId, { plan, moved });
  await advanceAfter({ tx, session, unit, version: plan.to, actor }, examined.migration.applied);
  await save({ tx, unit, session });
  return [];
}

/** By the id in the version that is left. */
function movedIds({ migration }: Migrated): ReadonlyMap<string, string> {
  return new Map(migration.moved.map(({ fromId, toId }) => [fromId, toId]));
}

interface Facts {
  readonly plan: CasePlan;
  readonly rows: InstanceRows;
  readonly examined: Migrated;
}

/** One row says from where to where, with the elements that go on under another id, who waits at which join, and the parameters that are new. */
function historyEvent(actor: Actor, { plan, migration, rows, examined }: Facts & { readonly migration: MigrationRecord }) {
  const data: Record<string, Json> = {
    migrationId: migration.id,
    from: plan.from.record.number,
    fromVersionId: plan.from.record.id,
    to: plan.to.record.number,
    toVersionId: plan.to.record.id,
    moved: [...movedIds(examined)].filter(([from, to]) => from !== to).map(([from, to]) => ({ from, to })),
    waitedBy: countBy(joining(rows)),
    waitingBy: countBy(joining(rows).map((flowId) => plan.core.mapping.flows[flowId] ?? flowId)),
    deadlines: plan.deadlines,
    due: examined.deadlines.changed.map(({ task, deadline }) => ({
      taskId: task.id,
      from: task.dueAt,
      to: deadline?.dueAt ?? null,
    })),
    parameters: { ...examined.newParameters },
  };
  return { kind: 'instanceMigrated', actor, data, payload: written({ reason: migration.reason }) };
}

const joining = ({ tokens }: InstanceRows): string[] =>
  tokens.flatMap(({ kind, flowId }) => (kind === 'joining' && flowId !== null ? [flowId] : []));

function countBy(ids: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function takeVersion(tx: Tx, instance: InstanceRecord, { plan, rows, examined }: Facts): void {
  const { record, graph } = plan.to;
  const stage = stageIn(instance, { plan, rows, examined });
  Object.assign(instance, {
    processName: graph.processes[plan.processKey]?.name ?? instance.processName,
    versionId: record.id,
    versionNumber: record.number,
    parameters: { ...instance.parameters, ...examined.newParameters },
    undo: null,
    stage,
    stageSince: stage === instance.stage ? instance.stageSince : tx.now,
  } satisfies Partial<InstanceRecord>);
}

/** That of the element that was entered last and has one in the new version; otherwise the one it had, while there is such a one. */
function stageIn({ stage, processId }: InstanceRecord, { plan, rows, examined }: Facts): string | null {
  const targets = new Map(examined.migration.moved.map(({ tokenId, toId }) => [tokenId, toId]));
  const newest = rows.tokens.toSorted((a, b) => b.enteredAt - a.enteredAt);
  for (const { id } of newest) {
    const own = findElement(plan.to.graph, targets.get(id) ?? '')?.settings.stage;
    if (own) return own;
  }
  const known = plan.to.graph.processes[processId]?.settings.stages ?? [];
  return known.some(({ key }) => key === stage) ? stage : null;
}
