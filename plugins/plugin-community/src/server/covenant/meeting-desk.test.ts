import { Community } from '../__fixtures__/community';
import { MeetingDesk } from '../__fixtures__/meeting-desk';
import { findRows, text } from '../rows';
import { agreedTo, TEXT } from './__fixtures__/steps';

const MINUTE = 60_000;
const CONFORMS = { outcome: 'conforms', data: { supervisionOpinion: '程序合规。' } };
/** Ten households, each with a woman who represents it in every second one. */
const HOUSEHOLDS = Array.from({ length: 10 }, (_, index) => ({
  name: `户代表${index + 1}`,
  household: `${index + 1}号楼`,
  representsHousehold: true,
  isWoman: index % 2 === 0,
}));

/** Where whoever finalises the text chooses the desk, nothing is entered on a form. */
describe('a covenant that is voted on at the desk', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-10-12', ['38', '02-notice', '03', '04', '05', '07', '08', 'demo']);
  }, 8 * MINUTE);
  afterAll(() => community?.close());

  /** The text goes to household representatives two days later. */
  async function called(title: string): Promise<{ id: string; desk: MeetingDesk }> {
    const id = await agreedTo(community, title);
    const data = { proposalText: TEXT, meetingPlannedOn: community.day(2), holding: 'deskHouseholds' };
    await community.act(id, ['director', 'finalise'], { outcome: 'convene', data });
    const meeting = await community.row('ballotMeetings', { instanceId: id });
    return { id, desk: new MeetingDesk(community, text(meeting, 'id'), { chair: 'director', clerk: 'director' }) };
  }
  const opened = (desk: MeetingDesk, present: number) =>
    desk.open({ roll: { unit: 'household', entries: HOUSEHOLDS }, present, days: 2 });
  const meetingsOf = async (id: string) => {
    const { recordId } = await community.instance(id);
    const rows = await findRows(community, 'covenantMeetings', { filter: { covenantId: recordId } });
    return rows.map((row) =>
      ['form', 'due', 'present', 'womenPresent', 'approve', 'oppose', 'minutes'].map((name) => row.get(name)),
    );
  };

  it('passes with the numbers of the desk, beside the supervision opinion, and goes on to filing', async () => {
    const { id, desk } = await called('台上表决的公约');
    expect(await desk.look()).toMatchObject({ title: '台上表决的公约：居民会议', motions: [{ text: TEXT, status: 'waiting' }] });
    expect(await community.open(id)).toEqual(['witness']);
    await opened(desk, 8);
    await desk.vote({ approve: 6, oppose: 2, abstain: 0 });

    await desk.asChair('ballotMeetings:close', { minutes: '逐条说明后表决。' });
    await community.act(id, ['witness', 'witness'], CONFORMS);

    expect(await meetingsOf(id)).toEqual([['households', 10, 8, 4, 6, 2, '逐条说明后表决。']]);
    const record = await community.record(id);
    expect(text(record, 'voteSentence')).toContain('赞成 6 人，超过到会户代表半数，通过');
    expect(text(record, 'adoptedOn')).toBe(community.today);
    expect((await community.instance(id)).variables).toMatchObject({ voteResult: 'passed', passed: true });
    expect(await community.brokenInvariants()).toEqual([]);
  });

  it('to which too few came is called again', async () => {
    const { id, desk } = await called('人没到齐的公约');
    await opened(desk, 4);

    await desk.asChair('ballotMeetings:notHeld', { reason: '到会不足半数' });
    await community.act(id, ['witness', 'witness'], CONFORMS);

    expect(await meetingsOf(id)).toEqual([['households', 10, 4, 2, 0, 0, null]]);
    expect((await community.instance(id)).variables).toMatchObject({ voteResult: 'notValid' });
    expect(await community.open(id)).toEqual(['reconvene']);
  });

  it('that is called off is entered on the form instead', async () => {
    const { id, desk } = await called('改为线下的公约');

    await desk.asChair('ballotMeetings:cancel', { reason: '礼堂停电' });

    expect(await community.open(id)).toEqual(['recordVote', 'witness']);
  });
});
