import { BallotError } from '../errors';
import { parseRule, type Rule } from '../rule';
import { covenantRules } from './covenant';
import { partyRules } from './party';
import { propertyRules } from './property';
import { urbanRules } from './urban';
import { villageElectionRules } from './village-elections';
import { villageRules } from './village';

const RULES: ReadonlyMap<string, Rule> = new Map(
  [...villageRules, ...villageElectionRules, ...partyRules, ...urbanRules, ...propertyRules, ...covenantRules]
    .map(parseRule)
    .map((rule) => [rule.key, rule]),
);

/** Keys of the rules that come with the package, in the order of the README. */
export const ruleKeys = (): string[] => [...RULES.keys()];

/**
 * A rule that comes with the package.
 *
 * @example findRule('village.meeting')
 * @throws BallotError `ballot.ruleUnknown`
 */
export function findRule(key: string): Rule {
  const rule = RULES.get(key);
  if (!rule) throw new BallotError('ballot.ruleUnknown', { rule: key, known: ruleKeys() });
  return rule;
}
