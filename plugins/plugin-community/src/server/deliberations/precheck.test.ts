import { Community } from '../__fixtures__/community';
import { findRows } from '../rows';
import { precheck, registration } from './__fixtures__/steps';

const MINUTE = 60_000;
const OPINION = '请补充。';
const APPRAISAL = { article: '租金', verdict: 'change', basis: '缺评估报告' };

/** The township looks at some matters before the deliberations: a called case, whose returns lead back to the registration. */
describe('the precheck of a matter', () => {
  let community: Community;
  let matter: string;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const registered = (more: object = {}) => registration(community, { matterClass: 'assets', amount: 0, ...more });
  const submit = (more: object = {}) =>
    community.act(matter, ['secretary', 'register'], { outcome: 'submit', data: registered(more) });
  const start = async (title: string) => {
    matter = await community.start(title);
    await submit();
  };
  const rows = async (collection: string, recordId: string, foreignKey: string) =>
    findRows(community, collection, { filter: { [foreignKey]: recordId }, sort: ['id'] });
  const ownRows = async (collection: string) => rows(collection, (await community.instance(matter)).recordId, 'deliberationId');
  /** Rows of the matter, each with what somebody fills in. */
  const filledIn = async (column: object) =>
    (await ownRows('deliberationReviewItems')).map((row) => ({ id: row.get('id'), ...column }));
  /** The review that was called last, and how many there were. */
  const reviewCase = async () => {
    const filter = { parentInstanceId: matter, processKey: 'reviewing' };
    const cases = await findRows(community, 'bpmnInstances', { filter, sort: ['-id'] });
    return { recordId: String(cases[0]?.get('recordId')), count: cases.length };
  };
  /** Rows of the review that is open, each with what somebody fills in. */
  const inReview = async (column: object) =>
    (await rows('reviewItems', (await reviewCase()).recordId, 'reviewId')).map((row) => ({ id: row.get('id'), ...column }));

  describe('that sends it back', () => {
    beforeAll(() => start('集体门面出租'));

    it('says what has to change, item by item, and the matter comes back to its registration with that', async () => {
      const act = { outcome: 'return', opinion: OPINION, data: { reviewOpinion: '请补充。', reviewedOn: community.today } };
      const said = await community.refuse(matter, ['township', 'review'], act, 'requirement.notMet');
      expect(said.zh).toContain('逐条写明');
      await precheck(community, matter, { outcome: 'return', opinion: OPINION, items: [APPRAISAL] });

      expect(await community.open(matter)).toEqual(['register']);
      expect(await community.instance(matter)).toMatchObject({ status: 'running', variables: { precheckResult: 'returned' } });
      const [item] = await ownRows('deliberationReviewItems');
      expect(['article', 'verdict', 'basis'].map((name) => item?.get(name))).toEqual(['租金', 'change', '缺评估报告']);
      expect((await community.record(matter)).get('precheckReturns')).toBe(1);
      expect((await community.record(matter)).get('precheckOpinion')).toBe('见各条。');
    });

    it('is submitted again only with an explanation of each item', async () => {
      const act = { outcome: 'submit', data: registered() };
      const said = await community.refuse(matter, ['secretary', 'register'], act, 'requirement.notMet');
      expect(said.zh).toBe('前置审核退回的，请逐条说明改正情况，还缺：租金。');
      expect(said.en).toContain('row 1');
      await submit({ planText: '按评估价公开招租。', precheckItems: await filledIn({ correction: '已附评估报告' }) });
    });

    it('sees its own items with what was done, and both versions, and agrees only when it found them corrected', async () => {
      const { recordId } = await reviewCase();
      const [item] = await rows('reviewItems', recordId, 'reviewId');
      expect(['basis', 'correction', 'corrected'].map((name) => item?.get(name))).toEqual(['缺评估报告', '已附评估报告', null]);
      const versions = await rows('reviewVersions', recordId, 'reviewId');
      expect(versions.map((row) => row.get('version'))).toEqual([1, 2]);
      expect(String(versions[1]?.get('content'))).toContain('方案：按评估价公开招租。');

      const agree = { outcome: 'agree', data: { reviewOpinion: '同意。', reviewedOn: community.today } };
      expect((await community.refuse(matter, ['township', 'review'], agree, 'requirement.notMet')).zh).toContain('未改正');
      await precheck(community, matter, { outcome: 'agree', items: await inReview({ corrected: 'yes' }) });
    });

    it('has a second level for its class, whose return is counted with the first', async () => {
      expect(await community.open(matter)).toEqual(['review']);
      const agree = { outcome: 'agree', data: { reviewOpinion: '同意。', reviewedOn: community.today } };
      expect((await community.attempt(matter, ['township', 'review'], agree)).errors[0]?.code).toBe('task.notYours');
      const more = [...(await inReview({})), { article: '租期', verdict: 'change', basis: '不超过三年' }];
      await precheck(community, matter, { by: 'township-secretary', outcome: 'return', opinion: OPINION, items: more });

      expect((await community.record(matter)).get('precheckReturns')).toBe(2);
      expect(await ownRows('deliberationReviewItems')).toHaveLength(2);
    });

    it('passes when both levels agree, and the deliberations begin', async () => {
      await submit({ precheckItems: await filledIn({ correction: '已改' }) });
      await precheck(community, matter, { outcome: 'agree', items: await inReview({ corrected: 'yes' }) });
      await precheck(community, matter, { by: 'township-secretary', outcome: 'agree' });

      expect(await community.open(matter)).toEqual(['convene']);
      expect((await community.record(matter)).get('precheckVersion')).toBe(3);
      expect((await reviewCase()).count).toBe(3);
    });
  });

  it('ends in a conference of the township secretary after the last return', async () => {
    await start('集体仓库出租');
    for (let times = 1; times <= 3; times += 1) {
      const items = times === 1 ? [APPRAISAL] : await inReview({});
      await precheck(community, matter, { outcome: 'return', opinion: OPINION, items });
      await submit({ precheckItems: await filledIn({ correction: '已改' }) });
    }
    await precheck(community, matter, { outcome: 'return', opinion: OPINION, items: await inReview({}) });
    expect(await community.open(matter)).toEqual(['conference']);

    const settled = { conferenceOn: community.today, conferenceNote: '一致。', items: await inReview({ corrected: 'yes' }) };
    const early = { outcome: 'agreed', data: { ...settled, conferenceOn: community.day(-1) } };
    await community.refuse(matter, ['township-secretary', 'conference'], early, 'requirement.notMet');
    await community.act(matter, ['township-secretary', 'conference'], { outcome: 'agreed', data: settled });
    expect(await community.open(matter)).toEqual(['convene']);
    expect((await community.record(matter)).get('precheckReturns')).toBe(3);
  });

  it('may refuse it, which ends the matter', async () => {
    await start('集体土地抵押');
    await precheck(community, matter, { outcome: 'refuse', opinion: '不属社区权限。' });

    expect(await community.instance(matter)).toMatchObject({ status: 'completed', stage: 'precheck' });
  });

  it('is of a day from the proposal on, and not of the future', async () => {
    await start('集体鱼塘承包');
    for (const reviewedOn of [community.day(-1), community.day(1)]) {
      const act = { outcome: 'agree', data: { reviewOpinion: '同意。', reviewedOn } };
      const said = await community.refuse(matter, ['township', 'review'], act, 'requirement.notMet');
      expect(said.zh).toContain(`审核日期 ${reviewedOn} 须在送审 ${community.today} 至今天之间`);
    }
  });

  it('is nobody’s own case: not of who registered it', async () => {
    await community.appointAbove('secretary', 'townshipReviewer');
    await start('集体林地流转');
    const agree = { outcome: 'agree', data: { reviewOpinion: '同意。', reviewedOn: community.today } };
    const own = await community.attempt(matter, ['secretary', 'review'], agree);

    expect(own.status).toBe(403);
    await precheck(community, matter, { outcome: 'agree' });
  });

  it('left every history whole', async () => {
    expect(await community.brokenInvariants()).toEqual([]);
  });
});
