import { BallotError } from '../errors';
import { toQuantity, type Amounts } from '../measure';
import type { Rule } from '../rule';

/**
 * Adds the numbers that follow from others: `due` (members less those without a vote) and `valid` (recovered less invalid).
 *
 * Numbers that were entered are checked against what follows, never replaced.
 *
 * @throws BallotError `ballot.countMissing`, `ballot.dueDoesNotMatch`, `ballot.countTooLarge`, `ballot.votesDoNotAddUp`
 */
export const completeAmounts = (rule: Rule, amounts: Amounts): Amounts => withValid(rule, withDue(rule, amounts));

/** Probationary members and those placed on probation in the Party have no vote and are not due (domain rule V18). */
function withDue(rule: Rule, amounts: Amounts): Amounts {
  const { due, allMembers } = amounts;
  const withoutVote = rule.dueExcludes.map((measure) => amounts[measure]).filter((amount) => amount !== undefined);
  if (withoutVote.length === 0) return amounts;
  if (allMembers === undefined) throw new BallotError('ballot.countMissing', { fields: ['allMembers'], rule: rule.key });

  const excluded = withoutVote.reduce((sum, amount) => sum + amount, 0n);
  const voters = allMembers - excluded;
  if (voters < 0n || (due !== undefined && due !== voters)) {
    throw new BallotError('ballot.dueDoesNotMatch', {
      due: toQuantity('due', due ?? 0n),
      allMembers: toQuantity('allMembers', allMembers),
      excluded: toQuantity('due', excluded),
    });
  }
  return { ...amounts, due: voters };
}

function withValid(rule: Rule, amounts: Amounts): Amounts {
  const { recovered, valid, invalid = 0n, blank = 0n } = amounts;
  if (recovered === undefined) return amounts;
  const spoilt = rule.blank === 'invalid' ? invalid + blank : invalid;
  if (invalid + blank > recovered) {
    throw new BallotError('ballot.countTooLarge', {
      field: 'invalid',
      got: toQuantity('invalid', invalid + blank),
      limitField: 'recovered',
      limit: toQuantity('recovered', recovered),
    });
  }
  if (valid !== undefined && valid + spoilt !== recovered) {
    throw new BallotError('ballot.votesDoNotAddUp', {
      parts: { valid: toQuantity('valid', valid), invalid: toQuantity('invalid', spoilt) },
      sum: toQuantity('valid', valid + spoilt),
      totalField: 'recovered',
      total: toQuantity('recovered', recovered),
    });
  }
  return { ...amounts, valid: recovered - spoilt };
}
