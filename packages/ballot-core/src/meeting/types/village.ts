import type { MeetingTypeInput } from '../meeting-type';
import { PROPOSED_RECONVENING } from './reconvening';

const LAW = '村民委员会组织法（2018）';
const LOCAL_TEN_DAYS = {
  days: 10,
  source: '地方办法（如上海）；法律只对村民会议规定提前十日',
  certainty: 'known',
} as const;

/** Organic Law of Villagers' Committees 2018, articles 21, 22, 25, 26 and 28. */
export const villageMeetings: readonly MeetingTypeInput[] = [
  {
    schema: 1,
    key: 'village.meeting',
    title: { 'zh-CN': '村民会议', 'en-US': 'Village meeting' },
    regime: 'village',
    rules: ['village.meeting', 'village.meeting.persons', 'village.meeting.households', 'covenant.village'],
    calledBy: { 'zh-CN': '村民委员会', 'en-US': "the villagers' committee" },
    petitions: ['village.meeting.petition'],
    notice: { days: 10, source: `${LAW}第二十一条`, certainty: 'found' },
    reconvening: PROPOSED_RECONVENING,
    ways: ['showOfHands', 'paper', 'phone', 'mixed'],
    source: `${LAW}第二十一条、第二十二条`,
    certainty: 'found',
  },
  {
    schema: 1,
    key: 'village.representatives',
    title: { 'zh-CN': '村民代表会议', 'en-US': "Villagers' representatives' meeting" },
    regime: 'village',
    rules: ['village.representatives'],
    calledBy: { 'zh-CN': '村民委员会，每季度一次', 'en-US': "the villagers' committee, once a quarter" },
    petitions: ['village.representatives.petition'],
    notice: LOCAL_TEN_DAYS,
    reconvening: PROPOSED_RECONVENING,
    ways: ['showOfHands', 'rollCall', 'paper', 'phone', 'mixed'],
    source: `${LAW}第二十五条、第二十六条`,
    certainty: 'found',
  },
  {
    schema: 1,
    key: 'village.group',
    title: { 'zh-CN': '村民小组会议', 'en-US': "Villagers' group meeting" },
    regime: 'village',
    rules: ['village.group'],
    calledBy: { 'zh-CN': '村民小组组长', 'en-US': 'the head of the group' },
    reconvening: PROPOSED_RECONVENING,
    ways: ['showOfHands', 'paper', 'phone', 'mixed'],
    source: `${LAW}第二十八条`,
    certainty: 'found',
  },
];
