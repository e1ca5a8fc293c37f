import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SIZES, type Size } from './browser';

const FOLDER = join(__dirname, '../output');
const SETTLE_MS = 300; // antd's longest transition: a picture may not show half a drawer

/** Where a file of this name is kept for whoever looks into a run. */
export function outputFile(name: string): string {
  mkdirSync(FOLDER, { recursive: true });
  return join(FOLDER, name);
}

/** Pictures of the page as it stands, one a size: `output/<name>.desktop.png`, `output/<name>.phone.png`. */
export async function screenshot(page: Page, name: string, sizes: readonly Size[] = ['desktop', 'phone']): Promise<void> {
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: outputFile(`${name}.${size}.png`) });
  }
  if (before) await page.setViewportSize(before);
}
