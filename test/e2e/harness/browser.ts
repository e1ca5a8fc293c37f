import { chromium, type Browser, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Nothing grows. antd's dialogs and lists wait at a fifth of their size before they do; on a busy machine that is taken for their place,
 * and they take the press and lose the release. Styles that are adopted ask no content security policy.
 */
function endGrowth(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("[class*='ant-zoom'], [class*='ant-slide'] { transform: none !important; }");
  document.adoptedStyleSheets.push(sheet);
}

/** The two sizes that every screen is looked at. */
export const SIZES = { desktop: { width: 1360, height: 850 }, phone: { width: 360, height: 800 } } as const;
export type Size = keyof typeof SIZES;

export interface OpenedPage {
  readonly page: Page;
  /** What the page complained about so far: console errors and uncaught exceptions. */
  readonly complaints: readonly string[];
}

/** One browser for a test file; each page has cookies and storage of its own, so several people can be signed in at once. */
export class TestBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly address: string,
  ) {}

  /** @param address of another server than the one with this worker's demonstration */
  static async open(address = addressOfThisWorker()): Promise<TestBrowser> {
    const { CHROMIUM_PATH: executablePath } = process.env;
    if (!address || !executablePath) throw new Error('Browser tests run through `npm run test:e2e`, which starts the server.');
    return new TestBrowser(await chromium.launch({ executablePath, args: FLAGS }), address);
  }

  /** @param hasScripts false: of somebody whose browser runs none of a page's */
  async newPage(size: Size = 'desktop', { hasScripts = true } = {}): Promise<OpenedPage> {
    const context = await this.browser.newContext({
      baseURL: this.address,
      viewport: SIZES[size],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      hasTouch: size === 'phone',
      javaScriptEnabled: hasScripts,
    });
    await context.addInitScript(endGrowth);
    const page = await context.newPage();
    const complaints: string[] = [];
    const complain = (text: string) => isOurs(page, text) && complaints.push(text);
    page.on('console', (message) => message.type() === 'error' && complain(`${message.text()} ${message.location().url}`));
    page.on('pageerror', (error) => complain(String(error.stack ?? error)));
    return { page, complaints };
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Workers of jest are numbered from 1; each has a server with a demonstration of its own, so that no story meets another's. */
function addressOfThisWorker(): string | undefined {
  const { WUXIN_E2E_URL: addresses = '', JEST_WORKER_ID: worker = '1' } = process.env;
  return addresses.split(' ')[Number(worker) - 1];
}

/** NocoBase asks for a missing icon, and for a user's data while the sign-in page is shown: not ours to answer for. */
function isOurs(page: Page, complaint: string): boolean {
  return !page.url().includes('/signin') && !complaint.includes('favicon_no_exist');
}
