import { type GroupKey, isBarred, peopleOf } from '../assignment';
import type { PersonRef } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import { type StandIn, standInsFor } from '../stand-ins';
import { tables, type TaskRecord } from '../store';

/**
 * Who can do a task now: its holder, or else everybody in its groups, and who stands in for them today. A person who is
 * barred from the task is neither.
 */
export async function peopleOfTask(tx: ReadAt, task: TaskRecord): Promise<readonly PersonRef[]> {
  return (await peopleOfTasks(tx, [task])).get(task.id) ?? [];
}

/** By task id. As many look-ups for a hundred tasks as for one. */
export async function peopleOfTasks(
  tx: ReadAt,
  tasks: readonly TaskRecord[],
): Promise<ReadonlyMap<string, readonly PersonRef[]>> {
  const candidates = await tables.candidates.select(tx, { taskId: tasks.map(({ id }) => id) });
  const keysOf = (task: TaskRecord) => candidates.filter(({ taskId }) => taskId === task.id).map(({ groupKey }) => groupKey);
  const asked = tasks.map((task) => ({ task, groupKeys: keysOf(task) }));
  const unheld = asked.filter(({ task }) => task.assigneeId === null).flatMap(({ groupKeys }) => groupKeys);
  const members = await peopleOf(tx, [...new Set(unheld)]);
  const held = asked.map((one) => ({ ...one, people: ableAmong(one, members) }));
  const standIns = await standInsFor(tx, [...new Set(held.flatMap(({ people }) => people.map(({ id }) => id)))]);
  return new Map(held.map((one) => [one.task.id, withStandIns(one, standIns)]));
}

interface Asked {
  readonly task: TaskRecord;
  readonly groupKeys: readonly GroupKey[];
}

function ableAmong({ task, groupKeys }: Asked, members: ReadonlyMap<GroupKey, readonly PersonRef[]>): readonly PersonRef[] {
  const holders =
    task.assigneeId === null ? groupKeys.flatMap((key) => members.get(key) ?? []) : [holderOf(task, task.assigneeId)];
  return holders.filter(({ id }) => !isBarred(groupKeys, id));
}

const holderOf = ({ assigneeName }: TaskRecord, id: number): PersonRef => ({ id, name: assigneeName ?? String(id) });

function withStandIns(
  { task, groupKeys, people }: Asked & { readonly people: readonly PersonRef[] },
  standIns: readonly StandIn[],
): readonly PersonRef[] {
  const able = new Map(people.map((person) => [person.id, person]));
  const theirs = standIns.filter(
    ({ absent, processKeys }) => able.has(absent.id) && (processKeys?.includes(task.processKey) ?? true),
  );
  for (const { standIn } of theirs) if (!isBarred(groupKeys, standIn.id)) able.set(standIn.id, standIn);
  return [...able.values()];
}
