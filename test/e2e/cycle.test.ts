import { readFileSync } from 'node:fs';
import { textOfDocx } from '../harness/docx';
import { Desk } from './cycle/desk';
import * as entries from './cycle/entries';
import { CITY, COUNTY, listOf, reportOf, titleOf, TOWNSHIP, YEAR } from './cycle/levels';
import { Office } from './cycle/office';
import { Round } from './cycle/round';
import { Cast, demonstrationName, expectAxeClean, openPage, outputFile, screenshot, story } from './harness';
import { CasePage } from './pages/case-page';

/** A community whose secretary is found “fair”, and one whose secretary is not. */
const [FAIR, FAIRLY_GOOD] = ['新岭社区', '锦苑社区'];
const ON_PAPER = ['director', 'witness', 'organiser'];
const TELLERS = ['hs-director', 'hs-secretary'];
const SHEET = '民主测评';

interface StoredResult {
  readonly place: { readonly name: string };
  readonly score: number;
  readonly suggested: string;
  readonly grade: string;
}
interface StoredOutcome {
  readonly place: { readonly name: string };
  readonly grade: string;
  readonly interviewed: string;
  readonly rectification: string;
}

/** One year on three levels, in the browsers of those who do it; over HTTP only sheets of raters after the first. */
describe('the yearly appraisal of secretaries', () => {
  const step = story(() => cast.photograph('cycle-failed'));
  let cast: Cast;
  let office: Office;
  let desk: Desk;
  let township: Round;

  beforeAll(async () => {
    cast = await Cast.open();
    office = new Office(cast);
    desk = new Desk(cast, office);
    township = new Round(desk, TOWNSHIP);
  });
  afterAll(() => cast?.close());

  const resultsOf = async ({ title }: Round) => {
    const [round] = await office.rows<{ results: StoredResult[] }>('appraisalRounds', { title }, ['results', 'results.place']);
    return round?.results.map(({ place, score, suggested, grade }) => [place.name, score, suggested, grade]);
  };
  const outcomesOf = async ({ title }: Round) => {
    const [round] = await office.rows<{ followUps: StoredOutcome[] }>('appraisalRounds', { title }, [
      'followUps',
      'followUps.place',
    ]);
    return round?.followUps.map(({ place, grade, interviewed, rectification }) => [
      place.name,
      grade,
      interviewed,
      rectification,
    ]);
  };
  /** @returns what the Word document says that the page of a case offers */
  const printed = async ({ page, panel }: { page: CasePage; panel: string }, file: string): Promise<string> => {
    const saved = page.page.waitForEvent('download');
    await page
      .panel('文书')
      .getByRole('button', { name: new RegExp(`下载.*${panel}`) })
      .click();
    const path = outputFile(file);
    await (await saved).saveAs(path);
    return textOfDocx(readFileSync(path));
  };

  for (const level of [CITY, COUNTY, TOWNSHIP])
    step(`is planned by ${level.place} for those below`, async () => {
      await new Round(desk, level).open();

      const page = await cast.page(level.organiser);
      await CasePage.open(page, await office.caseId(level.organiser, titleOf(level), 'started'));
      await screenshot(page, `cycle-round-${level.organiser}`);
    });

  step('takes a report within its limit only, and says how long it is', async () => {
    const task = await township.write(FAIR);
    await task.form.fill({ ...entries.WEAK_REPORT, ...entries.TOO_LONG });
    await task.press('报送预审');
    await task.refusal.filter({ hasText: '超过 3000 字的限制' }).waitFor();
    await screenshot(task.page, 'cycle-report-too-long');

    await task.form.fill(entries.SHORT_ENOUGH);
    await task.decide('报送预审');
  });

  step('gives nobody a paper sheet about themselves', async () => {
    await township.review(FAIR);
    const meeting = await township.present(FAIR);
    const raters = ['xl-secretary', ...ON_PAPER.slice(1)].map(demonstrationName);
    await meeting.form.fill({ ...entries.HELD, ...entries.onPaper(raters, TELLERS.map(demonstrationName)) });
    await meeting.press('已述职');
    await meeting.refusal.filter({ hasText: '述职人不能测评自己' }).waitFor();
    await screenshot(meeting.page, 'cycle-meeting');

    await meeting.fillAndDecide(entries.insteadOnPaper(demonstrationName('director')), '已述职');
    await township.comment(FAIR, 70);
  });

  step('has paper sheets that two tellers count, each by themselves', async () => {
    const [first = '', second = ''] = TELLERS;
    for (const teller of [first, second]) {
      const task = await desk.task(teller, reportOf(FAIR), '纸质票计票');
      await task.form.fill(entries.counted({ 较好: 1, 一般: 2 }));
      await screenshot(task.page, `cycle-count-${teller}`);
      await task.decide('提交计票');
    }
  });

  step('has ratings that the rater hands in without a name, on a desktop and on a phone', async () => {
    const task = await desk.task('lead', reportOf(FAIR), SHEET);
    await task.page.getByText('保密测评：所选内容只计入汇总').waitFor();
    expect(await task.page.getByRole('textbox', { name: '办理意见' }).count()).toBe(0);
    await expectAxeClean(task.page, { include: 'section[aria-labelledby]' });
    await task.form.fill(entries.rated('一般', { 服务搬迁群众: '较好' }));
    await screenshot(task.page, 'cycle-rating');
    const sent: string[] = [];
    task.page.on('request', (request) => sent.push(request.url()));
    await task.decide('交回测评票');
    expect(sent.filter((url) => url.includes('saveDraft'))).toEqual([]);

    const phone = await desk.task('archivist', reportOf(FAIR), SHEET, 'phone');
    await screenshot(phone.page, 'cycle-rating-phone');
  });

  step('which nobody else can open, neither an administrator nor the one whom it is about', async () => {
    const { taskId } = await office.task('archivist', reportOf(FAIR), SHEET);
    for (const who of ['manager', 'xl-secretary']) {
      const page = await cast.page(who);
      await openPage(page, `/admin/wuxin/task/${taskId}`, '[role=alert]');
      await page.getByText('测评票保密').waitFor();
      await screenshot(page, `cycle-rating-refused-${who}`);
    }
  });

  step('and nobody writes about themselves', async () => {
    const { taskId } = await office.task('archivist', reportOf(FAIR), SHEET);
    const answer = await office.send('xl-secretary', `bpmnTasks:complete?filterByTk=${taskId}`, {
      outcome: 'handIn',
      data: { rateOverall: 'good' },
    });
    expect(answer.errors).toMatchObject([{ code: 'rating.self', message: '被测评人不能测评自己' }]);
  });

  step('has grades that people decide on, with scores and sums before them', async () => {
    await township.rate(FAIR, 'fair', ['archivist']);
    await township.report(FAIRLY_GOOD, 85);
    await township.rate(FAIRLY_GOOD, 'fairlyGood', ['xl-secretary', ...TOWNSHIP.raters.slice(0, -1)]);

    const study = await township.study();
    await study.form.expectShown('评议结果', /新岭社区[\s\S]*64[\s\S]*锦苑社区[\s\S]*89/);
    await screenshot(study.page, 'cycle-grades');
    await study.fillAndDecide(entries.graded(['一般', '较好']), '确定等次');

    const announcement = await township.announcement();
    await announcement.form.expectShown('评议结果', /新岭社区[\s\S]*一般[\s\S]*锦苑社区[\s\S]*较好/);
    await announcement.fillAndDecide(entries.ANNOUNCED, '已通报');
    expect(await resultsOf(township)).toEqual([
      [FAIR, 64, 'fair', 'fair'],
      [FAIRLY_GOOD, 89, 'fairlyGood', 'fairlyGood'],
    ]);
  });

  step('whose “fair” leads to an interview and a list of corrections that is closed', async () => {
    await township.feedBack(FAIR);
    const talk = await township.interview(FAIR);
    await talk.form.expectShown('等次', '一般');
    await screenshot(talk.page, 'cycle-interview');
    await talk.fillAndDecide(entries.INTERVIEWED, '已约谈');
    await township.correct(FAIR);

    await township.feedBack(FAIRLY_GOOD); // and no interview: the list is next
    await township.correct(FAIRLY_GOOD);
    const use = await township.use();
    await use.form.expectShown(
      '整改办理',
      /新岭社区[\s\S]*一般[\s\S]*是[\s\S]*已销号[\s\S]*锦苑社区[\s\S]*较好[\s\S]*否[\s\S]*已销号/,
    );
    await screenshot(use.page, 'cycle-outcomes');
    await use.fillAndDecide(entries.USED, '办结');
    await township.archive();
    expect(await outcomesOf(township)).toEqual([
      [FAIR, 'fair', 'yes', 'closed'],
      [FAIRLY_GOOD, 'fairlyGood', 'no', 'closed'],
    ]);
  });

  step('whose closed list is read and printed, on a desktop and on a phone', async () => {
    const closedList = await office.caseId('xl-secretary', listOf(FAIR), 'done');
    for (const size of ['desktop', 'phone'] as const) {
      const page = await CasePage.open(await cast.page('xl-secretary', size), closedList);
      await page.page.getByRole('heading', { level: 1, name: listOf(FAIR) }).waitFor();
      await page.page.getByText('已办结').first().waitFor();
      await page.panel('文书').waitFor();
      await screenshot(page.page, `cycle-closed-list-${size}`);
      const text = await printed({ page, panel: '整改清单' }, `cycle-list-${size}.docx`);
      const dates = [`整改期限：${entries.printedDay(20)}`, `销号日期：${entries.printedDay(0)}`];
      for (const part of ['整改清单', ...Object.values(entries.CORRECTION), entries.DONE, ...dates, '已整改'])
        expect(text).toContain(part);
    }
    const [list] = await office.rows<{ result: string; closedOn: string }>('rectifications', { title: listOf(FAIR) });
    expect(list).toMatchObject({ result: 'closed', closedOn: entries.TODAY });
  });

  step('and whose report is printed with its figures, without anybody’s rating', async () => {
    const reportCase = await office.caseId('xl-secretary', reportOf(FAIR), 'done');
    const page = await CasePage.open(await cast.page('xl-secretary'), reportCase);
    await screenshot(page.page, 'cycle-report');
    const text = await printed({ page, panel: '述职报告' }, 'cycle-report.docx');
    for (const part of ['蒋勇', String(YEAR), '应建 4 个，已建 2 个', '15,000 元', '☑图书室']) expect(text).toContain(part);
    for (const item of ['组织体系建设', '服务搬迁群众', '综合评价', '测评']) expect(text).not.toContain(item);
  });

  for (const level of [COUNTY, CITY]) {
    const [place = ''] = Object.keys(level.ratees);

    step(`is reported in ${level.place}`, () => new Round(desk, level).report(place, 85));

    step(`is rated in ${level.place}`, () => new Round(desk, level).rate(place, 'fairlyGood', level.raters));

    step(`is graded in ${level.place}, and leads to corrections without an interview`, async () => {
      const round = new Round(desk, level);
      await (await round.study()).fillAndDecide(entries.graded(['较好']), '确定等次');
      await (await round.announcement()).fillAndDecide(entries.ANNOUNCED, '已通报');
      await round.feedBack(place);
      await round.correct(place);
      await (await round.use()).fillAndDecide(entries.USED, '办结');
      await round.archive();

      expect(await resultsOf(round)).toEqual([[place, 89, 'fairlyGood', 'fairlyGood']]);
      expect(await outcomesOf(round)).toEqual([[place, 'fairlyGood', 'no', 'closed']]);
    });
  }

  step('is over on each level', async () => {
    for (const level of [TOWNSHIP, COUNTY, CITY]) {
      const round = await office.caseId(level.organiser, titleOf(level), 'started');
      expect(await office.statusAtEnd(level.organiser, round)).toBe('completed');
    }
  });

  step('had browsers that complained of nothing', () => {
    const expected = /40[03]/; // what the story wants to be refused
    expect(cast.complaints.flatMap((of) => of()).filter((complaint) => !expected.test(complaint))).toEqual([]);
    return Promise.resolve();
  });
});
