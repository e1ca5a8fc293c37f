import { ADMINISTRATOR, demonstrationAccount, TestBrowser, signIn } from './harness';

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

    expect(complaints).toEqual([]);
  });

  it('and everybody else land on their home page, though NocoBase knows no page for them', async () => {
    const { page } = await browser.newPage('phone');

    await signIn(page, demonstrationAccount('director'));

    await page.getByRole('heading', { level: 1, name: '首页' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/v/admin/wuxin/home');
  });
});
