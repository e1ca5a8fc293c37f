import * as entries from './deliberations/entries';
import { Cast, openPage, outputFile, screenshot, story } from './harness';
import { ActDialog } from './pages/act-dialog';
import { CasePage } from './pages/case-page';
import { Inbox } from './pages/inbox';
import type { Entries } from './pages/task-form';
import { startCase } from './pages/start-case';
import type { TaskPage } from './pages/task-page';

const TITLE = `停车位改造 ${Date.now()}`;
const PRECHECK = `${TITLE}：镇（街）前置审核`;
const ONE = `${TITLE}：一议 党组织提议`;
const TWO = `${TITLE}：二议 两委会商议`;
const THREE = `${TITLE}：三议 党员大会审议`;
const FOUR = `${TITLE}：四议 居民（代表）会议决议`;
const DECISION = `${TITLE}：决议公开`;
const WORKS_OPINION = `${TITLE}：验收监督意见`;
const RESULT = `${TITLE}：实施结果公开`;
const ARCHIVE = `${TITLE}：归档`;

/** The six sheets, by what stands in the names of their buttons. */
const SHEETS = ['（一）', '（二）', '（三）', '（四）', '（五）', '（六）'] as const;

/** How often a list is looked at again for what a called case brings after the commit. */
const TRIES = 12;

/**
 * Eight people, each signed in as themselves, from paper: everything happened at dates of the past. 书记 secretary, 主任 director,
 * 组织委员 organiser, 监督委员 witness, 镇审核 township, 实施负责人 lead, 档案员 archivist, 督查 supervisor. One resolution fails, of two
 * objections one is upheld.
 */
