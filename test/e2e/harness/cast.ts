import type { Page } from 'playwright-core';
import { TestBrowser, type OpenedPage, type Size } from './browser';
import { outputFile } from './output';
import { ADMINISTRATOR, chooseLanguage, CLERK, demonstrationAccount, takeSession } from './sign-in';

/** For what never comes: on a machine with many others on it a page may take ten times as long as on a quiet one. */
const LIMIT_MS = 30_000;

/** The people of the demonstration: each gets a session once, when first needed, and keeps a page of one's own. */
export class Cast {
  readonly complaints: (() => readonly string[])[] = [];
  private readonly pages = new Map<string, Page>();

  private constructor(private readonly browser: TestBrowser) {}

  /** @param address of another server than the one with this worker's demonstration */
  static async open(address?: string): Promise<Cast> {
    return new Cast(await TestBrowser.open(address));
  }

  /** The page of somebody; `language` is what the person chose before, elsewhere. */
  async page(username: string, size: Size = 'desktop', language?: 'en-US'): Promise<Page> {
    const key = `${username} ${size}`;
    const known = this.pages.get(key);
    if (known) return known;
    const page = this.keep(key, await this.browser.newPage(size));
    const account = [ADMINISTRATOR, CLERK].find((own) => own.account === username) ?? demonstrationAccount(username);
    if (language) await chooseLanguage(page, account, language);
    await takeSession(page, account);
    return page;
  }

  /** The page of somebody without an account, in a browser that has never been here. */
  async visitor(name: string, size: Size = 'phone', { hasScripts = false } = {}): Promise<Page> {
    const key = `${name} ${size}`;
    return this.pages.get(key) ?? this.keep(key, await this.browser.newPage(size, { hasScripts }));
  }

  private keep(key: string, { page, complaints }: OpenedPage): Page {
    page.setDefaultTimeout(LIMIT_MS);
    const [who = ''] = key.split(' ');
    this.complaints.push(() => complaints.map((complaint) => `${who}: ${complaint}`));
    this.pages.set(key, page);
    return page;
  }

  /** What everybody sees at this moment, in `output/`. */
  async photograph(name: string): Promise<void> {
    for (const [who, page] of this.pages) await page.screenshot({ path: outputFile(`${name}.${who}.png`), fullPage: true });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
