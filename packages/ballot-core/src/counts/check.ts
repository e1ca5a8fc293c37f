import { BallotError } from '../errors';
import { toQuantity, type Amounts, type Measure } from '../measure';
import type { Rule } from '../rule';
import { candidateViolations } from './check-candidates';
import { partsOfVote } from './parts-of-vote';
import type { Counts } from './read';

/** The first can never be more than the second, under any rule. */
const PARTS_OF_WHOLES: readonly (readonly [part: Measure, whole: Measure])[] = [
  ['due', 'allMembers'],
  ['present', 'due'],
  ['present', 'allMembers'],
  ['women', 'due'],
  ['women', 'allMembers'],
  ['womenPresent', 'women'],
  ['womenPresent', 'present'],
  ['recused', 'present'],
  ['householdsPresent', 'households'],
  ['householdsPresent', 'present'],
  ['representatives', 'allMembers'],
  ['petitioners', 'registered'],
  ['petitioners', 'due'],
  ['petitioningRepresentatives', 'representatives'],
  ['petitioningHouseholds', 'households'],
  ['petitioningGroups', 'groups'],
  ['voted', 'registered'],
  ['issued', 'registered'],
  ['recovered', 'voted'],
  ['valid', 'recovered'],
  ['invalid', 'recovered'],
  ['areaVoted', 'area'],
];

const ONE_PERSON_PER_HOUSEHOLD = [
  ['womenPresent', 'householdsPresent'],
  ['recused', 'householdsPresent'],
] as const;

const VOTES_BY_AREA: readonly Measure[] = ['areaApprove', 'areaOppose', 'areaAbstain', 'areaInvalid'];

/**
 * Everything in which the counts contradict each other, each as a coded error with the fields and numbers.
 *
 * The ballots of an election are not one motion with for and against, so there each candidate's votes are checked
 * against the ballots instead of one sum.
 */
export function violationsOf(rule: Rule, counts: Counts): BallotError[] {
  const { amounts, slate } = counts;
  const wholes = rule.votesOf === 'householdsPresent' ? [...PARTS_OF_WHOLES, ...ONE_PERSON_PER_HOUSEHOLD] : PARTS_OF_WHOLES;
  const violations = wholes.flatMap(([part, whole]) => partViolation(amounts, part, whole));
  if (slate && rule.kind !== 'election') {
    return [...violations, new BallotError('ballot.candidatesInvalid', { got: `${rule.key}: ${rule.kind}` })];
  }
  if (slate) return [...violations, ...candidateViolations(rule, amounts, slate)];
  if (rule.kind === 'decision') violations.push(...sumViolation(amounts, partsOfVote(rule), rule.votesOf, 'exactly'));
  if (rule.kind === 'election') violations.push(...sumViolation(amounts, partsOfVote(rule), rule.votesOf, 'atMost'));
  return [...violations, ...sumViolation(amounts, VOTES_BY_AREA, 'areaVoted', 'exactly')];
}

function partViolation(amounts: Amounts, part: Measure, whole: Measure): BallotError[] {
  const [got, limit] = [amounts[part], amounts[whole]];
  if (got === undefined || limit === undefined || got <= limit) return [];
  return [
    new BallotError('ballot.countTooLarge', {
      field: part,
      got: toQuantity(part, got),
      limitField: whole,
      limit: toQuantity(whole, limit),
    }),
  ];
}

/** Votes that were not entered are zero; a meeting that did not vote at all has no sum to check. */
export function sumViolation(
  amounts: Amounts,
  votes: readonly Measure[],
  totalField: Measure,
  how: 'exactly' | 'atMost',
): BallotError[] {
  const total = amounts[totalField];
  const entered = votes.filter((vote) => amounts[vote] !== undefined);
  if (total === undefined || entered.length === 0) return [];
  const sum = entered.reduce((subtotal, vote) => subtotal + (amounts[vote] ?? 0n), 0n);
  if (sum === total || (how === 'atMost' && sum < total)) return [];
  return [
    new BallotError('ballot.votesDoNotAddUp', {
      parts: Object.fromEntries(entered.map((vote) => [vote, toQuantity(vote, amounts[vote] ?? 0n)])),
      sum: toQuantity(totalField, sum),
      totalField,
      total: toQuantity(totalField, total),
    }),
  ];
}
