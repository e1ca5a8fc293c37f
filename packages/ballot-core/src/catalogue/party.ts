import type { RuleInput } from '../rule';
import { atLeast, moreThanHalf } from './thresholds';

const approvalOfDue: RuleInput['approval'] = {
  mode: 'allOf',
  clauses: [{ id: 'approval', count: 'approve', threshold: moreThanHalf('due') }],
};

/** Branch rules of the Communist Party of China, article 11, and the rules for elections in its local organisations. */
export const partyRules: readonly RuleInput[] = [
  {
    schema: 1,
    key: 'party.meeting.decision',
    kind: 'decision',
    title: { 'zh-CN': '党员大会表决', 'en-US': 'Decision of a Party member meeting' },
    quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: 'present', threshold: atLeast(1, 2, 'due') }] },
    approval: approvalOfDue,
    dueExcludes: ['probationary', 'placedOnProbation'],
    source: '中国共产党支部工作条例（试行）第十一条',
    certainty: 'found',
  },
  {
    schema: 1,
    key: 'party.committee.decision',
    kind: 'decision',
    title: { 'zh-CN': '支部委员会表决', 'en-US': 'Decision of the branch committee' },
    quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: 'present', threshold: atLeast(1, 2, 'due') }] },
    approval: approvalOfDue,
    source: '中国共产党支部工作条例（试行）第十一条',
    certainty: 'known',
    note: {
      'zh-CN': '到会人数来自条例；以应到委员的半数为通过基数是通行做法。',
      'en-US': 'Attendance is in the rules; more than half of those due is common practice.',
    },
  },
  {
    schema: 1,
    key: 'party.election',
    kind: 'election',
    title: { 'zh-CN': '党内选举', 'en-US': 'Party election' },
    quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: 'present', threshold: atLeast(4, 5, 'due') }] },
    approval: approvalOfDue,
    dueExcludes: ['probationary', 'placedOnProbation'],
    source: '中国共产党基层组织选举工作条例（2020）',
    certainty: 'known',
    note: {
      'zh-CN': '1990 年的旧规定以实到会人数为基数；得票基数请以上级选举办法为准。',
      'en-US': 'The older rule of 1990 took those present as the base; follow the election rules of the Party committee above.',
    },
  },
  {
    schema: 1,
    key: '4y.party',
    kind: 'decision',
    title: { 'zh-CN': '四议两公开：党员大会审议', 'en-US': 'Four deliberations: Party member meeting' },
    quorum: { mode: 'allOf', clauses: [{ id: 'quorum', count: 'present', threshold: atLeast(2, 3, 'due') }] },
    approval: approvalOfDue,
    dueExcludes: ['probationary', 'placedOnProbation'],
    source: '四议两公开工作法（通行做法）；支部工作条例第十一条为下限',
    certainty: 'known',
    note: {
      'zh-CN': '到会三分之二来自各地做法，全国下限为半数（4y.party.attend）。',
      'en-US': 'Two thirds attending is local practice; the national minimum is one half (4y.party.attend).',
    },
  },
];
