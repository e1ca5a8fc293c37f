import { CovenantCase } from './covenant/case';
import * as entries from './covenant/entries';
import { HISTORY, WAY } from './covenant/history';
import { Cast, openPage, story } from './harness';
import { CasePage } from './pages/case-page';
import { Inbox, type InboxTab } from './pages/inbox';
import { startCase } from './pages/start-case';
import type { TaskPage } from './pages/task-page';

const TITLE = `锦苑社区居民公约 ${Date.now()}`;
const FAILED = /赞成 127 人，未超过到会户代表半数，不通过/;
const PASSED = /赞成 239 人，超过到会户代表半数，通过/;

describe('a residents’ covenant, from the collection of opinions to publication', () => {
  const step = story(() => cast.photograph('covenant-failed'));
  let cast: Cast;
  let instanceId: string;
  let finishedTask: string;

  beforeAll(async () => {
    cast = await Cast.open();
  });
  afterAll(() => cast?.close());

  const inboxOf = async (who: string, tab?: InboxTab) => Inbox.open(await cast.page(who), tab);
  const taskOf = async (who: string, step: string): Promise<TaskPage> => (await inboxOf(who)).openTask(TITLE, step);
  /** Of a case that the covenant has called; it begins after the commit. */
  const calledTaskOf = (who: string, what: string, step: string) => new CovenantCase(cast, TITLE).task(who, step, what);
  /** Of the covenant itself, which goes on after the commit in which the called case ended. */
  const callerTaskOf = (who: string, step: string) => new CovenantCase(cast, TITLE).task(who, step);

  step('starts when the secretary names it, and waits in the director’s inbox', async () => {
    const before = await (await inboxOf('director')).count('todo');
    const page = await cast.page('secretary');
    await startCase(page, 'covenant', TITLE);

    const inbox = await inboxOf('director');
    expect(await inbox.count('todo')).toBe(before + 1);
    expect(await inbox.rows(TITLE).innerText()).toMatch(/征集民意[\s\S]*锦苑社区[\s\S]*还剩 \d+ 天/);
    expect(await (await inboxOf('secretary', 'started')).rows(TITLE).innerText()).toContain('办理中');
  });

  step('is refused without its required fields, and goes on with them', async () => {
    const task = await taskOf('director', '征集民意');
    expect(await task.currentStage()).toBe('1. 征集');
    expect(await task.outcomes.innerText()).toContain('转起草小组汇总反馈');
    instanceId = /\d+$/.exec((await task.page.getByRole('link', { name: '流程跟踪' }).getAttribute('href'))!)![0];
    finishedTask = new URL(task.page.url()).pathname.replace('/v', '');

    await task.outcomes.getByRole('button', { name: '征集结束' }).click();
    await task.page.locator('.ant-form-item-explain-error').first().waitFor();
    await task.fillAndDecide(entries.SOLICITED, '征集结束');

    expect(await (await inboxOf('director')).rows(TITLE).count()).toBe(0);
    expect(await (await inboxOf('director', 'done')).rows(TITLE).innerText()).toContain('征集结束');
  });

  step('says by whom and when a task was handled', async () => {
    const page = await cast.page('director');
    await openPage(page, finishedTask, '.ant-alert');

    expect(await page.getByRole('alert').innerText()).toMatch(/^已由 王强 于 \d{4}-\d\d-\d\d \d\d:\d\d 办理：征集结束$/);
    expect(await page.getByRole('group', { name: '办理', exact: true }).count()).toBe(0);
  });

  step('is unknown to people of another community', async () => {
    const page = await cast.page('hs-secretary');
    for (const address of [finishedTask, `/admin/wuxin/instance/${instanceId}`]) {
      await openPage(page, address, '.ant-result-404');
      expect(await page.getByText(TITLE).count()).toBe(0);
    }
  });

  step('is summarised and drafted by the drafting group, then consulted on', async () => {
    const summary = await taskOf('drafter', '汇总反馈');
    expect(await summary.currentStage()).toBe('2. 汇总反馈');
    expect(await summary.history.innerText()).toContain('王强 办理“征集民意”：征集结束');
    await summary.fillAndDecide(entries.SUMMARISED, '反馈完毕');

    await (await taskOf('drafter', '起草草案')).fillAndDecide(entries.DRAFTED, '提交协商');

    const consultation = await taskOf('secretary', '组织协商');
    await consultation.form.expectShown('公约文本（草案）', '罚款 100 元');
    await consultation.fillAndDecide(entries.CONSULTED, '提请镇（街）审核');
  });

  step('comes back from the township only with an opinion', async () => {
    const review = await taskOf('township', '镇（街）审核');
    expect(await review.currentStage()).toBe('4. 镇审核');
    await review.form.fill(entries.OBJECTED);
    await review.outcomes.getByRole('button', { name: '退回修改' }).click();
    await review.page.getByText('选择这个结果需要填写意见。').waitFor();
    await review.writeOpinion('请删除罚款条款后重新报审。');
    await review.decide('退回修改');
  });

  step('is corrected by the drafting group, which reads why, and agreed to', async () => {
    const redraft = await taskOf('drafter', '按审核意见修改');
    expect(await redraft.history.innerText()).toContain('请删除罚款条款后重新报审。');
    await redraft.form.expectShown('审核意见', '没有法律依据');
    await redraft.fillAndDecide(entries.REDRAFTED, '改毕重报');

    const review = await taskOf('township', '镇（街）审核');
    await review.form.expectShown('逐条审核意见', '已改为批评教育');
    await review.fillAndDecide(entries.AGREED, '同意');
  });

  step('keeps what was typed when the votes do not add up', async () => {
    await (await taskOf('director', '形成审议稿')).fillAndDecide(entries.PROPOSED, '提交居民会议');

    const vote = await taskOf('director', '居民会议表决');
    await vote.form.fill({ ...entries.NARROWLY_LOST, 反对: 100 });
    await vote.press('录入完毕，计票');
    await vote.refusal.waitFor();

    expect(await vote.refusal.innerText()).toMatch(/赞成.* 127 [\s\S]* 250，不等于到会户代表.* 268。/);
    expect(await vote.form.field('赞成').inputValue()).toBe('127');
    expect(await vote.form.field('会议记录').inputValue()).toBe(entries.NARROWLY_LOST.会议记录);
    await vote.fillAndDecide({ 反对: 118 }, '录入完毕，计票');
  });

  step('goes back to the text after a lost vote, with the count in words', async () => {
    await (await calledTaskOf('witness', '监督意见', '监督意见')).fillAndDecide(entries.WITNESSED, '程序合规');

    const text = await callerTaskOf('director', '形成审议稿');
    expect(await text.currentStage()).toBe('5. 审议稿');
    await text.form.expectShown('计票结论', FAILED);
    await text.fillAndDecide(entries.PROPOSED, '提交居民会议');
  });

  step('is adopted in the second meeting', async () => {
    await (await taskOf('director', '居民会议表决')).fillAndDecide(entries.WON, '录入完毕，计票');
    await (await calledTaskOf('witness', '监督意见', '监督意见')).fillAndDecide(entries.WITNESSED, '程序合规');

    const filing = await calledTaskOf('director', '备案', '报送备案');
    expect(await filing.currentStage()).toBe('1. 报送');
    await filing.form.expectShown('计票结论', PASSED);
    await filing.form.expectShown('通过日期', entries.MEETING_DAY);
    await filing.fillAndDecide(entries.FILED, '报送备案');
  });

  step('is corrected once before it is filed', async () => {
    const check = await calledTaskOf('township', '备案', '备案审查');
    await check.form.fill(entries.CORRECTION_ORDERED);
    await check.writeOpinion('请更正联系电话。');
    await check.decide('责令改正');
    await (await calledTaskOf('director', '备案', '按备案意见改正')).fillAndDecide(entries.CORRECTED, '改正后重新备案');

    const again = await calledTaskOf('township', '备案', '备案审查');
    await again.form.expectShown('改正说明', '更正联系电话');
    await again.form.expectShown('会议记录', '对第二条作了说明');
    await again.fillAndDecide(entries.ACCEPTED, '予以备案');
  });

  step('stands on the supervisor’s board at its stage, on time, and leads to its page', async () => {
    await callerTaskOf('director', '公布');
    const page = await cast.page('supervisor');
    await openPage(page, '/admin/wuxin/board', '[aria-label=按时限统计]');
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: TITLE }) });
    expect(await row.innerText()).toMatch(/锦苑社区[\s\S]*公布[\s\S]*锦苑社区居委会主任[\s\S]*还剩 \d+ 天/);
    await row.getByRole('link').click();
    await page.getByRole('heading', { name: '为什么还没办完' }).waitFor();
    await page.getByText('等待 王强、锦苑社区居委会主任 办理“公布”').waitFor();
  });

  step('is drawn in readable size where it stands, and all of it in small, which leads elsewhere and back', async () => {
    const covenant = new CasePage(await cast.page('supervisor'));
    await covenant.expectCurrentStep('in sight');

    await covenant.overview.click({ position: { x: 8, y: 40 } }); // where the process begins
    await covenant.expectCurrentStep('out of sight');
    await covenant.page.getByRole('button', { name: '回到当前环节' }).click();
    await covenant.expectCurrentStep('in sight');
  });

  step('ends with publication; its page shows the whole way', async () => {
    await (await callerTaskOf('director', '公布')).fillAndDecide(entries.PUBLISHED, '已公布');

    const covenant = await CasePage.open(await cast.page('secretary'), instanceId);
    await covenant.page.getByText('已办结').first().waitFor();
    expect(await covenant.history()).toEqual(HISTORY);
    expect(await covenant.outline()).toEqual(expect.arrayContaining(WAY));
  });

  step('complained in nobody’s browser but of the refusals that the story asks for', async () => {
    expect(cast.complaints.flatMap((of) => of())).toEqual([
      expect.stringMatching(/^director: .* 400 .*bpmnTasks:complete/),
      expect.stringMatching(/^hs-secretary: .* 404 .*bpmnTasks:open/),
      expect.stringMatching(/^hs-secretary: .* 404 .*bpmnInstances:track/),
    ]);
  });
});
