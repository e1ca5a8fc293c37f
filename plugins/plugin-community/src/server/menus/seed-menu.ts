import type { Database } from '@nocobase/database';
import type { Transaction } from 'sequelize';
import { Artefacts } from '../artefacts';
import { createRow, findRow, findRows, text, type Reader } from '../rows';
import { LATER_RIGHTS, MENU, ROLES, type MenuEntry, type RoleDefinition } from './entries';

/** Without a layout NocoBase leaves a route out of every menu. */
const LAYOUTS = ['admin-layout-model'];
const translated = (key: string) => `{{t("${key}", { ns: "@wuxin/plugin-community" })}}`;

interface ManyRepository {
  add(options: { tk: unknown[]; transaction?: Transaction }): Promise<void>;
  remove(options: { tk: unknown[]; transaction?: Transaction }): Promise<void>;
}

/** Roles and menu entries of ours, each made once: afterwards they belong to the administrators. */
export async function seedMenu(db: Database): Promise<void> {
  const artefacts = await Artefacts.of(db, 'menu');
  for (const role of ROLES) await artefacts.once('role', role.name, () => seedRole({ db }, role));
  for (const { role, snippet } of LATER_RIGHTS) {
    await artefacts.once('right', `${role}/${snippet}`, () => seedRight({ db }, role, snippet));
  }
  for (const [index, entry] of MENU.entries()) await artefacts.once('entry', entry.uid, () => seedEntry({ db }, entry, index));
}

async function seedRole(reader: Reader, { name, title, snippets }: RoleDefinition): Promise<void> {
  if (await findRow(reader, 'roles', { name })) return;
  // no right on any collection: case data is reached through tasks only
  const rights = { strategy: { actions: [] }, allowNewMenu: false, snippets: [...snippets] };
  await createRow(reader, 'roles', { name, title: translated(title), ...rights });
}

/** A role that says something of it already, or that is gone, is left as its administrators made it. */
async function seedRight(reader: Reader, name: string, snippet: string): Promise<void> {
  const role = await findRow(reader, 'roles', { name });
  const rules = (role?.get('snippets') ?? []) as readonly string[]; // a JSON column of NocoBase
  if (!role || rules.includes(snippet) || rules.includes(`!${snippet}`)) return;
  const values = { snippets: [...rules, snippet] };
  await reader.db.getRepository('roles').update({ filterByTk: name, values, transaction: reader.transaction });
}

async function seedEntry(reader: Reader, { uid, title, icon, href, roles }: MenuEntry, sort: number): Promise<void> {
  if (await findRow(reader, 'desktopRoutes', { schemaUid: uid })) return;
  const route = await createRow(reader, 'desktopRoutes', {
    type: 'link',
    title: translated(title),
    icon,
    sort,
    schemaUid: uid,
    menuSchemaUid: `${uid}Item`,
    options: { href, openInNewWindow: false },
    uiLayouts: LAYOUTS,
  });
  await grant(reader, route.get('id'), roles);
}

/** NocoBase gives every new route to roles that take new menus, so those that should not see it lose it again. */
async function grant(reader: Reader, routeId: unknown, roles: readonly string[]): Promise<void> {
  for (const role of await findRows(reader, 'roles')) {
    const name = text(role, 'name');
    if (name === 'root' || name === 'admin') continue;
    const routes = reader.db.getRepository('roles.desktopRoutes', name) as unknown as ManyRepository; // declared without add and remove
    await routes.remove({ tk: [routeId], transaction: reader.transaction });
    if (roles.includes(name)) await routes.add({ tk: [routeId], transaction: reader.transaction });
  }
}
