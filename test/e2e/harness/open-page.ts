import type { Page } from 'playwright-core';

/** Every page of ours. */
const OURS = 'section[aria-labelledby]';
const PATH = /^\/v\/admin\/wuxin\/([\w-]+)/;
const kindOf = (path: string) => PATH.exec(path)?.[1];

/** Where somebody looks in between, who goes from one page to another of the same kind: they would share what is mounted. */
const BETWEEN = ['/v/admin/wuxin/start', '/v/admin/wuxin/stand-ins'] as const;

/**
 * Opens an address of the modern client and waits until something of it is there. From one page of ours to another it goes as a
 * link does; the first time, and whenever `isReload` asks for it, the whole application is loaded, which takes seconds.
 */
export async function openPage(page: Page, path: string, selector: string, { isReload = false } = {}): Promise<void> {
  const address = `/v${path}`;
  const shown = kindOf(new URL(page.url(), 'http://nowhere').pathname);
  if (isReload || shown === undefined) await page.goto(address);
  else await follow(page, ...waysTo(address, shown));
  await page.locator(selector).first().waitFor({ state: 'visible' });
}

function waysTo(address: string, shown: string): string[] {
  if (kindOf(address) !== shown) return [address];
  const between = BETWEEN.find((other) => kindOf(other) !== shown);
  return between === undefined ? [address] : [between, address];
}

/** Ends when each page before is gone, so that nothing is found on it by mistake. */
async function follow(page: Page, ...addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    await page.locator(OURS).first().waitFor();
    await page.evaluate(
      ([to, ours]) => {
        for (const left of document.querySelectorAll(ours)) left.setAttribute('data-left', '');
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      },
      [address, OURS] as const,
    );
    await page.locator('[data-left]').first().waitFor({ state: 'detached' });
  }
}
