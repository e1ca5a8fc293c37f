import { valueOf } from '../keys';
import { byGroup } from '../memberships';
import { findPeopleOfRole, findRoleMembers, findRolesOf, findRoleTitles, listRoles } from '../store';
import type { AssigneeKind } from '../types';

const keyFor = (roleName: string) => `role:${roleName}`;

/** A role of NocoBase, by its name; who inherits it from a department has it too. */
export const role: AssigneeKind = {
  kind: 'role',
  prefixes: ['role'],
  groupKeysFor: async (_tx, value) => [keyFor(value)],
  choices: async (tx) => (await listRoles(tx)).map(({ name, title }) => ({ value: name, label: title })),
  groupKeysOf: async (tx, userId) => (await findRolesOf(tx, userId)).map(keyFor),

  async membersOf(tx, groupKeys) {
    const [roleName, ...more] = groupKeys.map(valueOf);
    if (roleName === undefined) return new Map();
    if (more.length > 0) return byGroup(tx, await findRoleMembers(tx, [roleName, ...more]), keyFor);
    // most tasks are of one role: one look-up says who that is
    const people = await findPeopleOfRole(tx, roleName);
    return new Map(people.length > 0 ? [[keyFor(roleName), people]] : []);
  },

  async labelsOf(tx, groupKeys) {
    const titles = await findRoleTitles(tx, groupKeys.map(valueOf));
    return new Map([...titles].map(([name, title]) => [keyFor(name), title]));
  },
};
