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

/** One of the people of the demonstration content, by user name. */
export function demonstrationAccount(username: string): Account {
  const file = join(__dirname, '../../../workflows/demo/accounts.json');
  const { password, accounts } = JSON.parse(readFileSync(file, 'utf8')) as DemonstrationAccounts;
  if (!accounts.some((known) => known.username === username)) throw new Error(`No demonstration account "${username}".`);
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
