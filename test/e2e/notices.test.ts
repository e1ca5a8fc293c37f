import { readFile } from 'node:fs/promises';
import { textOfDocx } from '../harness/docx';
import { Office } from './cycle/office';
import { Installation, INSTALLATION_LIMIT_MS, openPage, outputFile, story } from './harness';
import { NoticeDesk } from './notices/desk';
import * as entries from './notices/entries';
import { goOut } from './notices/go-out';
import { lookAt, lookAtWall } from './notices/look';
import { ObjectionDesk } from './notices/objection-desk';
import { Resident } from './notices/resident';
import { Inbox } from './pages/inbox';
import { DIALOG } from './screens/screen';

const { BOARDS, COMMUNITY, SECRETS } = entries;
const MATTER = '锦苑社区健身场地建设';
const DECISION = `${MATTER}：决议公开`;
const VOTE = `${MATTER}：四议 居民（代表）会议决议`;
/** What an objection is upheld about. */
const VOTE_STEP = /^(vote|表决)$/;
const COVENANT = '锦苑社区居民公约';
const PUBLICATION = `${COVENANT}公布`;
/** So long a decision is disclosed, and a day more. */
const PERIOD_AND_A_DAY = 8;
const DAY_MS = 24 * 3_600_000;

/**
 * In an installation of its own, since its time has to pass: 主任 director drafts and posts, 监督委员 witness approves, 书记 secretary decides on
 * objections, and a resident has a phone and no account.
 */
