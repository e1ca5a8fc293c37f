import type { RuleInput } from '../rule';
import { atLeast, moreThanHalf } from './thresholds';

const LABELS: RuleInput['labels'] = {
  due: { 'zh-CN': { fact: '业主总数', share: '业主总数' }, 'en-US': { fact: 'owners', share: 'the owners' } },
  voted: {
    'zh-CN': { fact: '参加表决', share: '参加表决人数' },
    'en-US': { fact: 'owners taking part', share: 'the owners taking part' },
  },
};

const participation: RuleInput['quorum'] = {
  mode: 'allOf',
  clauses: [
    { id: 'quorum.owners', count: 'voted', threshold: atLeast(2, 3, 'due') },
    { id: 'quorum.area', count: 'areaVoted', threshold: atLeast(2, 3, 'area') },
  ],
};

/** Civil Code, article 278 (owners), and Law on Rural Collective Economic Organisations 2024, article 27. */
export const propertyRules: readonly RuleInput[] = [
  {
    schema: 1,
    key: 'owners.meeting',
    kind: 'decision',
    title: { 'zh-CN': '业主大会（一般事项）', 'en-US': "Owners' meeting (ordinary matters)" },
    quorum: participation,
    approval: {
      mode: 'allOf',
      clauses: [
        { id: 'approval.owners', count: 'approve', threshold: moreThanHalf('voted') },
        { id: 'approval.area', count: 'areaApprove', threshold: moreThanHalf('areaVoted') },
      ],
    },
    votesOf: 'voted',
    labels: LABELS,
    source: '民法典第二百七十八条',
    certainty: 'found',
  },
  {
    schema: 1,
    key: 'owners.meeting.special',
    kind: 'decision',
    title: { 'zh-CN': '业主大会（特别事项）', 'en-US': "Owners' meeting (special matters)" },
    quorum: participation,
    approval: {
      mode: 'allOf',
      clauses: [
        { id: 'approval.owners', count: 'approve', threshold: atLeast(3, 4, 'voted') },
        { id: 'approval.area', count: 'areaApprove', threshold: atLeast(3, 4, 'areaVoted') },
      ],
    },
    votesOf: 'voted',
    labels: LABELS,
    source: '民法典第二百七十八条',
    certainty: 'found',
    note: {
      'zh-CN': '筹集维修资金、改建重建、改变共有部分用途等三类事项。',
      'en-US': 'Raising maintenance funds, rebuilding, and changing the use of common parts.',
    },
  },
  {
    schema: 1,
    key: 'owners.meeting.petition',
    kind: 'petition',
    title: { 'zh-CN': '提议召开业主大会临时会议', 'en-US': "Petition for an extraordinary owners' meeting" },
    approval: { mode: 'allOf', clauses: [{ id: 'petition', count: 'petitioners', threshold: atLeast(20, 100, 'due') }] },
    labels: LABELS,
    source: '物业管理条例（2018）',
    certainty: 'found',
  },
  {
    schema: 1,
    key: 'collective.members',
    kind: 'decision',
    title: { 'zh-CN': '农村集体经济组织成员大会', 'en-US': 'Members’ meeting of a rural collective' },
    quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: 'present', threshold: atLeast(2, 3, 'allMembers') }] },
    approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold: atLeast(2, 3, 'allMembers') }] },
    source: '农村集体经济组织法（2024）第二十七条',
    certainty: 'found',
  },
];
