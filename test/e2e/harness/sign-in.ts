import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export interface Account {
  readonly account: string;
  readonly password: string;
}

/** The one whom NocoBase itself creates. */
export const ADMINISTRATOR: Account = { account: 'admin', password: 'admin123' };

interface DemonstrationAccounts {
  readonly password: string;
  readonly accounts: readonly { readonly username: string }[];
}
interface DemonstrationRegion {
  readonly colleagues: readonly { readonly username: string }[];
}

const demonstration = <T>(file: string): T =>
  JSON.parse(readFileSync(join(__dirname, '../../../workflows/demo', file), 'utf8')) as T;

/** One of the people of the demonstration, by user name, or the administrator. */
export function demonstrationAccount(username: string): Account {
  const { password, accounts } = demonstration<DemonstrationAccounts>('accounts.json');
  const { colleagues } = demonstration<DemonstrationRegion>('region.json');
  const people = [...accounts, ...colleagues];
  if (!people.some((known) => known.username === username)) throw new Error(`No demonstration account "${username}".`);
  return { account: username, password };
}

/** Through the sign-in form, as a person does it; ends when the person is inside. */
export async function signIn(page: Page, { account, password }: Account): Promise<void> {
  await page.goto('/v/signin');
  await page.locator('input[autocomplete=username]').fill(account);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/signin'));
}

/** Gives a page the session that the sign-in form would give it, without showing two pages for it. */
export async function takeSession(page: Page, { account, password }: Account): Promise<void> {
  const token = await tokenOf(page, { account, password });
  await page.addInitScript((given) => {
    if (localStorage.getItem('NOCOBASE_TOKEN')) return;
    localStorage.setItem('NOCOBASE_AUTH', 'basic');
    localStorage.setItem('NOCOBASE_TOKEN', given);
  }, token);
}

/** Has the person's next page in a language that was chosen elsewhere. */
export async function chooseLanguage(page: Page, account: Account, appLang: 'zh-CN' | 'en-US'): Promise<void> {
  const token = await tokenOf(page, account);
  const answer = await page.context().request.post('/api/users:updateLang', {
    data: { appLang },
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok()) throw new Error(`${account.account} cannot choose a language: ${answer.status()}`);
}

async function tokenOf(page: Page, { account, password }: Account): Promise<string> {
  const answer = await page.context().request.post('/api/auth:signIn', {
    data: { account, password },
    headers: { 'X-Authenticator': 'basic' },
  });
  if (!answer.ok()) throw new Error(`${account} cannot sign in: ${answer.status()}`);
  const { data } = (await answer.json()) as { data: { token: string } };
  return data.token;
}
