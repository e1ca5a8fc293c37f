import type { Page } from 'playwright-core';
import { ADMINISTRATORS, DIALOG, DIRECTORS, openFirst, STARTERS, type Screen } from './screen';

interface Act {
  readonly name: string;
  /** What its button says, in both languages. */
  readonly button: RegExp;
}

async function ask(page: Page, { button }: Act): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await page.locator(`${DIALOG} textarea`).waitFor();
}

const TASK_ACTS: readonly Act[] = [
  { name: 'transfer', button: /^(转\s*办|Transfer)$/ },
  { name: 'delegation', button: /^(委\s*派|Delegate)$/ },
];
const CASE_ACTS: readonly Act[] = [
  { name: 'reminder', button: /^(催\s*办|Remind)$/ },
  { name: 'copy', button: /^(抄\s*送|Copy to)$/ },
  { name: 'suspension', button: /^(暂\s*停|Suspend)$/ },
  { name: 'cancellation', button: /^(取消办件|Cancel the case)$/ },
];
const WITHDRAWAL: Act = { name: 'withdrawal', button: /^(撤\s*回|Withdraw)$/ };

/** Closed afterwards, so that the next question about the same case or task is asked on the same page. */
const askedOf = (act: Act, who: Screen['who'], open: (page: Page) => Promise<void>): Screen => ({
  name: `a ${act.name}`,
  who,
  part: DIALOG,
  open: async (page) => {
    if (!(await page.getByRole('button', { name: act.button }).first().isVisible())) await open(page);
    await ask(page, act);
  },
  leave: async (page) => {
    await page.locator(`${DIALOG} .ant-modal-close`).click();
    await page.locator(DIALOG).waitFor({ state: 'detached' });
  },
});

/** The case of the last task that somebody did. */
async function openLastDone(page: Page): Promise<void> {
  await openFirst(page, '/admin/wuxin/inbox/done', '.ant-alert');
  await page.locator('a[href*="/instance/"]').first().click();
  await page.locator('.djs-shape').first().waitFor();
}

/** What is asked before something is done with a task, or with a case; a return is looked at where it is played (actions.test.ts). */
export const QUESTIONS: readonly Screen[] = [
  ...TASK_ACTS.map((act) =>
    askedOf(act, DIRECTORS, (page) => openFirst(page, '/admin/wuxin/inbox?process=covenant', '.ant-form-item textarea')),
  ),
  ...CASE_ACTS.map((act) =>
    askedOf(act, ADMINISTRATORS, (page) => openFirst(page, '/admin/wuxin/board?process=covenant', '.djs-shape')),
  ),
  // of steps whose next holder has not read them, which none of these screens does
  askedOf(WITHDRAWAL, { zh: STARTERS.en, en: STARTERS.en }, openLastDone),
];
