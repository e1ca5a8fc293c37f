import type { Amounts, Measure } from '../measure';
import type { Rule } from '../rule';

const VOTES: readonly Measure[] = ['approve', 'oppose', 'abstain', 'blank', 'invalid', 'notVoting'];

/** What the number of those who vote is made of. Who is recused is among those present, and on no ballot. */
export const partsOfVote = ({ votesOf }: Pick<Rule, 'votesOf'>): readonly Measure[] =>
  votesOf === 'present' || votesOf === 'householdsPresent' ? [...VOTES, 'recused'] : VOTES;

/** For how many of those who vote it is settled what they did. */
export const settledOf = (rule: Pick<Rule, 'votesOf'>, amounts: Amounts): bigint =>
  partsOfVote(rule).reduce((sum, part) => sum + (amounts[part] ?? 0n), 0n);
