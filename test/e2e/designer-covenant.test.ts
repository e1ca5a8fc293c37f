import * as entries from './covenant/entries';
import { putBack } from './covenant/put-back';
import { Cast, story } from './harness';
import { Designer } from './pages/designer';
import { FormDrawer } from './pages/form-drawer';
import { Inbox } from './pages/inbox';
import { spaced } from './pages/spaced';
import { startCase } from './pages/start-case';
import { expectMark, resize } from './screens/look';

const STAMP = Date.now() % 1_000_000;
const BEFORE = `改前公约 ${STAMP}`;
const AFTER = `改后公约 ${STAMP}`;
const CONCLUSION = `合法性结论${STAMP}`;
const REVIEWER = `审核人${STAMP}`;

describe('a clerk who changes the covenant while a case runs on it', () => {
  const step = story(() => cast.photograph('designer-covenant-failed'));
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
  const taskOf = async (who: string, title: string, name: string) =>
    (await Inbox.open(await cast.page(who))).openTask(title, name);
  /** From the beginning to the end of the consultation. */
  const playUntilConsulted = async (title: string) => {
    await (await taskOf('director', title, '征集民意')).fillAndDecide(entries.SOLICITED, '征集结束');
    await (await taskOf('drafter', title, '汇总反馈')).fillAndDecide(entries.SUMMARISED, '反馈完毕');
    await (await taskOf('drafter', title, '起草草案')).fillAndDecide(entries.DRAFTED, '提交协商');
    await (await taskOf('secretary', title, '组织协商')).fillAndDecide(entries.CONSULTED, '提请镇（街）审核');
  };
  const problems = () => designer.page.getByRole('list', { name: '检查结果' });
  /** Clicks the name of a flow, which lies beside it. */
  const chooseFlow = async (near: string, id: string) => {
    await designer.choose(near);
    await designer.page.locator(`.djs-element[data-element-id="${id}_label"]`).click();
    await designer.panel.getByRole('button', { name: '在这里插入人工办理环节' }).waitFor();
  };

  step('shortens the time of the review', async () => {
    await start(BEFORE);
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

  step('is told before publishing what was found, and asked about it', async () => {
    const { page } = designer;
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

  step('what ran before goes its old way; what starts now passes the adviser, and then whom they name', async () => {
    await start(AFTER);
    await playUntilConsulted(BEFORE);
    await taskOf('township', BEFORE, '镇（街）审核');

    await playUntilConsulted(AFTER);
    const check = await taskOf('director', AFTER, '法律顾问审查');
    await check.outcomes.getByRole('button', { name: spaced('审查完毕') }).click();
    await check.page.locator('.ant-form-item-explain-error').first().waitFor();
    await check.fillAndDecide({ [CONCLUSION]: '合法', [REVIEWER]: '刘芳' }, '审查完毕');

    const review = await taskOf('drafter', AFTER, '镇（街）审核');
    expect(await review.outcomes.innerText()).toContain('同意');
  });

  it('leaves no complaint of the browser', () => {
    expect(cast.complaints.flatMap((complaints) => complaints())).toEqual([]);
  });
});
