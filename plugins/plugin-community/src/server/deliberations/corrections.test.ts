import { Community } from '../__fixtures__/community';
import { called, held, meet, register, witness } from './__fixtures__/steps';

const MINUTE = 60_000;
const FEW = { present: 6, approve: 6, oppose: 0 };

/** A meeting is called with the shares that its matter started with; they may be corrected while it is open. */
describe('a correction of a matter’s parameters', () => {
  let community: Community;
  let matter: string;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    matter = await community.start('停车位改造');
    await register(community, matter);
    await meet(community, matter, 'partyCommittee');
    await community.act(matter, ['secretary', 'convene'], { outcome: 'called', data: called(community) });
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const correct = async (parameters: Readonly<Record<string, unknown>>) => {
    const client = await community.as('manager');
    const order = { params: { filterByTk: matter }, data: { reason: '支部会议议定', parameters } };
    const answer = await client.post('bpmnInstances:correctParameters', order);
    expect(answer.errors).toEqual([]);
  };
  const meeting = () => community.row('meetings', { matter: '停车位改造', body: 'twoCommittees' });

  const calledMeeting = async () => {
    const row = await community.row('bpmnInstances', { parentInstanceId: matter, status: 'running' });
    return community.instance(String(row.get('id')));
  };

  it('reaches the meeting that is called: six of nine were enough, and are not any more', async () => {
    await correct({ '4y.two_committees.quorum': '4/5' });
    await community.act(matter, ['organiser', 'hold'], { outcome: 'recorded', data: held(community, 'twoCommittees', FEW) });

    expect((await meeting()).get('voteSentence')).toContain('五分之四');
  });

  it('changes nothing of the vote that is counted, and counts for the next one', async () => {
    const counted = (await meeting()).get('voteSentence');
    expect((await calledMeeting()).variables).toMatchObject({ voteResult: 'notValid', quorum: '4/5' });
    await correct({ '4y.two_committees.quorum': '1/2' });
    expect((await meeting()).get('voteSentence')).toBe(counted);
    expect(await community.brokenInvariants()).toEqual([]);

    await witness(community, matter);
    const again = { reconveneReason: '到会不足', plannedOn: community.day(7) };
    await community.act(matter, ['secretary', 'reconvene'], { outcome: 'called', data: again });
    await community.act(matter, ['organiser', 'hold'], { outcome: 'recorded', data: held(community, 'twoCommittees', FEW) });
    await witness(community, matter);

    expect(await community.register(matter)).toEqual(['proposal: passed', 'consultation: passed']);
    expect(await community.brokenInvariants()).toEqual([]);
  });
});
