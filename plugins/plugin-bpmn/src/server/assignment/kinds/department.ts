import { prefixOf, valueOf } from '../keys';
import { byGroup } from '../memberships';
import { textOf } from '../../runtime/texts';
import { badValue } from '../refusals';
import { findDepartmentMembers, findDepartmentsOf, findDepartmentTitles, listDepartments } from '../store';
import type { AssigneeKind, GroupKey } from '../types';

const MEMBERS = 'department';
const OWNERS = 'departmentOwners';
const memberKey = (id: string) => `${MEMBERS}:${id}`;
const ownerKey = (id: string) => `${OWNERS}:${id}`;

/** A department of NocoBase by its id, without those below it: `3` all members, `3:owners` only who leads it. */
export const department: AssigneeKind = {
  kind: 'department',
  prefixes: [MEMBERS, OWNERS],

  async groupKeysFor(_tx, value, context) {
    const [, id, owners] = /^(\d+)(:owners)?$/.exec(value) ?? [];
    if (id === undefined) throw badValue(context.element, 'department', value);
    return [owners ? ownerKey(id) : memberKey(id)];
  },

  async membersOf(tx, groupKeys) {
    const members = await findDepartmentMembers(tx, idsOf(groupKeys, MEMBERS));
    const owners = await findDepartmentMembers(tx, idsOf(groupKeys, OWNERS), { ownersOnly: true });
    return new Map([...(await byGroup(tx, members, memberKey)), ...(await byGroup(tx, owners, ownerKey))]);
  },

  async groupKeysOf(tx, userId) {
    const own = await findDepartmentsOf(tx, userId);
    return own.flatMap(({ departmentId, isOwner }) => [memberKey(departmentId), ...(isOwner ? [ownerKey(departmentId)] : [])]);
  },

  async choices(tx, locale) {
    return (await listDepartments(tx)).flatMap(({ id, title }) => [
      { value: id, label: title },
      { value: `${id}:owners`, label: textOf(locale, 'designer.assigneeKind.departmentOwners', { title }) },
    ]);
  },

  async labelsOf(tx, groupKeys) {
    const titles = await findDepartmentTitles(tx, groupKeys.map(valueOf));
    const labels = groupKeys.map((key) => [key, titles.get(valueOf(key))] as const);
    return new Map(labels.flatMap(([key, title]) => (title === undefined ? [] : [[key, title]])));
  },
};

function idsOf(groupKeys: readonly GroupKey[], prefix: string): readonly string[] {
  return groupKeys.filter((key) => prefixOf(key) === prefix).map(valueOf);
}
