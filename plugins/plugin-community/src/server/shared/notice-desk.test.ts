import { engineOf, verifyDatabase } from '@wuxin/plugin-bpmn';
import { Community } from '../__fixtures__/community';
import { NoticeDesk } from '../__fixtures__/notice-desk';
import { findRows, text } from '../rows';
import { calledBy, publishCaller, startCaller } from './__fixtures__/caller';

const MINUTE = 60_000;
const DAYS = 7;

/** 02-notice where whoever prepares it chooses the notice desk instead of boards and entered objections. */
describe('a shared notice at the desk', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    await publishCaller(community, {
      key: 'deskNotice',
      calledElement: 'notice',
      inputs: {
        record: '{title: record.title + "：公示", subject: record.title, content: "公示内容，联系人张建国 13812345678"}',
        poster: '"committeeDirector"',
        decider: '"communitySecretary"',
        days: String(DAYS),
        answerDays: '5',
        townshipDays: '10',
        group: '10',
        notBefore: '""',
      },
    });
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const desk = (id: string) => new NoticeDesk(community, id, { drafter: 'director', approver: 'witness', decider: 'secretary' });

  /** Prepared for the desk. */
  async function asked(title: string): Promise<{ caseId: string; notice: NoticeDesk }> {
    const caseId = await startCaller(community, 'deskNotice', title);
    const called = await calledBy(community, caseId);
    const data = { content: '公示内容', redactionChecks: ['noIds'], postPlaces: ['board'], contact: '张丽', posting: 'desk' };
    await community.act(called, ['director', 'prepare'], { outcome: 'ready', data });
    const row = await community.row('noticeNotices', { instanceId: called });
    return { caseId: called, notice: desk(text(row, 'id')) };
  }

  it('is drafted with the text of its case, and is asked of nobody on a form', async () => {
    const { caseId, notice } = await asked('甲');

    expect(await notice.look()).toMatchObject({
      status: 'draft',
      title: '甲：公示',
      matter: '甲',
      body: [{ kind: 'paragraph', text: '公示内容' }],
    });
    expect(await community.open(caseId)).toEqual([]);
  });

  it('against which nobody objects ends after its period, and the supervision committee is heard', async () => {
    const { caseId, notice } = await asked('乙');
    await notice.publish();
    const postedOn = community.today;

    await community.pass(DAYS + 1);

    expect(await notice.look()).toMatchObject({ status: 'ended', outcome: 'undisputed' });
    expect((await community.instance(caseId)).variables).toMatchObject({ noticeResult: 'undisputed', postedOn });
    await community.act(caseId, ['witness', 'conclude'], { outcome: 'conforms', data: { supervisionOpinion: '合规。' } });
    expect((await community.instance(caseId)).status).toBe('completed');
    const { invariants } = await verifyDatabase(engineOf(community.db));
    expect(invariants.find(({ name }) => name === 'notice.period')?.broken).toBe(0);
  });

  it('against which an objection is upheld goes back with the step concerned', async () => {
    const { caseId, notice } = await asked('丙');
    await notice.publish();

    const objectionId = await notice.object('面积与表决的方案不一致，请核实更正。');
    await notice.decide(objectionId, { decision: 'upheld', answer: '经核实，面积有误，重新表决。', affectedStep: 'vote' });

    expect(await notice.look()).toMatchObject({ status: 'withdrawn', outcome: 'upheld' });
    const { status, variables } = await community.instance(caseId);
    expect([status, variables['noticeResult'], variables['affectedStep']]).toEqual(['completed', 'upheld', 'vote']);
    expect(await findRows(community, 'noticeNotices', { filter: { instanceId: caseId } })).toHaveLength(1);
  });
});