describe('a matter of the four deliberations, from its proposal to the disclosure of its result', () => {
  const step = story(() => cast.photograph('deliberations-failed'));
  let cast: Cast;
  let instanceId: string;
  const acted = new Set<string>();

  beforeAll(async () => {
    cast = await Cast.open();
  });
  afterAll(() => cast?.close());

  const taskOf = async (who: string, title: string, name: string): Promise<TaskPage> => {
    const page = await cast.page(who);
    for (let tried = 1; tried < TRIES; tried += 1) {
      const inbox = await Inbox.open(page);
      if ((await inbox.rows(title).filter({ hasText: name }).count()) > 0) return inbox.openTask(title, name);
    }
    return (await Inbox.open(page)).openTask(title, name);
  };
  const act = async (who: string, [title, name]: readonly [string, string], outcome: string, fields: Entries = {}) => {
    await (await taskOf(who, title, name)).fillAndDecide(fields, outcome);
    acted.add(who);
  };

  interface Meeting {
    readonly daysAgo: number;
    readonly counts: keyof typeof entries.COUNTS;
    readonly by?: readonly [convener: string, recorder: string];
  }
  const meet = async (title: string, { daysAgo, counts, by = ['secretary', 'organiser'] }: Meeting) => {
    await act(by[0], [title, '召集会议'], '已通知', entries.called(daysAgo));
    await act(by[1], [title, '会议记录与表决'], '录入完毕，计票', entries.held(daysAgo, entries.COUNTS[counts]));
    await act('witness', [title, '监督意见'], '程序合规', entries.WITNESSED);
  };
  const resolve = (daysAgo: number, counts: 'passed' | 'lost') => meet(FOUR, { daysAgo, counts, by: ['director', 'director'] });
  const deliberate = async (from: number, more: Entries = {}) => {
    await act('secretary', [TITLE, '登记事项'], '提交判定', { ...entries.registered(from), ...more });
    await act('township', [PRECHECK, '审核'], '同意', entries.prechecked(from));
    await meet(ONE, { daysAgo: from - 3, counts: 'partyCommittee' });
    await meet(TWO, { daysAgo: from - 5, counts: 'twoCommittees' });
    await meet(THREE, { daysAgo: from - 9, counts: 'partyMembers' });
    await act('director', [TITLE, '按审议意见完善方案'], '提交决议', entries.AMENDED);
  };
  /**
   * An objection is entered while its notice is posted, and that is measured by the server's clock; what follows it is of later days. A notice
   * of the past that is still posted is one with a long period: an administrator sets it for this case.
   */
  const discloseFor = async (days: string) => {
    const page = await cast.page('admin');
    await openPage(page, '/admin/wuxin/board?process=fourDeliberations', '[aria-label=按时限统计]');
    await page.getByRole('link', { name: TITLE, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: TITLE, exact: true }).waitFor();
    const number = ['决议公开天数', days] as const;
    await new ActDialog(page).act('更正参数', '参数已更正', { consequence: '只改变这件办件', reason: '居民会议议定', number });
  };
  const post = async (title: string, daysAgo: number) => {
    await act('director', [title, '拟制公示'], '送监督审查', entries.PREPARED);
    await act('witness', [title, '公示前审查'], '可以公示', entries.VETTED);
    await act('director', [title, '张贴公示'], '已张贴', entries.posted(daysAgo));
  };

  step('starts with the secretary; a mere meeting cannot be started', async () => {
    const page = await cast.page('secretary');
    await openPage(page, '/admin/wuxin/start', 'button[type=submit]');
    await page.locator('.ant-select').first().click();
    expect(await page.locator('.ant-select-item-option').allInnerTexts()).toEqual(['居民公约', '四议两公开']);
    await page.keyboard.press('Escape');

    await startCase(page, 'fourDeliberations', TITLE);
  });

  step('goes through the first three deliberations', async () => {
    await deliberate(190, entries.LAWFUL);
  });

  step('keeps what was typed when a meeting is dated before the step that comes first', async () => {
    await act('director', [FOUR, '召集会议'], '已通知', entries.called(178));
    const vote = await taskOf('director', FOUR, '会议记录与表决');
    await vote.form.fill(entries.held(185, entries.COUNTS.lost));
    await vote.press('录入完毕，计票');
    await vote.refusal.waitFor();

    expect(await vote.refusal.innerText()).toContain(`会议日期 ${entries.ago(185)} 早于上一步`);
    expect(await vote.form.field('赞成').inputValue()).toBe('15');
    await vote.fillAndDecide({ 会议日期: entries.ago(178) }, '录入完毕，计票');
    await act('witness', [FOUR, '监督意见'], '程序合规', entries.WITNESSED);
  });

  step('is not passed, and is proposed again after the waiting time', async () => {
    const failure = await taskOf('secretary', TITLE, '未通过处理');
    await failure.form.expectShown('四议两公开登记', /四议 决议[\s\S]*未通过[\s\S]*赞成 15 人，未超过实到半数/);
    await screenshot(failure.page, 'deliberations-failed-vote');
    await failure.fillAndDecide(entries.FAILURE, '重新提议');

    await deliberate(80);
  });

  step('is resolved, to be disclosed for as long as the administrator says', async () => {
    await discloseFor('90');
    await resolve(68, 'passed');
  });

  step('stands on the supervisor’s board with who holds the called case, and leads to it and back', async () => {
    const page = await cast.page('supervisor');
    await openPage(page, '/admin/wuxin/board', '[aria-label=按时限统计]');
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: TITLE, exact: true }) });
    expect(await row.innerText()).toMatch(/锦苑社区[\s\S]*四议两公开[\s\S]*决议公开[\s\S]*锦苑社区居委会主任/);
    await row.getByRole('link').click();
    await page.getByText(/“决议公开”的子办件等待 .*王强.* 办理/).waitFor();
    await screenshot(page, 'deliberations-tracking');

    await page.getByRole('link', { name: DECISION }).first().click();
    await page.getByRole('heading', { level: 1, name: DECISION }).waitFor();
    await new CasePage(page).remind('请按期张贴');
    acted.add('supervisor');
    await page.getByRole('link', { name: `所属办件：${TITLE}` }).click();
    await page.getByRole('heading', { level: 1, name: TITLE, exact: true }).waitFor();
  });

  step('is resolved anew after an objection to its disclosure was upheld', async () => {
    await post(DECISION, 66);
    await act('director', [DECISION, '公示期间登记异议'], '收到异议', entries.objected('公示没有张贴到楼栋', 64));
    const board = await taskOf('director', DECISION, '公示期间登记异议');
    await screenshot(board.page, 'deliberations-objections');
    await board.fillAndDecide(entries.objected('票数统计有误', 63), '收到异议');

    const first = await taskOf('secretary', `${DECISION}：异议1`, '核实答复异议');
    await first.form.expectShown('异议内容', '公示没有张贴到楼栋');
    await first.fillAndDecide(entries.rejected(62), '异议不成立');
    await act('director', [`${DECISION}：异议1`, '告知答复'], '接受答复');

    const second = await taskOf('secretary', `${DECISION}：异议2`, '核实答复异议');
    await second.form.fill(entries.upheld(61));
    await second.writeOpinion('核票发现漏计。');
    await second.decide('异议成立');

    await discloseFor('7');
    await resolve(60, 'passed');
  });

  step('is disclosed for its period, carried out and accepted', async () => {
    await post(DECISION, 50);
    await act('witness', [DECISION, '公示监督意见'], '公示合规', entries.WITNESSED);

    const works = await taskOf('lead', TITLE, '组织实施');
    await works.form.expectShown('决议金额', '186');
    await works.fillAndDecide(entries.WORKS, '实施完毕，申请验收');
    acted.add('lead');
    await act('director', [TITLE, '验收'], '验收合格', entries.ACCEPTED);
    await act('witness', [WORKS_OPINION, '监督意见'], '程序合规', entries.WITNESSED);
  });

  step('ends with the disclosure of the result, the assessment and the archive', async () => {
    await post(RESULT, 15);
    await act('witness', [RESULT, '公示监督意见'], '公示合规', entries.WITNESSED);
    const assessment = await taskOf('secretary', TITLE, '居民评议');
    instanceId = /\d+$/.exec((await assessment.page.getByRole('link', { name: '流程跟踪' }).getAttribute('href'))!)![0];
    await assessment.fillAndDecide(entries.ASSESSED, '评议完毕');

    const archive = await taskOf('archivist', ARCHIVE, '归档');
    await archive.form.expectShown('归档目录', /四议两公开[\s\S]*会议与表决/);
    await screenshot(archive.page, 'deliberations-archive');
    await archive.fillAndDecide(entries.ARCHIVED, '已归档');
    acted.add('archivist');

    const matter = await CasePage.open(await cast.page('secretary'), instanceId);
    await matter.page.getByText('已办结').first().waitFor();
  });

  step('leaves its six sheets to be printed, on a desktop and on a phone', async () => {
    for (const size of ['desktop', 'phone'] as const) {
      const page = await cast.page('secretary', size);
      const matter = await CasePage.open(page, instanceId);
      const documents = matter.panel('文书');
      await documents.getByText('登记表（六）实施结果公开').waitFor();
      await screenshot(page, `deliberations-closed-${size}`);
      for (const sheet of SHEETS) {
        const saved = page.waitForEvent('download');
        await documents.getByRole('button', { name: new RegExp(`下载.*${sheet}`) }).click();
        await (await saved).saveAs(outputFile(`deliberations-sheet-${sheet}.docx`));
      }
    }
  });

  step('was the work of eight people', () => {
    expect([...acted].sort()).toEqual([
      'archivist',
      'director',
      'lead',
      'organiser',
      'secretary',
      'supervisor',
      'township',
      'witness',
    ]);
    return Promise.resolve();
  });

  step('complained in nobody’s browser but of the refusal that the story asks for', async () => {
    expect(cast.complaints.flatMap((of) => of())).toEqual([expect.stringMatching(/^director: .* 400 .*bpmnTasks:complete/)]);
  });
});
