import { Community } from '../__fixtures__/community';
import { amend, meet, precheck, registration } from './__fixtures__/steps';

const MINUTE = 60_000;

/** Charter, covenant and plans are decided by all residents and filed with the township before they are disclosed. */
describe('a charter', () => {
  let community: Community;
  let charter: string;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const resolved = async (title: string) => {
    charter = await community.start(title);
    const data = registration(community, { matterClass: 'charter', amount: 0, planText: '自治章程共三十条。' });
    await community.act(charter, ['secretary', 'register'], { outcome: 'submit', data });
    await precheck(community, charter, { outcome: 'agree' });
    await precheck(community, charter, { by: 'township-secretary', outcome: 'agree' });
    for (const body of ['partyCommittee', 'twoCommittees', 'partyMembers'] as const) await meet(community, charter, body);
    await amend(community, charter);
    await meet(community, charter, 'residents');
  };
  const file = () =>
    community.act(charter, ['director', 'file'], {
      outcome: 'filed',
      data: { packageItems: ['report', 'text', 'minutes'], filingContact: '张丽 0915-1234567', filedOn: community.today },
    });
  const examine = (outcome: string, opinion = '见备案意见。') =>
    community.act(charter, ['township', 'checkFiling'], {
      outcome,
      opinion,
      data: { receivedOn: community.today, receiptNo: 'SD-01', filingOpinion: '无意见。', filingNo: 'BA-2026-01' },
    });

  it('is filed once the residents have adopted it, with the numbers of their vote, and disclosed after that', async () => {
    await resolved('锦苑社区自治章程');
    expect(await community.open(charter)).toEqual(['file']);
    const filing = await community.row('filings', { matter: '锦苑社区自治章程' });
    expect(String(filing.get('basis'))).toContain('应到 620，实到 402，赞成 351');

    await file();
    await examine('accept');

    expect(await community.open(charter)).toEqual(['prepare']);
    const record = await community.record(charter);
    expect(['filedOn', 'filingNo', 'filingOpinion'].map((name) => record.get(name))).toEqual([community.today, 'BA-2026-01', '无意见。']); // prettier-ignore
  });

  it('is not passed when the township does not file it', async () => {
    await resolved('锦苑社区居民公约');
    await file();
    await examine('reject', '罚款条款违法。');

    expect(await community.open(charter)).toEqual(['handleFailure']);
  });

  it('is consulted on again when its text has to change', async () => {
    await resolved('锦苑社区发展规划');
    await file();
    await examine('correct', '第三条须改。');
    await community.act(charter, ['director', 'correctFiling'], { outcome: 'reviseText', opinion: '须改文本。' });

    expect(await community.open(charter)).toEqual(['convene']);
    expect(await community.instance(charter)).toMatchObject({ stage: 'consultation' });
  });

  it('left every history whole', async () => {
    expect(await community.brokenInvariants()).toEqual([]);
  });
});
