import { Community } from '../__fixtures__/community';
import { findRows, text, type Row } from '../rows';
import { calledBy, publishCaller, startCaller } from './__fixtures__/caller';

const MINUTE = 60_000;
const TELLERS = ['witness', 'drafter'];

const FIELDS = ['due', 'present', 'approve', 'oppose', 'abstain', 'voteSentence', 'heldOn', 'adoptedOn', 'minutes'];
const valuesOf = (row: Row) => Object.fromEntries(FIELDS.map((name) => [name, row.get(name)]));

interface Desk {
  readonly id: string;
  readonly status: string;
  readonly title: string;
  readonly staff: readonly { readonly post: string; readonly id: number; readonly name: string }[];
  readonly motions: readonly { readonly id: string; readonly title: string; readonly text: string; readonly status: string }[];
}

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

  const send = async (by: string, action: string, id: string, data: object = {}) => {
    const answer = await (await community.as(by)).post(action, { params: { filterByTk: id }, data });
    expect({ action, errors: answer.errors }).toEqual({ action, errors: [] });
  };
  const deskOf = async (meetingId: string): Promise<Desk> =>
    (await (await community.as('secretary')).get<Desk>('ballotMeetings:desk', { params: { filterByTk: meetingId } })).data;
  const meetingOf = async (caseId: string): Promise<string> =>
    String((await community.row('ballotMeetings', { instanceId: await calledBy(community, caseId) })).get('id'));

  /** Called for two days later at the desk. */
  async function convened(title: string): Promise<{ caseId: string; meetingId: string }> {
    const caseId = await startCaller(community, 'deskCaller', title);
    const called = { plannedOn: community.day(2), venue: '党群服务中心', agenda: '表决晾晒区方案', holding: 'desk' };
    await community.act(caseId, ['secretary', 'convene'], { outcome: 'called', data: called });
    return { caseId, meetingId: await meetingOf(caseId) };
  }

  /** Tellers are named, the roll is entered, the day has come and so many are there. */
  async function opened(meetingId: string, present: number): Promise<void> {
    const { staff } = await deskOf(meetingId);
    const tellers = await Promise.all(TELLERS.map((username) => community.userId(username)));
    const named = [
      ...staff.map(({ id: userId, post }) => ({ userId, post })),
      ...tellers.map((userId) => ({ userId, post: 'teller' })),
    ];
    await send('secretary', 'ballotMeetings:setStaff', meetingId, { staff: named, reason: '指定计票人' });
    const entries = Array.from({ length: 30 }, (_, index) => ({ name: `代表${index + 1}` }));
    await send('director', 'ballotRolls:enter', meetingId, { unit: 'person', entries });
    await send('secretary', 'ballotMeetings:convene', meetingId, { noticeOn: community.today });
    await community.pass(2);
    await send('secretary', 'ballotRolls:freeze', meetingId);
    const director = await community.as('director');
    const asked = { params: { filterByTk: meetingId }, data: { pageSize: 200 } };
    const listed = await director.post<{ rows: { id: string }[] }>('ballotRolls:entries', asked);
    const entryIds = listed.data.rows.slice(0, present).map(({ id }) => id);
    await send('director', 'ballotAttendance:arrive', meetingId, { entryIds, means: 'clerk' });
    await send('secretary', 'ballotMeetings:open', meetingId);
  }

  async function voted(meetingId: string, counts: object): Promise<void> {
    const [motion] = (await deskOf(meetingId)).motions;
    await send('secretary', 'ballotMotions:open', motion!.id);
    await send('secretary', 'ballotMotions:close', motion!.id);
    for (const teller of TELLERS) await send(teller, 'ballotMotions:count', motion!.id, { counts });
    await send('secretary', 'ballotMotions:decide', motion!.id);
  }

  it('is prepared for its convener with the proposal as its motion, and is asked of nobody on a form', async () => {
    const { caseId, meetingId } = await convened('甲方案');

    expect(await deskOf(meetingId)).toMatchObject({
      status: 'draft',
      title: '甲方案：居民代表会议',
      motions: [{ title: '甲方案', text: '修建公共晾晒区', status: 'waiting' }],
    });
    expect(await community.open(caseId)).toEqual([]);
  });

  it('brings its numbers and its sentence into the record, and the supervision committee is heard', async () => {
    const { caseId, meetingId } = await convened('乙方案');
    await opened(meetingId, 20);
    await voted(meetingId, { approve: 11, oppose: 6, abstain: 3 });

    await send('secretary', 'ballotMeetings:close', meetingId, { minutes: '三人提出排水问题。' });

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
    const { caseId, meetingId } = await convened('丙方案');
    await opened(meetingId, 19);
    await send('secretary', 'ballotMeetings:notHeld', meetingId, { reason: '到会不足三分之二' });
    await community.act(caseId, ['witness', 'witness'], { outcome: 'conforms', data: { supervisionOpinion: '到会不足属实。' } });

    expect(await community.open(caseId)).toEqual(['reconvene']);
    const again = { plannedOn: community.day(10), reconveneReason: '农忙，到会不足' };
    await community.act(caseId, ['secretary', 'reconvene'], { outcome: 'called', data: again });

    const instanceId = await calledBy(community, caseId);
    const meetings = await findRows(community, 'ballotMeetings', { filter: { instanceId } });
    expect(meetings.map((row) => text(row, 'status')).toSorted()).toEqual(['draft', 'notHeld']);
  });

  it('that is called off while it is prepared goes back to its convener', async () => {
    const { caseId, meetingId } = await convened('丁方案');

    await send('secretary', 'ballotMeetings:cancel', meetingId, { reason: '方案再议' });

    expect(await community.open(caseId)).toEqual(['convene']);
  });
});
