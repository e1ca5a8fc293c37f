import type { Page } from 'playwright-core';
import * as entries from './covenant/entries';
import {
  AGAIN,
  ADMINISTRATOR,
  Cast,
  chooseLanguage,
  demonstrationAccount,
  openPage,
  outputFile,
  story,
  tabTo,
  tokenOf,
} from './harness';
import { covenant, NEW_STEP, secondVersion } from './migration/second-version';
import { ActDialog } from './pages/act-dialog';
import { Inbox } from './pages/inbox';
import { startCase } from './pages/start-case';
import type { Entries } from './pages/task-form';
import { resize } from './screens/look';
import { PAGE } from './screens/screen';
import { expectEnglish, expectUsable } from './screens/usable';

const MIGRATED = `迁移的公约 ${Date.now()}`;
const STAYING = `不迁移的公约 ${Date.now()}`;

async function post(page: Page, url: string, data: object): Promise<Record<string, unknown>> {
  const headers = { Authorization: `Bearer ${await tokenOf(page, ADMINISTRATOR)}` };
  const answer = await page.context().request.post(`/api/${url}`, { data, headers, ...AGAIN });
  if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
  return ((await answer.json()) as { data: Record<string, unknown> }).data;
}

/** @returns the number of the version that is in force now */
async function publish(page: Page, xml: string, note: string): Promise<number> {
  const { problems } = await post(page, 'bpmnProcesses:deploy', { xml });
  expect(problems).toEqual([]);
  return Number((await post(page, 'bpmnProcesses:publish?filterByTk=covenant', { note }))['number']);
}

