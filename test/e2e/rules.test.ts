import * as entries from './covenant/entries';
import { Cast, story } from './harness';
import { CasePage } from './pages/case-page';
import { Inbox } from './pages/inbox';
import { Rules } from './pages/rules';
import { StandIns } from './pages/stand-ins';
import { startCase } from './pages/start-case';
import type { TaskPage } from './pages/task-page';

const TITLE = `规则改动后的公约 ${Date.now()}`;
const TODAY = entries.MEETING_DAY;

describe('rules that people change without code', () => {
  const step = story(() => cast.photograph('rules-failed'));
  let cast: Cast;
  let instanceId: string;

  beforeAll(async () => {
    cast = await Cast.open();
  });
  afterAll(() => cast?.close());

  const rules = async () => new Rules(await cast.page('admin'));
  const taskOf = async (who: string, name: string): Promise<TaskPage> =>
    (await Inbox.open(await cast.page(who))).openTask(TITLE, name);

  step('an administrator sets the share of women, after reading whom that touches', async () => {
    const parameter = await rules();
    await parameter.openParameter('cov.women_pct');
    const before = await parameter.panel('变更记录').getByRole('row').count();

    await parameter.setValue('35', '县民政局 2026 年第 3 号通知', /涉及流程 1 个（.*）、基层属地 \d+ 个。正在办理的 \d+ 件/);

    await parameter.panel('现行取值').getByText('35 %').waitFor();
    const history = parameter.panel('变更记录').getByRole('row');
    expect(await history.count()).toBe(before + 1);
    expect(await history.nth(1).innerText()).toMatch(/全部属地[\s\S]*35 %[\s\S]*已生效[\s\S]*县民政局 2026 年第 3 号通知/);
  });

  step('and cannot send a value beyond a statutory limit', async () => {
    const parameter = await rules();
    await parameter.openParameter('cov.file_days');
    await parameter.page.getByRole('button', { name: '设定新值' }).click();
    await parameter.dialog.getByRole('spinbutton', { name: '取值' }).fill('30');
    await parameter.dialog.getByRole('textbox', { name: /依据/ }).fill('想多留几天');
    await parameter.dialog.getByRole('button', { name: '保存新值' }).click();

    await parameter.dialog.getByText(/超出法定界限.*任何人都不能批准/).waitFor();
  });

  step('adds a rule to the decision table, tries it, and lets new cases take it', async () => {
    const table = await rules();
    await table.openTable('covenant-review-route');
    await table.addRuleAtTop({
      审核结论: '"return"',
      尚未改正的意见条数: '>= 2',
      去向: '"conference"',
    });
    await table.page.getByText('没有发现问题').waitFor();

    const result = await table.attempt({ 审核结论: 'return', 尚未改正的意见条数: '6', 此前退回次数: '0' });
    expect(result).toMatch(/规则 1 命中[\s\S]*去向 = conference[\s\S]*“尚未改正的意见条数”符合 >= 2/);
    await table.saveTable('意见多的直接会商', /保存后成为第 \d+ 版。.*使用它的流程 1 个/);

    await table.panel('使用它的流程').getByText('采用现行的表').waitFor();
    // the list is read again after the table was saved
    const newest = table.panel('版本').getByRole('row').filter({ hasText: '意见多的直接会商' });
    await newest.waitFor();
    expect(await newest.innerText()).toContain('现行');
  });

  step('a director who is away names a stand-in, who does the first task of a new case', async () => {
    const page = await cast.page('secretary');
    await startCase(page, 'covenant', TITLE);

    const standIns = await StandIns.open(await cast.page('director'));
    expect(await standIns.give('刘芳', [TODAY, TODAY], '赴县委党校培训')).toMatch(/现在涉及 [1-9]\d* 件/);
    await standIns.given.getByText('代理中').waitFor();
    expect(await standIns.given.innerText()).toMatch(/刘芳[\s\S]*代理中[\s\S]*涉及待办 [1-9]\d* 件/);

    const inbox = await Inbox.open(await cast.page('drafter'));
    expect(await inbox.rows(TITLE).innerText()).toContain('代 王强 办理');
    const task = await inbox.openTask(TITLE, '征集民意');
    instanceId = /\d+$/.exec((await task.page.getByRole('link', { name: '流程跟踪' }).getAttribute('href'))!)![0];
    await task.fillAndDecide(entries.SOLICITED, '征集结束');
  });

  step('the stand-in ends early and sees nothing more; both names stay in the record', async () => {
    await (await StandIns.open(await cast.page('director'))).endEarly('培训提前结束');

    const mine = await StandIns.open(await cast.page('drafter'));
    await mine.page.getByText('没有人请您代理').waitFor();
    const [, latest = ''] = await (await CasePage.open(await cast.page('secretary'), instanceId)).history();
    expect(latest).toMatch(/刘芳.*王强.*征集民意/);
  });

  step('the new case goes the way of the added rule', async () => {
    await (await taskOf('drafter', '汇总反馈')).fillAndDecide(entries.SUMMARISED, '反馈完毕');
    await (await taskOf('drafter', '起草草案')).fillAndDecide(entries.DRAFTED, '提交协商');
    await (await taskOf('secretary', '组织协商')).fillAndDecide(entries.CONSULTED, '提请镇（街）审核');
    const review = await taskOf('township', '镇（街）审核');
    const objection = { 条款: '第一条', 意见: '修改', 法律依据: '民法典第二百八十五条', 修改建议: '写明范围' };
    await review.form.fill({ ...entries.OBJECTED, 逐条审核意见: { added: [objection, { ...objection, 条款: '第二条' }] } });
    await review.writeOpinion('意见较多，请会商。');
    await review.decide('退回修改');

    const track = await CasePage.open(await cast.page('secretary'), instanceId);
    await track.page
      .getByText(/等待 .* 办理“.*会商”/)
      .first()
      .waitFor();
  });

  step('nobody’s browser complained', () => {
    expect(cast.complaints.flatMap((of) => of())).toEqual([]);
    return Promise.resolve();
  });
});
