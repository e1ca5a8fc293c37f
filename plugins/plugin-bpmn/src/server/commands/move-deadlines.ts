import type { ComputedDeadline, DeadlineStep, MovedDeadline } from '../deadlines';
import type { Actor } from '../runtime/actor';
import type { Tx } from '../runtime/tx';
import { tables, type JobRecord, type TaskRecord } from '../store';
import { openInstance, save, type OpenedInstance } from './opened-instance';

/** Case by case, in the order in which cases are always locked: whoever called is older than what it called. */
export async function moveDeadlines(tx: Tx, actor: Actor, moved: readonly MovedDeadline[]): Promise<void> {
  const byCase = new Map<string, MovedDeadline[]>();
  for (const one of moved) byCase.set(one.task.instanceId, [...(byCase.get(one.task.instanceId) ?? []), one]);
  for (const [instanceId, ofCase] of byCase) await moveInCase(tx, actor, instanceId, ofCase);
}

async function moveInCase(tx: Tx, actor: Actor, instanceId: string, moved: readonly MovedDeadline[]): Promise<void> {
  const opened = await openInstance(tx, actor, instanceId);
  const taskId = moved.map(({ task }) => task.id);
  // under the lock of the case: some may be done by now
  const open = new Map((await tables.tasks.select(tx, { id: taskId, status: 'open' })).map((task) => [task.id, task]));
  const jobs = await tables.jobs.select(tx, { taskId, kind: 'deadlineStep', status: 'ready' });
  for (const one of moved) {
    const task = open.get(one.task.id);
    if (task?.dueAt !== one.before.dueAt) continue;
    await moveTask(opened, task, one.after);
    for (const [job, dueAt] of movedSteps(jobs, one)) {
      // whoever has leased it in the meantime loses it: it is due at another time
      await tables.jobs.update(tx, { id: job.id }, { dueAt, leaseOwner: null, leasedUntil: null });
    }
    recordMove(opened, one);
  }
  opened.unit.noteDeadline();
  await save(opened);
}

async function moveTask({ tx }: OpenedInstance, task: TaskRecord, after: ComputedDeadline): Promise<void> {
  const { dueAt, nearAt, isProvisional, explanation } = after;
  await tables.tasks.update(tx, { id: task.id }, { dueAt, nearAt, isDueProvisional: isProvisional, dueExplanation: explanation });
}

function recordMove({ unit, actor }: OpenedInstance, { task, before, after }: MovedDeadline): void {
  unit.record({
    kind: before.dueAt === after.dueAt ? 'deadlineConfirmed' : 'deadlineMoved',
    actor,
    element: { id: task.elementId, name: task.elementName },
    tokenId: task.tokenId,
    data: { taskId: task.id, from: before.dueOn, to: after.dueOn },
  });
}

/** The jobs of steps that lie ahead, each with its new time. Steps of one sort keep their order, counted from the last. */
function movedSteps(jobs: readonly JobRecord[], { task, before, after }: MovedDeadline): [JobRecord, number][] {
  return before.steps.flatMap((step, index): [JobRecord, number][] => {
    const job = jobs.find(({ idempotencyKey }) => idempotencyKey === `deadline:${task.id}:${index}`);
    const same = (other: DeadlineStep) => sortOf(other) === sortOf(step);
    const fromLast = before.steps.slice(index).filter(same).length;
    const fresh = after.steps.filter(same).at(-fromLast);
    return job && fresh && fresh.at !== job.dueAt ? [[job, fresh.at]] : [];
  });
}

const sortOf = ({ at: _, ...action }: DeadlineStep): string => JSON.stringify(action);
