import type { RuleInput } from '../rule';
import { atLeast, moreThanHalf } from './thresholds';
import { VILLAGE_NOTE } from './village';

const WITH_THE_VOTE = {
  'zh-CN': { fact: '有选举权的村民', share: '有选举权的村民' },
  'en-US': { fact: 'villagers with the vote', share: 'the villagers with the vote' },
};

/** Organic Law of Villagers' Committees 2018, articles 15 and 16. */
export const villageElectionRules: readonly RuleInput[] = [
  {
    schema: 1,
    key: 'village.committee.election',
    kind: 'election',
    title: { 'zh-CN': '村民委员会选举', 'en-US': "Election of the villagers' committee" },
    quorum: { mode: 'allOf', clauses: [{ id: 'turnout', count: 'voted', threshold: moreThanHalf('registered') }] },
    approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold: moreThanHalf('voted') }] },
    votesOf: 'voted',
    further: { rule: 'village.committee.election.further' },
    source: '村民委员会组织法（2018）第十五条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
  {
    schema: 1,
    key: 'village.committee.election.further',
    kind: 'election',
    title: { 'zh-CN': '村民委员会另行选举', 'en-US': "Further election of the villagers' committee" },
    approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold: atLeast(1, 3, 'recovered') }] },
    votesOf: 'recovered',
    further: { rule: 'village.committee.election.further' },
    source: '村民委员会组织法（2018）第十五条',
    certainty: 'found',
    note: {
      'zh-CN': '法条只规定得票不少于已投选票的三分之一；本地办法另有投票人数要求的，请加一条人数要求。2025 年修正后请核对。',
      'en-US':
        'The article only asks for one third of the ballots cast; add a turnout clause where local rules ask for one. Check after the amendment of 2025.',
    },
  },
  {
    schema: 1,
    key: 'village.recall.petition',
    kind: 'petition',
    title: { 'zh-CN': '罢免要求的联名', 'en-US': 'Petition for a recall' },
    approval: {
      mode: 'anyOf',
      clauses: [
        { id: 'petition.voters', count: 'petitioners', threshold: atLeast(1, 5, 'registered') },
        { id: 'petition.representatives', count: 'petitioningRepresentatives', threshold: atLeast(1, 3, 'representatives') },
      ],
    },
    labels: { registered: WITH_THE_VOTE },
    source: '村民委员会组织法（2018）第十六条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
  {
    schema: 1,
    key: 'village.recall.vote',
    kind: 'decision',
    title: { 'zh-CN': '罢免表决', 'en-US': 'Vote on a recall' },
    quorum: { mode: 'allOf', clauses: [{ id: 'turnout', count: 'voted', threshold: moreThanHalf('registered') }] },
    approval: { mode: 'allOf', clauses: [{ id: 'approval', count: 'approve', threshold: moreThanHalf('voted') }] },
    votesOf: 'voted',
    source: '村民委员会组织法（2018）第十六条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
  {
    schema: 1,
    key: 'village.meeting.petition',
    kind: 'petition',
    title: { 'zh-CN': '提议召开村民会议', 'en-US': 'Petition for a village meeting' },
    approval: {
      mode: 'anyOf',
      clauses: [
        { id: 'petition.villagers', count: 'petitioners', threshold: atLeast(1, 10, 'due') },
        { id: 'petition.representatives', count: 'petitioningRepresentatives', threshold: atLeast(1, 3, 'representatives') },
      ],
    },
    labels: {
      due: { 'zh-CN': { fact: '村民', share: '村民' }, 'en-US': { fact: 'villagers', share: 'the villagers' } },
    },
    source: '村民委员会组织法（2018）第二十一条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
  {
    schema: 1,
    key: 'village.representatives.petition',
    kind: 'petition',
    title: { 'zh-CN': '提议召开村民代表会议', 'en-US': "Petition for a representatives' meeting" },
    approval: {
      mode: 'allOf',
      clauses: [{ id: 'petition', count: 'petitioningRepresentatives', threshold: atLeast(1, 5, 'representatives') }],
    },
    source: '村民委员会组织法（2018）第二十六条',
    certainty: 'found',
    note: VILLAGE_NOTE,
  },
];
