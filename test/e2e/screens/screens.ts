import type { Page } from 'playwright-core';
import { openPage } from '../harness';

export interface Screen {
  readonly name: string;
  /** Who looks at it, in Chinese and in English. */
  readonly who: { readonly zh: string; readonly en: string };
  open(page: Page): Promise<void>;
  /** The part that is ours to answer for, where it is not the page itself: the frame around it is NocoBase's. */
  readonly part?: string;
  /** Then it also shows the mark of bpmn.io, which nothing may cover. */
  readonly hasDiagram?: boolean;
}

export const PAGE = 'section[aria-labelledby]';
export const DIALOG = '.ant-modal-content';

const ADMINISTRATORS = { zh: 'admin', en: 'manager' };
const DIRECTORS = { zh: 'director', en: 'xl-director' };
const ROW = '.ant-table-row';

async function openFirst(page: Page, path: string, ready: string): Promise<void> {
  await openPage(page, path, ROW);
  await page.locator(ROW).getByRole('link').first().click();
  await page.locator(ready).first().waitFor();
}

/** A dialog of a page, opened by the button in its head. */
const dialog = (path: string) => async (page: Page) => {
  const button = `${PAGE} .ant-btn-primary`;
  await openPage(page, path, button);
  await page.locator(button).first().click();
  await page.locator(`${DIALOG} textarea`).waitFor();
};

/** The dialog of a day of the calendar. */
async function dayDialog(page: Page): Promise<void> {
  const button = `${PAGE} .ant-btn-primary`;
  await openPage(page, '/admin/wuxin/calendars', button);
  await page.locator(button).first().click();
  await page.locator(`${DIALOG} .ant-picker`).waitFor();
}

interface Act {
  readonly name: string;
  /** What its button says, in both languages. */
  readonly button: RegExp;
}

async function ask(page: Page, { button }: Act): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await page.locator(`${DIALOG} textarea`).waitFor();
}

/** What is asked before something is done with a task, or with a case. */
const TASK_ACTS: readonly Act[] = [
  { name: 'transfer', button: /^(转\s*办|Transfer)$/ },
  { name: 'delegation', button: /^(委\s*派|Delegate)$/ },
  { name: 'return', button: /^(退\s*回|Return)$/ },
];
const CASE_ACTS: readonly Act[] = [
  { name: 'reminder', button: /^(催\s*办|Remind)$/ },
  { name: 'copy', button: /^(抄\s*送|Copy to)$/ },
  { name: 'suspension', button: /^(暂\s*停|Suspend)$/ },
  { name: 'cancellation', button: /^(取消办件|Cancel the case)$/ },
];
const WITHDRAWAL: Act = { name: 'withdrawal', button: /^(撤\s*回|Withdraw)$/ };

const askedOf = (act: Act, who: Screen['who'], open: (page: Page) => Promise<void>): Screen => ({
  name: `a ${act.name}`,
  who,
  part: DIALOG,
  open: async (page) => {
    await open(page);
    await ask(page, act);
  },
});

/** The case of the last task that somebody did. */
async function openLastDone(page: Page): Promise<void> {
  await openFirst(page, '/admin/wuxin/inbox/done', '.ant-alert');
  await page.locator('a[href*="/instance/"]').first().click();
  await page.locator('.djs-shape').first().waitFor();
}

const ASKED: readonly Screen[] = [
  ...TASK_ACTS.map((act) => askedOf(act, DIRECTORS, (page) => openFirst(page, '/admin/wuxin/inbox', '.ant-form-item textarea'))),
  ...CASE_ACTS.map((act) => askedOf(act, ADMINISTRATORS, (page) => openFirst(page, '/admin/wuxin/board', '.djs-shape'))),
  // of steps whose next holder has not read them, which none of these screens does
  askedOf(WITHDRAWAL, { zh: 'director', en: 'hs-secretary' }, openLastDone),
];

/** A decision table with the result of a trial. */
export async function openTriedTable(page: Page): Promise<void> {
  await openPage(page, '/admin/wuxin/decisions/covenant-review-route/detail', '[id^=cell-agreed]');
  await page
    .locator('.ant-select')
    .filter({ has: page.locator('#value0') })
    .click();
  await page.locator('.ant-select-item-option').first().click();
  for (const input of [1, 2]) await page.locator(`#value${input}`).fill('0');
  await page.locator('form button[type=submit]').click();
  await page
    .locator('.ant-card')
    .filter({ has: page.locator('#value0') })
    .getByRole('status')
    .waitFor();
}

