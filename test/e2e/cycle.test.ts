import { meeting, PROBLEMS, report, sheet } from './cycle/entries';
import { Office } from './cycle/office';
import { Cast, expectAxeClean, openPage, screenshot, story } from './harness';
import { CasePage } from './pages/case-page';
import { Inbox } from './pages/inbox';
import { TaskPage } from './pages/task-page';

const DAY_MS = 24 * 60 * 60 * 1000;
const day = (offset: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * DAY_MS);
const TODAY = day(0);
/** In the season of meetings, whatever day it is. */
const MEETING = `${Number(TODAY.slice(0, 4)) + 1}-01-15`;
const YEAR = 2031;

interface Level {
  readonly place: string;
  readonly organiser: string;
  readonly chair: string;
  readonly ratees: Readonly<Record<string, string>>;
  readonly raters: readonly string[];
}
const TOWNSHIP: Level = {
  place: '云岭镇',
  organiser: 'township-organiser',
  chair: 'township-secretary',
  ratees: { 新岭社区: 'xl-secretary', 锦苑社区: 'secretary' },
  raters: ['director', 'witness', 'organiser', 'lead', 'archivist'],
};
const COUNTY: Level = {
  place: '汉滨区',
  organiser: 'county-organiser',
  chair: 'county-secretary',
  ratees: { 云岭镇: 'township-secretary' },
  raters: ['director', 'witness', 'secretary', 'hs-secretary', 'supervisor'],
};
const CITY: Level = {
  place: '安康市',
  organiser: 'city-organiser',
  chair: 'city-secretary',
  ratees: { 汉滨区: 'county-secretary' },
  raters: ['township-secretary', 'county-organiser', 'secretary', 'township', 'supervisor'],
};

