import type { Page } from 'playwright-core';
import { expectAxeClean } from '../harness';
import { expectMark, overhang, resize, smallestLetters } from './look';
import { PAGE, type Screen } from './screens';

const SMALLEST_LETTERS_PX = 8;

/** Works on a desktop and on a phone, for everybody: nothing that axe finds, and nothing to scroll sideways for. */
export async function expectUsable(page: Page, { part = PAGE, hasDiagram }: Pick<Screen, 'part' | 'hasDiagram'>): Promise<void> {
  for (const size of ['desktop', 'phone'] as const) {
    await resize(page, size);
    await page.mouse.move(0, 0); // under it, a button of the host's theme has another colour
    await expectAxeClean(page, { include: part });
    expect({ size, overhang: await overhang(page) }).toEqual({ size, overhang: 0 });
    if (!hasDiagram) continue;
    await expectMark(page);
    expect(await smallestLetters(page)).toBeGreaterThan(SMALLEST_LETTERS_PX);
  }
}
