import { Community } from '../__fixtures__/community';
import { findRows } from '../rows';
import { calledBy, publishCaller, startCaller } from './__fixtures__/caller';

const MINUTE = 60_000;

describe('a shared review', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    await publishCaller(community, {
      key: 'reviewCaller',
      calledElement: 'reviewing',
      inputs: {
        record: '{title: record.title + "：审核", matter: record.title, content: "第一条 罚款 100 元。", background: null}',
        author: '"draftingMember"',
        reviewers: '["townshipReviewer", "supervisor"]',
        authorSteps: '"prepare"',
        conferencePost: '"townshipReviewer"',
        overseer: '"supervisor"',
        files: '""',
        itemsFrom: '""',
        versionsFrom: '""',
        firstVersion: '1',
        returnsBefore: '0',
        redraftHere: 'true',
        since: 'null',
        reviewDays: '5',
        redraftDays: '5',
        returnMax: '2',
      },
    });
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  const reviewed = (more: object = {}) => ({ reviewOpinion: '见各条。', reviewedOn: community.today, ...more });
  const OBJECTION = { article: '第一条', verdict: 'delete', basis: '行政处罚法第四条' };
  const agree = (id: string, by: string, more: object = {}) =>
    community.act(id, [by, 'review'], { outcome: 'agree', data: reviewed(more) });
  const send = (id: string, items: readonly object[] = [OBJECTION]) =>
    community.act(id, ['township', 'review'], { outcome: 'return', data: reviewed({ items }), opinion: '请改。' });
  const rows = async (id: string, collection: string) => {
    const reviewId = (await community.instance(await calledBy(community, id))).recordId;
    return findRows(community, collection, { filter: { reviewId }, sort: ['id'] });
  };
  /** Rows of the review that are there already, each with what somebody fills in. */
  const filledIn = async (id: string, column: object) =>
    (await rows(id, 'reviewItems')).map((row) => ({ id: row.get('id'), ...column }));
  const redraft = async (id: string, content: string) => {
    const data = { content, changeNote: '删除罚款。', items: await filledIn(id, { correction: '已改为批评教育' }) };
    await community.act(id, ['drafter', 'redraft'], { outcome: 'resubmit', data });
  };
  const refuse = (id: string, act: { outcome: string; data: Readonly<Record<string, unknown>>; opinion?: string }) =>
    community.refuse(id, ['township', 'review'], act, 'requirement.notMet');

  it('passes through its levels one after the other and gives its caller the text', async () => {
    const id = await startCaller(community, 'reviewCaller', '甲制度');
    await agree(id, 'township');
    expect(await community.open(id)).toEqual(['review']);
    const early = await community.attempt(id, ['township', 'review'], { outcome: 'agree', data: reviewed() });
    expect(early.errors[0]?.code).toBe('task.notYours');
    await agree(id, 'supervisor');

    expect(await community.instance(id)).toMatchObject({
      status: 'completed',
      variables: { reviewResult: 'agreed', content: '第一条 罚款 100 元。', version: 1 },
    });
  });

  it('asks for a reason of each item, for an item of each return, and for a day that was', async () => {
    const id = await startCaller(community, 'reviewCaller', '乙制度');
    const opinion = '请改。';
    const unfounded = await refuse(id, { outcome: 'return', data: reviewed({ items: [{ ...OBJECTION, basis: ' ' }] }), opinion });
    expect(unfounded.zh).toBe('修改、删除的意见须写明理由或者依据：第一条。');
    expect((await refuse(id, { outcome: 'return', data: reviewed(), opinion })).zh).toContain('逐条写明');
    const tomorrow = reviewed({ reviewedOn: community.day(1) });
    expect((await refuse(id, { outcome: 'agree', data: tomorrow })).zh).toContain('不能晚于今天');
  });

  it('comes back with a numbered version and an explanation of each item, and agrees only when the reviewer found it corrected', async () => {
    const id = await startCaller(community, 'reviewCaller', '丙制度');
    await send(id);
    const unexplained = { content: '第一条', changeNote: '改。' };
    const task = ['drafter', 'redraft'] as const;
    const said = await community.refuse(id, task, { outcome: 'resubmit', data: unexplained }, 'requirement.notMet');
    expect(said.zh).toBe('请逐条说明改正情况，还缺：第一条。');
    await redraft(id, '第一条 批评教育。');

    const versions = await rows(id, 'reviewVersions');
    expect(versions.map((row) => [row.get('version'), row.get('content')])).toEqual([
      [1, '第一条 罚款 100 元。'],
      [2, '第一条 批评教育。'],
    ]);
    expect((await refuse(id, { outcome: 'agree', data: reviewed() })).zh).toContain('尚有未改正的意见');
    await agree(id, 'township', { items: await filledIn(id, { corrected: 'yes' }) });
    await agree(id, 'supervisor');
    expect((await community.instance(id)).variables).toMatchObject({ reviewResult: 'agreed', version: 2, returnCount: 1 });
  });

  it('ends in a conference after the last return', async () => {
    const id = await startCaller(community, 'reviewCaller', '丁制度');
    await send(id);
    await redraft(id, '第一条 甲。');
    await send(id, await filledIn(id, {}));
    await redraft(id, '第一条 乙。');
    await send(id, await filledIn(id, {}));
    expect(await community.open(id)).toEqual(['conference']);

    const data = { conferenceOn: community.today, conferenceNote: '一致。' };
    const task = ['township', 'conference'] as const;
    await community.refuse(id, task, { outcome: 'agreed', data }, 'requirement.notMet');
    const items = await filledIn(id, { corrected: 'yes' });
    await community.act(id, task, { outcome: 'agreed', data: { ...data, items } });
    expect((await community.instance(id)).variables).toMatchObject({ reviewResult: 'agreed', version: 3 });
  });

  it.each([
    ['refuse', 'refused'],
    ['doubt', 'stopped'],
  ])('may end without agreement: %s', async (outcome, reviewResult) => {
    const id = await startCaller(community, 'reviewCaller', `戊制度 ${outcome}`);
    await community.act(id, ['township', 'review'], { outcome, data: reviewed(), opinion: '不宜。' });
    if (outcome === 'doubt') {
      const data = { conferenceOn: community.today, conferenceNote: '意见不一。' };
      await community.act(id, ['township', 'conference'], { outcome: 'stop', data, opinion: '终止。' });
    }
    expect(await community.instance(id)).toMatchObject({ status: 'completed', variables: { reviewResult } });
  });

  it('is nobody’s own case: not of who redrafted it here, nor of who prepared it in the calling case', async () => {
    const refusedTo = async (id: string, who: string) => {
      const answers = [];
      for (const locale of ['zh-CN', 'en-US'] as const)
        answers.push(await community.attempt(id, [who, 'review'], { outcome: 'agree', data: reviewed() }, locale));
      expect(answers.map(({ status, errors }) => [status, errors[0]?.code])).toEqual([[403, 'ownCase.refused'], [403, 'ownCase.refused']]); // prettier-ignore
      return answers.map(({ errors }) => errors[0]?.message);
    };
    const id = await startCaller(community, 'reviewCaller', '己制度');
    await community.appointAbove('director', 'townshipReviewer');
    const [zh, en] = await refusedTo(id, 'director');
    expect(zh).toContain('您自己经办的事项');
    expect(en).toContain('You worked on this yourself');

    await send(id);
    await redraft(id, '第一条 批评教育。');
    await community.appointAbove('drafter', 'townshipReviewer');
    await refusedTo(id, 'drafter');
  });
});