/** One year on three levels: most of it over HTTP, in the browser what people look at. */
describe('the yearly appraisal of secretaries', () => {
  const step = story(() => cast.photograph('cycle-failed'));
  let cast: Cast;
  let office: Office;
  const rounds = new Map<Level, { id: string; title: string }>();

  beforeAll(async () => {
    cast = await Cast.open();
    office = new Office(cast);
  });
  afterAll(() => cast?.close());

  const titleOf = (level: Level) => `${level.place}${YEAR}年度述职评议考核`;
  const reportOf = (place: string) => `${place}书记${YEAR}年度述职`;
  const followUpOf = (place: string) => `${place}书记${YEAR}年度述职评议`;
  const listOf = (place: string) => `${followUpOf(place)}整改清单`;

  const idsOf = async (collection: string, field: string, names: readonly string[]) => {
    const { data } = await office.read<Record<string, unknown>[]>('manager', `${collection}:list?pageSize=200`);
    return names.map((name) => Number(data.find((row) => row[field] === name)?.['id']));
  };
  const open = async (level: Level) => {
    const { place, organiser, chair, ratees, raters } = level;
    const [placeId] = await idsOf('places', 'name', [place]);
    const title = titleOf(level);
    const id = await office.start(organiser, { processKey: 'reportAppraisal', title, placeId: String(placeId) });
    rounds.set(level, { id, title });
    const plan = {
      year: YEAR,
      focus: '安置社区组织覆盖、经费、公约、就业、阵地',
      reportDueOn: MEETING,
      meetingOn: MEETING,
      ratees: (await idsOf('places', 'name', Object.keys(ratees))).map((rated) => ({ place: rated })),
      raters: (await idsOf('users', 'username', raters)).map((person) => ({ person, capacity: 'member' })),
    };
    await office.act(organiser, [title, '拟定方案'], 'submit', plan);
    await office.act(chair, [title, '审定方案'], 'agree', { approvedOn: TODAY });
  };
  const reviewAndMeet = async ({ organiser, chair }: Level, place: string, superiorScore: number) => {
    const title = reportOf(place);
    await office.act(organiser, [title, '预审'], 'pass', { reviewedOn: TODAY, reviewNote: '数据属实。', vetoItems: [] });
    await office.act(organiser, [title, '述职会记录'], 'held', meeting(TODAY));
    await office.act(chair, [title, '点评'], 'done', { comment: '成绩明显，就业偏弱。', superiorScore });
  };
  const rate = async (raters: readonly string[], place: string, choice: string) => {
    for (const rater of raters) await office.act(rater, [reportOf(place), '民主测评'], 'handIn', sheet(choice));
  };
  const writeAndRate = async (level: Level, place: string, choice: string, superiorScore: number) => {
    await office.act(level.ratees[place] ?? '', [reportOf(place), '撰写述职报告'], 'submit', report('述职人'));
    await reviewAndMeet(level, place, superiorScore);
    await rate(level.raters, place, choice);
  };
  const grade = async ({ chair, organiser, place }: Level, grades: readonly object[]) => {
    const level = [...rounds.keys()].find((known) => known.place === place)!;
    const { title } = rounds.get(level)!;
    const { taskId } = await office.task(chair, title, '研究等次');
    const { data } = await office.read<{ record: { results: { id: number }[] } }>(chair, `bpmnTasks:open?filterByTk=${taskId}`);
    const results = data.record.results.map(({ id }, index) => ({ id, ...grades[index] }));
    await office.act(chair, [title, '研究等次'], 'decided', { results, gradedOn: TODAY, gradeMinutes: '集体研究。' });
    await office.act(organiser, [title, '通报结果'], 'announced', {
      announcedOn: TODAY,
      announcedBy: ['party'],
      redaction: 'none',
    });
  };
  const archive = (level: Level) =>
    office.act(level.organiser, [`${titleOf(level)}：归档`, '归档'], 'archived', {
      archivedItems: ['documents'],
      archiveNumber: 'SZ-01',
      archivedOn: TODAY,
    });
  const correct = async ({ organiser, ratees }: Level, place: string) => {
    const [owner, title] = [ratees[place] ?? '', listOf(place)];
    const items = [{ problem: '台账不全', measure: '逐户核实', person: '书记', dueOn: day(20) }];
    await office.act(owner, [title, '制定整改清单'], 'submit', { items });
    await office.act(organiser, [title, '审核清单'], 'agree', { approvedOn: TODAY });
    await office.act(organiser, [title, '公示清单'], 'published', {
      publishedOn: TODAY,
      publishedAt: ['party'],
      redaction: 'none',
    });
    await office.act(owner, [title, '落实整改'], 'finish', {
      items: await itemsOf(owner, title, '落实整改', { progress: '已核实', doneOn: TODAY }),
    });
    await office.act(organiser, [title, '复查'], 'closed', {
      items: await itemsOf(organiser, title, '复查', { result: 'closed' }),
      recheckedOn: TODAY,
      recheckNote: '属实。',
    });
  };
  const itemsOf = async (who: string, title: string, name: string, more: object) => {
    const { taskId } = await office.task(who, title, name);
    const { data } = await office.read<{ record: { items: { id: number }[] } }>(who, `bpmnTasks:open?filterByTk=${taskId}`);
    return data.record.items.map(({ id }) => ({ id, ...more }));
  };
  const taskPage = async (who: string, title: string, name: string, size: 'desktop' | 'phone' = 'desktop') => {
    await office.task(who, title, name);
    const page = await cast.page(who, size);
    if (size === 'desktop') return (await Inbox.open(page)).openTask(title, name);
    const { taskId } = await office.task(who, title, name);
    await openPage(page, `/admin/wuxin/task/${taskId}`, 'h2');
    return new TaskPage(page);
  };

  step('is planned by city, county and township, each for those below', async () => {
    for (const level of [CITY, COUNTY, TOWNSHIP]) await open(level);

    const page = await cast.page('township-organiser');
    await CasePage.open(page, rounds.get(TOWNSHIP)!.id);
    await screenshot(page, 'cycle-round');
  });

  step('takes a report within its limit only, and says how long it is', async () => {
    const task = await taskPage('xl-secretary', reportOf('新岭社区'), '撰写述职报告');
    await task.form.fill({
      '述职人': '蒋勇',
      '主要工作': '工'.repeat(2601),
      '存在问题': PROBLEMS,
      '上年度问题整改情况': '已销号。',
      '下步打算': '抓就业。',
      '应建党组织数': 4,
      '已建党组织数': 2,
      '党建工作经费（元）': 15000,
      '服务群众专项经费（元）': 20000,
      '办公经费（元）': 12000,
      '居民公约制定情况': '正在制定',
      '有劳动力的户数': 200,
      '零就业户数': 90,
      '必备功能场所': ['党支部办公室', '图书室'],
    });
    await task.press('报送预审');
    await task.refusal.filter({ hasText: '超过 3000 字的限制' }).waitFor();
    await screenshot(task.page, 'cycle-report-too-long');

    await task.form.fill({ 主要工作: '工'.repeat(800) });
    await task.decide('报送预审');
  });

  step('has ratings that the rater hands in without a name, on a desktop and on a phone', async () => {
    await reviewAndMeet(TOWNSHIP, '新岭社区', 70);
    const task = await taskPage('director', reportOf('新岭社区'), '民主测评');
    await task.page.getByText('保密测评：所选内容只计入汇总').waitFor();
    expect(await task.page.getByRole('textbox', { name: '办理意见' }).count()).toBe(0);
    await expectAxeClean(task.page, { include: 'section[aria-labelledby]' });
    await task.form.fill({ 组织体系建设: '一般', 责任落实: '一般', 服务搬迁群众: '较好', 问题整改: '一般', 综合评价: '一般' });
    await screenshot(task.page, 'cycle-rating');
    const sent: string[] = [];
    task.page.on('request', (request) => sent.push(request.url()));
    await task.decide('交回测评票');
    expect(sent.filter((url) => url.includes('saveDraft'))).toEqual([]);

    const phone = await taskPage('witness', reportOf('新岭社区'), '民主测评', 'phone');
    await screenshot(phone.page, 'cycle-rating-phone');
  });

  step('which the administrator cannot open', async () => {
    const { taskId } = await office.task('witness', reportOf('新岭社区'), '民主测评');
    const page = await cast.page('manager');
    await openPage(page, `/admin/wuxin/task/${taskId}`, '[role=alert]');
    await page.getByText('测评票保密').waitFor();
    await screenshot(page, 'cycle-rating-refused');
  });

  step('and nobody writes about themselves', async () => {
    const { taskId } = await office.task('witness', reportOf('新岭社区'), '民主测评');
    const answer = await office.send('xl-secretary', `bpmnTasks:complete?filterByTk=${taskId}`, {
      outcome: 'handIn',
      data: sheet('good'),
    });
    expect(answer.errors).toMatchObject([{ code: 'rating.self', message: '被测评人不能测评自己' }]);
  });

  step('has grades that people decide on, with scores and sums before them', async () => {
    await rate(TOWNSHIP.raters.slice(1), '新岭社区', 'fair');
    await writeAndRate(TOWNSHIP, '锦苑社区', 'fairlyGood', 85);
    const task = await taskPage('township-secretary', titleOf(TOWNSHIP), '研究等次');
    await task.page.getByText('建议等次').first().waitFor();
    await screenshot(task.page, 'cycle-grades');

    await grade(TOWNSHIP, [
      { grade: 'fair', reason: '就业和阵地差距大' },
      { grade: 'fairlyGood', reason: '稳步推进' },
    ]);
  });

  step('whose “fair” leads to an interview and a list of corrections that is closed', async () => {
    for (const place of Object.keys(TOWNSHIP.ratees)) {
      await office.act(TOWNSHIP.organiser, [followUpOf(place), '反馈意见'], 'sent', { feedback: '就业底数不清。' });
      await office.act(TOWNSHIP.ratees[place] ?? '', [followUpOf(place), '签收反馈'], 'accept');
    }
    const talk = await taskPage('township-secretary', followUpOf('新岭社区'), '约谈');
    await talk.form.expectShown('等次', '一般');
    await screenshot(talk.page, 'cycle-interview');
    await talk.fillAndDecide({ 约谈日期: TODAY, 约谈记录: '限两个月整改。' }, '已约谈');

    await correct(TOWNSHIP, '新岭社区');
    await correct(TOWNSHIP, '锦苑社区');
    const { taskId, instanceId } = await office.task('township-organiser', titleOf(TOWNSHIP), '结果运用');
    const page = await cast.page('township-organiser');
    await openPage(page, `/admin/wuxin/task/${taskId}`, 'h2');
    await page.getByText('整改办理').first().waitFor();
    await screenshot(page, 'cycle-outcomes');
    await office.act('township-organiser', [titleOf(TOWNSHIP), '结果运用'], 'done', {
      usedOn: TODAY,
      useNote: '作为年度考核依据。',
    });
    await archive(TOWNSHIP);
    expect(await office.statusAtEnd('township-organiser', instanceId)).toBe('completed');
  });

  step('goes the same way for the township at the county and for the county at the city', async () => {
    for (const level of [COUNTY, CITY]) {
      const [place = ''] = Object.keys(level.ratees);
      await writeAndRate(level, place, 'fairlyGood', 85);
      await grade(level, [{ grade: 'fairlyGood', reason: '稳步推进' }]);
      await office.act(level.organiser, [followUpOf(place), '反馈意见'], 'sent', { feedback: '经费公开不细。' });
      await office.act(level.ratees[place] ?? '', [followUpOf(place), '签收反馈'], 'accept');
      await correct(level, place);
      await office.act(level.organiser, [titleOf(level), '结果运用'], 'done', { usedOn: TODAY, useNote: '作为年度考核依据。' });
      await archive(level);
    }
  });

  step('had browsers that complained of nothing', () => {
    const expected = /40[03]/; // the report that is too long, the sheet that nobody opens
    expect(cast.complaints.flatMap((of) => of()).filter((complaint) => !expected.test(complaint))).toEqual([]);
    return Promise.resolve();
  });
});
