import type { Page } from 'playwright-core';
import { expectAxeClean, type Size } from '../harness';
import { expectMark, overhang, resize, smallestLetters } from './look';
import { PAGE, type Screen } from './screen';
import { chineseNobodyTyped } from './typed';

const SMALLEST_LETTERS_PX = 8;
const SIZES: readonly Size[] = ['desktop', 'phone'];

type Look = Pick<Screen, 'part' | 'hasDiagram' | 'isWaiting' | 'except' | 'typed'>;

/** What holds on a desktop and on a phone in every language: nobody has to scroll sideways, and a diagram can be read. */
async function onEachSize(page: Page, { part = PAGE, hasDiagram, isWaiting }: Look, look: () => Promise<void>): Promise<void> {
  for (const size of SIZES) {
    await resize(page, size, { isWaiting });
    await page.locator(part).first().waitFor(); // what asks for its answer anew at another width shows nothing until it has it
    await look();
    expect({ size, overhang: await overhang(page) }).toEqual({ size, overhang: 0 });
    if (!hasDiagram) continue;
    await expectMark(page);
    expect(await smallestLetters(page)).toBeGreaterThan(SMALLEST_LETTERS_PX);
  }
}

/** Works on a desktop and on a phone, for everybody: nothing that axe finds. */
export const expectUsable = (page: Page, screen: Look): Promise<void> =>
  onEachSize(page, screen, async () => {
    await page.mouse.move(0, 0); // under it, a button of the host's theme has another colour
    await expectAxeClean(page, { include: screen.part ?? PAGE, except: screen.except });
  });

/** Says everything in English, and has room for it. Axe, which looks at what the words stand in, has seen it in Chinese. */
export const expectEnglish = (page: Page, screen: Look): Promise<void> =>
  onEachSize(page, screen, async () => expect(await chineseNobodyTyped(page, screen.part, screen.typed)).toEqual([]));
