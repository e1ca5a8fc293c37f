import type { Page } from 'playwright-core';
import { Cast, expectAxeClean, openPage, type Size } from './harness';
import { expectMark, overhang, resize, speak } from './screens/look';
import { SCREENS } from './screens/screens';

const OURS = 'section[aria-labelledby]'; // the frame around it is NocoBase's
const SIZES: readonly Size[] = ['desktop', 'phone'];
const WITH_DIAGRAM = SCREENS.filter(({ name }) => name === 'tracking' || name === 'process');

async function expectUsable(page: Page): Promise<void> {
  for (const size of SIZES) {
    await resize(page, size);
    await expectAxeClean(page, { include: OURS });
    expect({ size, overhang: await overhang(page) }).toEqual({ size, overhang: 0 });
  }
  await resize(page, 'desktop');
}

describe('every page', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await Cast.open();
  });
  afterAll(() => cast?.close());

  it.each(SCREENS)('$name: works on a desktop and on a phone, for everybody, in Chinese', async ({ who, open }) => {
    const page = await cast.page(who.zh);
    await open(page);
    await expectUsable(page);
  });

  it.each(WITH_DIAGRAM)('$name: shows the mark of bpmn.io, and nothing covers it', async ({ who, open }) => {
    const page = await cast.page(who.zh);
    await open(page);
    for (const size of SIZES) {
      await resize(page, size);
      await expectMark(page);
    }
    await resize(page, 'desktop');
  });

  it.each(['manager', 'xl-director'])('speaks English once %s chooses it', async (who) => {
    const page = await cast.page(who);
    await openPage(page, '/admin/wuxin/inbox', '[role=tab]');
    await speak(page, 'English', 'My tasks');
  });

  it.each(SCREENS)('$name: works on a desktop and on a phone, for everybody, in English', async ({ who, open }) => {
    const page = await cast.page(who.en);
    await open(page);
    await expectUsable(page);
  });
});
