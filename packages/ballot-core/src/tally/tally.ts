import { completeAmounts, readCounts, violationsOf, type Counts, type CountsInput } from '../counts';
import { BallotError } from '../errors';
import { toQuantity, type Amounts, type Quantity } from '../measure';
import { readyRule, type ReadyRule, type Rule } from '../rule';
import { neededOf } from '../threshold';
import { sentenceOf } from '../sentence';
import { decideElection } from './election';
import { baseOf, judgeGroup, type Purpose } from './judge';
import { decideMotion } from './motion';
import type { Finding, Result } from './result';
import { judgeShares } from './shares';

/**
 * Applies a voting rule to the counts of one vote. The result depends on nothing else, and anybody can recompute it.
 *
 * @example
 * const { decided, sentence } = tally(findRule('village.representatives'), { due: 30, present: 20, approve: 10, oppose: 10 });
 * // 'notPassed', 应到 30 人，实到 20 人，达到三分之二；赞成 10 人，未超过实到半数；……
 *
 * @throws BallotError when the rule may not be used or the counts are incomplete or contradict each other
 */
export function tally(rule: Rule, input: CountsInput): Result {
  const ready = readyRule(rule);
  const counts = readCounts(input);
  const { amounts, finding } = findingOf(ready, counts);
  return {
    rule: rule.key,
    ...finding,
    needed: neededByClause(ready, amounts),
    sentence: sentenceOf(ready, finding, counts.slate?.candidates ?? []),
  };
}

/** Everything that is wrong with the counts, for a form that shows all of it at once; empty when {@link tally} can go on. */
export function checkCounts(rule: Rule, input: CountsInput): BallotError[] {
  try {
    const counts = readCounts(input);
    return violationsOf(rule, { ...counts, amounts: completeAmounts(rule, counts.amounts) });
  } catch (error) {
    if (error instanceof BallotError) return [error as BallotError]; // of whichever code
    throw error;
  }
}

/** A spoilt round and a disputed roll come first: then the other numbers need not even fit together. */
function findingOf(rule: ReadyRule, counts: Counts): { readonly amounts: Amounts; readonly finding: Finding } {
  const spoilt = voidRound(counts.amounts) ?? disputedRoll(counts.amounts);
  if (spoilt) return { amounts: counts.amounts, finding: spoilt };
  const amounts = completeAmounts(rule, counts.amounts);
  const [violation] = violationsOf(rule, { ...counts, amounts });
  if (violation) throw violation;
  return { amounts, finding: decide(rule, { ...counts, amounts }) };
}

/** More ballots back than issued: nobody can tell which are genuine (domain rule V14). */
function voidRound({ issued, recovered }: Amounts): Finding | undefined {
  if (issued === undefined || recovered === undefined || recovered <= issued) return undefined;
  return {
    decided: 'void',
    reasons: [{ code: 'ballots.moreThanIssued', issued: Number(issued), recovered: Number(recovered) }],
  };
}

/** Nobody may vote in two places (Organic Law of Villagers' Committees 2018, article 13; domain rule V20). */
function disputedRoll({ doubleEnrolled }: Amounts): Finding | undefined {
  if (!doubleEnrolled) return undefined;
  return { decided: 'blocked', reasons: [{ code: 'roll.doubleEnrolment', doubleEnrolled: Number(doubleEnrolled) }] };
}

function decide(rule: ReadyRule, { amounts, slate }: Counts): Finding {
  const quorum = rule.quorum ? judgeGroup(rule, rule.quorum, 'quorum', amounts) : { reasons: [], holds: true };
  if (!quorum.holds) return { decided: 'noQuorum', reasons: quorum.reasons };

  const shares = judgeShares(rule, amounts);
  const before = [...quorum.reasons, ...shares.reasons];
  if (shares.blocks) return { decided: 'blocked', reasons: before };

  assertVotersKnown(rule, amounts);
  const votes = slate ? decideElection(rule, amounts, slate) : decideMotion(rule, amounts);
  return { ...votes, reasons: [...before, ...votes.reasons] };
}

/** Without the number of voters nobody could check that the votes add up. */
function assertVotersKnown(rule: ReadyRule, amounts: Amounts): void {
  if (rule.kind === 'decision' && amounts[rule.votesOf] === undefined) {
    throw new BallotError('ballot.countMissing', { fields: [rule.votesOf], rule: rule.key });
  }
}

function neededByClause(rule: ReadyRule, amounts: Amounts): Record<string, Quantity> {
  const groups: [Purpose, Pick<ReadyRule['approval'], 'clauses'>][] = [
    ['quorum', { clauses: rule.quorum?.clauses ?? [] }],
    ['share', { clauses: rule.shares }],
    ['approval', rule.approval],
  ];
  const entries = groups.flatMap(([purpose, { clauses }]) =>
    clauses.flatMap((clause): [string, Quantity][] => {
      const found = baseOf(rule, clause, purpose, amounts);
      return found ? [[clause.id, toQuantity(clause.count, neededOf(clause.threshold, found.base))]] : [];
    }),
  );
  return Object.fromEntries(entries);
}
