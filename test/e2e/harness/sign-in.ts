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

/** One of the people of the demonstration content, by user name. */
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

/** Opens an address of the modern client and waits until something of it is there. */
export async function openPage(page: Page, path: string, selector: string): Promise<void> {
  await page.goto(`/v${path}`);
  await page.locator(selector).first().waitFor({ state: 'visible' });
}
