import { Community } from '../__fixtures__/community';
import { findRows } from '../rows';
import { plan, rateAll, reviewed, sheet, start, TOWNSHIP, write } from './__fixtures__/round';

const { organiser, chair } = TOWNSHIP;
const ON_PAPER = ['director', 'witness', 'organiser'];
const HERE = ['lead', 'archivist', 'hs-director'];
const TELLERS = ['hs-secretary', 'xl-secretary'];
const ITEMS = ['rateOrganisation', 'rateDuty', 'rateService', 'rateRectification', 'rateOverall'];

/** Three sheets out and back, one of them invalid; what the two valid ones say is the same for each item. */
const countOf = (more: Readonly<Record<string, number>> = {}) => ({
  ...{ paperIssued: 3, paperRecovered: 3, paperValid: 2, paperInvalid: 1 },
  ...Object.fromEntries(
    ITEMS.flatMap((item) => [
      [`${item}Good`, 1],
      [`${item}FairlyGood`, 1],
      [`${item}Fair`, 0],
      [`${item}Poor`, 0],
    ]),
  ),
  ...more,
});
const counting = (more?: Readonly<Record<string, number>>) => ({ outcome: 'count', data: countOf(more) });

/** Some rate on paper at the meeting, the others here. */
describe('an appraisal with paper sheets', () => {
  let community: Community;
  let round: string;
  beforeAll(async () => {
    community = await Community.open('2026-11-16');
    round = await start(community, TOWNSHIP);
    await plan(community, round, TOWNSHIP);
    await write(community, round, 'secretary');
    await community.act(round, [organiser, 'prereview'], reviewed(community));
  }, 300_000);
  afterAll(() => community?.close());

  const people = (usernames: readonly string[]) =>
    Promise.all(usernames.map(async (username) => ({ person: await community.userId(username) })));
  const meeting = async (onPaper: readonly string[], tellers: readonly string[]) => ({
    outcome: 'held',
    data: {
      ...{ heldOn: community.today, venue: '会议室', attendance: 30, questions: '无' },
      paperRaters: await people(onPaper),
      tellers: await people(tellers),
    },
  });

  it.each([
    ['who is rated gets a sheet', [...ON_PAPER, 'secretary'], TELLERS, '不能测评自己', 'Nobody rates themselves'],
    ['somebody is no rater', [...ON_PAPER, 'drafter'], TELLERS, '测评人名单', 'one of the raters'],
    ['somebody is named twice', [...ON_PAPER, 'director'], TELLERS, '重复', 'named twice'],
    ['they are too few to be confidential', ['director', 'witness'], TELLERS, '不足 3 人', 'fewer than 3'],
    ['there is one teller', ON_PAPER, ['hs-secretary'], '两名计票人', 'two tellers'],
    ['both tellers are one', ON_PAPER, ['hs-secretary', 'hs-secretary'], '同一个人', 'two people'],
    ['who is rated counts', ON_PAPER, ['secretary', 'hs-secretary'], '计票人', 'does not count'],
    ['there are tellers and no sheets', [], TELLERS, '没有纸质票', 'there are none'],
  ])('is refused in both languages when %s', async (_, onPaper, tellers, zh, en) => {
    const said = await community.refuse(round, [organiser, 'present'], await meeting(onPaper, tellers), 'requirement.notMet');

    expect(said.zh).toContain(zh);
    expect(said.en).toContain(en);
  });

  it.each([
    ['rep.min_raters', 4],
    ['rep.complaint_days', 2],
    ['rep.max_words', 499],
    ['fund.party_floor', 29_999],
    ['fund.service_floor', 49_999],
    ['fund.office_floor', 19_999],
    ['resp.handover_days', 0],
    ['insp.list_days', 0],
  ])('refuses a threshold below its limit, %s = %s, in both languages', async (key, value) => {
    const manager = await community.as('manager');
    const set = (locale: 'zh-CN' | 'en-US') =>
      manager.post('bpmnParameters:set', { params: { filterByTk: key }, data: { value, reason: '试试' }, locale });
    const [zh, en] = [await set('zh-CN'), await set('en-US')];

    for (const answer of [zh, en]) expect(answer).toMatchObject({ status: 409, errors: [{ code: 'parameter.needsApproval' }] });
    expect(zh.errors[0]?.message).toContain('须经上一级批准');
    expect(en.errors[0]?.message).not.toMatch(/\p{Script=Han}/u);
  });

  it('asks the tellers first, and nobody who rates on paper', async () => {
    await community.act(round, [organiser, 'present'], await meeting(ON_PAPER, TELLERS));
    await community.act(round, [chair, 'comment'], { outcome: 'done', data: { comment: '好', superiorScore: 90 } });

    expect((await community.open(round)).filter((element) => element === 'count' || element === 'rate')).toEqual([
      'count',
      'count',
    ]);
  });

  it('counts again where the tellers differ, and then asks the others here', async () => {
    await community.act(round, ['hs-secretary', 'count'], counting());
    await community.act(round, ['xl-secretary', 'count'], counting({ rateDutyGood: 2, rateDutyFairlyGood: 0 }));
    expect((await community.open(round)).filter((element) => element === 'count')).toHaveLength(2);

    for (const teller of TELLERS) await community.act(round, [teller, 'count'], counting());

    expect((await community.open(round)).filter((element) => element === 'rate')).toHaveLength(HERE.length);
    const refused = await community.attempt(round, ['director', 'rate'], sheet('good'));
    expect(refused.errors).not.toEqual([]);
  });

  it('has all sheets in one sum under the same weights, and the numbers of paper beside it', async () => {
    await rateAll(community, round, HERE, 'good');

    const report = await community.row('secretaryReports', { placeId: await community.placeId('锦苑社区') });
    const figures = ['paperIssued', 'paperRecovered', 'paperValid', 'paperInvalid', 'sheets', 'rateDutyGood'];
    expect(figures.map((name) => report.get(name))).toEqual([3, 3, 2, 1, 5, null]);
    const sums = await findRows(community, 'secretaryRatings', { filter: { reportId: report.get('id') }, sort: ['id'] });
    expect(sums.map((row) => ['good', 'fairlyGood', 'fair', 'poor'].map((choice) => row.get(choice)))).toEqual(
      ITEMS.map(() => [4, 1, 0, 0]),
    );
    // four times “good” (100 points) and once “fairly good” (85)
    expect(report.get('ratingScore')).toBe(97);
  });
});
