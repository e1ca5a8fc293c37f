import type { Page } from 'playwright-core';

const PATH = /^\/v\/admin\/wuxin\/([\w-]+)/;
const kindOf = (path: string) => PATH.exec(path)?.[1];

/**
 * Opens an address of the modern client and waits until something of it is there. From one page of ours to another of a
 * different kind it goes as a link does; otherwise, and whenever `isReload` asks for it, the whole application is loaded.
 */
export async function openPage(page: Page, path: string, selector: string, { isReload = false } = {}): Promise<void> {
  const address = `/v${path}`;
  const shown = kindOf(new URL(page.url(), 'http://nowhere').pathname);
  if (isReload || shown === undefined || shown === kindOf(address)) await page.goto(address);
  else await follow(page, address);
  await page.locator(selector).first().waitFor({ state: 'visible' });
}

/** Ends when the page before is gone, so that nothing is found on it by mistake. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    for (const left of document.querySelectorAll('section[aria-labelledby]')) left.setAttribute('data-left', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await page.locator('[data-left]').first().waitFor({ state: 'detached' });
}
