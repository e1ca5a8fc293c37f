import type { Act, Community } from '../../__fixtures__/community';

type Values = Readonly<Record<string, unknown>>;

/** Who appraises whom at a level of the demonstration. */
export interface Level {
  readonly place: string;
  readonly organiser: string;
  readonly chair: string;
  /** Places that report, with their secretaries. */
  readonly ratees: Readonly<Record<string, string>>;
  readonly raters: readonly string[];
}

export const TOWNSHIP: Level = {
  place: '云岭镇',
  organiser: 'township-organiser',
  chair: 'township-secretary',
  ratees: { 锦苑社区: 'secretary', 和顺社区: 'hs-secretary', 新岭社区: 'xl-secretary' },
  // the rated sit in the meeting and rate the others
  raters: ['director', 'witness', 'organiser', 'lead', 'archivist', 'hs-director', 'secretary'],
};
export const COUNTY: Level = {
  place: '汉滨区',
  organiser: 'county-organiser',
  chair: 'county-secretary',
  ratees: { 云岭镇: 'township-secretary' },
  raters: ['director', 'witness', 'secretary', 'hs-secretary', 'supervisor'],
};
export const CITY: Level = {
  place: '安康市',
  organiser: 'city-organiser',
  chair: 'city-secretary',
  ratees: { 汉滨区: 'county-secretary' },
  raters: ['township-secretary', 'county-organiser', 'secretary', 'township', 'supervisor'],
};

export const start = (community: Community, { place, organiser }: Level): Promise<string> =>
  community.start('述职评议考核', { by: organiser, processKey: 'reportAppraisal', place });

export async function planOf(community: Community, { ratees, raters }: Level, more: Values = {}): Promise<Values> {
  const places = await Promise.all(Object.keys(ratees).map((name) => community.placeId(name)));
  const people = await Promise.all(raters.map((username) => community.userId(username)));
  return {
    year: 2026,
    focus: '安置社区组织覆盖、经费到位、居民公约、就业、阵地建设',
    reportDueOn: community.day(10),
    meetingOn: community.day(14),
    ratees: places.map((place) => ({ place: Number(place) })),
    raters: people.map((person) => ({ person, capacity: 'member' })),
    ...more,
  };
}

/** Until the reports are asked for. */
export async function plan(community: Community, round: string, level: Level): Promise<void> {
  await community.act(round, [level.organiser, 'plan'], { outcome: 'submit', data: await planOf(community, level) });
  await community.act(round, [level.chair, 'approve'], { outcome: 'agree', data: { approvedOn: community.today } });
}

export const reportOf = (more: Values = {}): Values => ({
  secretaryName: '陈敏',
  reportWork: '工'.repeat(600),
  reportProblems: '问'.repeat(450),
  reportLastYear: '改'.repeat(150),
  reportPlans: '打'.repeat(100),
  orgDue: 4,
  orgBuilt: 4,
  fundParty: 30000,
  fundService: 50000,
  fundOffice: 20000,
  covenant: 'adopted',
  labourHouseholds: 200,
  zeroJobHouseholds: 4,
  premises: ['partyOffice', 'committeeOffice', 'policeRoom', 'library', 'activityRoom', 'square'],
  ...more,
});

export const write = (community: Community, round: string, secretary: string, more: Values = {}) =>
  community.act(round, [secretary, 'write'], { outcome: 'submit', data: reportOf(more) });

export const reviewed = (community: Community, more: Values = {}): Act => ({
  outcome: 'pass',
  data: { reviewedOn: community.today, reviewNote: '数据属实。', vetoItems: [], ...more },
});

/** The meeting and the comment of one report. */
export async function present(
  community: Community,
  round: string,
  { organiser, chair }: Level,
  superiorScore = 88,
): Promise<void> {
  const data = { heldOn: community.today, venue: '会议室', attendance: 30, questions: '就业怎么抓？答：三单制。' };
  await community.act(round, [organiser, 'present'], { outcome: 'held', data });
  await community.act(round, [chair, 'comment'], { outcome: 'done', data: { comment: '成绩明显，就业偏弱。', superiorScore } });
}

export const sheet = (choice: string, more: Values = {}): Act => ({
  outcome: 'handIn',
  data: {
    rateOrganisation: choice,
    rateDuty: choice,
    rateService: choice,
    rateRectification: choice,
    rateOverall: choice,
    ...more,
  },
});

/** Everybody who is asked hands in the same choice. */
export async function rateAll(community: Community, round: string, raters: readonly string[], choice: string): Promise<void> {
  for (const rater of raters) {
    const answer = await community.attempt(round, [rater, 'rate'], sheet(choice));
    expect({ rater, errors: answer.errors }).toEqual({ rater, errors: [] });
  }
  await community.drain();
}

/** One report from its text to its sums. */
export async function reportAndRate(
  community: Community,
  round: string,
  level: Level,
  how: {
    readonly secretary: string;
    readonly choice: string;
    readonly report?: Values;
    readonly review?: Values;
    readonly superiorScore?: number;
  },
): Promise<void> {
  const { secretary, choice } = how;
  await write(community, round, secretary, how.report);
  await community.act(round, [level.organiser, 'prereview'], reviewed(community, how.review));
  await present(community, round, level, how.superiorScore);
  await rateAll(
    community,
    round,
    level.raters.filter((rater) => rater !== secretary),
    choice,
  );
}
