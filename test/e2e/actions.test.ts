import { CONSENT_FILE, PLAN_FILE, REGISTERED } from './actions/entries';
import { RECORD } from './actions/record';
import { AGAIN, Cast, expectAxeClean, givePost, openPage, story } from './harness';
import { CasePage } from './pages/case-page';
import { Inbox, type InboxTab } from './pages/inbox';
import { spaced } from './pages/spaced';
import type { TaskPage } from './pages/task-page';
import { DIALOG, PAGE } from './screens/screen';

const TITLE = `楼前停车位 ${Date.now()}`;
const REGISTER = '登记事项';
const RECORDING = '先行处置记录';
const JINYUAN = '610902900001';

/**
 * Everything that people do with a task besides deciding it. 书记 secretary 陈敏, 组织委员 organiser 林静, 实施负责人 lead 周凯 and,
 * for this story, hs-lead 曹军 as well, 监督委员 witness 张丽, 镇审核 township 赵磊, 管理员 manager 李明; hs-secretary 吴刚 has no business with it.
 */
describe('what people do with a task besides deciding it', () => {
  const step = story(() => cast.photograph('actions-failed'));
  let cast: Cast;
  let takeBackPost: () => Promise<void> = () => Promise.resolve();
  let instanceId: string;
  let planAddress: string;
  let consentAddress: string;

  beforeAll(async () => {
    cast = await Cast.open();
    const post = { post: 'projectLead', place: JINYUAN, username: 'hs-lead' };
    takeBackPost = await givePost(await cast.page('hs-lead'), post);
  });
  afterAll(async () => {
    await takeBackPost();
    await cast?.close();
  });

  const inboxOf = async (who: string, tab?: InboxTab) => Inbox.open(await cast.page(who), tab);
  const isTodoOf = async (who: string, name: string) =>
    (await (await inboxOf(who)).rows(TITLE).filter({ hasText: name }).count()) > 0;
  const taskOf = async (who: string, name: string): Promise<TaskPage> => (await inboxOf(who)).openTask(TITLE, name);
  const caseOf = async (who: string) => CasePage.open(await cast.page(who), instanceId);
  const lastOf = async (who: string) => (await (await caseOf(who)).record()).at(-1);
  /** What somebody gets who opens an address: the browser's own session goes along. */
  const answerTo = async (who: string, address: string) => (await cast.page(who)).context().request.get(address, AGAIN);

  step(
    'the secretary starts a matter and delegates its registration, which leaves the inbox and comes with the reason',
    async () => {
      const page = await cast.page('secretary');
      await openPage(page, '/admin/wuxin/start?process=fourDeliberations', 'button[type=submit]');
      await page.getByRole('textbox', { name: '标题' }).fill(TITLE);
      await page.getByRole('button', { name: spaced('发起') }).click();
      await page.getByRole('heading', { level: 2, name: REGISTER }).waitFor();

      const task = await taskOf('secretary', REGISTER);
      instanceId = /\d+$/.exec((await page.getByRole('link', { name: '流程跟踪' }).getAttribute('href'))!)![0];
      await task.handOver('委派', '林静', '材料在她手上');

      expect(await isTodoOf('secretary', REGISTER)).toBe(false);
      const row = (await inboxOf('organiser')).rows(TITLE);
      expect(await row.innerText()).toMatch(/未读[\s\S]*代 陈敏/);
      expect(await lastOf('secretary')).toBe('陈敏 将“登记事项”委派给 林静 | 材料在她手上');
    },
  );

  step('the delegate fills the form with a file in it and one beside it, which nobody else opens yet', async () => {
    const task = await taskOf('organiser', REGISTER);
    await task.page.getByText('陈敏 委派您办理').waitFor();
    await task.form.fill(REGISTERED);
    planAddress = await task.form.attach('方案附件', PLAN_FILE);
    await task.attach(CONSENT_FILE);
    await expectAxeClean(task.page, { include: PAGE });
    consentAddress = (await task.file(CONSENT_FILE).getAttribute('href'))!;

    for (const address of [planAddress, consentAddress]) {
      expect((await answerTo('organiser', address)).status()).toBe(200);
      expect((await answerTo('secretary', address)).status()).toBe(404);
      expect((await answerTo('hs-secretary', address)).status()).toBe(404);
    }
    await task.writeOpinion('造价已核对。');
    await task.giveBack('应急先行', '陈敏');
  });

  step('it comes back to the secretary with everything in it, who opens the files and decides', async () => {
    expect(await isTodoOf('organiser', REGISTER)).toBe(false);
    const task = await taskOf('secretary', REGISTER);
    expect(await task.form.field('预算金额').inputValue()).toMatch(/186[,]?000/);
    expect(await task.opinion()).toBe('【应急先行】造价已核对。');
    await task.form.shown('方案附件').getByText('车位平面图').waitFor();
    for (const address of [planAddress, consentAddress]) {
      expect((await answerTo('secretary', address)).status()).toBe(200);
      expect((await answerTo('hs-secretary', address)).status()).toBe(404);
    }

    await task.decide('应急先行');
  });

  step(
    'and withdraws it before anybody has read it: the lead of the works loses it, what was entered is there again',
    async () => {
      expect(await isTodoOf('lead', RECORDING)).toBe(true);
      const { acts } = await caseOf('secretary');
      await acts.act('撤回', '已撤回', { consequence: '1 项正在办理的待办会取消', reason: '金额要再核一次' });

      expect(await isTodoOf('lead', RECORDING)).toBe(false);
      expect(await lastOf('secretary')).toBe('陈敏 撤回了“登记事项” | 金额要再核一次');
      const task = await taskOf('secretary', REGISTER);
      await task.form.shown('方案附件').getByText('车位平面图').waitFor();
      await task.form.fill({ 预算金额: 192000 });
      await task.writeOpinion('险情不能等待。');
      await task.decide('应急先行');
    },
  );

  step('two people see it until one claims it; put back, both have it again, with its files', async () => {
    const claimed = await taskOf('hs-lead', RECORDING);
    const address = new URL(claimed.page.url()).pathname.replace('/v', '');
    expect(await isTodoOf('lead', RECORDING)).toBe(true);
    await claimed.claim();

    expect(await isTodoOf('lead', RECORDING)).toBe(false);
    const page = await cast.page('township'); // who looks after the place sees it, and that it is somebody's
    await openPage(page, address, '.ant-alert');
    await page.getByText('这项待办由 曹军 办理，您可以查看，不能办理。').waitFor();
    await (await caseOf('secretary')).waiting.getByText(`等待 曹军 办理“${RECORDING}”`).waitFor();

    await openPage(claimed.page, address, '.ant-alert, [role=group]');
    await claimed.putBack();
    const task = await taskOf('lead', RECORDING);
    await task.form.expectShown('方案附件', '车位平面图');
    await expectAxeClean(task.page, { include: PAGE });
    await task.file(CONSENT_FILE).waitFor();
    expect(await (await answerTo('lead', planAddress)).text()).toBe(PLAN_FILE.buffer.toString());
    expect(await (await answerTo('lead', consentAddress)).text()).toBe(CONSENT_FILE.buffer.toString());
    expect((await answerTo('hs-secretary', planAddress)).status()).toBe(404);
  });

  step('one transfers it to the other, who alone has it from then on', async () => {
    await (await taskOf('lead', RECORDING)).handOver('转办', '曹军', '本周外出培训');

    expect(await isTodoOf('lead', RECORDING)).toBe(false);
    expect(await (await inboxOf('hs-lead')).rows(TITLE).innerText()).toMatch(/未读/);
    expect(await lastOf('secretary')).toBe(`周凯 将“${RECORDING}”转办给 曹军 | 本周外出培训`);
  });

  step('the secretary reminds the new holder once; the page says when again, and the inbox of the other shows it', async () => {
    const matter = await caseOf('secretary');
    await matter.remind('请在周五前登记');

    await matter.waiting.getByText(/\d\d:\d\d 之后可以再次催办/).waitFor();
    expect(await matter.waiting.getByRole('button', { name: spaced('催办') }).count()).toBe(0);
    expect(await lastOf('secretary')).toBe(`陈敏 催办“${RECORDING}” | 请在周五前登记`);
    expect(await (await inboxOf('hs-lead')).rows(TITLE).innerText()).toContain('被催办');
  });

  step('and copies the case to the supervision committee, which reads it with the note and may not act on it', async () => {
    const { acts } = await caseOf('secretary');
    const person = ['抄送给', '张丽'] as const;
    await acts.act('抄送', '已抄送', { consequence: '不能办理', reason: '请关注进度', reasonLabel: '附言', person });

    const inbox = await inboxOf('witness', 'cc');
    const row = inbox.rows(TITLE);
    expect(await row.innerText()).toMatch(/未读/);
    await row.getByRole('link').click();
    await inbox.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(await lastOf('witness')).toBe('陈敏 抄送给 张丽 | 请关注进度');
    for (const name of ['催办', '撤回', '暂停', '取消办件'])
      expect(await inbox.page.getByRole('button', { name: spaced(name) }).count()).toBe(0);
    // a file of the case, and none of its forms, which a reader does not see either
    expect((await answerTo('witness', consentAddress)).status()).toBe(200);
    expect((await answerTo('witness', planAddress)).status()).toBe(404);
    expect(await (await inboxOf('witness', 'cc')).rows(TITLE).innerText()).not.toMatch(/未读/);
  });

  step('an administrator suspends the case: its holder reads why and cannot decide, until it is resumed', async () => {
    const { acts } = await caseOf('manager');
    await acts.act('暂停', '已暂停', { consequence: '1 项待办不能办理', reason: '等候上级批复' });

    const task = await taskOf('hs-lead', RECORDING);
    await task.page.getByText('办件已暂停：等候上级批复').waitFor();
    expect(await task.outcomes.count()).toBe(0);
    expect(await lastOf('secretary')).toBe('李明 暂停了办件 | 等候上级批复');

    await (await caseOf('manager')).acts.act('恢复', '已恢复', { consequence: '恢复后可以继续办理', reason: '批复已到' });
    expect(await lastOf('secretary')).toBe('李明 恢复了办件 | 批复已到');
    await (await taskOf('hs-lead', RECORDING)).outcomes.waitFor();
  });

  step('the holder returns it to the registration with a reason that the secretary reads there', async () => {
    const recording = await taskOf('hs-lead', RECORDING);
    await recording.page.getByRole('button', { name: spaced('退回') }).click();
    await recording.page.locator(`${DIALOG} textarea`).waitFor();
    await expectAxeClean(recording.page, { include: DIALOG });
    await recording.page.locator(`${DIALOG} .ant-modal-close`).click();
    await recording.page.locator(DIALOG).waitFor({ state: 'detached' });
    await recording.returnTo(REGISTER, '缺少消防意见');

    expect(await isTodoOf('hs-lead', RECORDING)).toBe(false);
    const task = await taskOf('secretary', REGISTER);
    expect(await task.history.innerText()).toMatch(/曹军 将办件从“先行处置记录”退回“登记事项”\s*缺少消防意见/);
    expect(await task.form.field('预算金额').inputValue()).toMatch(/192[,]?000/);
  });

  step('the secretary gives the case up, after reading what ends with it; everybody sees that and why', async () => {
    const { acts } = await caseOf('secretary');
    await acts.act('取消办件', '办件已取消', {
      consequence: /不能恢复。将取消 1 项待办、0 个子办件/,
      reason: '居民改提其他方案',
    });

    expect(await isTodoOf('secretary', REGISTER)).toBe(false);
    const matter = await caseOf('witness');
    await matter.page.getByText('已取消').first().waitFor();
    expect(await matter.record()).toEqual(RECORD);
  });

  step('complained in nobody’s browser', () => {
    expect(cast.complaints.flatMap((of) => of())).toEqual([]);
    return Promise.resolve();
  });
});
