import type { PersonRef } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import { findPeople, type Membership } from './store';
import type { GroupKey } from './types';

/** People by group key, each once and in a steady order. */
export async function byGroup(
  tx: ReadAt,
  memberships: readonly Membership[],
  keyFor: (group: string) => GroupKey,
): Promise<ReadonlyMap<GroupKey, readonly PersonRef[]>> {
  const people = await findPeople(tx, [...new Set(memberships.map(({ userId }) => userId))]);
  const groups = new Map<GroupKey, Map<number, PersonRef>>();
  for (const { group, userId } of memberships) {
    const found = people.get(userId);
    if (!found) continue;
    const key = keyFor(group);
    groups.set(key, (groups.get(key) ?? new Map<number, PersonRef>()).set(userId, found));
  }
  return new Map([...groups].map(([key, members]) => [key, [...members.values()].sort((a, b) => a.id - b.id)]));
}
