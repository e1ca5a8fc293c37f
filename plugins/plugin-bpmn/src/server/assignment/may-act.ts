import type { ReadAt } from '../runtime/read-at';
import { isBarred } from './keys';
import { ownKeysOf, withStandIns } from './reader-keys';
import type { GroupKey, HeldTask, MayAct, ReaderKeys } from './types';

/** May this person do the task now, and for whom? Their own right comes before that of somebody they stand in for. */
export async function mayAct(tx: ReadAt, userId: number, task: HeldTask): Promise<MayAct> {
  const own = await ownKeysOf(tx, userId);
  const alone = mayActWith({ userId, own, actingFor: [] }, task);
  // whoever may, or is kept out, by themselves needs no look at those they stand in for
  const isSettled = alone.may || alone.reason === 'barred';
  return isSettled ? alone : mayActWith(await withStandIns(tx, { userId, own }), task);
}

/** {@link mayAct} for a list of tasks: the reader's keys are looked up once. */
export function mayActWith(reader: ReaderKeys, task: HeldTask): MayAct {
  if (isBarred(task.groupKeys, reader.userId)) return { may: false, reason: 'barred' };
  if (holds(reader.userId, reader.own, task)) return { may: true, actingFor: null };
  const represented = reader.actingFor.filter(
    ({ person, processKeys }) => !isBarred(task.groupKeys, person.id) && (processKeys?.includes(task.processKey) ?? true),
  );
  const holder = represented.find(({ person, groupKeys }) => holds(person.id, groupKeys, task));
  if (holder) return { may: true, actingFor: holder.person };
  const keys = [...reader.own, ...represented.flatMap(({ groupKeys }) => groupKeys)];
  return { may: false, reason: isCandidate(keys, task) ? 'heldByAnother' : 'notCandidate' };
}

function holds(userId: number, keys: readonly GroupKey[], task: HeldTask): boolean {
  return task.assigneeId === null ? isCandidate(keys, task) : task.assigneeId === userId;
}

function isCandidate(keys: readonly GroupKey[], { groupKeys }: HeldTask): boolean {
  return keys.some((key) => groupKeys.includes(key));
}
