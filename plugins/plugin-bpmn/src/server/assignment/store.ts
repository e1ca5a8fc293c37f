import { Op } from 'sequelize';
import type { PersonRef } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import { Table } from '../store';

interface UserRow {
  id: number;
  nickname: string | null;
  username: string | null;
}

/** NocoBase's own tables, read only. */
const users = new Table<UserRow>('users', {
  id: 'number',
  nickname: 'text',
  username: 'text',
});
const roles = new Table<{ name: string; title: string | null }>('roles', { name: 'text', title: 'text' });
const rolesUsers = new Table<{ roleName: string; userId: number }>('rolesUsers', { roleName: 'text', userId: 'number' });

/** The tables of NocoBase's plugin departments, which an installation may not have. */
const departments = new Table<{ id: string; title: string }>('departments', { id: 'text', title: 'text' });
const departmentsUsers = new Table<{ departmentId: string; userId: number; isOwner: boolean }>('departmentsUsers', {
  departmentId: 'text',
  userId: 'number',
  isOwner: 'boolean',
});
const departmentsRoles = new Table<{ departmentId: string; roleName: string }>('departmentsRoles', {
  departmentId: 'text',
  roleName: 'text',
});

const hasDepartments = (tx: ReadAt) => tx.db.hasCollection('departmentsUsers');
const among = <Value>(values: readonly Value[]) => ({ [Op.in]: [...values] });

export async function findPeople(tx: ReadAt, userIds: readonly number[]): Promise<ReadonlyMap<number, PersonRef>> {
  if (userIds.length === 0) return new Map();
  const rows = await users.select(tx, { id: among(userIds) });
  return new Map(rows.map((row) => [row.id, personOf(row)]));
}

const personOf = ({ id, nickname, username }: UserRow): PersonRef => ({ id, name: nickname || username || String(id) });

export interface Membership {
  readonly group: string;
  readonly userId: number;
}

/** Who has a role, themselves or through a department, each once and by their ids: one statement. */
export async function findPeopleOfRole(tx: ReadAt, roleName: string): Promise<readonly PersonRef[]> {
  const { db } = tx;
  const direct = { id: rolesUsers.among(db, 'userId', { roleName }) };
  const ofDepartment = () => ({ departmentId: departmentsRoles.among(db, 'departmentId', { roleName }) });
  const inherited = hasDepartments(tx) ? [{ id: departmentsUsers.among(db, 'userId', ofDepartment()) }] : [];
  return (await users.select(tx, { [Op.or]: [direct, ...inherited] }, { order: [['id', 'ASC']] })).map(personOf);
}

/** Who has one of these roles, themselves or through a department. */
export async function findRoleMembers(tx: ReadAt, roleNames: readonly string[]): Promise<readonly Membership[]> {
  const direct = await rolesUsers.select(tx, { roleName: among(roleNames) });
  const members = direct.map((row) => ({ group: row.roleName, userId: row.userId }));
  if (!hasDepartments(tx)) return members;
  const links = await departmentsRoles.select(tx, { roleName: among(roleNames) });
  const people = await findDepartmentMembers(tx, [...new Set(links.map((link) => link.departmentId))]);
  const inherited = links.flatMap((link) =>
    people.filter((person) => person.group === link.departmentId).map((person) => ({ ...person, group: link.roleName })),
  );
  return [...members, ...inherited];
}

export async function findRolesOf(tx: ReadAt, userId: number): Promise<readonly string[]> {
  const direct = await rolesUsers.select(tx, { userId });
  const own = await findDepartmentsOf(tx, userId);
  const inherited =
    own.length > 0 ? await departmentsRoles.select(tx, { departmentId: among(own.map((row) => row.departmentId)) }) : [];
  return [...new Set([...direct, ...inherited].map((row) => row.roleName))];
}

export async function findRoleTitles(tx: ReadAt, roleNames: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await roles.select(tx, { name: among(roleNames) });
  return new Map(rows.map((row) => [row.name, row.title || row.name]));
}

export async function findDepartmentMembers(
  tx: ReadAt,
  departmentIds: readonly string[],
  options: { readonly ownersOnly?: boolean } = {},
): Promise<readonly Membership[]> {
  if (departmentIds.length === 0 || !hasDepartments(tx)) return [];
  const where = { departmentId: among(departmentIds), ...(options.ownersOnly ? { isOwner: true } : {}) };
  const rows = await departmentsUsers.select(tx, where);
  return rows.map((row) => ({ group: row.departmentId, userId: row.userId }));
}

export async function findDepartmentsOf(
  tx: ReadAt,
  userId: number,
): Promise<readonly { departmentId: string; isOwner: boolean }[]> {
  return hasDepartments(tx) ? departmentsUsers.select(tx, { userId }) : [];
}

export async function findDepartmentTitles(tx: ReadAt, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (!hasDepartments(tx)) return new Map();
  const rows = await departments.select(tx, { id: among(ids) });
  return new Map(rows.map((row) => [row.id, row.title]));
}

/** All of them, in the order of their titles. */
export async function listRoles(tx: ReadAt): Promise<readonly { name: string; title: string }[]> {
  const rows = await roles.select(tx, {}, { order: [['title', 'ASC']] });
  return rows.map(({ name, title }) => ({ name, title: title || name }));
}

export const listDepartments = async (tx: ReadAt): Promise<readonly { id: string; title: string }[]> =>
  hasDepartments(tx) ? departments.select(tx, {}, { order: [['title', 'ASC']] }) : [];