describe('what was resolved goes out to the residents of a community', () => {
  const step = story(() => town.cast.photograph('notices-failed'));
  let town: Installation;
  let office: Office;
  let resident: Resident;
  /** What the resident has kept. */
  let link: string;
  let kept: { number: string; code: string };
  let noticeId: string;

  beforeAll(async () => {
    town = await Installation.demonstration('notices-server', [
      { title: MATTER, steps: 15 },
      { title: COVENANT, steps: 15 },
    ]);
    office = new Office(town.cast);
    resident = new Resident(await town.cast.visitor('resident'));
  }, INSTALLATION_LIMIT_MS);
  afterAll(() => town?.close());

  const page = (who: string) => town.cast.page(who);
  const deskOf = async (who: string, id = noticeId) => NoticeDesk.open(await page(who), id);
  const after = (days: number) => new Date(Date.parse(town.today) + days * DAY_MS).toISOString().slice(0, 10);

  step('hangs on boards that the community has', async () => {
    const [place] = await office.rows<{ id: number }>('places', { name: COMMUNITY });
    for (const board of BOARDS) {
      const { errors = [] } = await office.send('manager', 'noticeBoards:create', { placeId: String(place!.id), ...board });
      expect(errors).toEqual([]);
    }
    await openPage(await page('manager'), '/admin/wuxin/notice-boards', '.ant-table-row');
    await lookAt(await page('manager'), 'boards');
  });

  step('is prepared for the desk by the director, who chooses where it hangs', async () => {
    const director = await page('director');
    const task = await (await Inbox.open(director)).openTask(DECISION, '拟制公示');
    await task.fillAndDecide(entries.PREPARED, '送监督审查');
    const desk = await NoticeDesk.find(director, DECISION);
    noticeId = desk.id;
    await desk.expectNext('下一步：脱敏检查');
    await lookAt(director, 'draft');
    await desk.chooseBoards(...BOARDS.map(({ name }) => name));
    await lookAt(director, 'form');
    await desk.save();
  });

  step('is checked for personal data, all of which is masked', async () => {
    const desk = await deskOf('director');
    await desk.openCheck();
    expect(await desk.found()).toEqual(
      expect.arrayContaining([expect.stringContaining(SECRETS.phone), expect.stringContaining(SECRETS.idNumber)]),
    );
    await lookAt(desk.page, 'redaction', { part: DIALOG });
    await desk.maskEverything();
    const result = await desk.dialog.innerText();
    for (const secret of Object.values(SECRETS)) expect(result).not.toContain(secret);
    await lookAt(desk.page, 'redaction-result', { part: DIALOG });
    await desk.confirmCheck();
    await desk.act({ button: '提交审批', done: '已提交', consequence: /张丽/ });
  });

  step('is approved by somebody else, published and posted', async () => {
    const approver = await NoticeDesk.find(await page('witness'), DECISION);
    await lookAt(approver.page, 'approval');
    await approver.act({ button: '审批通过', done: '已审批', consequence: /7 天，张贴在 2 处/ });

    const desk = await deskOf('director');
    await desk.act({ button: '公布', done: '已公布', consequence: /张贴在 2 处/ });
    await desk.expectNext('下一步：到现场张贴，还有 2 处');
    for (const { name } of BOARDS) await desk.notePosted(name);
    await desk.expectNext(/公示中/);
    await lookAt(desk.page, 'running');
  });

  step('is read by a resident without an account, on a phone that runs no scripts', async () => {
    await resident.openNotice(COMMUNITY, DECISION);
    link = resident.page.url();
    const text = await resident.page.locator('main').innerText();
    expect(text).toContain(entries.VOTES.first);
    for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
    expect(await resident.search('健身场地')).toEqual([DECISION]);

    const looker = await town.cast.visitor('looker', 'phone', { hasScripts: true });
    for (const [name, address] of Object.entries({
      front: '/api/wall/',
      all: '/api/wall/all/',
      notice: link,
      search: `/api/wall/search?q=${encodeURIComponent('健身')}`,
      answer: '/api/wall/answer.html',
    }))
      await lookAtWall(looker, address, name);
  });

  step('is objected to, and the code tells that it was received', async () => {
    await resident.openNotice(COMMUNITY, DECISION);
    kept = await resident.object(entries.OBJECTION, 2);
    await resident.page.screenshot({ path: outputFile('notices-wall-received.png'), fullPage: true });
    await resident.ask(kept.code);
    expect(await resident.fact('编号')).toBe(kept.number);
    expect(await resident.fact('办理情况')).toBe('已收到，待受理');
  });

  step('is withdrawn once the secretary upholds the objection', async () => {
    const secretary = await page('secretary');
    const desk = await new ObjectionDesk(secretary).open(kept.number);
    await lookAt(secretary, 'objection');
    await desk.accept();
    await desk.answer({ decision: '成立', step: VOTE_STEP, text: entries.ANSWER }, () =>
      lookAt(secretary, 'objection-answer', { part: DIALOG }),
    );
    await lookAt(secretary, 'objection-closed');

    await resident.ask(kept.code);
    expect(await resident.fact('处理结果')).toBe('异议成立');
    expect(await resident.fact('答复')).toBe(entries.ANSWER);
    await resident.page.screenshot({ path: outputFile('notices-wall-answered.png'), fullPage: true });
    const gone = await resident.openGone(link);
    expect(gone).toMatch(/已撤下/);
    expect(gone).not.toContain(MATTER);
  });

  step('goes out again after a second vote', async () => {
    const { called, held } = entries.votedAgain(town.today, after(-5));
    await office.act('director', [VOTE, '召集会议'], 'called', called);
    await office.act('director', [VOTE, '会议记录与表决'], 'recorded', held);
    await office.act('witness', [VOTE, '监督意见'], 'conforms', entries.WITNESSED);
    await office.act('director', [DECISION, '拟制公示'], 'ready', entries.PREPARED_AGAIN);

    const again = await goOut(town.cast, { title: DECISION, board: BOARDS[0].name });
    expect(again).not.toBe(noticeId);
    noticeId = again;
    await resident.openNotice(COMMUNITY, DECISION);
    expect(await resident.page.locator('main').innerText()).toContain(entries.VOTES.second);
  });

  const upholds = async (number: string, answer: Parameters<ObjectionDesk['answer']>[0]) => {
    const desk = await new ObjectionDesk(await page('secretary')).open(number);
    await desk.accept();
    await desk.answer(answer);
  };

  step('is the covenant, which goes out from the step in which it is published', async () => {
    const task = await (await Inbox.open(await page('director'))).openTask(COVENANT, '公布');
    await task.fillAndDecide({ 施行日期: after(60) }, '在公示台公布');
    await goOut(town.cast, { title: PUBLICATION, board: BOARDS[1].name });
    await resident.openNotice(COMMUNITY, PUBLICATION);
    link = resident.page.url();
  });

  step('is voted on again, the covenant too, and goes out anew', async () => {
    const { number } = await resident.object(entries.COVENANT_OBJECTION);
    await upholds(number, { decision: '成立', step: VOTE_STEP, text: entries.COVENANT_ANSWER });
    await resident.openGone(link);

    const again = entries.covenantAgain(town.today, after(60));
    await office.act('director', [COVENANT, '形成审议稿'], 'convene', again.finalised);
    await office.act('director', [COVENANT, '居民会议表决'], 'recorded', again.voted);
    await office.act('witness', [`${COVENANT}：监督意见`, '监督意见'], 'conforms', entries.WITNESSED);
    await office.act('director', [`${COVENANT}：备案`, '报送备案'], 'filed', again.filed);
    await office.act('township', [`${COVENANT}：备案`, '备案审查'], 'accept', again.accepted);
    await office.act('director', [COVENANT, '公布'], 'desk', again.published);
    await goOut(town.cast, { title: PUBLICATION, board: BOARDS[1].name });
    await resident.openNotice(COMMUNITY, PUBLICATION);
    link = resident.page.url();
  });

  step('whose words alone are wrong is corrected at the desk, and the old address leads to the new one', async () => {
    const { number, code } = await resident.object(entries.WORD_OBJECTION);
    await upholds(number, { decision: '更正（只是文字有误）', text: entries.WORD_ANSWER });
    await goOut(town.cast, { title: PUBLICATION, board: BOARDS[1].name, correction: entries.COVENANT_WORD });

    await resident.openNotice(COMMUNITY, PUBLICATION);
    await resident.page.goto(link);
    await resident.page.getByRole('heading', { level: 1, name: '本公示已更正' }).waitFor();
    await resident.page.screenshot({ path: outputFile('notices-wall-superseded.png'), fullPage: true });
    await resident.page.getByRole('link', { name: /查看新公示/ }).click();
    const text = await resident.page.locator('main').innerText();
    expect(text).toContain(entries.COVENANT_WORD[1]);
    expect(text).toContain('本件更正并代替');
    await resident.ask(code);
    expect(await resident.fact('处理结果')).toBe('文字已更正');
  });

  const download = async (desk: NoticeDesk, button: string, file: string): Promise<string> => {
    const saved = desk.page.waitForEvent('download');
    await desk.page.getByRole('button', { name: new RegExp(`${button}$`) }).click(); // its icon has a name too
    await (await saved).saveAs(outputFile(file));
    return textOfDocx(await readFile(outputFile(file)));
  };

  step('ends after its period, with a certificate: the matter goes on, the covenant is in force', async () => {
    const sheet = await download(await deskOf('director'), '张贴件', 'notices-sheet.docx');
    expect(sheet).toContain(DECISION);
    expect(sheet).toContain(entries.VOTES.second);

    await town.passDays(PERIOD_AND_A_DAY);
    office = new Office(town.cast);
    await office.act('witness', [DECISION, '公示监督意见'], 'conforms', entries.WITNESSED);
    expect((await office.task('lead', MATTER, '组织实施')).elementName).toBe('组织实施');
    const covenant = await office.caseId('secretary', COVENANT, 'started');
    expect(await office.statusAtEnd('secretary', covenant)).toBe('completed');

    const desk = await deskOf('director');
    await desk.expectNext(/揭下纸质公示/);
    await lookAt(desk.page, 'ended');
    const certificate = await download(desk, '公示证明', 'notices-certificate.docx');
    for (const fact of [DECISION, COMMUNITY, BOARDS[0].name, '没有收到异议', '期满无异议']) expect(certificate).toContain(fact);
  });

  step('complained in nobody’s browser but of notices that are gone', () => {
    expect(town.complaints().filter((one) => !/^resident: .* 410 /.test(one))).toEqual([]);
    return Promise.resolve();
  });
});
