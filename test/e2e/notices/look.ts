import type { Page } from 'playwright-core';
import { expectAxeClean, screenshot, SIZES, type Size } from '../harness';
import { overhang, resize } from '../screens/look';
import { PAGE } from '../screens/screen';
import { expectEnglish } from '../screens/usable';

const BOTH: readonly Size[] = ['phone', 'desktop'];

interface Look {
  readonly part?: string;
  /** What people wrote in this story: the page is one in English. */
  readonly english?: readonly RegExp[];
}

/** Keeps pictures of a page at both sizes: nothing that axe finds, nobody has to scroll sideways, an English one says nothing in Chinese. */
export async function lookAt(page: Page, name: string, { part = PAGE, english }: Look = {}): Promise<void> {
  for (const size of BOTH) {
    await resize(page, size);
    await page.locator(part).first().waitFor();
    await page.mouse.move(0, 0); // under it, a button of the host's theme has another colour
    await expectAxeClean(page, { include: part });
    expect({ name, size, overhang: await overhang(page) }).toEqual({ name, size, overhang: 0 });
    await screenshot(page, `notices-${name}-${size}`);
  }
  if (english) await expectEnglish(page, { part, typed: english });
}

/** The same for a page of the wall, which is looked at by somebody whose browser does run scripts: axe is one. */
export async function lookAtWall(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address);
  for (const size of BOTH) {
    await page.setViewportSize(SIZES[size]);
    await expectAxeClean(page);
    expect({ name, size, overhang: await overhang(page) }).toEqual({ name, size, overhang: 0 });
    await screenshot(page, `notices-wall-${name}-${size}`);
  }
}
