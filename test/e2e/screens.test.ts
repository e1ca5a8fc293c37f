import type { Page } from 'playwright-core';
import { Cast, expectAxeClean, openPage, SIZES } from './harness';
import { expectMark, overhang, resize, smallestLetters, speak } from './screens/look';
import { PAGE, SCREENS, type Screen } from './screens/screens';
import { chineseNobodyTyped } from './screens/typed';

const SMALLEST_LETTERS_PX = 8;

async function openScreen(cast: Cast, who: string, { open }: Screen): Promise<Page> {
  const page = await cast.page(who);
  await page.setViewportSize(SIZES.desktop); // the last screen may have left it a phone
  await open(page);
  return page;
}

async function expectUsable(page: Page, { part = PAGE, hasDiagram }: Screen): Promise<void> {
  for (const size of ['desktop', 'phone'] as const) {
    await resize(page, size);
    await expectAxeClean(page, { include: part });
    expect({ size, overhang: await overhang(page) }).toEqual({ size, overhang: 0 });
    if (!hasDiagram) continue;
    await expectMark(page);
    expect(await smallestLetters(page)).toBeGreaterThan(SMALLEST_LETTERS_PX);
  }
}

describe('every page', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await Cast.open();
  });
  afterAll(() => cast?.close());

  it.each(SCREENS)('$name: works on a desktop and on a phone, for everybody, in Chinese', async (screen) => {
    const page = await openScreen(cast, screen.who.zh, screen);
    await expectUsable(page, screen);
  });

  it('speaks English once somebody chooses it', async () => {
    const page = await cast.page('manager');
    await openPage(page, '/admin/wuxin/inbox', '[role=tab]');
    await speak(page, 'English', 'My tasks');
  });

  it('speaks English to whom has chosen it elsewhere', async () => {
    const page = await cast.page('xl-director', 'desktop', 'en-US');
    await openPage(page, '/admin/wuxin/inbox', '[role=tab]');
    await page.getByRole('heading', { level: 1, name: 'My tasks' }).waitFor();
  });

  it.each(SCREENS)('$name: works on a desktop and on a phone, for everybody, in English', async (screen) => {
    const page = await openScreen(cast, screen.who.en, screen);
    await expectUsable(page, screen);
    expect(await chineseNobodyTyped(page)).toEqual([]);
  });
});
