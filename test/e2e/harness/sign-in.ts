import { AGAIN } from './again';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export interface Account {
  readonly account: string;
  readonly password: string;
}

/** The one whom NocoBase itself creates. */
export const ADMINISTRATOR: Account = { account: 'admin', password: 'admin123' };

/** Whose rights are processes and the forms in them, and nothing else of an administrator's; see `employClerk`. */
export const CLERK: Account = { account: 'clerk', password: 'clerk123' };

interface Person {
  readonly username: string;
  readonly nickname: string;
}
interface DemonstrationAccounts {
  readonly password: string;
  readonly accounts: readonly Person[];
}
interface DemonstrationRegion {
  readonly colleagues: readonly Person[];
}

const demonstration = <T>(file: string): T =>
  JSON.parse(readFileSync(join(__dirname, '../../../workflows/demo', file), 'utf8')) as T;

/** One of the people of the demonstration, by user name. */
export function demonstrationAccount(username: string): Account {
  personOf(username);
  return { account: username, password: demonstration<DemonstrationAccounts>('accounts.json').password };
}

/** What somebody of the demonstration is called. */
export const demonstrationName = (username: string): string => personOf(username).nickname;

function personOf(username: string): Person {
  const { accounts } = demonstration<DemonstrationAccounts>('accounts.json');
  const { colleagues } = demonstration<DemonstrationRegion>('region.json');
  const person = [...accounts, ...colleagues].find((known) => known.username === username);
  if (!person) throw new Error(`No demonstration account "${username}".`);
  return person;
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
export async function takeSession(page: Page, account: Account): Promise<void> {
  const token = await tokenOf(page, account);
  await keep(page, { NOCOBASE_AUTH: 'basic', NOCOBASE_TOKEN: token });
}

/** What NocoBase's user menu does when somebody chooses a language, for the pages to come. */
export async function chooseLanguage(page: Page, account: Account, appLang: 'zh-CN' | 'en-US'): Promise<void> {
  const answer = await page.context().request.post('/api/users:updateLang', {
    data: { appLang },
    ...AGAIN,
    headers: { Authorization: `Bearer ${await tokenOf(page, account)}` },
  });
  if (!answer.ok()) throw new Error(`${account.account} cannot choose a language: ${answer.status()}`);
  await keep(page, { NOCOBASE_LOCALE: appLang });
}

/** Values of the browser's storage, where the page has not set others since. */
const keep = (page: Page, values: Readonly<Record<string, string>>): Promise<void> =>
  page.addInitScript((given) => {
    for (const [name, value] of Object.entries(given)) if (!localStorage.getItem(name)) localStorage.setItem(name, value);
  }, values);

/** What the sign-in form would be given. */
export async function tokenOf(page: Page, { account, password }: Account): Promise<string> {
  const answer = await page.context().request.post('/api/auth:signIn', {
    data: { account, password },
    ...AGAIN,
    headers: { 'X-Authenticator': 'basic' },
  });
  if (!answer.ok()) throw new Error(`${account} cannot sign in: ${answer.status()}`);
  const { data } = (await answer.json()) as { data: { token: string } };
  return data.token;
}
