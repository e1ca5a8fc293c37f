import { Community } from '../__fixtures__/community';
import { accept, amend, called, disclose, held, meet, post, register, registration, works } from './__fixtures__/steps';

const MINUTE = 60_000;
const PLAN = '在三号楼北侧新建停车位 62 个。';

/** A matter that goes back goes on after what sent it back, never before. */
describe('a matter that goes back to an earlier step', () => {
  let community: Community;
  let matter: string;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    matter = await community.start('停车位改造');
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  /** The representatives' meeting is called, its record with this day refused, and it is postponed. */
  const resolvedTooEarly = async (heldOn: string): Promise<string> => {
    await community.act(matter, ['director', 'convene'], { outcome: 'called', data: called(community) });
    const record = { outcome: 'recorded', data: held(community, 'representatives', { heldOn }) };
    const said = await community.refuse(matter, ['director', 'hold'], record, 'tally.heldTooEarly');
    await community.act(matter, ['director', 'hold'], { outcome: 'postponed', opinion: '日期有误。' });
    return said.zh;
  };

  it('puts another plan than step 3 reviewed to the residents only with a reason', async () => {
    await register(community, matter);
    for (const body of ['partyCommittee', 'twoCommittees', 'partyMembers'] as const) await meet(community, matter, body);
    const rewritten = { amendments: '改用透水砖。', planText: `${PLAN}铺设透水砖。`, planVersion: 2 };
    for (const minorReason of [null, ' ']) {
      const act = { outcome: 'minor', data: { ...rewritten, minorReason } };
      const said = await community.refuse(matter, ['director', 'amend'], act, 'requirement.notMet');
      expect(said.zh).toContain('与三议审议的不同');
    }

    await amend(community, matter);

    expect(await community.open(matter)).toEqual(['convene']);
    expect(await community.instance(matter)).toMatchObject({ stage: 'resolution' });
  });

  it('is not proposed again with a day before the waiting time was over, whatever the form says of the refusal', async () => {
    await meet(community, matter, 'representatives', { approve: 15, oppose: 20, abstain: 3 });
    const refusedOn = community.today;
    await community.pass(90);
    await community.act(matter, ['secretary', 'handleFailure'], {
      outcome: 'repropose',
      data: { failureReason: '费用分摊有分歧' },
    });
    expect((await community.record(matter)).get('rejectedBeforeOn')).toBe(refusedOn);

    const early = { outcome: 'submit', data: registration(community, { proposedOn: community.day(-1) }) };
    const said = await community.refuse(matter, ['secretary', 'register'], early, 'requirement.notMet');
    expect(said.zh).toBe(`该事项 ${refusedOn} 未获通过，${community.today} 起才能重新提议。`);
    for (const rejectedBeforeOn of [null, '2025-01-01']) {
      const act = { outcome: 'submit', data: registration(community, { rejectedBeforeOn }) };
      expect((await community.refuse(matter, ['secretary', 'register'], act, 'requirement.notMet')).zh).toContain(refusedOn);
    }
  });

  it('puts the plan that step 3 reviewed to the residents without a reason', async () => {
    await register(community, matter);
    for (const body of ['partyCommittee', 'twoCommittees', 'partyMembers'] as const) await meet(community, matter, body);
    const unchanged = { amendments: '没有意见。', planText: PLAN, planVersion: 2, minorReason: null };
    await community.act(matter, ['director', 'amend'], { outcome: 'minor', data: unchanged });

    expect(await community.instance(matter)).toMatchObject({ stage: 'resolution' });
  });

  it('is not resolved anew on a day before the objection was upheld', async () => {
    await meet(community, matter, 'representatives');
    await post(community, matter);
    await community.pass(2);
    const objection = { objectionOn: community.day(-1), objectionChannel: 'visit', objectionText: '票数统计有误' };
    await community.act(matter, ['director', 'watch'], { outcome: 'objection', data: objection });
    const data = { answer: '重新表决。', answeredOn: community.today, affectedStep: 'vote' };
    await community.act(matter, ['secretary', 'decide'], { outcome: 'uphold', opinion: '核票发现漏计。', data });

    expect(await resolvedTooEarly(community.day(-1))).toContain(community.today);
  });

  it('nor is a change of the works resolved on a day before they began', async () => {
    await meet(community, matter, 'representatives');
    await disclose(community, matter);
    await community.pass(5);
    const data = works(community, { progress: [], expectedAmount: 230000, changeNote: '地基加固' });
    await community.act(matter, ['lead', 'implement'], { outcome: 'change', opinion: '地质条件变化。', data });

    expect(await resolvedTooEarly(community.day(-1))).toContain(community.today);
  });

  it('nor are works accepted anew on a day before the objection to their result was upheld', async () => {
    await meet(community, matter, 'representatives');
    await disclose(community, matter);
    const startedOn = (await community.record(matter)).get('startedOn');
    const finish = { progress: [], expectedAmount: 230000, startedOn, finishedOn: community.today };
    await community.act(matter, ['lead', 'implement'], { outcome: 'finish', data: works(community, finish) });
    await accept(community, matter, 230000);
    await post(community, matter);
    await community.pass(2);
    const objection = { objectionOn: community.today, objectionChannel: 'visit', objectionText: '路面开裂' };
    await community.act(matter, ['director', 'watch'], { outcome: 'objection', data: objection });
    const data = { answer: '返工。', answeredOn: community.today };
    await community.act(matter, ['secretary', 'decide'], { outcome: 'uphold', opinion: '属实。', data });
    await community.act(matter, ['lead', 'implement'], { outcome: 'finish', data: works(community, finish) });

    const accepted = { acceptedOn: community.day(-1), finalAmount: 230000, acceptors: '王强', acceptanceOpinion: '合格' };
    const said = await community.refuse(
      matter,
      ['director', 'accept'],
      { outcome: 'accepted', data: accepted },
      'requirement.notMet',
    );
    expect(said.zh).toContain(`异议 ${community.today} 成立`);
    await accept(community, matter, 230000);
    expect(await community.open(matter)).toEqual(['prepare']);
  });

  it('with nothing broken', async () => {
    expect(await community.brokenInvariants()).toEqual([]);
  });
});
