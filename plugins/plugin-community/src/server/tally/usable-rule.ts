import { BallotError, parseRule, type Rule, type RuleInput } from '@wuxin/ballot-core';
import { CommunityError } from '../errors';

/** The numbers of a rule, as parameters and processes give them. */
interface GivenNumbers {
  readonly quorum: unknown;
  readonly pass: unknown;
}

/**
 * A rule whose numbers somebody outside gave: what is wrong with them is theirs to correct, and no fault of the system.
 *
 * @throws CommunityError `tally.ruleUnusable`
 */
export function usableRule(input: RuleInput, { quorum, pass }: GivenNumbers): Rule {
  try {
    return parseRule(input);
  } catch (error) {
    if (!(error instanceof BallotError)) throw error;
    throw new CommunityError('tally.ruleUnusable', 409, { quorum, pass }, { cause: error });
  }
}

/** A number of a rule that cannot be used: of a parameter, so that an administrator can correct it. */
export const badNumber = (value: unknown) => new CommunityError('tally.badNumber', 409, { value });
