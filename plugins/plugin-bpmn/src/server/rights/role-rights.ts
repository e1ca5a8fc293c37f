import type { Database } from '@nocobase/database';
import type { RightKey, RoleRights } from '../../common/api';
import type { Tx } from '../runtime/tx';
import { effectOf } from './effect';
import { RIGHT_KEYS } from '../../common/rights';
import { SNIPPET_OF } from './snippets';

/** NocoBase's row of a role; declared without its columns. */
export interface RoleRow {
  get(name: 'name' | 'title'): string;
  get(name: 'snippets'): readonly string[] | null;
}

/** Of NocoBase: the roles whose rights nobody changes here, since one may do everything and the other is of who is not signed in. */
const FIXED = ['root', 'anonymous'];

export async function changeableRoles(tx: Tx): Promise<RoleRow[]> {
  const asked = { filter: { 'name.$notIn': FIXED }, sort: ['createdAt', 'name'], transaction: tx.transaction };
  return (await rolesOf(tx.db).find(asked)) as RoleRow[]; // NocoBase leaves rows untyped
}

export const rolesOf = (db: Database) => db.getRepository('roles');

/** What a sentence calls a role: a title that is translated where it is shown (`{{t("Admin")}}`) can only be shown by a page. */
export function labelOf(role: RoleRow): string {
  const title = role.get('title');
  return title && !title.includes('{{') ? title : role.get('name');
}

/** Names of the roles that may publish, the root user's among them. */
export async function rolesThatPublish(tx: Tx): Promise<string[]> {
  const able = (await changeableRoles(tx)).filter((role) => rightsOf(role.get('snippets') ?? []).publish !== 'none');
  return ['root', ...able.map((role) => role.get('name'))];
}

/** Every role with what it may do to processes. */
export async function roleRights(tx: Tx): Promise<RoleRights[]> {
  const roles = await changeableRoles(tx);
  return roles.map((role) => ({
    role: role.get('name'),
    title: role.get('title'),
    rights: rightsOf(role.get('snippets') ?? []),
  }));
}

export function rightsOf(rules: readonly string[]): RoleRights['rights'] {
  const state = (key: RightKey) => {
    if (key !== 'processes' && key !== 'bind' && effectOf(rules, SNIPPET_OF.processes)) return 'included';
    return effectOf(rules, SNIPPET_OF[key]) ? 'given' : 'none';
  };
  const states = RIGHT_KEYS.map((key) => [key, state(key)] as const);
  return Object.fromEntries(states) as RoleRights['rights']; // one of each key
}
