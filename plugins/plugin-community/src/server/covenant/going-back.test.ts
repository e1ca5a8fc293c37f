import { Community } from '../__fixtures__/community';
import {
  agreedTo,
  CHECKS,
  drafted,
  filledIn,
  meetingCalled,
  opened,
  reviewed,
  start,
  untilReview,
  voted,
} from './__fixtures__/steps';

const MINUTE = 60_000;
const DELETE = { article: '第三条', verdict: 'delete', legalBasis: '行政处罚法第四条', suggestion: '改为批评教育' };

describe('going back in a covenant', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-10-12');
  }, 8 * MINUTE);
  afterAll(() => community?.close());

  const targetsOf = async (id: string, task: readonly [string, string]) =>
    (await opened(community, id, task)).task.returnTargets.map(({ elementId }) => elementId);

  it('leads from the review only where its outcomes lead', async () => {
    const id = await start(community, '审核中的公约');
    await untilReview(community, id);
    expect(await targetsOf(id, ['township', 'review'])).toEqual([]);
  });

  it('counts a revision once, however often it is taken back', async () => {
    const id = await start(community, '改稿撤回的公约');
    await untilReview(community, id);
    const objected = { outcome: 'return', data: reviewed(community, { reviewItems: [DELETE] }), opinion: '请改。' };
    await community.act(id, ['township', 'review'], objected);
    expect(await targetsOf(id, ['drafter', 'redraft'])).toEqual([]);

    for (const time of [1, 2, 3]) {
      const reviewItems = await filledIn(community, [id, 'covenantReviewItems'], [{ correction: '已改为批评教育' }]);
      const data = { ...drafted([...CHECKS]), draftVersion: 2, draftNote: '删除罚款。', reviewItems };
      await community.act(id, ['drafter', 'redraft'], { outcome: 'resubmit', data });
      if (time < 3) expect((await community.withdraw(id, 'drafter')).status).toBe(200);
    }

    expect((await community.instance(id)).variables['returnCount']).toBe(1);
  });

  it('does not take a vote back once it is counted: the supervision committee may be at it', async () => {
    const id = await agreedTo(community, '录入后不能撤回的公约');
    await meetingCalled(community, id);
    expect(await targetsOf(id, ['director', 'recordVote'])).toEqual([]);
    await community.act(id, ['director', 'recordVote'], { outcome: 'recorded', data: voted(community) });

    const answer = await community.withdraw(id, 'director');

    expect({ status: answer.status, code: answer.errors[0]?.code }).toEqual({ status: 409, code: 'instance.cannotWithdraw' });
    expect((await community.record(id)).get('adoptedOn')).toBe('2026-10-12');
    expect(await community.brokenInvariants()).toEqual([]);
  });

  describe('with a meeting that was not counted', () => {
    let id: string;
    beforeAll(async () => {
      id = await agreedTo(community, '尚未表决的公约');
      await meetingCalled(community, id);
    });

    const write = async (values: object) => {
      const { recordId } = await community.instance(id);
      await community.db.getModel('covenants').update(values, { where: { id: recordId }, hooks: false });
    };

    it('prints no filing report', async () => {
      const params = { filterByTk: id, document: 'filing-report' };
      expect((await (await community.as('director')).get('bpmnInstances:document', { params })).status).toBe(409);
    });

    it.each([{ voteSentence: '全票通过' }, { adoptedOn: '2026-10-12' }])('is found by the audit with %p', async (values) => {
      expect(await community.brokenInvariants()).toEqual([]);
      await write(values);
      expect(await community.brokenInvariants()).toEqual(['vote.counted']);
      await write({ voteSentence: null, adoptedOn: null });
    });
  });
});
