import { isBarred, peopleOf } from '../assignment';
import type { PersonRef } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import { standInsFor } from '../stand-ins';
import { tables, type TaskRecord } from '../store';

/**
 * Who can do a task now: its holder, or else everybody in its groups, and who stands in for them today. A person who is
 * barred from the task is neither.
 */
export async function peopleOfTask(tx: ReadAt, task: TaskRecord): Promise<readonly PersonRef[]> {
  const groupKeys = (await tables.candidates.select(tx, { taskId: task.id })).map(({ groupKey }) => groupKey);
  const holders =
    task.assigneeId === null ? [...(await peopleOf(tx, groupKeys)).values()].flat() : [holderOf(task, task.assigneeId)];
  const people = new Map(holders.filter(({ id }) => !isBarred(groupKeys, id)).map((person) => [person.id, person]));
  for (const standIn of await standInsOf(tx, [...people.keys()], task.processKey)) {
    if (!isBarred(groupKeys, standIn.id)) people.set(standIn.id, standIn);
  }
  return [...people.values()];
}

const holderOf = ({ assigneeName }: TaskRecord, id: number): PersonRef => ({ id, name: assigneeName ?? String(id) });

async function standInsOf(tx: ReadAt, absentIds: readonly number[], processKey: string): Promise<readonly PersonRef[]> {
  const standIns = await standInsFor(tx, absentIds);
  return standIns.filter(({ processKeys }) => processKeys?.includes(processKey) ?? true).map(({ standIn }) => standIn);
}
