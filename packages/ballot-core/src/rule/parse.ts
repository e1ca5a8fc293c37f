import { BallotError } from '../errors';
import { isInForce, keyOf, problemsIn } from '../schemas';
import { ruleSchema, type ClauseGroup, type Rule } from './schema';

/** A rule whose numbers may be used. */
export type ReadyRule = Rule & { readonly approval: ClauseGroup };

/**
 * Reads a voting rule from JSON.
 *
 * @throws BallotError `ballot.ruleInvalid` with every problem and its path.
 */
export function parseRule(input: unknown): Rule {
  const parsed = ruleSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new BallotError(
    'ballot.ruleInvalid',
    { rule: keyOf(input), problems: problemsIn(parsed.error, 'rule') },
    { cause: parsed.error },
  );
}

/**
 * Lets a rule be used only when somebody answers for its numbers.
 *
 * @throws BallotError `ballot.ruleUnconfirmed` when the rule is unsure and nobody has confirmed it.
 */
export function readyRule(rule: Rule): ReadyRule {
  const { approval } = rule;
  if (!approval || (rule.certainty === 'unsure' && !rule.confirmed)) {
    throw new BallotError('ballot.ruleUnconfirmed', { rule: rule.key });
  }
  return { ...rule, approval };
}

/** The numbers that an administrator found for an unsure rule, and who answers for them. */
export type Confirmation = Pick<Rule, 'quorum' | 'approval'> & { readonly confirmed: NonNullable<Rule['confirmed']> };

/**
 * An unsure rule with confirmed numbers; it stays marked unsure, with the confirmation beside it.
 *
 * @throws BallotError `ballot.ruleInvalid`
 */
export const confirmRule = (rule: Rule, confirmation: Confirmation): Rule => parseRule({ ...rule, ...confirmation });

/**
 * Refuses a rule on a day outside the time its law covers, e.g. the urban rule of 2018 for a meeting in 2026.
 *
 * @throws BallotError `ballot.ruleNotInForce`
 */
export function assertInForce(rule: Rule, heldOn: string): void {
  const { key, validFrom, validUntil } = rule;
  if (!isInForce(rule, heldOn)) {
    throw new BallotError('ballot.ruleNotInForce', { rule: key, heldOn, validFrom, validUntil });
  }
}
