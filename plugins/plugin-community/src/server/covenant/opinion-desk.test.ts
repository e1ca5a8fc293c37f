import { CollectionDesk } from '../__fixtures__/collection-desk';
import { Community } from '../__fixtures__/community';
import { collected, start } from './__fixtures__/steps';

const MINUTE = 60_000;
/** The parameter `cov.solicit_days`. */
const DAYS = 15;
const HEAD = { title: '锦苑社区居民公约', kind: 'revise' };
const SAID = '建议把电动车充电写进公约，楼道里不要充电。';
const DESK_FIELDS = ['deskOpinions', 'deskAdopted', 'deskPartly', 'deskDeclined', 'deskFeedback'];

/** Where the director chooses the desk, residents give their opinions on the wall, and the form is filled in afterwards. */
describe('opinions on a covenant that are collected at the desk', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-10-12', ['38', '03', '04', '05', '08', 'demo']);
  }, 8 * MINUTE);
  afterAll(() => community?.close());

  const deskOf = (id: string) =>
    new CollectionDesk(community, id, { drafter: 'director', approver: 'witness', decider: 'drafter' });
  const recordOf = async (id: string, fields: readonly string[]) => {
    const record = await community.record(id);
    return fields.map((field) => record.get(field));
  };

  async function asked(title: string, more: object = {}): Promise<string> {
    const id = await start(community, title);
    await community.act(id, ['director', 'solicit'], { outcome: 'desk', data: { ...HEAD, ...more } });
    return id;
  }

  const collectedAtDesk = (id: string) => deskOf(id).collect({ said: SAID, reason: '写入第五条。', days: DAYS });

  it('are announced with what the director has written, or with the usual words', async () => {
    const own = await asked('自拟公告的公约', { solicitText: '请对第三条提意见。' });
    const usual = await asked('通用公告的公约');

    const bodyOf = async (id: string) => (await (await deskOf(id).announcement()).look()).body;
    expect(await bodyOf(own)).toMatchObject([{ text: '请对第三条提意见。' }]);
    expect(await bodyOf(usual)).toMatchObject([{ text: '现就修订锦苑社区居民公约向居民征求意见，请写明意见和理由。' }]);
    expect(await community.open(own)).toEqual([]);
  });

  it('come back to the form with their days, numbers and feedback, where the director closes the collection', async () => {
    const id = await asked('征集台征集的公约');
    const [from, until] = [community.today, community.day(DAYS)];

    await collectedAtDesk(id);

    expect(await community.open(id)).toEqual(['solicit']);
    expect(await recordOf(id, ['solicitFrom', 'solicitTo'])).toEqual([from, until]);
    expect(await recordOf(id, DESK_FIELDS)).toEqual([1, 1, 0, 0, '收到一条，已采纳。']);
    const { solicitFrom: _from, solicitTo: _to, opinions: _opinions, ...form } = collected(community);
    await community.act(id, ['director', 'solicit'], { outcome: 'done', data: form });
    expect(await community.open(id)).toEqual(['summarise']);
    expect(await community.brokenInvariants()).toEqual([]);
  });

  it('are added up when too few households were reached and the desk collects once more', async () => {
    const id = await asked('征集两次的公约');
    const from = community.today;
    await collectedAtDesk(id);
    const { solicitFrom: _from, solicitTo: _to, ...few } = collected(community, { householdsReached: 10 });
    await community.act(id, ['director', 'solicit'], { outcome: 'done', data: few });
    await community.act(id, ['director', 'solicit'], { outcome: 'desk' });
    const until = community.day(DAYS);

    await collectedAtDesk(id);

    expect(await recordOf(id, ['solicitFrom', 'solicitTo'])).toEqual([from, until]);
    expect(await recordOf(id, DESK_FIELDS)).toEqual([2, 2, 0, 0, '收到一条，已采纳。\n收到一条，已采纳。']);
  });

  it('that are called off leave nothing, and the director collects on paper', async () => {
    const id = await asked('取消征集的公约');
    await deskOf(id).cancel('文本要重拟。');

    expect(await community.open(id)).toEqual(['solicit']);
    expect(await recordOf(id, ['solicitFrom', 'solicitTo', ...DESK_FIELDS])).toEqual(Array(7).fill(null));
    await community.act(id, ['director', 'solicit'], { outcome: 'done', data: collected(community) });
    expect(await community.open(id)).toEqual(['summarise']);
  });

  it('are not asked for before the covenant has its title and its occasion', async () => {
    const id = await start(community, '没有事由的公约');
    const blank = { outcome: 'desk', data: { title: '居民公约', kind: null } };
    const said = await community.refuse(id, ['director', 'solicit'], blank, 'requirement.notMet');
    expect(said.zh).toBe('在征集台征集的，须先填写名称和事由。');
  });

  it('do not spare the least time of a collection that is closed on the form', async () => {
    const id = await start(community, '征集期不足的公约');
    const data = collected(community, { solicitFrom: community.day(-DAYS + 1) });
    const said = await community.refuse(id, ['director', 'solicit'], { outcome: 'done', data }, 'requirement.notMet');
    expect(said.zh).toContain('征集期不少于 15 日');
  });
});
