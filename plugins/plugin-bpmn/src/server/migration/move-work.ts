import type { Unit } from '../engine';
import type { Tx } from '../runtime/tx';
import { tables, type TaskRecord } from '../store';
import { elementName, elementOf } from '../versions';
import type { NewDeadline, NewDeadlines } from './deadlines';
import type { CasePlan } from './plan';

interface Tasks {
  readonly plan: CasePlan;
  readonly openTasks: readonly TaskRecord[];
  readonly moved: ReadonlyMap<string, string>;
  readonly deadlines: NewDeadlines;
  readonly unit: Unit;
}

/** Open tasks become tasks of the new version: one statement for each element, whoever holds them. */
export async function moveTasks(tx: Tx, { plan, openTasks, moved, deadlines, unit }: Tasks): Promise<void> {
  for (const elementId of new Set(openTasks.map((task) => task.elementId))) {
    const element = elementOf(plan.to, moved.get(elementId) ?? elementId);
    const id = openTasks.filter((task) => task.elementId === elementId).map((task) => task.id);
    await tables.tasks.update(
      tx,
      { id },
      {
        versionId: plan.to.record.id,
        elementId: element.id,
        elementName: element.name ?? element.id,
        stage: element.settings.stage ?? null,
        // the step before is one of the other version: it can no longer be withdrawn
        openedByTaskId: null,
      },
    );
  }
  for (const one of deadlines.changed) await takeDeadline(tx, unit, one);
  if (deadlines.changed.length > 0) unit.noteDeadline();
}

/** What of the ladder has happened does not happen again. */
async function takeDeadline(tx: Tx, unit: Unit, { task, deadline }: NewDeadline): Promise<void> {
  const due = {
    dueAt: deadline?.dueAt ?? null,
    nearAt: deadline?.nearAt ?? null,
    isDueProvisional: deadline?.isProvisional ?? false,
    dueExplanation: deadline?.explanation ?? null,
  };
  await tables.tasks.update(tx, { id: task.id }, due);
  await tables.jobs.delete(tx, { taskId: task.id, kind: 'deadlineStep' });
  const ahead = deadline?.steps.filter(({ at }) => at > tx.now) ?? [];
  for (const [index, { at, ...payload }] of ahead.entries()) {
    const idempotencyKey = `deadline:${task.id}:${unit.newId()}:${index}`;
    unit.queue({
      kind: 'deadlineStep',
      tokenId: task.tokenId,
      taskId: task.id,
      payload,
      dueAt: at,
      maxAttempts: 8,
      idempotencyKey,
    });
  }
}

/** Work that waits for its turn and names its element, also one that the case has passed. */
export async function moveJobs(tx: Tx, instanceId: string, { core }: CasePlan): Promise<void> {
  const elements = new Map(Object.entries(core.mapping.elements));
  if (!hasRenamed(elements)) return;
  for (const { id, payload } of await tables.jobs.select(tx, { instanceId })) {
    const targetId = typeof payload.elementId === 'string' ? elements.get(payload.elementId) : undefined;
    if (targetId !== undefined && targetId !== payload.elementId)
      await tables.jobs.update(tx, { id }, { payload: { ...payload, elementId: targetId } });
  }
}

export async function moveIncidents(
  tx: Tx,
  instanceId: string,
  { plan, moved }: { readonly plan: CasePlan; readonly moved: ReadonlyMap<string, string> },
): Promise<void> {
  if (!hasRenamed(moved)) return;
  for (const { id, elementId } of await tables.incidents.select(tx, { instanceId, status: 'open' })) {
    const targetId = moved.get(elementId);
    if (targetId === undefined || targetId === elementId) continue;
    const renamed = { elementId: targetId, elementName: elementName(plan.to.graph, targetId) };
    await tables.incidents.update(tx, { id }, renamed);
  }
}

const hasRenamed = (moved: ReadonlyMap<string, string>): boolean => [...moved].some(([from, to]) => from !== to);
