import type { Page } from 'playwright-core';
import { openPage, type Size } from '../e2e/harness';
import { openTriedTable } from '../e2e/screens/screens';

export const LANGUAGES = { 'zh-CN': '', 'en-US': '.en' } as const;
export type Language = keyof typeof LANGUAGES;

export interface Picture {
  readonly name: string;
  /** Who looks at it. */
  readonly who: string;
  readonly sizes: readonly Size[];
  /** Of a desktop's window, in pixels, where the usual height would cut what the picture is about. */
  readonly height?: number;
  open(page: Page): Promise<void>;
  /** What the page is scrolled to, where the picture is about something further down. */
  readonly shows?: Partial<Record<Size, string>>;
}

const BOTH: readonly Size[] = ['desktop', 'phone'];
const DESKTOP: readonly Size[] = ['desktop'];
const ROW = 'section .ant-table-row, section ul[aria-label] > li'; // on a phone a row is a card
const DRAWN = '.djs-shape';
const DOCUMENTS = '.ant-card:has(.anticon-file-word)';
const OUTLINE = 'section .ant-card ol[aria-label]'; // the stages have a list too, above the cards

const at = (path: string, ready: string) => (page: Page) => openPage(page, `/admin/wuxin/${path}`, ready, { isReload: true });

/** The first case or task of a list that says this, opened. */
const first = (path: string, words: RegExp, ready: string) => async (page: Page) => {
  const link = page.locator(ROW).filter({ hasText: words }).locator('a[href*="/instance/"], a[href*="/task/"]').first();
  await at(path, ROW)(page);
  await link.click();
  await page.locator(ready).first().waitFor();
};

const PROPERTIES = /^(属性|Properties)$/;
const COVENANT = /锦苑社区|和顺社区|新岭社区/;

/** Every picture of docs/images, each in Chinese and in English. */
export const GALLERY: readonly Picture[] = [
  { name: 'home', who: 'director', sizes: BOTH, open: at('home', 'section ul[aria-label]') },
  { name: 'inbox', who: 'director', sizes: BOTH, open: at('inbox', ROW) },
  { name: 'task', who: 'director', sizes: BOTH, height: 1250, open: first('inbox', COVENANT, '.ant-form-item textarea') },
  {
    name: 'tracking',
    who: 'supervisor',
    sizes: BOTH,
    height: 1200,
    open: first('board', /和顺社区/, DRAWN),
    shows: { phone: '.ant-card:has(.wuxin-diagram)' },
  },
  {
    name: 'tracking-list',
    who: 'supervisor',
    sizes: BOTH,
    height: 1200,
    async open(page) {
      await first('board', /和顺社区/, DRAWN)(page);
      const list = page.getByRole('button', { name: /^(列\s*表|List)$/ });
      if (await list.isVisible()) await list.click();
      await page.locator(OUTLINE).waitFor();
    },
    shows: { phone: OUTLINE },
  },
  {
    name: 'documents',
    who: 'secretary',
    sizes: BOTH,
    height: 1000,
    open: first('inbox/started', /锦苑社区健身场地建设/, DOCUMENTS),
    shows: { desktop: '.ant-row:has(.anticon-file-word)', phone: DOCUMENTS },
  },
  { name: 'board', who: 'supervisor', sizes: DESKTOP, open: at('board', ROW) },
  { name: 'start', who: 'secretary', sizes: DESKTOP, open: at('start?process=covenant', 'button[type=submit]') },
  { name: 'processes', who: 'manager', sizes: DESKTOP, open: at('processes', ROW) },
  { name: 'process', who: 'manager', sizes: DESKTOP, height: 960, open: at('processes/covenant/detail', DRAWN) },
  {
    name: 'designer',
    who: 'manager',
    sizes: DESKTOP,
    height: 1000,
    async open(page) {
      await at('processes/covenant/design', `.wuxin-designer ${DRAWN}`)(page);
      await page.locator('.wuxin-designer [data-element-id="solicit"]').click();
      await page
        .getByRole('region', { name: PROPERTIES })
        .getByRole('heading', { name: /征集民意|Collect opinions/ })
        .waitFor();
    },
  },
  { name: 'versions', who: 'manager', sizes: DESKTOP, open: at('processes/covenant/detail?tab=parameters', ROW) },
  {
    name: 'templates',
    who: 'manager',
    sizes: DESKTOP,
    height: 1000,
    async open(page) {
      await at('processes/fourDeliberations/detail?tab=templates', ROW)(page);
      await page.locator('.ant-collapse-header').click();
      await page.locator('.ant-collapse-content code').first().waitFor();
    },
  },
  { name: 'parameter', who: 'manager', sizes: DESKTOP, open: at('parameters/cov.women_pct/detail', ROW) },
  { name: 'decision', who: 'manager', sizes: DESKTOP, height: 1250, open: openTriedTable },
  {
    name: 'form-design',
    who: 'manager',
    sizes: DESKTOP,
    height: 1000,
    open: at('processes/covenant/form/solicit/design', 'section .ant-form-item'),
  },
  { name: 'calendar', who: 'manager', sizes: BOTH, height: 1150, open: at('calendars', 'section .ant-card') },
  { name: 'data-starts', who: 'manager', sizes: DESKTOP, open: at('data-starts', ROW) },
  {
    name: 'data-start',
    who: 'manager',
    sizes: DESKTOP,
    height: 1100,
    async open(page) {
      await at('data-starts', ROW)(page);
      await page.locator(ROW).getByRole('button').first().click();
      await page.locator('.ant-modal-content textarea').first().waitFor();
    },
  },
  { name: 'stand-ins', who: 'director', sizes: BOTH, open: at('stand-ins', ROW) },
];

/** The file of docs/images that a picture becomes. */
export const fileOf = ({ name }: Picture, size: Size, language: Language): string => `${name}-${size}${LANGUAGES[language]}.webp`;
