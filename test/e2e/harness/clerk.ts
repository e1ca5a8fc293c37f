import type { Page } from 'playwright-core';
import { callsOf } from './calls';
import { ADMINISTRATOR, CLERK } from './sign-in';

/** Forms are designed in NocoBase's own designer, which asks for the right to `ui.*`. */
const ROLE = { name: 'processClerk', title: '流程经办', snippets: ['ui.*', '!pm', '!app', 'pm.wuxin.processes'] };
const NICKNAME = '周敏';

/** Gives an installation a clerk who looks after processes, where it has none yet; the page is anybody's. */
export async function employClerk(page: Page): Promise<void> {
  const { get, create } = await callsOf(page, ADMINISTRATOR);
  const asked = encodeURIComponent(JSON.stringify({ username: CLERK.account }));
  if ((await get<unknown[]>(`users:list?filter=${asked}`)).length > 0) return;
  await create('roles', { ...ROLE, strategy: { actions: [] }, allowNewMenu: false });
  const { account: username, password } = CLERK;
  await create('users', { username, password, nickname: NICKNAME, roles: [{ name: ROLE.name }] });
}
