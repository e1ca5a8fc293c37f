import type { Community } from '../../__fixtures__/community';

type Values = Readonly<Record<string, unknown>>;

/** 15 Party members, 45 representatives and 620 adults of 锦苑社区. */
const PRESENT = {
  partyCommittee: { due: 5, present: 5, approve: 5, oppose: 0, abstain: 0, invalidVotes: 0, notVoting: 0 },
  twoCommittees: { due: 9, present: 8, approve: 7, oppose: 1, abstain: 0, invalidVotes: 0, notVoting: 0 },
  partyMembers: { due: 15, present: 12, approve: 10, oppose: 1, abstain: 1, invalidVotes: 0, notVoting: 0 },
  representatives: { due: 45, present: 38, approve: 31, oppose: 5, abstain: 2, invalidVotes: 0, notVoting: 0 },
  residents: { due: 620, present: 402, approve: 351, oppose: 40, abstain: 11, invalidVotes: 0, notVoting: 0 },
} as const satisfies Readonly<Record<string, Values>>;
export type Body = keyof typeof PRESENT;

const BY: Readonly<Record<Body, readonly [convener: string, recorder: string]>> = {
  partyCommittee: ['secretary', 'organiser'],
  twoCommittees: ['secretary', 'organiser'],
  partyMembers: ['secretary', 'organiser'],
  representatives: ['director', 'director'],
  residents: ['director', 'director'],
};

export const registration = (community: Community, more: Values = {}): Values => ({
  origin: 'people',
  matterClass: 'works',
  amount: 186000,
  fundSource: '公共收益和上级补助',
  proposedOn: community.today,
  background: '停车位不足，消防通道常被占用。',
  planText: '在三号楼北侧新建停车位 62 个。',
  affected: '一至四号楼居民',
  legalityChecks: ['competent', 'lawful', 'funded', 'fair'],
  ...more,
});

export const called = (community: Community, days = 0): Values => ({
  plannedOn: community.day(days),
  venue: '社区会议室',
  agenda: '停车位改造',
  textsSentOn: community.today,
});

export const held = (community: Community, body: Body, more: Values = {}): Values => ({
  heldOn: community.today,
  venue: '社区会议室',
  chair: '陈敏',
  minuteTaker: '林静',
  voteMode: 'hands',
  ...PRESENT[body],
  resolution: '同意方案。',
  minutes: '逐项说明方案，讨论后表决。',
  evidence: ['signIn', 'minutesPaper', 'votes'],
  ...more,
});

/** Calls and holds one meeting of the case that is waiting for it, with the supervision opinion. */
export async function meet(community: Community, instanceId: string, body: Body, more: Values = {}): Promise<void> {
  const [convener, recorder] = BY[body];
  await community.act(instanceId, [convener, 'convene'], { outcome: 'called', data: called(community, 3) });
  await community.pass(3);
  await community.act(instanceId, [recorder, 'hold'], { outcome: 'recorded', data: held(community, body, more) });
  await witness(community, instanceId);
}

export const witness = (community: Community, instanceId: string) =>
  community.act(instanceId, ['witness', 'witness'], { outcome: 'conforms', data: { supervisionOpinion: '程序合规。' } });

/** Registers a matter and takes it through the township's precheck. */
export async function register(community: Community, instanceId: string, more: Values = {}): Promise<void> {
  await community.act(instanceId, ['secretary', 'register'], { outcome: 'submit', data: registration(community, more) });
  await precheck(community, instanceId, { outcome: 'agree' });
}

/** What the township says of a matter before the deliberations. */
export const precheck = (community: Community, instanceId: string, { by = 'township', items = [], ...act }: Precheck) =>
  community.act(instanceId, [by, 'review'], {
    ...act,
    data: { reviewOpinion: '见各条。', reviewedOn: community.today, ...(items.length > 0 ? { items } : {}) },
  });

interface Precheck {
  readonly outcome: 'agree' | 'return' | 'refuse' | 'doubt';
  readonly by?: string;
  readonly opinion?: string;
  readonly items?: readonly Values[];
}

export const amend = (community: Community, instanceId: string, outcome: 'minor' | 'material' = 'minor') =>
  community.act(instanceId, ['director', 'amend'], {
    outcome,
    data: {
      amendments: '采纳关于照明的意见。',
      planText: '在三号楼北侧新建停车位 60 个并加装照明。',
      planVersion: 2,
      minorReason: '只按意见补充照明。',
    },
    ...(outcome === 'material' ? { opinion: '车位数量和照明有实质变化。' } : {}),
  });

/** The first three deliberations. */
export async function untilResolution(community: Community, instanceId: string): Promise<void> {
  await register(community, instanceId);
  await meet(community, instanceId, 'partyCommittee');
  await meet(community, instanceId, 'twoCommittees');
  await meet(community, instanceId, 'partyMembers');
  await amend(community, instanceId);
}

/** Until the notice is on the board. */
export async function post(community: Community, instanceId: string): Promise<void> {
  const places = ['board', 'group'];
  await community.act(instanceId, ['director', 'prepare'], {
    outcome: 'ready',
    data: {
      content: '停车位改造决议。',
      redactionChecks: ['noIds', 'noVotes', 'noHealth'],
      postPlaces: places,
      contact: '张丽 0915-1234567',
    },
  });
  await community.act(instanceId, ['witness', 'vet'], { outcome: 'agree', data: { vetOpinion: '内容属实。' } });
  await community.act(instanceId, ['director', 'post'], {
    outcome: 'posted',
    data: { postedOn: community.today, postPlaces: places },
  });
}

/** A notice that nobody objects to, from its text to the supervision opinion. */
export async function disclose(community: Community, instanceId: string): Promise<void> {
  await post(community, instanceId);
  await community.pass(8);
  await community.act(instanceId, ['witness', 'conclude'], {
    outcome: 'conforms',
    data: { supervisionOpinion: '公示期满，未收到异议。' },
  });
}

export async function untilWorks(community: Community, instanceId: string): Promise<void> {
  await untilResolution(community, instanceId);
  await meet(community, instanceId, 'representatives');
  await disclose(community, instanceId);
}

/** The works are accepted, and the supervision committee has nothing against it. */
export async function accept(community: Community, instanceId: string, finalAmount: number): Promise<void> {
  const data = { acceptedOn: community.today, finalAmount, acceptors: '王强、张丽、居民代表 3 人', acceptanceOpinion: '合格' };
  await community.act(instanceId, ['director', 'accept'], { outcome: 'accepted', data });
  await community.act(instanceId, ['witness', 'witness'], {
    outcome: 'conforms',
    data: { supervisionOpinion: '决算与票据一致。' },
  });
}

export const works = (community: Community, more: Values = {}): Values => ({
  expectedAmount: 186000,
  contractor: '安康某建设公司',
  startedOn: community.today,
  progress: [{ on: community.today, percent: 40, spent: 70000, note: '基础完成', disclosedOn: community.today }],
  ...more,
});
