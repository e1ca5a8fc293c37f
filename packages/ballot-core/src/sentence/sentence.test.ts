import { findRule } from '../catalogue';
import type { CountsInput } from '../counts';
import { tally } from '../tally';
import { fractionEnUs } from './fraction.en-US';
import { fractionZhCn } from './fraction.zh-CN';

const cases: [rule: string, counts: CountsInput, zh: string, en: string][] = [
  [
    'village.representatives',
    { due: 30, present: 20, approve: 10, oppose: 6, abstain: 4 },
    '应到 30 人，实到 20 人，达到三分之二；赞成 10 人，未超过实到半数，不通过',
    '30 due, 20 present, at least two thirds of those due; 10 in favour, not more than half of those present, not passed',
  ],
  [
    'village.representatives',
    { due: 30, present: 19 },
    '应到 30 人，实到 19 人，未达到三分之二，参加者不足，不能表决',
    '30 due, 19 present, below two thirds of those due, too few for a vote',
  ],
  [
    'village.meeting',
    { due: 300, present: 80, households: 100, householdsPresent: 67, approve: 41, oppose: 39 },
    '应到 300 人，实到 80 人，未超过半数；总户数 100 户，到会户代表 67 户，达到三分之二（达到其中一项即可）；赞成 41 人，超过实到半数，通过',
    '300 due, 80 present, not more than half of those due; 100 households, 67 households represented, at least two thirds of all households (one of these is enough); 41 in favour, more than half of those present, passed',
  ],
  [
    'owners.meeting',
    {
      due: 300,
      voted: 200,
      area: 30000,
      areaVoted: 20000,
      approve: 120,
      oppose: 80,
      areaApprove: '9999.5',
      areaOppose: '10000.5',
    },
    '业主总数 300 人，参加表决 200 人，达到三分之二；总面积 30000 平方米，参加表决面积 20000 平方米，达到三分之二；赞成 120 人，超过参加表决人数半数；赞成面积 9999.5 平方米，未超过参加表决面积半数，不通过',
    '300 owners, 200 owners taking part, at least two thirds of the owners; 30000 m² in all, 20000 m² taking part, at least two thirds of the total area; 120 in favour, more than half of the owners taking part; 9999.5 m² in favour, not more than half of the area taking part, not passed',
  ],
  [
    'party.election',
    { due: 15, present: 12, approve: 8 },
    '应到 15 人，实到 12 人，达到五分之四；得赞成票 8 票，超过应到半数，当选',
    '15 due, 12 present, at least four fifths of those due; 8 in favour, more than half of those due, elected',
  ],
  [
    'village.committee.election',
    {
      registered: 1001,
      voted: 501,
      seats: 1,
      candidates: [
        { id: 'c1', name: '张三', approve: 251 },
        { id: 'c2', name: '李四', approve: 250 },
      ],
    },
    '登记选民 1001 人，参加投票 501 人，超过半数；应选 1 人；张三得 251 票，超过投票人数半数，当选；李四得 250 票，未超过投票人数半数，未当选，选举完成',
    '1001 registered voters, 501 voted, more than half of the registered voters; seats to fill: 1; 张三 has 251 in favour, more than half of those who voted, elected; 李四 has 250 in favour, not more than half of those who voted, not elected, the election is complete',
  ],
  [
    'village.representatives',
    { due: 60, present: 40, approve: 20, oppose: 20 },
    '应到 60 人，实到 40 人，达到三分之二；赞成 20 人，未超过实到半数；反对 20 人，赞成与反对相同，不通过',
    '60 due, 40 present, at least two thirds of those due; 20 in favour, not more than half of those present; 20 against, which is a tie, not passed',
  ],
  [
    'village.committee.election',
    { issued: 100, recovered: 101 },
    '发出选票 100 张，收回选票 101 张，收回多于发出，本轮投票作废',
    '100 ballots issued, 101 recovered, more than were issued, this round is void',
  ],
  [
    'covenant.village',
    { due: 30, present: 20, womenPresent: 5, approve: 20 },
    '应到 30 人，实到 20 人，超过半数；到会妇女 5 人，未达到实到的百分之三十（仅提示）；赞成 20 人，超过实到半数，通过',
    '30 due, 20 present, more than half of those due; 5 women present, below 30% of those present (a warning only); 20 in favour, more than half of those present, passed',
  ],
  [
    'village.recall.petition',
    { registered: 1001, petitioners: 200, representatives: 31, petitioningRepresentatives: 11 },
    '有选举权的村民 1001 人，联名 200 人，未达到五分之一；全体代表 31 人，联名代表 11 人，达到三分之一（达到其中一项即可），成立',
    '1001 villagers with the vote, 200 petitioners, below one fifth of the villagers with the vote; 31 representatives, 11 petitioning representatives, at least one third of all representatives (one of these is enough), valid',
  ],
  [
    'village.representatives.women',
    { allMembers: 31, women: 10 },
    '全体成员 31 人，妇女 10 人，未达到三分之一，不符合要求',
    '31 members in all, 10 women, below one third of all members, not as required',
  ],
];

test.each(cases)('the result of %s with %j is said in one plain sentence', (rule, counts, zh, en) => {
  expect(tally(findRule(rule), counts).sentence).toEqual({ 'zh-CN': zh, 'en-US': en });
});

test.each([
  [1, 2, '半数', 'half'],
  [50, 100, '半数', 'half'],
  [2, 3, '三分之二', 'two thirds'],
  [4, 5, '五分之四', 'four fifths'],
  [1, 10, '十分之一', 'one tenth'],
  [7, 12, '十二分之七', '7/12'],
  [30, 100, '百分之三十', '30%'],
  [1, 1, '全部', 'all'],
  [667, 1000, '1000 分之 667', '667/1000'],
])('%i/%i is said as %s and %s', (num, den, zh, en) => {
  expect([fractionZhCn(num, den), fractionEnUs(num, den)]).toEqual([zh, en]);
});
