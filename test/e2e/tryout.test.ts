import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as entries from './covenant/entries';
import { AGAIN, ADMINISTRATOR, Cast, openPage, screenshot, story, tabTo, tokenOf } from './harness';
import { spaced } from './pages/spaced';
import { TryOut } from './pages/try-out';
import { resize, speak } from './screens/look';
import { PAGE } from './screens/screen';
import { expectEnglish, expectUsable } from './screens/usable';

const COVENANT = readFileSync(join(__dirname, '../../workflows/38-covenant/process.bpmn'), 'utf8');
/** The first task goes to the secretary instead of the director. */
const OTHER_HANDS = COVENANT.replace(
  '<wuxin:assignment kind="post" value="committeeDirector" />',
  '<wuxin:assignment kind="post" value="communitySecretary" />',
);
const TEST = `一次征集 ${Date.now()}`;

async function post(page: Page, url: string, data: object): Promise<number> {
  const headers = { Authorization: `Bearer ${await tokenOf(page, ADMINISTRATOR)}` };
  return (await page.context().request.post(`/api/${url}`, { data, headers, ...AGAIN })).status();
}

describe('an administrator who tries a process out before it is published', () => {
  const step = story(() => cast.photograph('tryout-failed'));
  let cast: Cast;
  let tryOut: TryOut;

  beforeAll(async () => {
    cast = await Cast.open();
    tryOut = new TryOut(await cast.page('admin'));
    await post(tryOut.page, 'bpmnProcesses:deploy', { xml: COVENANT });
  });
  afterAll(async () => {
    // other stories go the way of the covenant as content brings it
    await post(tryOut.page, 'bpmnProcesses:deploy', { xml: COVENANT });
    await post(tryOut.page, 'bpmnProcesses:publish?filterByTk=covenant', { note: '恢复', despiteTests: '恢复' });
    await cast.close();
  });

  step('chooses who starts and where, and is told who would be asked and until when', async () => {
    const { page } = tryOut;
    await tryOut.open('covenant');
    await expectUsable(page, { part: PAGE });
    await screenshot(page, 'tryout-setup-phone');
    await resize(page, 'desktop');
    await screenshot(page, 'tryout-setup');
    await tryOut.begin({ starter: '陈敏', place: '锦苑社区' });

    const words = await tryOut.now.innerText();
    expect(words).toMatch(/征集民意[\s\S]*会请：王强[\s\S]*锦苑社区/);
    expect(words).toMatch(/时限 \d{4}-\d\d-\d\d/);
    await page.locator('.djs-element.wuxin-current[data-element-id=solicit]').waitFor();
  });

  step('does the first tasks with their forms, and sees the tokens move', async () => {
    const { page } = tryOut;
    await tryOut.act('征集民意', entries.SOLICITED, '征集结束', '汇总反馈');
    await tryOut.act('汇总反馈', entries.SUMMARISED, '反馈完毕', '起草草案');

    await page.locator('.djs-element.wuxin-current[data-element-id=draft]').waitFor();
    expect(await tryOut.story.innerText()).toMatch(/“征集到位？” → “到位”：.*成立（.*householdsReached = 305/);
    await screenshot(page, 'tryout-running');
  });

  step('takes the last step back as its doer could, and sends the case back as the next one could', async () => {
    const { page } = tryOut;
    await page.getByRole('button', { name: /^撤回“汇总反馈”/ }).click();
    await tryOut.giveReason('发早了', '撤回');
    await page.getByRole('button', { name: '办理“汇总反馈”' }).waitFor();
    expect(await tryOut.story.innerText()).toMatch(/撤回了“汇总反馈”：发早了/);
    await page.getByRole('button', { name: '取消上一步' }).click();

    await page.getByRole('button', { name: '办理“起草草案”' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: spaced('退回') })
      .click();
    await page.getByRole('combobox', { name: '退回到哪一步' }).click();
    await page.locator('.ant-select-dropdown:visible').getByText('汇总反馈', { exact: true }).click();
    await tryOut.giveReason('还有三条没有答复', '退回');
    await page.getByRole('button', { name: '办理“汇总反馈”' }).waitFor();
    expect(await tryOut.story.innerText()).toMatch(/把“起草草案”退回到“汇总反馈”：还有三条没有答复/);
    await screenshot(page, 'tryout-returned');
    await page.getByRole('button', { name: '取消上一步' }).click();
    await page.getByRole('button', { name: '办理“起草草案”' }).waitFor();
  });

  step('is told in the words of the process why a step cannot be done', async () => {
    const { page } = tryOut;
    await page.getByRole('button', { name: '办理“起草草案”' }).click();
    const drawer = page.getByRole('dialog');
    await drawer.locator('.ant-form-item').nth(2).waitFor();
    await tryOut.form.fill({ ...entries.DRAFTED, 内容自查: ['没有罚款、没收等处罚', '没有剥夺依法享有的权利'] });
    await drawer.getByRole('button', { name: '提交协商' }).click();

    await drawer.getByText('内容自查的四项须全部符合并勾选，草案才能提交。').waitFor();
    await screenshot(page, 'tryout-drawer');
    await drawer.getByRole('button', { name: 'Close' }).click();
    await drawer.waitFor({ state: 'detached' });
  });

  step('lets ten days pass with the keyboard, and goes a step back', async () => {
    const { page } = tryOut;
    const clock = page.getByRole('status').filter({ hasText: '试运行时间' });
    const before = (await clock.innerText()).trim();
    await tabTo(page, page.getByRole('button', { name: '过一天' }));
    await page.keyboard.press('Enter');
    await page.waitForFunction((text) => !document.body.innerText.includes(text), before);

    await page.getByRole('button', { name: '取消上一步' }).click();
    await clock.filter({ hasText: before }).waitFor();
    await page.getByRole('button', { name: '办理“起草草案”' }).waitFor();
  });

  step('works on a phone, for everybody and in English', async () => {
    const { page } = tryOut;
    await expectUsable(page, { part: PAGE, hasDiagram: true });
    await resize(page, 'phone');
    await screenshot(page, 'tryout-running-phone');
    await resize(page, 'desktop');
  });

  step('keeps it as a test, which the draft passes', async () => {
    const { page } = tryOut;
    await tryOut.keep(TEST);
    await page.getByRole('button', { name: '结束试运行' }).click();
    const tests = tryOut.panel(/^保留的测试/);
    await tests.getByRole('button', { name: '全部运行' }).click();

    await tests.getByRole('listitem').filter({ hasText: TEST }).getByText('通过', { exact: true }).waitFor();
  });

  step('cannot publish what leads elsewhere without saying why', async () => {
    const { page } = tryOut;
    expect(await post(page, 'bpmnProcesses:deploy', { xml: OTHER_HANDS })).toBe(200);
    await openPage(page, '/admin/wuxin/processes/covenant/detail?tab=versions', '.ant-table-row');
    await page.getByRole('button', { name: /^发\s*布$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '发布说明' }).fill('改由书记征集');
    await dialog.getByRole('button', { name: /^发\s*布$/ }).click();

    await dialog
      .getByText(/第 0 步“发起”之后，原来是：“征集民意”待办（.*居委会主任.*）；现在是：“征集民意”待办（.*书记.*）/)
      .waitFor();
    await screenshot(page, 'tryout-refused');
    await dialog.getByRole('textbox', { name: '仍要发布的理由' }).fill('镇里明确由书记牵头');
    await dialog.getByRole('button', { name: /^发\s*布$/ }).click();
    await page.getByText('已发布', { exact: true }).waitFor();
    await page.getByText(/测试未通过（.*）.*理由：镇里明确由书记牵头/).waitFor();
  });

  step('puts the version before in force again, with the reason; the list says which cases run on which version', async () => {
    const { page } = tryOut;
    const rows = page.locator('.ant-table-row');
    const before = await rows.count();
    await rows
      .nth(1)
      .getByRole('button', { name: /^恢复发布第 \d+ 版$/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '理由' }).fill('书记不同意');
    await dialog.getByRole('button', { name: '恢复发布' }).click();
    await page.getByText(/^已恢复，成为第 \d+ 版$/).waitFor();

    await rows.nth(before).waitFor();
    await page.getByText(/重新发布第 \d+ 版，成为第 \d+ 版。理由：书记不同意/).waitFor();
    await page.getByRole('button', { name: /^查看按第 1 版办理的 \d+ 件$/ }).click();
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    await screenshot(page, 'tryout-version-cases');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expectUsable(page, { part: PAGE });
    await resize(page, 'phone');
    await screenshot(page, 'tryout-versions-phone');
    await resize(page, 'desktop');
    await screenshot(page, 'tryout-versions');
  });

  step('reads all of it in English', async () => {
    const { page } = tryOut;
    await tryOut.open('covenant');
    await speak(page, 'English', 'Try out: Residents’ covenant');
    // the name of who kept the test, of the test, and of a field that a clerk added in another story
    await expectEnglish(page, { part: PAGE, typed: [/系统管理员/, /一次征集/, /合法性结论/] });
    await resize(page, 'desktop');
    await speak(page, '简体中文', '试运行：居民公约');
  });

  it('leaves no complaint of the browser but of what was refused', () => {
    const unexpected = cast.complaints
      .flatMap((complaints) => complaints())
      .filter((text) => !/409 .*bpmnProcesses:publish/.test(text));

    expect(unexpected).toEqual([]);
  });
});
