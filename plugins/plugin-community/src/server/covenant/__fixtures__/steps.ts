import type { Community } from '../../__fixtures__/community';
import { findRows } from '../../rows';

type Values = Readonly<Record<string, unknown>>;
export type Who = readonly [who: string, element: string];

export const CHECKS = ['noFines', 'noRights', 'noMarriedOut', 'noCollective'];
export const TEXT = '第一条 爱护公共环境。\n第二条 邻里和睦。\n第三条 违反本公约的，由居委会批评教育。';

export const start = (community: Community, title: string): Promise<string> => community.start(title, { processKey: 'covenant' });

export const collected = (community: Community, more: Values = {}): Values => ({
  title: '锦苑社区居民公约',
  kind: 'make',
  solicitFrom: community.day(-15),
  solicitTo: community.today,
  solicitChannels: ['visit'],
  householdsTotal: 420,
  householdsReached: 305,
  draftingMembers: '党员代表、妇女代表、法律顾问，共 7 人',
  draftingWomen: 3,
  opinions: [
    { channel: 'visit', group: 'relocated', content: '楼道堆放杂物影响通行' },
    { channel: 'meeting', group: 'women', content: '红白事攀比严重' },
  ],
  ...more,
});

/** Rows of a sub-table that are there already, each with what somebody fills in. */
export async function filledIn(
  community: Community,
  [instanceId, collection]: readonly [instanceId: string, collection: string],
  columns: readonly Values[],
): Promise<readonly Values[]> {
  const { recordId } = await community.instance(instanceId);
  const rows = await findRows(community, collection, { filter: { covenantId: recordId }, sort: ['id'] });
  return rows.map((row, index) => ({ id: row.get('id'), ...columns[index] }));
}

export const answered = async (community: Community, instanceId: string, columns: readonly Values[]): Promise<Values> => ({
  opinions: await filledIn(community, [instanceId, 'covenantOpinions'], columns),
  feedbackSummary: '共收到意见 2 条。',
  feedbackOn: community.today,
});

export const drafted = (checks: readonly string[] = CHECKS): Values => ({
  draftVersion: 1,
  draftText: TEXT,
  contentChecks: checks,
});

export const reviewed = (community: Community, more: Values = {}): Values => ({
  reviewItems: [{ article: '全文', verdict: 'agree' }],
  reviewOpinion: '已审核。',
  reviewedOn: community.today,
  ...more,
});

/** 239 + 24 + 13 + 2 + 3 = 281. */
export const voted = (community: Community, more: Values = {}): Values => ({
  meetingForm: 'households',
  heldOn: community.today,
  due: 420,
  present: 281,
  womenPresent: 126,
  approve: 239,
  oppose: 24,
  abstain: 13,
  invalidVotes: 2,
  notVoting: 3,
  minutes: '逐条说明后表决。',
  ...more,
});

export const filed = (community: Community): Values => ({
  packageItems: ['report', 'text', 'minutes', 'review'],
  filingContact: '党群服务中心',
  filedOn: community.today,
});

export const examined = (community: Community, more: Values = {}): Values => ({
  receivedOn: community.today,
  receiptNo: '收 1 号',
  ...more,
});

export async function untilDraft(community: Community, id: string, more: Values = {}): Promise<void> {
  await community.act(id, ['director', 'solicit'], { outcome: 'done', data: collected(community, more) });
  const data = await answered(community, id, [{ adoption: 'yes' }, { adoption: 'partly', reason: '只写原则' }]);
  await community.act(id, ['drafter', 'summarise'], { outcome: 'done', data });
}

export async function untilReview(community: Community, id: string, more: Values = {}): Promise<void> {
  await untilDraft(community, id, more);
  await community.act(id, ['drafter', 'draft'], { outcome: 'submit', data: drafted() });
  const data = { consulted: ['party', 'lawyer'], adviserOpinion: '没有意见。' };
  await community.act(id, ['secretary', 'consult'], { outcome: 'submit', data });
}

/** From the start to the agreement of the township, on one day. */
export async function agreedTo(community: Community, title: string): Promise<string> {
  const id = await start(community, title);
  await untilReview(community, id, { title });
  await community.act(id, ['township', 'review'], { outcome: 'agree', data: reviewed(community) });
  return id;
}

export async function meetingCalled(community: Community, id: string): Promise<void> {
  const data = { proposalText: TEXT, meetingPlannedOn: community.today };
  await community.act(id, ['director', 'finalise'], { outcome: 'convene', data });
}

export async function adopted(community: Community, id: string): Promise<void> {
  await meetingCalled(community, id);
  await community.act(id, ['director', 'recordVote'], { outcome: 'recorded', data: voted(community) });
  await community.act(id, ['witness', 'witness'], { outcome: 'conforms', data: { supervisionOpinion: '程序合规。' } });
}

/** From the start to the adoption on the same day. */
export async function adopt(community: Community, title: string): Promise<string> {
  const id = await agreedTo(community, title);
  await adopted(community, id);
  return id;
}

/** An open task of the case, or of one that it called, as its holder sees it. */
export async function opened(community: Community, id: string, [who, element]: Who) {
  const params = { filterByTk: await community.taskId(id, element) };
  const { data } = await (
    await community.as(who)
  ).get<{
    record: Record<string, unknown>;
    task: { returnTargets: { elementId: string }[] };
  }>('bpmnTasks:open', { params });
  return data;
}
