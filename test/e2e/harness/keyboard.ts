import type { Locator, Page } from 'playwright-core';

const PRESSES = 60;

/** Presses Tab until this has the focus, as people do who use no mouse. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < PRESSES; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached with ${PRESSES} presses of Tab`);
}
