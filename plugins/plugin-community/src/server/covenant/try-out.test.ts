import type { HttpAnswer } from '@wuxin/test';
import { Community } from '../__fixtures__/community';
import { CHECKS, collected, drafted, reviewed, TEXT, voted } from './__fixtures__/steps';
import { countRows } from '../rows';

interface Step {
  readonly kind: string;
}

interface View {
  readonly now: number;
  readonly cases: readonly {
    id: string;
    status: string;
    passed: string[];
    variables: Record<string, unknown>;
    record: Record<string, unknown>;
  }[];
  readonly tasks: readonly {
    caseId: string;
    elementId: string;
    nth: number;
    people: { id: number; name: string }[];
    deadline: { dueAt: number } | null;
  }[];
  readonly incidents: readonly { elementId: string; text: string }[];
  readonly entries: readonly { kind: string; text: string }[];
  readonly refusal: { step: number; code: string; text: string } | null;
}

/** The covenant is tried out as a clerk would, from the collection of opinions to the publication. */
describe('trying the covenant out', () => {
  let community: Community;
  let placeId: string;
  let secretary: number;
  let steps: Step[];
  const setup = () => ({ starterId: secretary, placeId, startAt: community.now, variables: {}, record: {} });

  beforeAll(async () => {
    community = await Community.open('2026-11-05');
    placeId = await community.placeId('锦苑社区');
    secretary = await community.userId('secretary');
  });
  afterAll(() => community?.close());
  beforeEach(() => {
    steps = [];
  });

  const ask = async <T>(action: string, data: object, locale: 'zh-CN' | 'en-US' = 'zh-CN'): Promise<HttpAnswer<T>> =>
    (await community.as('nocobase')).post<T>(`bpmnProcesses:${action}`, { params: { filterByTk: 'covenant' }, data, locale });
  const view = async (locale: 'zh-CN' | 'en-US' = 'zh-CN'): Promise<View> => {
    const answer = await ask<View>('tryOut', { path: { setup: setup(), steps } }, locale);
    expect(answer.errors).toEqual([]);
    return answer.data;
  };
  const open = async () => (await view()).tasks.map(({ elementId }) => elementId).sort();
  const at = async (elementId: string) => {
    const task = (await view()).tasks.find((one) => one.elementId === elementId);
    if (!task) throw new Error(`${elementId} is not open; open are ${(await open()).join(', ')}`);
    return task;
  };
  /** The next step, as the first of those who would be asked. */
  const act = async (elementId: string, outcome: string, data: object = {}, opinion = ''): Promise<View> => {
    const { caseId, nth, people } = await at(elementId);
    steps.push({
      kind: 'complete',
      caseId,
      elementId,
      nth,
      outcome,
      data: { ...data },
      opinion,
      byId: people[0]?.id ?? 0,
    } as Step);
    return view();
  };
  const done = async (...act_: Parameters<typeof act>): Promise<void> => expect((await act(...act_)).refusal).toBeNull();
  /** Rows of a sub-table as the form of an open task shows them, each with what somebody fills in. */
  const filledIn = async (elementId: string, field: string, columns: readonly object[]): Promise<object[]> => {
    const { caseId, nth } = await at(elementId);
    const answer = await ask<{ record: Record<string, { id: unknown }[]> }>('tryOutForm', {
      path: { setup: setup(), steps },
      place: { caseId, elementId, nth },
    });
    expect(answer.errors).toEqual([]);
    return (answer.data.record[field] ?? []).map(({ id }, index) => ({ id, ...columns[index] }));
  };

  const untilReview = async () => {
    await done('solicit', 'done', collected(community));
    const opinions = await filledIn('summarise', 'opinions', [{ adoption: 'yes' }, { adoption: 'partly', reason: '只写原则' }]);
    await done('summarise', 'done', { opinions, feedbackSummary: '共收到意见 2 条。', feedbackOn: community.today });
    await done('draft', 'submit', drafted(CHECKS));
    await done('consult', 'submit', { consulted: ['party', 'lawyer'], adviserOpinion: '没有意见。' });
  };

  it('goes from the collection to the publication, with the meeting, the supervisors and the filing that it calls', async () => {
    const before = await countRows(community, 'covenants');
    await untilReview();
    expect(await at('review')).toMatchObject({ people: [{ name: expect.any(String) as string }] });
    await done('review', 'agree', reviewed(community));
    await done('finalise', 'convene', { proposalText: TEXT, meetingPlannedOn: community.today });
    expect(await open()).toEqual(['recordVote', 'witness']);
    await done('recordVote', 'recorded', voted(community));
    await done('witness', 'conforms', { supervisionOpinion: '程序合规。' });

    const { entries, cases } = await view();
    expect(entries.map(({ text }) => text)).toContainEqual(expect.stringMatching(/赞成 239/));
    expect(cases[0]?.variables).toMatchObject({ voteResult: 'passed' });
    expect(cases[0]?.record).toMatchObject({ adoptedOn: community.today });
    expect(await open()).toEqual(['file']);
    expect(await countRows(community, 'covenants')).toBe(before);
    expect(await countRows(community, 'bpmnInstances')).toBe(0);
  });

  it('says what a requirement refuses, in the words of the process and in both languages', async () => {
    const refused = await act('solicit', 'done', collected(community, { householdsReached: 500 }));

    expect(refused.refusal).toMatchObject({
      step: 0,
      code: 'requirement.notMet',
      text: '已征求意见 500 户，多于总户数 420 户，请核对。',
    });
    expect((await view('en-US')).refusal?.text).toBe('More households were reached (500) than there are (420). Please check.');
    expect(refused.tasks.map(({ elementId }) => elementId)).toEqual(['solicit']);
  });

  it('says which rule of the decision table sends a return to the conference', async () => {
    await untilReview();
    const back = async () => {
      await done(
        'review',
        'return',
        reviewed(community, {
          reviewItems: [{ article: '第三条', verdict: 'delete', legalBasis: '行政处罚法第四条', suggestion: '改为批评教育' }],
        }),
        '请修改',
      );
    };
    await back();

    const reasons = (await view()).entries.filter(({ kind }) => kind === 'reason').map(({ text }) => text);
    expect(reasons).toContainEqual(expect.stringMatching(/镇（街）审核意见的去向：审核结论 = "return".*适用规则“returned”/));
    expect(await open()).toEqual(['redraft']);
  });

  it('counts the township’s ten working days on the real calendar', async () => {
    await untilReview();

    // ten working days after Thursday 5 November
    expect((await at('review')).deadline?.dueAt).toBe(Date.parse('2026-11-20T00:00:00+08:00'));
  });
});
