import { ADMINISTRATOR, TestBrowser, screenshot, signIn } from './harness';

describe('the administrator', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await TestBrowser.open();
  });
  afterAll(() => browser?.close());

  it('signs in and sees the shell of NocoBase without an error in the console', async () => {
    const { page, complaints } = await browser.newPage();

    await signIn(page, ADMINISTRATOR);
    await page.locator('.ant-pro-layout-header').last().waitFor({ state: 'visible' });
    await screenshot(page, 'administrator');

    expect(complaints).toEqual([]);
  });
});
