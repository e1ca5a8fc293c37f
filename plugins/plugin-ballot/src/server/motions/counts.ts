import type { CountsInput, Rule } from '@wuxin/ballot-core';
import type { Answer } from '../../common/api';
import type { MotionRecord } from '../store';

/** What a vote gave, before it is put beside who was there: of a count sheet, a roll-call or an opened box. */
export type Votes = CountsInput;

/** What tellers count, beside candidates: what the roll and attendance know is not theirs to say. */
export const SHEET_FIELDS = [
  'approve',
  'oppose',
  'abstain',
  'blank',
  'invalid',
  'notVoting',
  'issued',
  'recovered',
  'areaVoted',
  'areaApprove',
  'areaOppose',
  'areaAbstain',
  'areaInvalid',
] as const;

/**
 * The counts that a rule judges. Who was there and gave no vote is counted as not voting, unless somebody counted them: then all must
 * add up.
 */
export function judgedCounts(
  rule: Rule,
  attended: CountsInput,
  votes: Votes,
  motion: Pick<MotionRecord, 'candidates' | 'seats'>,
): CountsInput {
  const named = withNames(votes, motion);
  switch (rule.votesOf) {
    case 'present':
    case 'householdsPresent':
      return { ...attended, ...named, ...silent(attended[rule.votesOf], attended.recused, named) };
    case 'voted':
    case 'recovered': {
      const ballots = votes.recovered ?? sumOf(votes);
      return { ...attended, ...named, recovered: ballots, voted: ballots };
    }
  }
}

const VOTES = ['approve', 'oppose', 'abstain', 'blank', 'invalid'] as const;

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);
const sumOf = (votes: Votes): number => VOTES.reduce((sum, part) => sum + numberOf(votes[part]), 0);

/** Candidates have votes of their own: there nobody is counted as silent. */
function silent(there: unknown, recused: unknown, votes: Votes): Pick<CountsInput, 'notVoting'> {
  if (votes.notVoting !== undefined || votes.candidates !== undefined) return {};
  const rest = numberOf(there) - numberOf(recused) - sumOf(votes);
  return rest > 0 ? { notVoting: rest } : {};
}

/** Names and seats are the motion's own. */
export function withNames(votes: Votes, { candidates, seats }: Pick<MotionRecord, 'candidates' | 'seats'>): CountsInput {
  if (votes.candidates === undefined || seats === null) return votes;
  const names = new Map(candidates.map(({ id, name }) => [id, name]));
  return { ...votes, seats, candidates: votes.candidates.map((one) => ({ ...one, name: names.get(one.id) ?? one.name })) };
}

/** Answers of a roll-call as counts. */
export function votesOfAnswers(answers: readonly Answer[]): Votes {
  const count = (answer: Answer) => answers.filter((one) => one === answer).length;
  return { approve: count('approve'), oppose: count('oppose'), abstain: count('abstain') };
}