const process = (name: string, tab: string, ready = ROW): Screen => ({
  name,
  hasDiagram: tab === 'diagram',
  who: ADMINISTRATORS,
  open: (page) => openPage(page, `/admin/wuxin/processes/covenant/detail?tab=${tab}`, ready),
});

/** Every page of ours, as somebody who works with it sees it in the demonstration. */
export const SCREENS: readonly Screen[] = [
  { name: 'inbox', who: DIRECTORS, open: (page) => openPage(page, '/admin/wuxin/inbox', ROW) },
  { name: 'task', who: DIRECTORS, open: (page) => openFirst(page, '/admin/wuxin/inbox', '.ant-form-item textarea') },
  { name: 'task that was handled', who: DIRECTORS, open: (page) => openFirst(page, '/admin/wuxin/inbox/done', '.ant-alert') },
  { name: 'stand-ins', who: DIRECTORS, open: (page) => openPage(page, '/admin/wuxin/stand-ins', '.ant-empty') },
  { name: 'a new stand-in', who: DIRECTORS, open: dialog('/admin/wuxin/stand-ins'), part: DIALOG },
  {
    name: 'stand-ins of everybody',
    who: ADMINISTRATORS,
    open: (page) => openPage(page, '/admin/wuxin/stand-ins?tab=all', '.ant-tabs-tabpane-active .ant-btn'),
  },
  { name: 'start', who: DIRECTORS, open: (page) => openPage(page, '/admin/wuxin/start', 'button[type=submit]') },
  { name: 'board', who: { zh: 'supervisor', en: 'manager' }, open: (page) => openPage(page, '/admin/wuxin/board', ROW) },
  {
    name: 'tracking',
    who: { zh: 'supervisor', en: 'manager' },
    open: (page) => openFirst(page, '/admin/wuxin/board', '.djs-shape'),
    hasDiagram: true,
  },
  { name: 'processes', who: ADMINISTRATORS, open: (page) => openPage(page, '/admin/wuxin/processes', ROW) },
  process('process', 'diagram', '.djs-shape'),
  process('forms', 'forms'),
  process('parameters', 'parameters'),
  process('versions', 'versions'),
  { name: 'parameters everywhere', who: ADMINISTRATORS, open: (page) => openPage(page, '/admin/wuxin/parameters', ROW) },
  {
    name: 'one parameter',
    who: ADMINISTRATORS,
    // by its address, in which the key's dot may not look like the end of a file's name
    open: (page) => openPage(page, '/admin/wuxin/parameters/cov.women_pct/detail', ROW, { isReload: true }),
  },
  { name: 'a new value', who: ADMINISTRATORS, open: dialog('/admin/wuxin/parameters/cov.women_pct/detail'), part: DIALOG },
  { name: 'decision tables', who: ADMINISTRATORS, open: (page) => openPage(page, '/admin/wuxin/decisions', ROW) },
  { name: 'one decision table, tried', who: ADMINISTRATORS, open: openTriedTable },
  { name: 'calendars', who: ADMINISTRATORS, open: (page) => openPage(page, '/admin/wuxin/calendars', '.ant-alert') },
  { name: 'a day to set', who: ADMINISTRATORS, open: dayDialog, part: DIALOG },
  ...ASKED,
  { name: 'starts by data', who: ADMINISTRATORS, open: (page) => openPage(page, '/admin/wuxin/data-starts', '.ant-empty') },
  { name: 'a new rule', who: ADMINISTRATORS, open: dialog('/admin/wuxin/data-starts'), part: DIALOG },
  process('incidents', 'incidents', '.ant-empty'),
  {
    name: 'no permission',
    who: DIRECTORS,
    open: (page) => openPage(page, '/admin/wuxin/processes', '.ant-result'),
  },
  { name: 'not found', who: DIRECTORS, open: (page) => openPage(page, '/admin/wuxin/instance/404', '.ant-result') },
];
