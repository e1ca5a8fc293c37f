import type { Page } from 'playwright-core';
import { openPage } from '../harness';
import { ADMINISTRATORS, DIALOG, DIRECTORS, PAGE, ROW, type Screen } from './screen';

const FORM = `${PAGE} .ant-form-item`;
/** A list that has come, also an empty one. */
const LIST = `${PAGE} .ant-table-row, ${PAGE} .ant-empty, ${PAGE} .ant-list-item`;

/** A kind is shown by both its names. */
const KIND_NAME = /^(公示|公开|公告|会议通知)$/;

const list = (name: string, who: Screen['who'], path: string, ready = LIST): Screen => ({
  name,
  who,
  open: (page) => openPage(page, `/admin/wuxin/${path}`, ready),
});

async function beginCollection(page: Page): Promise<void> {
  const button = `${PAGE} .ant-btn-primary`;
  await openPage(page, '/admin/wuxin/opinions', button);
  await page.locator(button).first().click();
  await page.locator(`${DIALOG} textarea`).first().waitFor();
}

async function changeKind(page: Page): Promise<void> {
  await openPage(page, '/admin/wuxin/notice-kinds', ROW);
  await page.locator(`${ROW} button`).first().click();
  await page.locator(`${DIALOG} input`).first().waitFor();
}

/** Pages of notices, objections, opinions and the calendar, as they are before anybody has used them; the story of notices shows them in use. */
export const NOTICE_SCREENS: readonly Screen[] = [
  list('notices', DIRECTORS, 'notices'),
  list('a new notice', DIRECTORS, 'notices/new', FORM),
  list('boards', DIRECTORS, 'notice-boards'),
  { ...list('kinds of notices', ADMINISTRATORS, 'notice-kinds', ROW), typed: [KIND_NAME] },
  { name: 'a kind to change', who: ADMINISTRATORS, open: changeKind, part: DIALOG, typed: [KIND_NAME] },
  { ...list('settings of the wall', ADMINISTRATORS, 'notice-wall', FORM), typed: [/^中文$/] }, // a language is offered in its own words
  list('objections', DIRECTORS, 'objections'),
  list('an objection on paper', DIRECTORS, 'objections/new', FORM),
  list('collections of opinions', DIRECTORS, 'opinions'),
  { name: 'a collection to begin', who: DIRECTORS, open: beginCollection, part: DIALOG },
  list('disclosure calendar', DIRECTORS, 'disclosures', `${PAGE} .ant-tabs-tabpane-active .ant-select`),
  list('overdue disclosures', DIRECTORS, 'disclosures?part=overdue', `${PAGE} .ant-tabs-tabpane-active .ant-empty`),
  list('catalogue of disclosures', DIRECTORS, 'disclosures?part=catalogue', `${PAGE} .ant-tabs-tabpane-active ${ROW}`),
];
