import { CollectionDesk } from '../__fixtures__/collection-desk';
import { Community } from '../__fixtures__/community';
import { registration } from '../__fixtures__/deliberation';

const MINUTE = 60_000;
/** The parameter `4y.hear_days`. */
const DAYS = 5;
const PLAN = '在二号院建健身场地，预算八万元。';
const SAID = '场地离住户太近，建议设在三号院。';
const HEARD = ['solicitFrom', 'solicitTo', 'deskOpinions', 'deskAdopted', 'deskPartly', 'deskDeclined', 'deskFeedback'];

/** Before the Party organisation proposes a matter it hears members, representatives and residents: on the wall, if the secretary wants. */
describe('people who are heard before a matter is proposed', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const deskOf = (matter: string) =>
    new CollectionDesk(community, matter, { drafter: 'secretary', approver: 'witness', decider: 'secretary' });
  const heard = async (matter: string) => {
    const record = await community.record(matter);
    return HEARD.map((field) => record.get(field));
  };
  const hearing = async (title: string, data: Record<string, string>): Promise<string> => {
    const matter = await community.start(title);
    await community.act(matter, ['secretary', 'register'], { outcome: 'hear', data });
    return matter;
  };

  it('are asked by what the secretary has written, or else by the plan', async () => {
    const own = await hearing('自拟公告的事项', { solicitText: '请对选址提意见。', planText: PLAN });
    const usual = await hearing('健身场地', { planText: PLAN });

    const bodyOf = async (matter: string) => (await (await deskOf(matter).announcement()).look()).body;
    expect(await bodyOf(own)).toMatchObject([{ text: '请对选址提意见。' }]);
    expect(await bodyOf(usual)).toMatchObject([
      { text: `健身场地拟提交四议两公开，现征求党员、居民代表和居民意见，请写明意见和理由。方案：${PLAN}` },
    ]);
    expect(await community.open(own)).toEqual([]);
  });

  it('are heard on the wall; days, numbers and feedback come to the register, and the matter goes its way', async () => {
    const matter = await hearing('听取意见的事项', { planText: PLAN });
    const [from, until] = [community.today, community.day(DAYS)];
    await deskOf(matter).collect({ said: SAID, reason: '改设在三号院。', days: DAYS });

    expect(await community.open(matter)).toEqual(['register']);
    expect(await heard(matter)).toEqual([from, until, 1, 1, 0, 0, '收到一条，已采纳。']);
    await community.act(matter, ['secretary', 'register'], { outcome: 'submit', data: registration(community) });
    expect(await community.open(matter)).not.toContain('register');
    expect(await community.brokenInvariants()).toEqual([]);
  });

  it('leave nothing where the collection is called off, and the matter is back at its registration', async () => {
    const matter = await hearing('取消听取的事项', { planText: PLAN });
    await deskOf(matter).cancel('方案要重拟。');

    expect(await community.open(matter)).toEqual(['register']);
    expect(await heard(matter)).toEqual(Array(HEARD.length).fill(null));
  });

  it('are not asked about nothing', async () => {
    const matter = await community.start('没有方案的事项');
    const blank = { outcome: 'hear', data: { solicitText: ' ', planText: '' } };

    const said = await community.refuse(matter, ['secretary', 'register'], blank, 'requirement.notMet');

    expect(said.zh).toBe('听取意见的，须先填写征求意见公告内容或者方案。');
  });
});
