import type { MeetingTypeInput } from '../meeting-type';
import { PROPOSED_RECONVENING } from './reconvening';

const BRANCH_RULES = '中国共产党支部工作条例（试行）第十一条';
const CUSTOMARY_THREE_DAYS = { days: 3, source: '通行做法', certainty: 'known' } as const;

/** Meetings of the Party branch, of owners and of collective organisations. */
export const otherMeetings: readonly MeetingTypeInput[] = [
  {
    schema: 1,
    key: 'party.members',
    title: { 'zh-CN': '党支部党员大会', 'en-US': 'Party member meeting of a branch' },
    regime: 'party',
    rules: ['party.meeting.decision', '4y.party'],
    calledBy: { 'zh-CN': '党支部委员会，一般每季度一次', 'en-US': 'the branch committee, usually once a quarter' },
    notice: CUSTOMARY_THREE_DAYS,
    reconvening: PROPOSED_RECONVENING,
    ways: ['showOfHands', 'paper', 'phone', 'mixed'],
    source: BRANCH_RULES,
    certainty: 'found',
  },
  {
    schema: 1,
    key: 'party.committee',
    title: { 'zh-CN': '支部委员会会议', 'en-US': 'Meeting of the branch committee' },
    regime: 'party',
    rules: ['party.committee.decision'],
    calledBy: { 'zh-CN': '党支部书记，一般每月一次', 'en-US': 'the branch secretary, usually once a month' },
    ways: ['showOfHands', 'rollCall', 'paper'],
    source: BRANCH_RULES,
    certainty: 'found',
  },
  {
    schema: 1,
    key: 'party.election',
    title: { 'zh-CN': '党内选举', 'en-US': 'Party election' },
    regime: 'party',
    rules: ['party.election'],
    reconvening: { atLeastDays: 0, atMostDays: 15, times: 2, certainty: 'known' },
    ways: ['paper'],
    source: '中国共产党基层组织选举工作条例（2020）',
    certainty: 'known',
  },
  {
    schema: 1,
    key: 'owners.meeting',
    title: { 'zh-CN': '业主大会', 'en-US': "Owners' meeting" },
    regime: 'owners',
    rules: ['owners.meeting', 'owners.meeting.special'],
    calledBy: { 'zh-CN': '业主委员会', 'en-US': "the owners' committee" },
    petitions: ['owners.meeting.petition'],
    notice: { days: 15, source: '物业管理条例（2018）第十四条', certainty: 'found' },
    ways: ['showOfHands', 'paper', 'phone', 'mixed'],
    proxy: 'writtenAgent',
    source: '民法典第二百七十八条、物业管理条例（2018）',
    certainty: 'found',
  },
  {
    schema: 1,
    key: 'collective.members',
    title: { 'zh-CN': '农村集体经济组织成员大会', 'en-US': 'Members’ meeting of a rural collective economic organisation' },
    regime: 'collective',
    rules: ['collective.members'],
    calledBy: { 'zh-CN': '理事会', 'en-US': 'the council' },
    notice: { days: 10, source: '农村集体经济组织法（2024）第二十七条', certainty: 'found' },
    ways: ['showOfHands', 'paper', 'phone', 'mixed'],
    proxy: 'writtenSameHousehold',
    source: '农村集体经济组织法（2024）第二十七条',
    certainty: 'found',
  },
];
