import { Community } from '../__fixtures__/community';
import { MeetingDesk } from '../__fixtures__/meeting-desk';
import { findRows, text, type Row } from '../rows';
import { calledBy, publishCaller, startCaller } from './__fixtures__/caller';

const MINUTE = 60_000;

const FIELDS = ['due', 'present', 'approve', 'oppose', 'abstain', 'voteSentence', 'heldOn', 'adoptedOn', 'minutes'];
const valuesOf = (row: Row) => Object.fromEntries(FIELDS.map((name) => [name, row.get(name)]));

/** 01-meeting where the convener chooses the meeting desk instead of a record that is entered afterwards. */
describe('a shared meeting at the desk', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02', ['01', '03', '08', '38', '02-notice', '04', '05', '06', '07', 'demo']);
    await publishCaller(community, {
      key: 'deskCaller',
      calledElement: 'meeting',
      inputs: {
        record:
          '{title: record.title + "：居民代表会议", matter: record.title, proposal: "修建公共晾晒区", body: "representatives"}',
        convener: '"communitySecretary"',
        recorder: '"committeeDirector"',
        quorum: '"2/3"',
        quorumOperator: '"atLeast"',
        majority: '"1/2"',
        majorityOperator: '"moreThan"',
        base: '"present"',
        textsDays: '0',
        notBefore: '"2026-03-04"',
        dueDays: '30',
        dueFrom: '"2026-03-02"',
        remindDays: '3',
        overseer: '"townshipReviewer"',
        reconveneDays: '15',
        reconveneMax: '2',
        witnessDays: '5',
        needs: '["signIn"]',
        supervised: 'true',
        objectionBlocks: 'true',
      },
    });
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  /** Called for two days later at the desk. */
  async function convened(title: string): Promise<{ caseId: string; desk: MeetingDesk }> {
    const caseId = await startCaller(community, 'deskCaller', title);
    const called = { plannedOn: community.day(2), venue: '党群服务中心', agenda: '表决晾晒区方案', holding: 'desk' };
    await community.act(caseId, ['secretary', 'convene'], { outcome: 'called', data: called });
    const meeting = await community.row('ballotMeetings', { instanceId: await calledBy(community, caseId) });
    return { caseId, desk: new MeetingDesk(community, text(meeting, 'id'), { chair: 'secretary', clerk: 'director' }) };
  }

  const entries = Array.from({ length: 30 }, (_, index) => ({ name: `代表${index + 1}` }));
  const opened = (desk: MeetingDesk, present: number) => desk.open({ roll: { unit: 'person', entries }, present, days: 2 });

  it('is prepared for its convener with the proposal as its motion, and is asked of nobody on a form', async () => {
    const { caseId, desk } = await convened('甲方案');

    expect(await desk.look()).toMatchObject({
      status: 'draft',
      title: '甲方案：居民代表会议',
      motions: [{ title: '甲方案', text: '修建公共晾晒区', status: 'waiting' }],
    });
    expect(await community.open(caseId)).toEqual([]);
  });

  it('brings its numbers and its sentence into the record, and the supervision committee is heard', async () => {
    const { caseId, desk } = await convened('乙方案');
    await opened(desk, 20);
    await desk.vote({ approve: 11, oppose: 6, abstain: 3 });

    await desk.asChair('ballotMeetings:close', { minutes: '三人提出排水问题。' });

    const heldOn = community.today;
    const sentence = '应到 30 人，实到 20 人，达到三分之二；赞成 11 人，超过实到半数，通过';
    expect(await community.open(caseId)).toEqual(['witness']);
    expect(valuesOf(await community.record(await calledBy(community, caseId)))).toMatchObject({
      ...{ due: 30, present: 20, approve: 11, oppose: 6, abstain: 3 },
      ...{ voteSentence: sentence, heldOn, adoptedOn: heldOn, minutes: '三人提出排水问题。' },
    });
    await community.act(caseId, ['witness', 'witness'], { outcome: 'conforms', data: { supervisionOpinion: '程序合规。' } });
    expect((await community.instance(caseId)).variables).toMatchObject({
      voteResult: 'passed',
      adoptedOn: heldOn,
      opinion: '程序合规。',
    });
    expect((await community.instance(caseId)).status).toBe('completed');
  });

  it('to which too few came is called again, and is held at the desk again', async () => {
    const { caseId, desk } = await convened('丙方案');
    await opened(desk, 19);
    await desk.asChair('ballotMeetings:notHeld', { reason: '到会不足三分之二' });
    await community.act(caseId, ['witness', 'witness'], { outcome: 'conforms', data: { supervisionOpinion: '到会不足属实。' } });

    expect(await community.open(caseId)).toEqual(['reconvene']);
    const again = { plannedOn: community.day(10), reconveneReason: '农忙，到会不足' };
    await community.act(caseId, ['secretary', 'reconvene'], { outcome: 'called', data: again });

    const instanceId = await calledBy(community, caseId);
    const meetings = await findRows(community, 'ballotMeetings', { filter: { instanceId } });
    expect(meetings.map((row) => text(row, 'status')).toSorted()).toEqual(['draft', 'notHeld']);
  });

  it('that is called off while it is prepared goes back to its convener', async () => {
    const { caseId, desk } = await convened('丁方案');

    await desk.asChair('ballotMeetings:cancel', { reason: '方案再议' });

    expect(await community.open(caseId)).toEqual(['convene']);
  });
});
