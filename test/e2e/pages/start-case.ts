import type { Page } from 'playwright-core';
import { openPage } from '../harness';
import { spaced } from './spaced';

/** Starts a case of a process that asks for a title only; ends on its first task. */
export async function startCase(page: Page, processKey: string, title: string): Promise<void> {
  await openPage(page, `/admin/wuxin/start?process=${processKey}`, 'button[type=submit]');
  await page.getByRole('textbox', { name: '标题' }).fill(title);
  await page.getByRole('button', { name: spaced('发起') }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}
