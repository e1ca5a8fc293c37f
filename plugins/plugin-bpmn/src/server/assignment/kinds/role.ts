import { valueOf } from '../keys';
import { byGroup } from '../memberships';
import { findRoleMembers, findRolesOf, findRoleTitles } from '../store';
import type { AssigneeKind } from '../types';

const keyFor = (roleName: string) => `role:${roleName}`;

/** A role of NocoBase, by its name; who inherits it from a department has it too. */
export const role: AssigneeKind = {
  kind: 'role',
  prefixes: ['role'],
  groupKeysFor: async (_tx, value) => [keyFor(value)],
  membersOf: async (tx, groupKeys) => byGroup(tx, await findRoleMembers(tx, groupKeys.map(valueOf)), keyFor),
  groupKeysOf: async (tx, userId) => (await findRolesOf(tx, userId)).map(keyFor),

  async labelsOf(tx, groupKeys) {
    const titles = await findRoleTitles(tx, groupKeys.map(valueOf));
    return new Map([...titles].map(([name, title]) => [keyFor(name), title]));
  },
};
