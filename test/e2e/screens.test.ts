import type { Page } from 'playwright-core';
import { Cast, openPage, SIZES } from './harness';
import { speak } from './screens/look';
import { SCREENS, type Screen } from './screens/screens';
import { chineseNobodyTyped } from './screens/typed';
import { expectUsable } from './screens/usable';

async function openScreen(cast: Cast, who: string, { open }: Screen, language?: 'en-US'): Promise<Page> {
  const page = await cast.page(who, 'desktop', language);
  await page.setViewportSize(SIZES.desktop); // the last screen may have left it a phone
  await open(page);
  return page;
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
    const page = await openScreen(cast, screen.who.en, screen, 'en-US');
    await expectUsable(page, screen);
    expect(await chineseNobodyTyped(page)).toEqual([]);
  });

  it('the designer of a form shows what content says in English', async () => {
    const page = await cast.page('manager', 'desktop', 'en-US');
    await openPage(page, '/admin/wuxin/processes/covenant/form/solicit/design', '.ant-form-item');
    await page
      .getByText('Below the required share the collection goes on')
      .or(page.locator('.ant-form-item-extra'))
      .first()
      .waitFor();

    expect(await chineseNobodyTyped(page)).toEqual([]);
  });
});
