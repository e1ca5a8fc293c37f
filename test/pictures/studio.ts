import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { chooseLanguage, demonstrationAccount, SIZES, takeSession, TestBrowser, tokenOf, type Size } from '../e2e/harness';
import { fileOf, type Language, type Picture } from './gallery';

const DAY_MS = 86_400_000;
const HEAD_PX = 58;
const BELOW = 16; // of a page that does not fill its window
const QUALITY = 82; // letters stay sharp, a picture stays below 200 kB
const SHARPNESS = 1.5; // pixels of the picture for one of the page
const SETTLE_MS = 800; // antd's transitions, and NocoBase's own pictures

/** NocoBase's assistant floats over every page and has nothing to do with ours. */
const FLOATING = 'div:has(> .ai-chat-button-badge), .ant-message { display: none !important; }';

/** Takes pictures of pages, each in a window of its own. */
export class Studio {
  private constructor(
    private readonly browser: TestBrowser,
    private readonly folder: string,
  ) {}

  static async open(folder: string): Promise<Studio> {
    return new Studio(await TestBrowser.open(), folder);
  }

  async take(picture: Picture, size: Size, language: Language): Promise<void> {
    const { who, open, height, shows } = picture;
    const { page } = await this.browser.newPage(size);
    const account = demonstrationAccount(who);
    await chooseLanguage(page, account, language);
    await takeSession(page, account);
    if (size === 'desktop' && height !== undefined) await page.setViewportSize({ ...SIZES.desktop, height });
    await open(page);
    await page.addStyleTag({ content: FLOATING });
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    const shown = shows?.[size];
    if (shown) await scrollTo(page, shown);
    await page.waitForTimeout(SETTLE_MS);
    writeFileSync(join(this.folder, fileOf(picture, size, language)), await asWebp(page));
    await page.context().close();
  }

  /** The demonstration has no stand-in, and a page with nothing in it shows little. */
  async giveStandIn({ from, to, reason }: { from: string; to: string; reason: string }): Promise<void> {
    const { page } = await this.browser.newPage();
    const { request } = page.context();
    const headers = { Authorization: `Bearer ${await tokenOf(page, demonstrationAccount(from))}` };
    const found = await request.get('/api/bpmnPeople:search', { headers, params: { purpose: 'standIn', search: to } });
    const { data } = (await found.json()) as { data: { id: number }[] };
    const day = (ahead: number) =>
      new Date(Date.now() + ahead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    const body = { standInId: data[0]?.id, fromOn: day(0), untilOn: day(4), reason };
    const given = await request.post('/api/bpmnStandIns:create', { headers, data: body });
    if (!given.ok()) throw new Error(`no stand-in: ${given.status()} ${await given.text()}`);
    await page.context().close();
  }

  /** Nor has it a rule by which records start cases. */
  async addDataStart(rule: object): Promise<void> {
    const { page } = await this.browser.newPage();
    const { request } = page.context();
    const headers = { Authorization: `Bearer ${await tokenOf(page, demonstrationAccount('manager'))}` };
    const saved = await request.post('/api/bpmnDataStarts:save', { headers, data: rule });
    if (!saved.ok()) throw new Error(`no rule: ${saved.status()} ${await saved.text()}`);
    await page.context().close();
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Below NocoBase's head, which covers what is behind it. */
const scrollTo = (page: Page, selector: string): Promise<void> =>
  page
    .locator(selector)
    .first()
    .evaluate((element: HTMLElement, headPx) => {
      element.style.scrollMarginTop = `${headPx}px`;
      element.scrollIntoView({ block: 'start' });
    }, HEAD_PX);

/** Playwright itself writes PNG and JPEG only; this is half the size of either. */
async function asWebp(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const window = page.viewportSize() ?? SIZES.desktop;
  const bottom = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('section[aria-labelledby], .ant-modal-content')];
    return Math.max(...shown.map((part) => part.getBoundingClientRect().bottom));
  });
  const clip = { x: 0, y: 0, ...window, height: Math.min(window.height, Math.ceil(bottom) + BELOW), scale: SHARPNESS };
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY, clip });
  return Buffer.from(data, 'base64');
}