describe('covenants that run while their procedure gets a new version', () => {
  const step = story(() => cast.photograph('migration-failed'));
  let cast: Cast;
  let page: Page;
  let second: number;

  beforeAll(async () => {
    cast = await Cast.open();
    page = await cast.page('admin');
    await publish(page, covenant(), '迁移之前');
  });
  afterAll(async () => {
    await publish(page, covenant(), '恢复');
    await chooseLanguage(page, demonstrationAccount('manager'), 'zh-CN'); // for the stories after this
    await cast.close();
  });

  const start = async (title: string) => {
    const secretary = await cast.page('secretary');
    await startCase(secretary, 'covenant', title);
  };
  const handle = async (title: string, who: string, name: string, given: Entries, outcome: string) => {
    const task = await (await Inbox.open(await cast.page(who))).openTask(title, name);
    await task.fillAndDecide(given, outcome);
  };
  const drafted = async (title: string) => {
    await handle(title, 'drafter', '汇总反馈', entries.SUMMARISED, '反馈完毕');
    await handle(title, 'drafter', '起草草案', entries.DRAFTED, '提交协商');
    await handle(title, 'secretary', '组织协商', entries.CONSULTED, '提请镇（街）审核');
  };

  step('two of them begin, one has taken its first step; then a lawyer comes between draft and review', async () => {
    await start(MIGRATED);
    await start(STAYING);
    await handle(STAYING, 'director', '征集民意', entries.SOLICITED, '征集结束');

    second = await publish(page, secondVersion(), '增加法律顾问审查，审核缩短为 5 个工作日');
  });

  step('leads from the versions to where cases stand, with what is proposed, on a desktop, a phone and in English', async () => {
    await openPage(page, '/admin/wuxin/processes/covenant/detail?tab=versions', '.ant-table-row');
    await page.getByRole('link', { name: `迁移第 ${second - 1} 版的办件`, exact: true }).click();
    const mapping = page.getByRole('table').first();
    await mapping.getByRole('cell', { name: '征集民意', exact: true }).waitFor();

    await expectUsable(page, { part: PAGE });
    await resize(page, 'phone');
    await page.screenshot({ path: outputFile('migration-plan-phone.png'), fullPage: true });
    await resize(page, 'desktop');
    await page.screenshot({ path: outputFile('migration-plan.png'), fullPage: true });
    const english = await cast.page('manager', 'desktop', 'en-US');
    await openPage(english, `/admin/wuxin/processes/covenant/migrate?from=${second - 1}&to=${second}`, '.ant-table-row');
    await expectEnglish(english, { part: PAGE });
    await english.screenshot({ path: outputFile('migration-plan-english.png'), fullPage: true });
  });

  step('shows by keyboard what would become of each case that waits at the first step', async () => {
    const which = page.getByRole('combobox', { name: '哪些办件' });
    await which.focus();
    await which.fill('征集民意');
    await page.keyboard.press('Enter');
    await page
      .locator('.ant-select-selection-item')
      .filter({ hasText: /^停在“征集民意”的（\d+ 件）$/ })
      .waitFor();
    await tabTo(page, page.getByRole('button', { name: '逐件检查，不做改动' }));
    await page.keyboard.press('Enter');
    await page.getByText(/^能迁移 \d+ 件，不能迁移 0 件$/).waitFor();

    const cases = page.getByRole('list', { name: '办件', exact: true });
    await cases.getByRole('link', { name: MIGRATED }).waitFor();
    expect(await cases.getByRole('link', { name: STAYING }).count()).toBe(0);
    await expectUsable(page, { part: PAGE });
    await resize(page, 'desktop');
    await page.screenshot({ path: outputFile('migration-preview.png'), fullPage: true });
  });

  step('migrates them with a reason, and keeps a record of each', async () => {
    await page.getByRole('button', { name: /^迁移 \d+ 件$/ }).click();
    const { dialog } = new ActDialog(page);
    await dialog.getByRole('alert').filter({ hasText: '逐件迁移到新版本，办理人不变' }).waitFor();
    await page.screenshot({ path: outputFile('migration-dialog.png') });
    await dialog.getByRole('textbox', { name: '理由' }).fill('增加法律顾问审查');
    await dialog.getByRole('button', { name: '开始迁移' }).click();

    await page.getByText('已完成', { exact: true }).waitFor();
    expect(await page.locator(PAGE).getByRole('status').innerText()).toMatch(/已迁移 \d+ 件，没有迁移 0 件，等候 0 件/);
    await expectUsable(page, { part: PAGE });
    await resize(page, 'phone');
    await page.screenshot({ path: outputFile('migration-run-phone.png'), fullPage: true });
    await resize(page, 'desktop');
    await page.screenshot({ path: outputFile('migration-run.png'), fullPage: true });
    await page.getByRole('link', { name: MIGRATED }).click();
    await page
      .getByText(`把办件从第 ${second - 1} 版迁移到第 ${second} 版`)
      .first()
      .waitFor();
    await openPage(page, '/admin/wuxin/processes/covenant/detail?tab=versions', '.ant-table-row');
    await page.getByRole('link', { name: `第 ${second - 1} 版 → 第 ${second} 版` }).waitFor();
  });

  step('goes on by the new version where it was migrated, and as before where it was not', async () => {
    await handle(MIGRATED, 'director', '征集民意', entries.SOLICITED, '征集结束');
    for (const title of [MIGRATED, STAYING]) await drafted(title);

    const secretary = await Inbox.open(await cast.page('secretary'));
    await secretary.rows(MIGRATED).filter({ hasText: NEW_STEP }).waitFor();
    const township = await Inbox.open(await cast.page('township'));
    await township.rows(STAYING).filter({ hasText: '镇（街）审核' }).waitFor();
    expect(await township.rows(MIGRATED).count()).toBe(0);
    await handle(MIGRATED, 'secretary', NEW_STEP, {}, '审查完毕');
    await (await Inbox.open(await cast.page('township'))).rows(MIGRATED).filter({ hasText: '镇（街）审核' }).waitFor();
  });

  it('leaves no complaint of the browser', () => {
    expect(cast.complaints.flatMap((complaints) => complaints())).toEqual([]);
  });
});
