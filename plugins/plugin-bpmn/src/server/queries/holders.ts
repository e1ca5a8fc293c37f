import type { PersonRef } from '../../common/api';
import { labelsOf, peopleOf } from '../assignment';
import { tables, type TaskRecord } from '../store';
import type { CasesBelow } from './cases-below';
import { person } from './person';
import type { Reader } from './reader';

/** Who an open task waits for: who holds it, else who may take it, as people and as the posts or roles that were meant. */
export interface Awaited {
  readonly people: PersonRef[];
  readonly groups: string[];
}

/** Candidates of all tasks are looked up at once: a vote has one task for each voter. */
export async function awaitedBy(
  { tx, locale }: Reader,
  tasks: readonly TaskRecord[],
): Promise<(tasks: readonly TaskRecord[]) => Awaited> {
  const offered = await offersOf({ tx }, tasks);
  const keys = [...new Set(offered.map(({ groupKey }) => groupKey))];
  const members = await peopleOf(tx, keys);
  const labels = await labelsOf(tx, keys, locale);
  const keysOf = (task: TaskRecord) => offered.filter(({ taskId }) => taskId === task.id).map(({ groupKey }) => groupKey);
  const peopleFor = (task: TaskRecord) => {
    const holder = person(task.assigneeId, task.assigneeName);
    return holder ? [holder] : keysOf(task).flatMap((key) => members.get(key) ?? []);
  };
  return (some) => ({
    people: [...new Map(some.flatMap(peopleFor).map((found) => [found.id, found])).values()],
    groups: [...new Set(some.flatMap(keysOf).flatMap((key) => labels.get(key) ?? []))],
  });
}

/** The same for lists, in words: one line for each case, of its own open tasks and of those of the cases below it. */
export async function holdersByCase(reader: Reader, { ids, caseOf }: CasesBelow): Promise<ReadonlyMap<string, string[]>> {
  const { tx, locale } = reader;
  const tasks = ids.length > 0 ? await tables.tasks.select(tx, { instanceId: [...ids], status: 'open' }) : [];
  const offered = await offersOf(reader, tasks);
  const labels = await labelsOf(tx, [...new Set(offered.map(({ groupKey }) => groupKey))], locale);
  const holders = new Map<string, Set<string>>();
  for (const task of tasks) {
    const keys = offered.filter(({ taskId }) => taskId === task.id).map(({ groupKey }) => groupKey);
    const names = task.assigneeName === null ? keys.flatMap((key) => labels.get(key) ?? []) : [task.assigneeName];
    const known = holders.get(caseOf(task.instanceId)) ?? new Set<string>();
    names.forEach((name) => known.add(name));
    holders.set(caseOf(task.instanceId), known);
  }
  return new Map([...holders].map(([instanceId, names]) => [instanceId, [...names]]));
}

/** Whom tasks without a holder were offered to. */
async function offersOf({ tx }: Pick<Reader, 'tx'>, tasks: readonly TaskRecord[]) {
  const unclaimed = tasks.filter(({ assigneeId }) => assigneeId === null).map(({ id }) => id);
  const candidates = unclaimed.length > 0 ? await tables.candidates.select(tx, { taskId: unclaimed }) : [];
  return candidates.filter(({ groupKey }) => !groupKey.startsWith('!'));
}
