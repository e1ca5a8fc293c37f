import type { RuleInput } from '../rule';
import { atLeast, moreThanHalf } from './thresholds';

/** The amendment decided in October 2025 could be read in part only, so every village rule carries this note. */
export const VILLAGE_NOTE = {
  'zh-CN': '按 2018 年文本。2025 年修正决定只读到一部分，2026 年起使用前请核对。',
  'en-US': 'By the text of 2018. The amendment of 2025 was read in part only: check before use from 2026 on.',
};

const persons = { id: 'quorum.persons', count: 'present', threshold: moreThanHalf('due') } as const;
const households = { id: 'quorum.households', count: 'householdsPresent', threshold: atLeast(2, 3, 'households') } as const;
const byThosePresent: RuleInput['approval'] = {
  mode: 'allOf',
  clauses: [{ id: 'approval', count: 'approve', threshold: moreThanHalf('present') }],
};

/** Organic Law of Villagers' Committees 2018, articles 21, 22, 25, 26 and 28. */
export const villageRules: readonly RuleInput[] = [
  {
    schema: 1,
    key: 'village.meeting',
    kind: 'decision',
    title: { 'zh-CN': '村民会议', 'en-US': 'Village meeting' },
    quorum: { mode: 'anyOf', clauses: [persons, households] },
    approval: byThosePresent,
    source: '村民委员会组织法（2018）第二十二条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
  {
    schema: 1,
    key: 'village.meeting.persons',
    kind: 'decision',
    title: { 'zh-CN': '村民会议（按人）', 'en-US': 'Village meeting (persons)' },
    quorum: { mode: 'allOf', clauses: [persons] },
    approval: byThosePresent,
    source: '村民委员会组织法（2018）第二十二条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
  {
    schema: 1,
    key: 'village.meeting.households',
    kind: 'decision',
    title: { 'zh-CN': '村民会议（按户代表）', 'en-US': 'Village meeting (household representatives)' },
    quorum: { mode: 'allOf', clauses: [households] },
    approval: {
      mode: 'allOf',
      clauses: [{ id: 'approval', count: 'approve', threshold: moreThanHalf('householdsPresent') }],
    },
    votesOf: 'householdsPresent',
    source: '村民委员会组织法（2018）第二十二条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
  {
    schema: 1,
    key: 'village.representatives',
    kind: 'decision',
    title: { 'zh-CN': '村民代表会议', 'en-US': "Villagers' representatives' meeting" },
    quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: 'present', threshold: atLeast(2, 3, 'due') }] },
    approval: byThosePresent,
    source: '村民委员会组织法（2018）第二十六条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
  {
    schema: 1,
    key: 'village.group',
    kind: 'decision',
    title: { 'zh-CN': '村民小组会议', 'en-US': "Villagers' group meeting" },
    quorum: {
      mode: 'anyOf',
      clauses: [{ id: 'quorum.persons', count: 'present', threshold: atLeast(2, 3, 'due') }, households],
    },
    approval: byThosePresent,
    source: '村民委员会组织法（2018）第二十八条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
  {
    schema: 1,
    key: 'village.representatives.women',
    kind: 'composition',
    title: { 'zh-CN': '妇女村民代表比例', 'en-US': "Share of women among the villagers' representatives" },
    approval: { mode: 'allOf', clauses: [{ id: 'women', count: 'women', threshold: atLeast(1, 3, 'allMembers') }] },
    source: '村民委员会组织法（2018）第二十五条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
  {
    schema: 1,
    key: 'village.representatives.share',
    kind: 'composition',
    title: { 'zh-CN': '村民代表占组成人员比例', 'en-US': "Share of representatives in the representatives' meeting" },
    approval: {
      mode: 'allOf',
      clauses: [{ id: 'representatives', count: 'representatives', threshold: atLeast(4, 5, 'allMembers') }],
    },
    source: '村民委员会组织法（2018）第二十五条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
];
