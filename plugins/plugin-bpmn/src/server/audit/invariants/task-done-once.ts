import type { CaseInvariant } from '../types';
import { brokenRow } from './rows';

/** How a task comes to its end by what somebody, or its deadline, decides. */
const DONE: ReadonlySet<string> = new Set(['taskCompleted', 'taskReturned', 'deadlinePassed']);

/** A task is done once: history tells of each completed task one time, and of the same person as the task does. */
export const taskDoneOnce: CaseInvariant = {
  name: 'task.doneOnce',
  scope: 'case',
  *check(audited) {
    const completed = new Map(audited.completedTasks.map((task) => [task.id, task]));
    const told = new Set<string>();
    for (const { id, kind, data, elementId, actorId, onBehalfOfId } of audited.history) {
      if (!DONE.has(kind)) continue;
      const taskId = typeof data.taskId === 'string' ? data.taskId : '';
      const task = completed.get(taskId);
      const isSame = task?.elementId === elementId && task.completedById === actorId && task.onBehalfOfId === onBehalfOfId;
      if (told.has(taskId)) yield brokenRow(audited, 'bpmnHistory', id, { fault: 'doneAgain', taskId });
      else if (!task) yield brokenRow(audited, 'bpmnHistory', id, { fault: 'notCompleted', taskId });
      else if (!isSame) yield brokenRow(audited, 'bpmnTasks', taskId, { fault: 'otherPerson', historyId: id });
      told.add(taskId);
    }
    for (const id of completed.keys()) if (!told.has(id)) yield brokenRow(audited, 'bpmnTasks', id, { fault: 'notInHistory' });
  },
};
