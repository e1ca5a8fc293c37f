import type { RuleInput } from '../rule';
import { atLeast, moreThanHalf } from './thresholds';

const SOURCE = '城市居民委员会组织法（2018）第九条、第十条';
const UNTIL = '2025-12-31';
const PENDING = {
  'zh-CN': '2025 年修订的居民委员会组织法自 2026 年起适用，会议人数的条文未能读到；请录入经核实的数字。',
  'en-US':
    'The Residents’ Committee Law of 2025 applies from 2026; its numbers for meetings could not be read. Enter verified ones.',
};

const ofAdults = { id: 'quorum', count: 'present', threshold: moreThanHalf('due') } as const;
const ofHouseholds = { id: 'quorum', count: 'householdsPresent', threshold: moreThanHalf('households') } as const;

/** Organic Law of Urban Residents' Committees 2018, articles 9 and 10; it ended with 2025. */
export const urbanRules: readonly RuleInput[] = [
  {
    schema: 1,
    key: 'urban2018.meeting.adults',
    kind: 'decision',
    title: { 'zh-CN': '居民会议（全体居民，2025 年底前）', 'en-US': "Residents' meeting (all adults, until 2025)" },
    quorum: { mode: 'allOf', clauses: [ofAdults] },
    approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold: moreThanHalf('present') }] },
    source: SOURCE,
    certainty: 'found',
    validUntil: UNTIL,
  },
  {
    schema: 1,
    key: 'urban2018.meeting.households',
    kind: 'decision',
    title: { 'zh-CN': '居民会议（户代表，2025 年底前）', 'en-US': "Residents' meeting (households, until 2025)" },
    quorum: { mode: 'allOf', clauses: [ofHouseholds] },
    approval: {
      mode: 'allOf',
      clauses: [{ id: 'approval', count: 'approve', threshold: moreThanHalf('householdsPresent') }],
    },
    votesOf: 'householdsPresent',
    source: SOURCE,
    certainty: 'found',
    validUntil: UNTIL,
  },
  {
    schema: 1,
    key: 'urban2018.meeting.groups',
    kind: 'decision',
    title: {
      'zh-CN': '居民会议（居民小组代表，2025 年底前）',
      'en-US': "Residents' meeting (group representatives, until 2025)",
    },
    quorum: { mode: 'allOf', clauses: [ofAdults] },
    approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold: moreThanHalf('present') }] },
    source: SOURCE,
    certainty: 'found',
    validUntil: UNTIL,
  },
  {
    schema: 1,
    key: 'urban2018.meeting.petition',
    kind: 'petition',
    title: { 'zh-CN': '提议召开居民会议（2025 年底前）', 'en-US': "Petition for a residents' meeting (until 2025)" },
    approval: {
      mode: 'anyOf',
      clauses: [
        { id: 'petition.adults', count: 'petitioners', threshold: atLeast(1, 5, 'due') },
        { id: 'petition.households', count: 'petitioningHouseholds', threshold: atLeast(1, 5, 'households') },
        { id: 'petition.groups', count: 'petitioningGroups', threshold: atLeast(1, 3, 'groups') },
      ],
    },
    source: SOURCE,
    certainty: 'found',
    validUntil: UNTIL,
  },
  {
    schema: 1,
    key: 'urban2026.meeting',
    kind: 'decision',
    title: { 'zh-CN': '居民会议（2026 年起，待确认）', 'en-US': "Residents' meeting (from 2026, to be confirmed)" },
    certainty: 'unsure',
    validFrom: '2026-01-01',
    note: PENDING,
  },
  {
    schema: 1,
    key: 'urban2026.representatives',
    kind: 'decision',
    title: { 'zh-CN': '居民代表会议（2026 年起，待确认）', 'en-US': "Residents' representatives (from 2026, to be confirmed)" },
    certainty: 'unsure',
    validFrom: '2026-01-01',
    note: PENDING,
  },
];
