import type { Page } from 'playwright-core';
import { openPage } from '../harness';
import { NOTICE_SCREENS } from './notices';
import { QUESTIONS } from './questions';
import { ADMINISTRATORS, DIALOG, DIRECTORS, openFirst, PAGE, ROW, STARTERS, SUPERVISORS, type Screen } from './screen';
import { STATES } from './states';

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

const DETAIL = '/admin/wuxin/processes/covenant/detail';

/** A tab of the page of the covenant, which stays open for the next one. */
const process = (name: string, tab: string, ready = ROW): Screen => ({
  name,
  hasDiagram: tab === 'diagram',
  who: ADMINISTRATORS,
  open: async (page) => {
    if (!page.url().includes(DETAIL)) return openPage(page, `${DETAIL}?tab=${tab}`, ready);
    await page.locator(`[data-node-key=${tab}]`).click();
    await page.locator(`.ant-tabs-tabpane-active ${ready}`).first().waitFor();
  },
});

/** The templates of a process with what may be written into them. */
const TEMPLATES: Screen = {
  ...process('templates', 'templates'),
  open: async (page) => {
    await process('templates', 'templates').open(page);
    await page.locator('.ant-collapse-header').click();
    await page.locator('.ant-collapse-content code').first().waitFor();
  },
};

const home = (name: string, who: Screen['who']): Screen => ({
  name,
  who,
  open: (page) => openPage(page, '/admin/wuxin/home', `${PAGE} ul[aria-label]`),
});

const openCase = (page: Page) => openFirst(page, '/admin/wuxin/board?process=covenant', '.djs-shape');

const AS_LIST: Screen = {
  name: 'tracking as a list',
  who: SUPERVISORS,
  open: async (page) => {
    await openCase(page);
    await page.getByRole('button', { name: /^(列\s*表|List)$/ }).click();
    await page.locator(`${PAGE} ol[aria-label] [aria-current=step]`).last().waitFor();
  },
};

const DOCUMENTS = '.ant-card:has(.anticon-file-word)';

/** Every page of ours, as somebody who works with it sees it in the demonstration. */
export const SCREENS: readonly Screen[] = [
  home('home of who has tasks', DIRECTORS),
  home('home of who started cases', STARTERS),
  home('home of a supervisor', SUPERVISORS),
  home('home of an administrator', ADMINISTRATORS),
  { name: 'inbox', who: DIRECTORS, open: (page) => openPage(page, '/admin/wuxin/inbox', ROW) },
  { name: 'what somebody started', who: STARTERS, open: (page) => openPage(page, '/admin/wuxin/inbox/started', ROW) },
  {
    name: 'what somebody may read',
    who: STARTERS,
    open: (page) => openPage(page, '/admin/wuxin/inbox/cc', `${ROW}, .ant-empty`),
  },
  {
    name: 'task',
    who: DIRECTORS,
    open: (page) => openFirst(page, '/admin/wuxin/inbox?process=covenant', '.ant-form-item textarea'),
  },
  {
    name: 'task that was handled',
    who: DIRECTORS,
    open: (page) => openFirst(page, '/admin/wuxin/inbox/done?process=covenant', '.ant-alert'),
  },
  { name: 'stand-ins', who: DIRECTORS, open: (page) => openPage(page, '/admin/wuxin/stand-ins', '.ant-empty') },
  { name: 'a new stand-in', who: DIRECTORS, open: dialog('/admin/wuxin/stand-ins'), part: DIALOG },
  {
    name: 'one parameter',
    who: ADMINISTRATORS,
    // the first page of this person, by its address, in which the key's dot may not look like the end of a file's name
    open: (page) => openPage(page, '/admin/wuxin/parameters/cov.women_pct/detail', ROW),
  },
  { name: 'a new value', who: ADMINISTRATORS, open: dialog('/admin/wuxin/parameters/cov.women_pct/detail'), part: DIALOG },
  { name: 'parameters everywhere', who: ADMINISTRATORS, open: (page) => openPage(page, '/admin/wuxin/parameters', ROW) },
  {
    name: 'stand-ins of everybody',
    who: ADMINISTRATORS,
    open: (page) => openPage(page, '/admin/wuxin/stand-ins?tab=all', '.ant-tabs-tabpane-active .ant-btn'),
  },
  { name: 'start', who: DIRECTORS, open: (page) => openPage(page, '/admin/wuxin/start', 'button[type=submit]') },
  { name: 'board', who: SUPERVISORS, open: (page) => openPage(page, '/admin/wuxin/board', ROW) },
  { name: 'tracking', who: SUPERVISORS, open: openCase, hasDiagram: true },
  AS_LIST,
  {
    name: 'documents of a case',
    who: STARTERS,
    part: DOCUMENTS,
    open: (page) => openFirst(page, '/admin/wuxin/inbox/started?process=covenant', DOCUMENTS),
  },
  { name: 'processes', who: ADMINISTRATORS, open: (page) => openPage(page, '/admin/wuxin/processes', ROW) },
  process('process', 'diagram', '.djs-shape'),
  process('forms', 'forms'),
  TEMPLATES,
  process('parameters', 'parameters'),
  process('versions', 'versions'),
  process('incidents', 'incidents', '.ant-empty'),
  {
    name: 'the designer of a form',
    who: ADMINISTRATORS,
    open: (page) => openPage(page, '/admin/wuxin/processes/covenant/form/solicit/design', '.ant-form-item-extra'),
    except: { 'color-contrast': 'NocoBase draws the buttons of its designer, and an empty table in it, in colours of its own' },
  },
  { name: 'decision tables', who: ADMINISTRATORS, open: (page) => openPage(page, '/admin/wuxin/decisions', ROW) },
  { name: 'one decision table, tried', who: ADMINISTRATORS, open: openTriedTable },
  { name: 'calendars', who: ADMINISTRATORS, open: (page) => openPage(page, '/admin/wuxin/calendars', '.ant-alert') },
  { name: 'a day to set', who: ADMINISTRATORS, open: dayDialog, part: DIALOG },
  ...QUESTIONS,
  ...NOTICE_SCREENS,
  { name: 'starts by data', who: ADMINISTRATORS, open: (page) => openPage(page, '/admin/wuxin/data-starts', '.ant-empty') },
  { name: 'a new rule', who: ADMINISTRATORS, open: dialog('/admin/wuxin/data-starts'), part: DIALOG },
  { name: 'no permission', who: DIRECTORS, open: (page) => openPage(page, '/admin/wuxin/processes', '.ant-result') },
  { name: 'not found', who: DIRECTORS, open: (page) => openPage(page, '/admin/wuxin/instance/404', '.ant-result') },
  ...STATES,
];
