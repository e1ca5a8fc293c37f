import type { TaskRecord } from '../../store';
import type { AuditedCase, CaseInvariant } from '../types';
import { brokenRow } from './rows';

/**
 * A task whose clock stands still has no due date, no step of its deadline that could happen, and one timer that lets it go on; one
 * whose clock runs has no stop without an end and no such timer. Stops follow each other.
 */
export const taskClock: CaseInvariant = {
  name: 'task.clock',
  scope: 'case',
  *check(audited) {
    const byTask = new Map(audited.openTasks.map((task) => [task.id, task]));
    for (const task of audited.openTasks) {
      const fault = faultOf(audited, task);
      if (fault !== null) yield brokenRow(audited, 'bpmnTasks', task.id, { fault, elementId: task.elementId });
    }
    for (const { id, kind, taskId } of audited.jobs)
      if (kind === 'resumeClock' && !byTask.get(taskId ?? '')?.clock?.stopped)
        yield brokenRow(audited, 'bpmnJobs', id, { fault: 'nothingToResume' });
  },
};

function faultOf({ jobs }: AuditedCase, { id, dueAt, stoppedAt, clock }: TaskRecord): string | null {
  const stops = clock?.stops ?? [];
  const stopped = clock?.stopped ?? null;
  if ((stopped?.since ?? null) !== stoppedAt) return 'stoppedAt';
  const isOrdered = stops.every(({ from }, at) => at === 0 || (stops[at - 1]?.until ?? Number.POSITIVE_INFINITY) <= from);
  if (!isOrdered) return 'stopsOverlap';
  const last = stops.at(-1);
  if (stopped === null) return last && last.until === null ? 'stopWithoutEnd' : null;
  if (last?.from !== stopped.since || last.until !== null) return 'stopUnknown';
  if (dueAt !== null) return 'dueWhileStopped';
  const own = jobs.filter(({ taskId }) => taskId === id);
  if (own.some(({ kind, status }) => kind === 'deadlineStep' && status === 'ready')) return 'stepWhileStopped';
  return own.filter(({ kind }) => kind === 'resumeClock').length === 1 ? null : 'noTimer';
}
