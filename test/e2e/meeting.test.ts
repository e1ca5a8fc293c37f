import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { textOfDocx } from '../harness/docx';
import { Cast, demonstrationName, expectAxeClean, openPage, outputFile, screenshot, story } from './harness';
import { callsAs, type Call } from './meeting/calls';
import { Desk, DESK_PART } from './meeting/desk';
import { REPRESENTATIVES, ROLL_TABLE } from './meeting/people';
import { handInCount, type Numbers } from './meeting/teller';
import { expectVoterPageAccessible, voteByPhone, type Answer } from './meeting/voter';

const TITLE = `锦苑村第四季度村民代表会议 ${Date.now()}`;
const FEE = '提高公共停车费';
const SQUARE = '村口小广场改造方案';
const OURS = 'section[aria-labelledby]';
const [CHAIR, CLERK, FIRST, SECOND] = ['secretary', 'drafter', 'witness', 'director'] as const;
const DAY_MS = 24 * 3_600_000;
const HALF_AN_HOUR_MS = 1_800_000;
const PRESENT = 20;
/** Of those who are there, so many vote by phone; the others gave their slips back for paper. */
const PHONES = 12;

const local = (at: number, withTime = false) =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, withTime ? 16 : 10);
/** Later today: nothing is convened for what is over. */
const soon = (): string => {
  const now = Date.now();
  const later = local(now + HALF_AN_HOUR_MS, true);
  return later.startsWith(local(now)) ? later : `${local(now)} 23:59`;
};
const times = (answers: Readonly<Record<Answer, number>>): Answer[] =>
  Object.entries(answers).flatMap(([answer, count]) => Array.from({ length: count }, () => answer as Answer)); // its keys

