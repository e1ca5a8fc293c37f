import type { PersonRef } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import type { Locale } from '../runtime/texts';
import { assigneeKinds } from './registry';
import type { GroupKey } from './types';

/** Who is in each group now; empty groups and unknown keys are left out. One look-up per kind, however many keys. */
export async function peopleOf(tx: ReadAt, groupKeys: readonly GroupKey[]): Promise<ReadonlyMap<GroupKey, readonly PersonRef[]>> {
  const found: [GroupKey, readonly PersonRef[]][] = [];
  for (const [kind, keys] of assigneeKinds(tx.db).groupByKind(groupKeys)) found.push(...(await kind.membersOf(tx, keys)));
  return new Map(found);
}

/** What people call each group: a person's name, a role's title, "安岭社区党组织书记". */
export async function labelsOf(
  tx: ReadAt,
  groupKeys: readonly GroupKey[],
  locale: Locale,
): Promise<ReadonlyMap<GroupKey, string>> {
  const found: [GroupKey, string][] = [];
  for (const [kind, keys] of assigneeKinds(tx.db).groupByKind(groupKeys)) found.push(...(await kind.labelsOf(tx, keys, locale)));
  return new Map(found);
}
