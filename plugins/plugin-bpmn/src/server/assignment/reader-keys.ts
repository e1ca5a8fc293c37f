import type { ReadAt } from '../runtime/read-at';
import { standInsBy } from '../stand-ins';
import { assigneeKinds } from './registry';
import type { GroupKey, ReaderKeys } from './types';

/**
 * By which keys a person finds and does tasks. Whom they stand in for today counts with that person's own keys only: a
 * stand-in of a stand-in is not followed.
 */
export async function groupKeysOf(tx: ReadAt, userId: number): Promise<ReaderKeys> {
  return withStandIns(tx, { userId, own: await ownKeysOf(tx, userId) });
}

/** The keys of those whom a person stands in for, beside their own. */
export async function withStandIns(tx: ReadAt, { userId, own }: Pick<ReaderKeys, 'userId' | 'own'>): Promise<ReaderKeys> {
  const actingFor = [];
  for (const { absent, processKeys } of await standInsBy(tx, userId)) {
    actingFor.push({ person: absent, processKeys, groupKeys: await ownKeysOf(tx, absent.id) });
  }
  return { userId, own, actingFor };
}

/** What a person is by themselves, without anybody whom they stand in for. */
export async function ownKeysOf(tx: ReadAt, userId: number): Promise<readonly GroupKey[]> {
  const keys: GroupKey[] = [];
  for (const kind of assigneeKinds(tx.db).all()) keys.push(...(await kind.groupKeysOf(tx, userId)));
  return keys;
}