describe('a representatives’ meeting of thirty, twenty of them there, by phone and paper', () => {
  const step = story(() => cast.photograph('meeting-failed'));
  let cast: Cast;
  let desk: Desk;
  let clerk: Call;
  let entries: { id: string; name: string }[];
  let codes: string[];
  let shares: string[];

  beforeAll(async () => {
    cast = await Cast.open();
  });
  afterAll(() => cast?.close());

  const deskOf = async (who: string) => new Desk(await cast.page(who), desk.id);
  const motionId = async (title: string): Promise<string> => {
    const { motions } = await clerk<{ motions: { id: string; title: string }[] }>('ballotMeetings:desk', desk.id, {});
    return motions.find((motion) => motion.title === title)!.id;
  };

  step('is prepared by the secretary with its staff', async () => {
    const page = await cast.page(CHAIR);
    await openPage(page, '/admin/wuxin/meetings/new', OURS);
    const choose = async (label: string, text: string) => {
      const field = page.getByRole('combobox', { name: label });
      await field.focus(); // a list takes letters only then
      await field.fill(text);
      const list = page.locator('.ant-select-dropdown', { has: page.locator(`#${await field.getAttribute('aria-controls')}`) });
      await list.locator('.ant-select-item-option').filter({ hasText: text }).first().click();
      await field.press('Escape');
    };
    await choose('会议类型', '村民代表会议');
    await page.getByLabel('会议名称').fill(TITLE);
    await page.getByLabel('时间').fill(soon());
    await page.getByLabel('时间').press('Enter');
    await page.getByLabel('地点').fill('村委会会议室');
    await page.getByLabel('第 1 项议题', { exact: true }).fill(FEE);
    await choose('主持人', demonstrationName(CHAIR));
    await choose('签到员', demonstrationName(CLERK));
    await choose('计票人', demonstrationName(FIRST));
    await choose('计票人', demonstrationName(SECOND));
    await expectAxeClean(page, { include: OURS });
    await page.getByRole('button', { name: /^保\s?存$/ }).click();
    await page.waitForURL(/\/meetings\/\d+\/desk/);
    desk = new Desk(page, /meetings\/(\d+)\//.exec(page.url())![1]!);
    clerk = await callsAs(await cast.page(CLERK), CLERK);
  });

  step('has a roll of thirty, which is frozen, and is convened in time', async () => {
    await desk.open('roll');
    await desk.act({ button: '粘贴表格', done: '名册已录入', fill: { 表格: ROLL_TABLE } });
    await desk.act({ button: '锁定名册', done: '名册已锁定', consequence: /共 30 人，有表决权 30 人/ });
    await desk.act({
      button: '召集',
      done: '已召集',
      consequence: /向名册上的 30 人发出通知/,
      fill: { 通知日期: local(Date.now() - 12 * DAY_MS) },
    });
    entries = (await clerk<{ rows: typeof entries }>('ballotRolls:entries', desk.id, { pageSize: 50 })).rows;
    expect(entries.map(({ name }) => name)).toEqual(REPRESENTATIVES);
  });

  step('says how many more have to come, until twenty are there', async () => {
    const there = entries.slice(0, PRESENT);
    const entryIds = there.slice(0, 17).map(({ id }) => id);
    await clerk('ballotAttendance:arrive', desk.id, { entryIds, means: 'clerk' });
    const { page } = await (await deskOf(CLERK)).open('attendance');
    await page.getByText('还差 3 人到会', { exact: true }).waitFor();
    await screenshot(page, 'meeting-attendance');
    for (const { name } of there.slice(17)) {
      await page.getByLabel('搜索姓名').fill(name);
      await page.getByLabel('搜索姓名').press('Enter');
      await page.getByText(`${name} 已到会`).waitFor();
    }
    await page.getByText('已够人数').waitFor();
    // the chair's page keeps itself up to date
    await desk.open('motions');
    await desk.act({ button: '开会', done: '会议开始', consequence: /应到 30 人，实到 20 人/ });
    await desk.page.getByText('会议中').first().waitFor();
  });

  step('draws a key and slips, of which twenty are handed out and eight given back for paper', async () => {
    await desk.open('secrecy');
    await desk.act({ button: '生成会议密钥', done: '会议密钥已生成' });
    shares = await desk.page.locator('.wuxin-sheet .wuxin-code').allInnerTexts();
    expect(shares).toHaveLength(3);
    await desk.page.getByRole('button', { name: '已打印，关闭' }).click();
    await desk.act({ button: '生成表决码', done: '表决码已生成', consequence: /系统不保存表决码/ });
    codes = await desk.page.locator('.wuxin-slip .wuxin-code').allInnerTexts();
    expect(new Set(codes).size).toBe(30);
    await desk.page.pdf({ path: outputFile('meeting-slips.pdf'), preferCSSPageSize: true });
    await desk.page.getByRole('button', { name: '已打印，关闭' }).click();

    for (const { id } of entries.slice(0, PRESENT - 1)) await clerk('ballotBoxes:handOut', desk.id, { entryId: id });
    const table = await (await deskOf(CLERK)).open('secrecy');
    const last = entries[PRESENT - 1]!.name;
    await table.page.getByLabel('搜索姓名').fill(last);
    await table.page.getByRole('button', { name: `${last} 已抽取` }).click();
    await table.page.getByText(`${last} 已登记`).waitFor();
    const [exchanged, ...others] = codes.slice(PHONES, PRESENT);
    await table.act({ button: '换纸质票', done: '已换，请发给一张纸质票', fill: { 表决码: exchanged! } });
    for (const code of others) await clerk('ballotBoxes:exchange', desk.id, { code });
    await table.page.getByText('已换纸质票').first().waitFor();
  });

  const addAndOpen = async (title: string) => {
    await desk.open('motions');
    await desk.act({
      button: '添加表决事项',
      done: '已添加',
      fill: { 事项: title, 表决文本: `同意“${title}”。`, 表决方式: '手机与纸质票' },
    });
    const card = desk.panel(new RegExp(title));
    await desk.act({
      button: '开始表决',
      done: '表决开始',
      within: card,
      consequence: /20 人可以表决，方式：手机与纸质票，无记名/,
    });
  };

  const voteAll = async (title: string, answers: readonly Answer[]) => {
    const phone: Page = await cast.page(CLERK, 'phone');
    const receipts: string[] = [];
    for (const [index, answer] of answers.entries())
      receipts.push(await voteByPhone(phone, { meetingId: desk.id, code: codes[index]!, motion: title, answer }));
    expect(new Set(receipts).size).toBe(PHONES);
    return receipts;
  };

  const closeCountAndOpen = async (title: string, numbers: Numbers) => {
    const card = desk.panel(new RegExp(title));
    await desk.open('motions');
    await desk.act({ button: '结束表决', done: '表决已结束', within: card });
    const [meetingId, id] = [desk.id, await motionId(title)];
    for (const teller of [FIRST, SECOND]) await handInCount(await cast.page(teller), { meetingId, motionId: id, numbers });
    const teller = await (await deskOf(FIRST)).open('motions');
    await teller.act({ button: '开箱', done: '票箱已打开', fill: { 第一份密钥: shares[0]!, 第二份密钥: shares[2]! } });
    await desk.act({ button: '计票并宣布', done: '结果已宣布', within: card });
    return card;
  };

  step('does not pass with ten in favour', async () => {
    await addAndOpen(FEE);
    await expectVoterPageAccessible(await cast.page(CLERK, 'phone'), desk.id, codes[0]!);
    const receipts = await voteAll(FEE, times({ 赞成: 6, 反对: 4, 弃权: 2 }));
    const card = await closeCountAndOpen(FEE, { 收回选票: 8, 赞成: 4, 反对: 3, 弃权: 1, 无效票: 0 });

    await card.getByText('应到 30 人，实到 20 人，达到三分之二；赞成 10 人，未超过实到半数，不通过').waitFor();
    expect(await card.getByRole('list', { name: '票数' }).innerText()).toMatch(/赞成\s*10[\s\S]*反对\s*7[\s\S]*弃权\s*3/);
    await card.getByText('回执清单（12 个）').click();
    for (const receipt of receipts) expect(await card.getByText(receipt).count()).toBe(1);
  });

  step('passes with eleven in favour, and gives the same when it is counted again', async () => {
    await addAndOpen(SQUARE);
    await voteAll(SQUARE, times({ 赞成: 7, 反对: 4, 弃权: 1 }));
    const card = await closeCountAndOpen(SQUARE, { 收回选票: 8, 赞成: 4, 反对: 2, 弃权: 1, 无效票: 1 });

    await card.getByText('应到 30 人，实到 20 人，达到三分之二；赞成 11 人，超过实到半数，通过').waitFor();
    await card.getByRole('button', { name: '重新计票' }).click();
    await card.getByText('重新计票与记录的结果相同').waitFor();
    await screenshot(desk.page, 'meeting-results');
  });

  step('has pages that everybody can use, on a phone too', async () => {
    for (const part of DESK_PART) {
      await desk.open(part);
      await expectAxeClean(desk.page, { include: OURS });
    }
    const phone = new Desk(await cast.page(CHAIR, 'phone'), desk.id);
    for (const part of DESK_PART) {
      await phone.open(part);
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await screenshot(phone.page, `meeting-phone-${part}`);
    }
    const manager = await cast.page('manager');
    await openPage(manager, '/admin/wuxin/ballot-rules', 'table');
    await expectAxeClean(manager, { include: OURS });
  });

  step('ends with minutes in Word that have the right numbers', async () => {
    await desk.act({ button: '散会', done: '已散会', fill: { 讨论记录: '吴大勇代表不同意提高停车费，认为应先公示收支。' } });
    await desk.open('minutes');
    const download = desk.page.waitForEvent('download');
    await desk.page.getByRole('button', { name: /下载会议记录/ }).click();
    const file = outputFile('meeting-minutes.docx');
    await (await download).saveAs(file);

    const text = textOfDocx(await readFile(file));
    expect(text).toContain(TITLE);
    for (const fact of ['应到 30 人', '实到 20 人', '赞成 10 人', '赞成 11 人', '吴大勇代表不同意提高停车费'])
      expect(text).toContain(fact);
  });
});
