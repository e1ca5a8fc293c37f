import { ADMINISTRATOR, Cast, expectAxeClean, openPage, outputFile, screenshot, story } from './harness';
import { arrive, callMeeting, convene } from './meeting/calling';
import { callsAs, type Call } from './meeting/calls';
import { Desk } from './meeting/desk';
import { keepResidents } from './meeting/residents';
import { handInCount } from './meeting/teller';
import { spaced } from './pages/spaced';

const [CHAIR, CLERK, FIRST, SECOND, RESIDENT] = ['secretary', 'drafter', 'witness', 'director', 'township'] as const;
const RUN = Date.now();
const TABLE = `居民台账 ${RUN}`;
const OURS = 'section[aria-labelledby]';
const SQUARE = '村口小广场改造方案';
const OWN_RULE = '锦苑社区代表会议';

describe('meetings of five: a roll from a collection, the code on the wall, roll-call, an election, and one that is called again', () => {
  const step = story(() => cast.photograph('meeting-ways-failed'));
  let cast: Cast;
  let call: Call;
  let id: string;
  let names: string[];

  beforeAll(async () => {
    cast = await Cast.open();
    call = await callsAs(await cast.page(CHAIR), CHAIR);
  });
  afterAll(() => cast?.close());

  const deskOf = async (who: string, size: 'desktop' | 'phone' = 'desktop') => new Desk(await cast.page(who, size), id);
  /** A page as somebody sees it: accessible, no wider than the screen, kept as a picture. */
  const look = async ({ page }: Pick<Desk, 'page'>, name: string, include = OURS) => {
    await expectAxeClean(page, { include });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await screenshot(page, name);
  };
  const motionOf = async (title: string) => {
    const { motions } = await call<{ motions: { id: string; title: string }[] }>('ballotMeetings:desk', id, {});
    return motions.find((motion) => motion.title === title)!.id;
  };

  step('an administrator fills the roll from a collection with those of one village', async () => {
    id = await callMeeting(call, { typeKey: 'village.representatives', title: `锦苑村村民代表会议 ${RUN}` });
    const page = await cast.page(ADMINISTRATOR.account);
    names = await keepResidents(page, { table: TABLE, village: '锦苑村' });
    const desk = await new Desk(page, id).open('roll');

    await desk.act({
      button: '从数据表录入',
      done: '名册已录入',
      consequence: /按条件从数据表取出应到人员/,
      fill: { 数据表: TABLE, 姓名: '居民姓名', 账号: '登录账号', 妇女: '性别' },
      then: async (dialog) => {
        await dialog.getByRole('button', { name: '添加条件' }).click();
        await desk.choose(dialog.getByRole('combobox', { name: '字段' }), '所在村');
        await dialog.getByLabel('值', { exact: true }).fill('锦苑村');
        await screenshot(page, 'meeting-fill-roll');
      },
    });

    for (const name of names) await page.getByText(name).first().waitFor();
    expect(await page.getByText('周玉梅').count()).toBe(0);
    await page.getByText('5 人，有表决权 5 人，其中妇女 2 人').waitFor();
  });

  step('whoever is on the roll signs in by the code on the wall', async () => {
    await convene(call, id);
    const wall = await (await deskOf(CLERK)).open('attendance');
    const ticket = wall.page.waitForResponse(/ballotAttendance:ticket/);
    await wall.page.getByRole('button', { name: '签到墙' }).click();
    const { data } = (await (await ticket).json()) as { data: { url: string } };
    await wall.page.getByText('实到 0 / 应到 5').waitFor();
    await screenshot(wall.page, 'meeting-wall');

    const phone = await cast.page(RESIDENT, 'phone');
    await phone.goto(data.url);
    await phone.getByRole('button', { name: '我已到会' }).waitFor();
    await look({ page: phone }, 'meeting-phone-sign-in');
    await phone.getByRole('button', { name: '我已到会' }).click();
    await phone.getByText('已签到').waitFor();
    await screenshot(phone, 'meeting-phone-signed-in');

    await wall.page.getByText('实到 1 / 应到 5').waitFor();
    await wall.page
      .getByRole('button', { name: spaced('关闭') })
      .last()
      .click();
  });

  step('each name is called, and the answers decide', async () => {
    await arrive(call, id, 5);
    await call('ballotMeetings:open', id, {});
    const desk = await (await deskOf(CHAIR)).open('motions');
    await desk.act({ button: '添加表决事项', done: '已添加', fill: { 事项: SQUARE, 表决方式: '唱名' } });
    const card = desk.panel(new RegExp(SQUARE));
    await desk.act({ button: '开始表决', done: '表决开始', within: card, consequence: /5 人可以表决/ });

    const clerk = await (await deskOf(CLERK, 'phone')).open('motions');
    for (const [index, name] of names.entries()) {
      const answers = clerk.page.getByRole('group', { name: `${name} 的表态` });
      const said = spaced(index < 3 ? '赞成' : '反对');
      await answers.getByRole('button', { name: said }).click();
      await answers.getByRole('button', { name: said, pressed: true }).waitFor();
    }
    await look(clerk, 'meeting-phone-roll-call');

    await desk.act({ button: '结束表决', done: '表决已结束', within: card, consequence: /5 人都已表决/ });
    await desk.act({ button: '计票并宣布', done: '结果已宣布', within: card });
    await card.getByText(/赞成 3 人，超过实到半数，通过/).waitFor();
    await look(desk, 'meeting-roll-call');
  });

  step('an election on paper is counted by two, each by themselves', async () => {
    id = await callMeeting(call, { typeKey: 'party.election', title: `锦苑村党支部选举 ${RUN}` });
    await call('ballotRolls:enter', id, { unit: 'person', entries: names.map((name) => ({ name })) });
    await convene(call, id);
    await arrive(call, id, 5);
    await call('ballotMeetings:open', id, {});
    const desk = await (await deskOf(CHAIR)).open('motions');
    await desk.act({
      button: '添加表决事项',
      done: '已添加',
      fill: { 事项: '选举支部委员', 候选人: '赵桂芳\n钱守义\n孙丽华', 应选人数: '2' },
    });
    const card = desk.panel(/选举支部委员/);
    await desk.act({ button: '开始表决', done: '表决开始', within: card });
    await desk.act({ button: '结束表决', done: '表决已结束', within: card });
    const numbers = { '发出选票': 5, '收回选票': 5, '无效票': 0, '赵桂芳 得票': 5, '钱守义 得票': 3, '孙丽华 得票': 1 };
    const motionId = await motionOf('选举支部委员');

    await handInCount(await cast.page(FIRST, 'phone'), { meetingId: id, motionId, numbers });
    await look({ page: await cast.page(FIRST, 'phone') }, 'meeting-phone-count-election');
    await handInCount(await cast.page(SECOND), { meetingId: id, motionId, numbers });
    await desk.act({ button: '计票并宣布', done: '结果已宣布', within: card });

    await card
      .getByText(/赵桂芳/)
      .first()
      .waitFor();
    await look(desk, 'meeting-election');
    await look(await (await deskOf(CHAIR, 'phone')).open('motions'), 'meeting-phone-election');
  });

  step('an administrator gives a rule another share on a phone, and sees what it means', async () => {
    const page = await cast.page('manager', 'phone');
    await openPage(page, '/admin/wuxin/ballot-rules', OURS);
    await page.getByRole('button', { name: '修改：村民代表会议', exact: true }).click();
    await page.getByRole('button', { name: '到会须：添加一条' }).click();
    const added = page.getByRole('group', { name: '到会须 2' });
    await added.getByLabel('分子').fill('1');
    await added.getByLabel('分母').fill('2');
    await expectAxeClean(page, { include: '.ant-modal-content' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await added.scrollIntoViewIfNeeded();
    await page.screenshot({ path: outputFile('meeting-phone-rule.png') });
    await page.getByRole('button', { name: '到会须：删除第 2 条' }).click();
    await page
      .getByText(/到会：实到达到应到的三分之二；通过：赞成超过实到半数/)
      .last()
      .waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: spaced('取消') })
      .click();

    await page.getByRole('button', { name: '照此新建：村民代表会议', exact: true }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('名称', { exact: true }).fill(OWN_RULE);
    await form.getByRole('switch', { name: /妇女/ }).click();
    const women = form.getByRole('group', { name: '到会的妇女' });
    await women.getByLabel('分子').fill('1');
    await women.getByLabel('分母').fill('3');
    await form.getByRole('textbox', { name: /依据$/ }).fill('本社区议事规则第三条');
    await form.getByRole('textbox', { name: /理由$/ }).fill('议事规则已经通过');
    await expectAxeClean(page, { include: '.ant-modal-content' });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: outputFile('meeting-phone-own-rule.png'), fullPage: true });
    await form.getByRole('button', { name: '照此新建' }).click();
    await page.locator('.ant-message').getByText('已新建').waitFor();
    const own = page.getByText(OWN_RULE, { exact: true });
    await own.waitFor();
    await own.scrollIntoViewIfNeeded();
    await page.screenshot({ path: outputFile('meeting-phone-own-rule-listed.png') });
    await page.getByRole('button', { name: `变更记录：${OWN_RULE}` }).click();
    await page.getByRole('dialog').getByText('新建规则：议事规则已经通过').waitFor();
    await expectAxeClean(page, { include: '.ant-modal-content' });
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

    await openPage(page, '/admin/wuxin/ballot-rules?part=types', OURS);
    await page.getByRole('button', { name: '修改：村民代表会议', exact: true }).click();
    await page.getByRole('dialog').getByText('提前通知（天）').waitFor();
    await expectAxeClean(page, { include: '.ant-modal-content' });
    await page.screenshot({ path: outputFile('meeting-phone-type.png') });
    await page
      .getByRole('dialog')
      .getByRole('button', { name: spaced('取消') })
      .click();
  });

  step('a meeting to which too few came is called again with its motion and its roll', async () => {
    const title = `锦苑村村民代表会议（第二次） ${RUN}`;
    id = await callMeeting(call, { typeKey: 'village.representatives', title });
    await call('ballotRolls:enter', id, { unit: 'person', entries: names.map((name) => ({ name })) });
    await call('ballotMotions:create', id, { title: SQUARE, text: '', ruleKey: 'village.representatives', way: 'showOfHands' });
    await convene(call, id);
    await arrive(call, id, 2);
    const desk = await (await deskOf(CHAIR)).open('attendance');
    await desk.page.getByText('还差 2 人到会', { exact: true }).waitFor();
    await desk.act({
      button: '未开成',
      done: '已记为未开成',
      consequence: /应到 5 人，实到 2 人，还差 2 人/,
      fill: { 理由: '到会不足三分之二' },
    });
    const later = new Date(Date.now() + 12 * 24 * 3_600_000).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
    await desk.act({
      button: '再次召集',
      consequence: /1 项表决事项和名册（5 人，未锁定）都沿用/,
      fill: { 时间: later },
    });

    await desk.page.waitForURL((url) => !url.pathname.includes(`/${id}/`));
    await desk.page.getByText(`因“${title}”人数不足再次召集（第 1 次）`).waitFor();
    const again = new Desk(desk.page, /meetings\/(\d+)\//.exec(desk.page.url())![1]!);
    await again.open('motions');
    await again.panel(new RegExp(SQUARE)).waitFor();
    await look(again, 'meeting-again');
    await look(await new Desk(await cast.page(CHAIR, 'phone'), again.id).open('roll'), 'meeting-phone-again');
  });
});
