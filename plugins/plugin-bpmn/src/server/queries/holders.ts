import { labelsOf } from '../assignment';
import { tables, type TaskRecord } from '../store';
import type { Reader } from './reader';

/** Who an open task waits for, in words: the person who holds it, else the posts, roles or people who may take it. */
export async function holdersByInstance(
  { tx, locale }: Reader,
  tasks: readonly TaskRecord[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const unclaimed = tasks.filter(({ assigneeId }) => assigneeId === null).map(({ id }) => id);
  const candidates = unclaimed.length > 0 ? await tables.candidates.select(tx, { taskId: unclaimed }) : [];
  const meant = candidates.filter(({ groupKey }) => !groupKey.startsWith('!'));
  const labels = await labelsOf(tx, [...new Set(meant.map(({ groupKey }) => groupKey))], locale);
  const holders = new Map<string, Set<string>>();
  for (const task of tasks) {
    const keys = meant.filter(({ taskId }) => taskId === task.id).map(({ groupKey }) => groupKey);
    const names = task.assigneeName === null ? keys.flatMap((key) => labels.get(key) ?? []) : [task.assigneeName];
    const known = holders.get(task.instanceId) ?? new Set<string>();
    names.forEach((name) => known.add(name));
    holders.set(task.instanceId, known);
  }
  return new Map([...holders].map(([instanceId, names]) => [instanceId, [...names]]));
}
