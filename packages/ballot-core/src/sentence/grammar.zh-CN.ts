import { labelOf, unitOf, type LabelOverrides, type Measure, type Unit } from '../measure';
import type { Rule } from '../rule';
import type { Decided } from '../tally';
import { fractionZhCn } from './fraction.zh-CN';
import type { CandidateOutcome, Grammar } from './grammar';

const UNITS: { readonly [U in Unit]: string } = {
  people: '人',
  votes: '人',
  ballots: '张',
  households: '户',
  groups: '个',
  area: '平方米',
};

const OUTCOMES: { readonly [O in CandidateOutcome]: string } = {
  elected: '当选',
  tied: '票数相同',
  full: '名额已满，未当选',
  short: '未当选',
};

/** 应到 30 人; in elections, votes for a person are counted as 票. */
export const factZhCn =
  (kind: Rule['kind'], overrides: LabelOverrides): Grammar['fact'] =>
  (measure, quantity) =>
    kind === 'election' && measure === 'approve'
      ? `得赞成票 ${quantity} 票`
      : `${labelOf(measure, 'zh-CN', overrides).fact} ${quantity} ${UNITS[unitOf(measure)]}`;

export function grammarZhCn(kind: Rule['kind'], overrides: LabelOverrides): Grammar {
  const label = (measure: Measure) => labelOf(measure, 'zh-CN', overrides);
  return {
    comma: '，',
    semicolon: '；',
    fact: factZhCn(kind, overrides),
    verdict({ code, operator, num, den, baseName, base, leftOut }, isBaseFresh) {
      const verb = operator === 'atLeast' ? '达到' : '超过';
      const isReached = code.endsWith('.met');
      return `${isReached ? '' : '未'}${verb}${shareOf()}${fractionZhCn(num, den)}`;

      function shareOf(): string {
        const { share } = label(baseName);
        const of = num * 2 === den ? '' : '的';
        if (leftOut)
          return `${share}（不计${leftOut.map((vote) => label(vote).fact).join('、')}，为 ${base} ${UNITS[unitOf(baseName)]}）${of}`;
        return isBaseFresh ? '' : `${share}${of}`;
      }
    },
    oneIsEnough: '（达到其中一项即可）',
    onlyWarning: '（仅提示）',
    shareUnknown: (measure) => `未登记${label(measure).fact}人数（仅提示）`,
    tie: (oppose) => `反对 ${oppose} 人，赞成与反对相同`,
    outnumbered: (oppose) => `反对 ${oppose} 人，多于赞成`,
    moreThanIssued: (issued, recovered) => `发出选票 ${issued} 张，收回选票 ${recovered} 张，收回多于发出`,
    doubleEnrolled: (people) => `有 ${people} 人在两地重复登记，须一方退出后才能计票`,
    seats: (seats) => `应选 ${seats} 人`,
    candidate: (name, votes) => `${name}得 ${votes} 票`,
    candidateOutcome: (outcome) => OUTCOMES[outcome],
    tiedCandidates: (names, votes, seatsOpen) =>
      `${names.join('、')}同为 ${votes} 票，在票数相同者中重新投票，选出 ${seatsOpen} 人`,
    seatsOpen: (seatsOpen) => `还缺 ${seatsOpen} 人，另行选举`,
    conclusion,
  };
}

const NO_QUORUM: { readonly [K in Rule['kind']]: string } = {
  decision: '参加者不足，不能表决',
  election: '参加者不足，选举无效',
  petition: '参加者不足，不成立',
  composition: '参加者不足，不成立',
};
const ADOPTED: { readonly [K in Rule['kind']]: readonly [yes: string, no: string] } = {
  decision: ['通过', '不通过'],
  election: ['当选', '未当选'],
  petition: ['成立', '不成立'],
  composition: ['符合要求', '不符合要求'],
};

function conclusion(kind: Rule['kind'], decided: Decided, hasSlate: boolean): string {
  switch (decided) {
    case 'passed':
      return hasSlate ? '选举完成' : ADOPTED[kind][0];
    case 'notPassed':
      return ADOPTED[kind][1];
    case 'noQuorum':
      return NO_QUORUM[kind];
    case 'void':
      return '本轮投票作废';
    case 'blocked':
      return '暂停表决';
    // The reasons have already said what comes next.
    case 'revote':
    case 'furtherElection':
      return '';
  }
}
