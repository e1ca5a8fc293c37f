import { CovenantCase } from './covenant/case';
import { putBack, putBackTable } from './covenant/put-back';
import { Cast, CLERK, employClerk, openPage, outputFile, story } from './harness';
import { ActDialog } from './pages/act-dialog';
import { CasePage } from './pages/case-page';
import { Designer } from './pages/designer';
import { FormDrawer } from './pages/form-drawer';
import { spaced } from './pages/spaced';
import { ProcessAdministration } from './pages/processes';
import { Rules } from './pages/rules';
import { expectMark, resize } from './screens/look';

const STAMP = Date.now() % 1_000_000;
const CONCLUSION = `合法性结论${STAMP}`;
const REVIEWER = `审核人${STAMP}`;

describe('a clerk who changes the covenant while a case runs on it', () => {
  const step = story(() => cast.photograph('designer-covenant-failed'));
  let cast: Cast;
  let designer: Designer;
  /** Two that begin before the change, of which one is migrated, and one that begins after it. */
  let staying: CovenantCase;
  let moving: CovenantCase;
  let fresh: CovenantCase;

  beforeAll(async () => {
    cast = await Cast.open();
    await employClerk(await cast.page('admin'));
    designer = new Designer(await cast.page(CLERK.account));
    [staying, moving, fresh] = ['不动的公约', '迁移的公约', '改后的公约'].map(
      (name) => new CovenantCase(cast, `${name} ${STAMP}`),
    ) as [CovenantCase, CovenantCase, CovenantCase]; // of three names
  });
  afterAll(async () => {
    await putBackTable(await cast.page('admin'));
    await putBack(await cast.page('admin'));
    await cast.close();
  });

  const problems = () => designer.page.getByRole('list', { name: '检查结果' });
  /** Clicks the name of a flow, which lies beside it. */
  const chooseFlow = async (near: string, id: string) => {
    await designer.choose(near);
    await designer.page.locator(`.djs-element[data-element-id="${id}_label"]`).click();
    await designer.panel.getByRole('button', { name: '在这里插入人工办理环节' }).waitFor();
  };

  step('shortens the time of the review', async () => {
    await staying.start();
    await staying.collect();
    await moving.start();
    await designer.open('covenant');
    await designer.choose('镇（街）审核');
    await designer.pick('长度的来源', '固定数字');
    await designer.fill('时限长度', '5');
    await designer.saved();
    expect(await problems().count()).toBe(0);
  });

  step('inserts the check of a legal adviser between draft and review, for which room is made', async () => {
    await chooseFlow('协商一致？', 'consulted');
    await designer.panel.getByRole('button', { name: '在这里插入人工办理环节' }).click();
    await designer.panel.getByRole('heading', { level: 2, name: '设置：未命名' }).waitFor();
    await problems().getByText('没有指定办理人').waitFor();

    await designer.fill('名称', '法律顾问审查');
    await designer.panel.getByRole('button', { name: '添加办理人' }).click();
    await designer.pick('办理人类型', '岗位');
    await problems().getByText('“法律顾问审查”选了办理人类型，没有选是谁').waitFor();
    await designer.pick('具体是谁', '居委会主任');
    await designer.fill('按钮名称', '审查完毕');
    await problems().getByText('没有表单').waitFor();
    await designer.saved();
    await expectMark(designer.page);
    await resize(designer.page, 'desktop');
  });

  step('gives it a form with a new required field of the record, and looks at it as the adviser will', async () => {
    const form = new FormDrawer(designer.page);
    await designer.panel.getByRole('button', { name: '设计表单：法律顾问审查' }).click();
    await form.addField(CONCLUSION, '从几项里选一项', ['合法', '不合法']);
    await form.use(CONCLUSION);
    await form.setRequired(CONCLUSION);
    await form.addField(REVIEWER, '人员');
    await form.use(REVIEWER);
    await form.setRequired(REVIEWER);

    await form.preview();
    await form.drawer.getByRole('button', { name: spaced('审查完毕') }).waitFor();
    await form.drawer.locator('.ant-form-item-required').nth(1).waitFor();
    expect(await form.drawer.locator('.ant-form-item-required').allInnerTexts()).toEqual([
      expect.stringContaining(CONCLUSION),
      expect.stringContaining(REVIEWER),
    ]);
    await form.close();
    await problems().waitFor({ state: 'detached' });
  });

  step('lets a field of the record say who reviews, instead of a post', async () => {
    await designer.choose('镇（街）审核');
    await designer.pick('办理人类型', '业务记录里的人员字段');
    await designer.pick('具体是谁', REVIEWER);
    await designer.saved();
    expect(await problems().count()).toBe(0);
  });

  step('sends the second return to a conference by changing when its flow is taken', async () => {
    await chooseFlow('去向', 'toConference');
    await designer.panel.getByRole('button', { name: '添加条件' }).click();
    await designer.pick('各项条件的关系', '任一成立');
    await designer.pick('看什么', '变量 returnCount', 'last');
    await designer.pick('比较', '不小于', 'last');
    await designer.panel.getByRole('spinbutton', { name: '值' }).fill('1');
    await designer.panel.getByRole('spinbutton', { name: '值' }).blur();
    await designer.saved();
    expect(await problems().count()).toBe(0);
  });

  step('adds a parallel notification with the keyboard', async () => {
    const { page, panel } = designer;
    await designer.choose('已备案');
    await panel.getByRole('button', { name: '在这里插入并行网关，另开一路同时办理' }).click();
    await page.locator('.wuxin-designer svg[tabindex]').first().focus();
    await page.keyboard.press('a');
    await page.locator('.djs-popup').getByText('人工办理', { exact: true }).waitFor();
    await page.keyboard.type('人工');
    await page.keyboard.press('Enter');
    await designer.fill('名称', '知悉备案结果');
    await panel.getByRole('button', { name: '添加办理人' }).click();
    await designer.pick('办理人类型', '发起人');
    await designer.saved();
    expect(await problems().innerText()).toContain('“知悉备案结果”没有表单');
  });

  step('sets the share of women that a meeting needs', async () => {
    const parameter = new Rules(designer.page);
    await parameter.openParameter('cov.women_pct');
    await parameter.setValue('33', '县民政局 2026 年第 5 号通知', /涉及流程 1 个/);
    await parameter.panel('现行取值').getByText('33 %').waitFor();
  });

  step('adds a rule to the decision of where a return goes, and lets the process take it', async () => {
    const table = new Rules(designer.page);
    await table.openTable('covenant-review-route');
    await table.addRuleAtTop({ 审核结论: '"return"', 尚未改正的意见条数: '>= 4', 去向: '"conference"' });
    await table.page.getByText('没有发现问题').waitFor();
    await table.saveTable('意见特别多的直接会商', /保存后成为第 \d+ 版/);
  });

  step('is told before publishing what was found, and asked about it', async () => {
    const { page } = designer;
    await designer.open('covenant');
    await page.getByRole('button', { name: /^发\s*布$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('有 1 处提醒，请逐条看过').waitFor();
    await dialog.getByRole('textbox', { name: '发布说明' }).fill('增加法律顾问审查');
    await dialog.getByRole('button', { name: /^发\s*布$/ }).click();
    await dialog.getByText('请先勾选').waitFor();
    await dialog.getByRole('button', { name: '定位“知悉备案结果”' }).click();
    await designer.panel.getByRole('heading', { level: 2, name: '设置：知悉备案结果' }).waitFor();

    await designer.publish('增加法律顾问审查');
  });

  step('compares the new version with the one before, element by element', async () => {
    const { page } = designer;
    await new ProcessAdministration(page).openProcess('covenant', 'versions');
    await page
      .getByRole('link', { name: /^第 \d+ 版与上一版比较$/ })
      .first()
      .click();
    const differences = page.getByRole('list', { name: '不同之处' });
    await differences.getByText('法律顾问审查').first().waitFor();
    const said = await differences.getByRole('listitem').allInnerTexts();
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^新增[\s\S]*法律顾问审查/),
        expect.stringMatching(/^新增[\s\S]*知悉备案结果/),
        expect.stringMatching(/镇（街）审核[\s\S]*办理人[\s\S]*时限/),
      ]),
    );
    await page.screenshot({ path: outputFile('designer-covenant-compared.png'), fullPage: true });
  });

  step('moves the cases that wait at the first step to the new version, each looked at before', async () => {
    const { page } = designer;
    await new ProcessAdministration(page).openProcess('covenant', 'versions');
    await page
      .getByRole('link', { name: /^迁移第 \d+ 版的办件$/ })
      .first()
      .click();
    const which = page.getByRole('combobox', { name: '哪些办件' });
    await which.fill('征集民意');
    await which.press('Enter');
    await page.getByRole('button', { name: '逐件检查，不做改动' }).click();
    await page.getByText(/^能迁移 \d+ 件，不能迁移 0 件$/).waitFor();
    const cases = page.getByRole('list', { name: '办件', exact: true });
    await cases.getByRole('link', { name: moving.title }).waitFor();
    expect(await cases.getByRole('link', { name: staying.title }).count()).toBe(0);

    await page.getByRole('button', { name: /^迁移 \d+ 件$/ }).click();
    const { dialog } = new ActDialog(page);
    await dialog.getByRole('textbox', { name: '理由' }).fill('增加法律顾问审查');
    await dialog.getByRole('button', { name: '开始迁移' }).click();
    await page.getByText('已完成', { exact: true }).waitFor();
  });

  step('what was moved and what starts now passes the adviser, and then whom they name', async () => {
    await fresh.start();
    for (const covenant of [moving, fresh]) {
      await covenant.collect();
      await covenant.draft();
      const check = await covenant.task('director', '法律顾问审查');
      await check.form.field(CONCLUSION).waitFor(); // which was made after this page was loaded
      await check.outcomes.getByRole('button', { name: spaced('审查完毕') }).click();
      await check.page.locator('.ant-form-item-explain-error').first().waitFor();
      await check.fillAndDecide({ [CONCLUSION]: '合法', [REVIEWER]: '刘芳' }, '审查完毕');

      const review = await covenant.task('drafter', '镇（街）审核');
      expect(await review.outcomes.innerText()).toContain('同意');
    }
  });

  step('what was not moved ends as before: reviewed by the township, adopted, filed, published', async () => {
    await staying.draft();
    await staying.adopt();

    const page = await cast.page('secretary');
    await openPage(page, '/admin/wuxin/inbox/started', '.ant-table-row');
    await page.getByRole('row').filter({ hasText: staying.title }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: staying.title }).waitFor();
    await page.getByText('已办结').first().waitFor();
    await page.getByText('办件结束').first().waitFor();
    const history = await new CasePage(page).history();
    expect(history.at(-1)).toBe('办件结束');
    expect(history.filter((line) => /法律顾问|知悉/.test(line))).toEqual([]);
    expect(history).toContain('赵磊 办理“镇（街）审核”：同意');
  });

  it('leaves no complaint of the browser', () => {
    expect(cast.complaints.flatMap((complaints) => complaints())).toEqual([]);
  });
});
