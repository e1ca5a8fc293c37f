import { readFileSync } from 'node:fs';
import { putBack } from './covenant/put-back';
import { Cast, openPage, story } from './harness';
import { Designer } from './pages/designer';
import { Inbox } from './pages/inbox';
import { spaced } from './pages/spaced';
import { startCase } from './pages/start-case';
import { expectMark, resize } from './screens/look';
import { PAGE } from './screens/screen';
import { expectUsable } from './screens/usable';

const STARTED_BEFORE = `旧版公约 ${Date.now()}`;
const STARTED_AFTER = `新版公约 ${Date.now()}`;

describe('an administrator who draws', () => {
  const step = story(() => cast.photograph('designer-failed'));
  let cast: Cast;
  let designer: Designer;

  beforeAll(async () => {
    cast = await Cast.open();
    designer = new Designer(await cast.page('admin'));
  });
  afterAll(async () => {
    await putBack(designer.page);
    await cast.close();
  });

  const start = async (title: string) => startCase(await cast.page('secretary'), 'covenant', title);

  step('opens the covenant, on which a case runs, with its settings in words', async () => {
    await start(STARTED_BEFORE);
    const { page } = designer;
    await openPage(page, '/admin/wuxin/processes/covenant/detail', '.djs-shape');
    await page.getByRole('link', { name: spaced('编辑') }).click();
    await page.locator('.wuxin-designer .djs-shape').first().waitFor();
    await designer.choose('征集民意');

    await page.getByText('还没有修改').waitFor();
    expect(await designer.outcome(1).getByLabel('按钮名称').inputValue()).toBe('征集结束');
    await expectMark(page);
    await expectUsable(page, { part: PAGE });
    await resize(page, 'desktop');
  });

  step('changes a deadline and the label of an outcome, which is saved by itself, and undoes it and does it again', async () => {
    await designer.choose('征集民意');
    await designer.pick('长度的来源', '固定数字');
    await designer.fill('时限长度', '9');
    await designer.fill('按钮名称', '征集完毕', designer.outcome(1));
    await designer.saved();

    const label = designer.outcome(1).getByLabel('按钮名称');
    await designer.page.getByRole('button', { name: '撤销' }).click();
    await designer.page.waitForFunction((field) => (field as HTMLInputElement).value === '征集结束', await label.elementHandle());
    await designer.page.getByRole('button', { name: '重做' }).click();
    await designer.page.waitForFunction((field) => (field as HTMLInputElement).value === '征集完毕', await label.elementHandle());
    await designer.saved();
  });

  step('appends one more task with the keyboard alone, is told that nobody does it, and says who', async () => {
    const { page, panel } = designer;
    await designer.choose('启动');
    await page.locator('.wuxin-designer svg[tabindex]').first().focus();
    await page.keyboard.press('a');
    await page.locator('.djs-popup').getByText('人工办理', { exact: true }).waitFor();
    await page.keyboard.type('人工');
    await page.keyboard.press('Enter');
    const problems = page.getByRole('list', { name: '检查结果' });
    await problems.getByText('没有指定办理人').waitFor();
    await problems.getByRole('button', { name: '定位“未命名”' }).first().click();

    await designer.fill('名称', '告知镇（街）');
    await panel.getByRole('button', { name: '添加办理人' }).click();
    await designer.pick('办理人类型', '发起人');
    await problems.getByText('没有指定办理人').waitFor({ state: 'detached' });
    await designer.saved();
  });

  step('publishes with a note; what runs keeps its version, and what starts now has the new one', async () => {
    await designer.publish('征集期限改为 9 日');
    await start(STARTED_AFTER);

    const secretary = await Inbox.open(await cast.page('secretary'));
    await secretary.rows(STARTED_AFTER).filter({ hasText: '告知镇（街）' }).first().waitFor();
    const director = await cast.page('director');
    const after = await (await Inbox.open(director)).openTask(STARTED_AFTER, '征集民意');
    await after.outcomes.getByRole('button', { name: '征集完毕' }).waitFor();
    const before = await (await Inbox.open(director)).openTask(STARTED_BEFORE, '征集民意');
    await before.outcomes.getByRole('button', { name: '征集结束' }).waitFor();
    expect(
      await (await Inbox.open(await cast.page('secretary'))).rows(STARTED_BEFORE).filter({ hasText: '告知镇（街）' }).count(),
    ).toBe(0);
  });

  step('compares the new version with the one before, in words and in both drawings', async () => {
    const { page } = designer;
    await openPage(page, '/admin/wuxin/processes/covenant/detail?tab=versions', '.ant-table-row');
    await page
      .locator('.ant-table-row')
      .first()
      .getByRole('link', { name: /与上一版比较$/ })
      .click();
    const differences = page.getByRole('list', { name: '不同之处' });
    await differences.waitFor();

    const words = await differences.innerText();
    expect(words).toMatch(/办理结果：征集结束.* → 征集完毕/);
    expect(words).toMatch(/时限：.*日历日 → 9 日历日/);
    expect(words).toMatch(/新增\s*告知镇（街）/);
    await differences.getByRole('button', { name: '定位“告知镇（街）”' }).click();
    await page.locator('.djs-shape.wuxin-selected').waitFor();
    await expectUsable(page, { part: PAGE, hasDiagram: true });
    await resize(page, 'desktop');
  });

  step(
    'who saves later than somebody else loses nothing: is told who and when, keeps a copy, and goes on from theirs',
    async () => {
      const other = new Designer(await cast.page('manager'));
      await designer.open('covenant');
      await other.open('covenant');
      await designer.choose('征集民意');
      await other.choose('征集民意');
      await designer.fill('按钮名称', '甲的名称', designer.outcome(1));
      await designer.saved();
      await other.fill('按钮名称', '乙的名称', other.outcome(1));

      const told = other.page.getByRole('alert').filter({ hasText: '您的修改还在这里' });
      await told.waitFor();
      expect(await told.innerText()).toMatch(/“.+”在 \d{4}-\d\d-\d\d \d\d:\d\d 保存了第 \d+ 版/);
      const download = other.page.waitForEvent('download');
      await told.getByRole('button', { name: '下载我的流程图' }).click();
      expect(readFileSync(await (await download).path(), 'utf8')).toContain('乙的名称');
      await told.getByRole('button', { name: '载入对方的版本' }).click();
      await told.waitFor({ state: 'detached' });
      await other.choose('征集民意');
      expect(await other.outcome(1).getByLabel('按钮名称').inputValue()).toBe('甲的名称');
    },
  );

  step('names a new process, and is in its drawing', async () => {
    const { page } = designer;
    await openPage(page, '/admin/wuxin/processes', '.ant-table-row');
    await page.getByRole('button', { name: '新建流程' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: '流程名称' }).fill('用章申请');
    await page.getByRole('dialog').getByRole('button', { name: '开始设计' }).click();
    await page.getByRole('heading', { level: 1, name: '设计流程：用章申请' }).waitFor();
    await page.locator('.wuxin-designer .djs-shape').first().waitFor();
    // once the check of the draft has come
    await page.getByRole('button', { name: /^发\s*布$/, disabled: false }).waitFor();
  });

  it('leaves no complaint of the browser but of the save that was refused', () => {
    const unexpected = cast.complaints
      .flatMap((complaints) => complaints())
      .filter((text) => !/409 .*bpmnProcesses:saveDraft/.test(text));

    expect(unexpected).toEqual([]);
  });
});
