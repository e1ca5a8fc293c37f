// One story for pages without a server: a representatives' meeting of 30 of 安岭村, to which 20 came. Shaped by src/common/api.
import { feasibility, findMeetingType, findRule, tally, type CountsInput } from '@wuxin/ballot-core';
import type { MeetingDesk, MeetingRow, MeetingTypeRow, MotionView, RollEntryRow, RuleRow } from '../../common/api';

export const NOW = Date.parse('2026-12-10T09:00:00+08:00');
const RULE = findRule('village.representatives');
const localized = (zh: string, en: string) => ({ 'zh-CN': zh, 'en-US': en });

export const people = {
  chair: { id: 11, name: '李秀兰' },
  first: { id: 12, name: '张文博' },
  second: { id: 13, name: '王芳' },
};

export const motion = (more: Partial<MotionView> = {}): MotionView => ({
  id: '71',
  number: 1,
  round: 1,
  title: '村口小广场改造方案',
  text: '同意按附件方案改造村口小广场，预算 8.6 万元，从集体收入中列支。',
  ruleKey: RULE.key,
  ruleTitle: localized('村民代表会议', "Villagers' representatives' meeting"),
  way: 'mixed',
  secrecy: 'secret',
  status: 'waiting',
  candidates: [],
  seats: null,
  recused: [],
  openedAt: null,
  closesAt: null,
  closedAt: null,
  counted: null,
  attended: null,
  feasibility: feasibility(RULE, { due: 30, present: 20 }),
  outlook: null,
  progress: null,
  sheets: [],
  rollCall: null,
  box: null,
  result: null,
  nextRound: null,
  decidedAt: null,
  decidedBy: null,
  may: [],
  ...more,
});

export const decidedMotion = (counts: CountsInput, more: Partial<MotionView> = {}): MotionView =>
  motion({
    status: 'decided',
    counted: counts,
    result: tally(RULE, counts),
    decidedAt: NOW,
    decidedBy: people.chair,
    ...more,
  });

export const desk = (more: Partial<MeetingDesk> = {}): MeetingDesk => ({
  id: '5',
  number: '会议 2026-005',
  title: '安岭村第四季度村民代表会议',
  typeKey: 'village.representatives',
  typeTitle: localized('村民代表会议', "Villagers' representatives' meeting"),
  place: { id: 'p1', name: '安岭村' },
  status: 'open',
  plannedAt: NOW,
  venue: '村委会会议室',
  agenda: [{ title: '村口小广场改造方案', text: '预算 8.6 万元' }, { title: '垃圾分类积分办法' }],
  noticeOn: '2026-11-28',
  openedAt: NOW,
  closedAt: null,
  staff: [
    { ...people.chair, post: 'chair' },
    { ...people.first, post: 'teller' },
    { ...people.second, post: 'teller' },
  ],
  may: [],
  conveningProblems: [],
  roll: {
    id: '9',
    unit: 'person',
    status: 'frozen',
    entries: 30,
    due: 30,
    women: 12,
    households: null,
    frozenAt: NOW,
    frozenBy: people.chair,
    hash: 'a3f5c1d2e4b6a7980a3f5c1d2e4b6a7980a3f5c1d2e4b6a7980a3f5c1d2e4b6a',
    doubleEnrolled: 0,
    openChanges: 0,
  },
  attendance: {
    due: 30,
    present: 17,
    women: 7,
    households: null,
    householdsPresent: null,
    missing: 3,
    sentence: feasibility(RULE, { due: 30, present: 17 }).sentence,
  },
  motions: [motion()],
  key: null,
  slips: null,
  minutes: null,
  reconvenes: null,
  instanceId: null,
  revision: 1,
  ...more,
});

export const entry = (number: number, name: string, more: Partial<RollEntryRow> = {}): RollEntryRow => ({
  id: String(100 + number),
  number,
  name,
  household: `${number} 号`,
  representsHousehold: false,
  isWoman: number % 2 === 0,
  standing: 'full',
  mayVote: true,
  isWithdrawn: false,
  isPresent: false,
  arrivedAt: null,
  hasSlip: false,
  isDoubleEnrolled: false,
  user: null,
  ...more,
});

export const row = (more: Partial<MeetingRow> = {}): MeetingRow => ({
  id: '5',
  number: '会议 2026-005',
  title: '安岭村第四季度村民代表会议',
  typeTitle: localized('村民代表会议', "Villagers' representatives' meeting"),
  place: { id: 'p1', name: '安岭村' },
  plannedAt: NOW,
  status: 'convened',
  posts: ['chair'],
  motions: 2,
  decided: 1,
  ...more,
});

export const ruleRow = (key: string, more: Partial<RuleRow> = {}): RuleRow => {
  const rule = findRule(key);
  return {
    key,
    title: rule.title ?? localized(key, key),
    rule,
    source: rule.source ?? null,
    certainty: rule.certainty,
    isReady: rule.certainty !== 'unsure',
    confirmed: null,
    isChanged: false,
    isOwn: false,
    digest: `digest of ${key}`,
    mayConfirm: rule.certainty === 'unsure',
    mayChange: true,
    ...more,
  };
};

export const typeRow = (key: string, more: Partial<MeetingTypeRow> = {}): MeetingTypeRow => {
  const type = findMeetingType(key);
  return {
    key,
    title: type.title,
    type,
    source: type.source ?? null,
    certainty: type.certainty,
    isReady: type.certainty !== 'unsure',
    isChanged: false,
    isOwn: false,
    digest: `digest of ${key}`,
    mayChange: true,
    ...more,
  };
};

export const rules = [ruleRow('village.representatives'), ruleRow('urban2026.meeting')];
export const types = [typeRow('village.representatives'), typeRow('urban2026.meeting')];
