import { Community } from '../__fixtures__/community';
import {
  answered,
  CHECKS,
  collected,
  drafted,
  filledIn,
  meetingCalled,
  reviewed,
  start,
  untilDraft,
  untilReview,
  voted,
} from './__fixtures__/steps';

const MINUTE = 60_000;
const DELETE = { article: '第三条', verdict: 'delete', legalBasis: '行政处罚法第四条', suggestion: '改为批评教育' };

/** What the forms promise is checked; one case walks on from test to test. */
describe('a covenant refuses', () => {
  let community: Community;
  let id: string;
  beforeAll(async () => {
    community = await Community.open('2026-10-12');
    id = await start(community, '锦苑社区居民公约');
  }, 8 * MINUTE);
  afterAll(() => community?.close());

  const refuse = (who: string, element: string, outcome: string, data: Readonly<Record<string, unknown>>) =>
    community.refuse(id, [who, element], { outcome, data, opinion: '见意见。' }, 'requirement.notMet');

  it('to close the collection before its last day', async () => {
    const data = collected(community, { solicitFrom: community.day(-14), solicitTo: community.day(1) });
    expect((await refuse('director', 'solicit', 'done', data)).zh).toContain('征集结束日期晚于今天');
  });

  it('a collection that was shorter than its least time, and says from when it may be closed', async () => {
    const data = collected(community, { solicitFrom: community.day(-14) });
    const said = await refuse('director', 'solicit', 'done', data);

    expect(said.zh).toBe('征集期不少于 15 日：2026-09-28 开始的，2026-10-13 起才能结束。');
    expect(said.en).toContain('2026-10-13');
  });

  it('more households reached than there are', async () => {
    const said = await refuse('director', 'solicit', 'done', collected(community, { householdsTotal: 10 }));
    expect(said.zh).toBe('已征求意见 305 户，多于总户数 10 户，请核对。');
    expect(said.en).toContain('305');
  });

  it('feedback before the end of the collection, and feedback of the future', async () => {
    const other = await start(community, '反馈日期写错的公约');
    await community.act(other, ['director', 'solicit'], { outcome: 'done', data: collected(community) });
    const data = await answered(community, other, [{ adoption: 'yes' }, { adoption: 'yes' }]);
    for (const feedbackOn of [community.day(-1), community.day(1)]) {
      const act = { outcome: 'done', data: { ...data, feedbackOn } };
      const said = await community.refuse(other, ['drafter', 'summarise'], act, 'requirement.notMet');
      expect(said.zh).toContain(`反馈日期 ${feedbackOn}`);
    }
  });

  it('an answer without its reason, and names the opinion', async () => {
    const other = await start(community, '另一件公约');
    await community.act(other, ['director', 'solicit'], { outcome: 'done', data: collected(community) });
    const data = await answered(community, other, [{ adoption: 'yes' }, { adoption: 'partly', reason: ' ' }]);
    const said = await community.refuse(other, ['drafter', 'summarise'], { outcome: 'done', data }, 'requirement.notMet');

    expect(said.zh).toBe('部分采纳、未采纳的意见须写明理由：“红白事攀比严重”。');
    expect(said.en).toContain('number 2.');
  });

  it('a draft without all four content checks', async () => {
    await untilDraft(community, id);
    expect((await refuse('drafter', 'draft', 'submit', drafted(CHECKS.slice(1)))).zh).toContain('四项');
  });

  it('a change or deletion without its legal basis, and names the article', async () => {
    const other = await start(community, '又一件公约');
    await untilReview(community, other);
    const data = reviewed(community, {
      reviewItems: [
        { article: '第一条', verdict: 'agree' },
        { ...DELETE, legalBasis: '' },
      ],
    });
    const act = { outcome: 'return', data, opinion: '请改。' };
    const said = await community.refuse(other, ['township', 'review'], act, 'requirement.notMet');
    expect(said.zh).toBe('修改、删除的意见须写明法律依据：第三条。');
    expect(said.en).toContain('row 2.');
  });

  describe('after the review', () => {
    beforeAll(async () => {
      await community.act(id, ['drafter', 'draft'], { outcome: 'submit', data: drafted() });
      const consulted = { consulted: ['party'], adviserOpinion: '第三条请镇里把关。' };
      await community.act(id, ['secretary', 'consult'], { outcome: 'submit', data: consulted });
    });

    it('a review of the future', async () => {
      const data = reviewed(community, { reviewedOn: community.day(1) });
      expect((await refuse('township', 'review', 'agree', data)).zh).toContain('审核日期');
    });

    it('a review before the feedback', async () => {
      const data = reviewed(community, { reviewedOn: community.day(-1) });
      expect((await refuse('township', 'review', 'agree', data)).zh).toContain('早于反馈日期');
    });

    it('agreement while an article still has to be deleted', async () => {
      const data = reviewed(community, { reviewItems: [DELETE] });
      const said = await refuse('township', 'review', 'agree', data);
      expect(said.zh).toContain('尚有未改正的意见，不能同意表决：第三条。');
      expect(said.en).toContain('row 1.');

      await community.act(id, ['township', 'review'], { outcome: 'return', data, opinion: '请删除。' });
      expect((await community.record(id)).get('openCorrections')).toBe(1);
    });

    it('a revision without all four content checks', async () => {
      const corrections = await filledIn(community, [id, 'covenantReviewItems'], [{ correction: '已改为批评教育' }]);
      const data = { ...drafted([]), draftVersion: 2, draftNote: '删除罚款。', reviewItems: corrections };
      await refuse('drafter', 'redraft', 'resubmit', { ...data, contentChecks: CHECKS.slice(0, 3) });

      await community.act(id, ['drafter', 'redraft'], { outcome: 'resubmit', data: { ...data, contentChecks: CHECKS } });
    });

    it('agreement until the township itself has marked the correction', async () => {
      const { reviewItems: _untouched, ...rest } = reviewed(community);
      await refuse('township', 'review', 'agree', rest);

      const marked = await filledIn(community, [id, 'covenantReviewItems'], [{ corrected: 'yes' }]);
      await community.act(id, ['township', 'review'], { outcome: 'agree', data: { ...rest, reviewItems: marked } });
      expect((await community.record(id)).get('openCorrections')).toBe(0);
    });

    it('a meeting before the township agreed, such as one with a wrong year', async () => {
      await meetingCalled(community, id);
      for (const heldOn of [community.day(-1), '2025-10-12']) {
        const act = { outcome: 'recorded', data: voted(community, { heldOn }) };
        const said = await community.refuse(id, ['director', 'recordVote'], act, 'tally.heldTooEarly');
        expect(said.zh).toContain(community.today);
      }
    });
  });

  it('an agreement of the conference while an article still has to be deleted', async () => {
    const other = await start(community, '存疑的公约');
    await untilReview(community, other);
    const doubt = { outcome: 'doubt', data: reviewed(community, { reviewItems: [DELETE] }), opinion: '合法性存疑。' };
    await community.act(other, ['township', 'review'], doubt);
    const data = { conferenceOn: community.today, conferenceNote: '一致同意修改。' };
    const task = ['township', 'conference'] as const;
    await community.refuse(other, task, { outcome: 'agreed', data }, 'requirement.notMet');

    const marked = await filledIn(community, [other, 'covenantReviewItems'], [{ corrected: 'yes' }]);
    for (const conferenceOn of ['2062-10-12', community.day(-1)]) {
      const wrong = { outcome: 'agreed', data: { ...data, conferenceOn, reviewItems: marked } };
      const said = await community.refuse(other, task, wrong, 'requirement.notMet');
      expect(said.zh).toContain(`会商日期 ${conferenceOn}`);
      expect(said.en).toContain(conferenceOn);
    }

    await community.act(other, task, { outcome: 'agreed', data: { ...data, reviewItems: marked } });
    expect(await community.open(other)).toEqual(['finalise']);
  });
});
