import type { MeetingTypeInput } from '../meeting-type';
import { PROPOSED_RECONVENING } from './reconvening';

const PENDING = {
  'zh-CN': '2025 年修订的居民委员会组织法自 2026 年起适用，会议的条文未能读到；规则的人数经确认后才能开会。',
  'en-US':
    'The law of 2025 applies from 2026; its articles on meetings could not be read. It opens once the numbers of a rule are confirmed.',
};

/** Organic Law of Urban Residents' Committees 2018, articles 9 and 10, until the end of 2025; from 2026 the law of 2025. */
export const urbanMeetings: readonly MeetingTypeInput[] = [
  {
    schema: 1,
    key: 'urban2018.meeting',
    title: { 'zh-CN': '居民会议（2025 年底前）', 'en-US': "Residents' meeting (until 2025)" },
    regime: 'urban',
    rules: [
      'urban2018.meeting.adults',
      'urban2018.meeting.households',
      'urban2018.meeting.groups',
      'covenant.urban2018.adults',
      'covenant.urban2018.households',
    ],
    calledBy: { 'zh-CN': '居民委员会', 'en-US': "the residents' committee" },
    petitions: ['urban2018.meeting.petition'],
    reconvening: PROPOSED_RECONVENING,
    ways: ['showOfHands', 'paper', 'phone', 'mixed'],
    source: '城市居民委员会组织法（2018）第九条、第十条',
    certainty: 'found',
    validUntil: '2025-12-31',
  },
  {
    schema: 1,
    key: 'urban2026.meeting',
    title: { 'zh-CN': '居民会议（2026 年起，待确认）', 'en-US': "Residents' meeting (from 2026, to be confirmed)" },
    regime: 'urban',
    rules: ['urban2026.meeting', 'covenant.urban2026'],
    reconvening: PROPOSED_RECONVENING,
    ways: ['showOfHands', 'paper', 'phone', 'mixed'],
    certainty: 'unsure',
    validFrom: '2026-01-01',
    note: PENDING,
  },
  {
    schema: 1,
    key: 'urban2026.representatives',
    title: {
      'zh-CN': '居民代表会议（2026 年起，待确认）',
      'en-US': "Residents' representatives' meeting (from 2026, to be confirmed)",
    },
    regime: 'urban',
    rules: ['urban2026.representatives'],
    reconvening: PROPOSED_RECONVENING,
    ways: ['showOfHands', 'rollCall', 'paper', 'phone', 'mixed'],
    certainty: 'unsure',
    validFrom: '2026-01-01',
    note: PENDING,
  },
];
