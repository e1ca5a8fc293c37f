import type { RuleProblem } from '../errors';
import { areComparable, type Measure } from '../measure';
import type { Threshold } from '../threshold';

type ClauseShape = { readonly id: string; readonly count: Measure; readonly threshold: Threshold };
type GroupShape = { readonly clauses: readonly ClauseShape[] };
type RuleShape = {
  readonly quorum?: GroupShape;
  readonly approval?: GroupShape;
  readonly shares: readonly ClauseShape[];
  readonly certainty: string;
  readonly confirmed?: object;
  readonly abstentions: string;
  readonly invalid: string;
  readonly kind: string;
  readonly votesOf: string;
  readonly recusal: string;
  readonly further?: object;
};

/** Bases that consist of votes, so that abstentions or invalid votes can be taken out of them. */
export const BASES_OF_VOTES: readonly Measure[] = ['present', 'householdsPresent', 'voted', 'recovered', 'valid', 'areaVoted'];

/** What is well-formed but makes no sense: a share above the whole, people out of square metres, one id twice … */
export function problemsOf(rule: RuleShape): RuleProblem[] {
  const clauses = [...clausesAt('quorum', rule.quorum), ...clausesAt('approval', rule.approval), ...sharesOf(rule)];
  return [
    ...clauses.flatMap(([path, clause]) => problemsOfClause(path, clause)),
    ...repeatedIds(clauses),
    ...missingApproval(rule),
    ...basesWithoutVotes(rule),
    ...recusalOfNobodyPresent(rule),
    ...furtherOfOthers(rule),
  ];
}

type Placed = readonly [path: string, clause: ClauseShape];

const clausesAt = (name: string, group: GroupShape | undefined): Placed[] =>
  (group?.clauses ?? []).map((clause, index) => [`${name}.clauses.${index}`, clause]);

const sharesOf = (rule: RuleShape): Placed[] => rule.shares.map((share, index) => [`shares.${index}`, share]);

function problemsOfClause(path: string, { count, threshold }: ClauseShape): RuleProblem[] {
  const { operator, num, den, base } = threshold;
  const problems: RuleProblem[] = [];
  if (num > den) problems.push({ path: `${path}.threshold`, message: `${num}/${den} is more than the whole` });
  if (operator === 'moreThan' && num === den) {
    problems.push({ path: `${path}.threshold`, message: 'more than the whole can never be reached' });
  }
  if (!areComparable(count, base)) {
    problems.push({ path: `${path}.count`, message: `${count} and ${base} have different units` });
  }
  return problems;
}

function repeatedIds(clauses: readonly Placed[]): RuleProblem[] {
  const seen = new Set<string>();
  return clauses.flatMap(([path, { id }]) => {
    if (seen.has(id)) return [{ path: `${path}.id`, message: `the id "${id}" is used twice` }];
    seen.add(id);
    return [];
  });
}

function missingApproval(rule: RuleShape): RuleProblem[] {
  const mayBeUnknown = rule.certainty === 'unsure' && !rule.confirmed;
  return rule.approval || mayBeUnknown ? [] : [{ path: 'approval', message: 'is required' }];
}

/** Abstentions cannot be taken out of a base that they are not part of, such as all members. */
function basesWithoutVotes(rule: RuleShape): RuleProblem[] {
  if (rule.abstentions === 'inBase' && rule.invalid === 'inBase') return [];
  return clausesAt('approval', rule.approval)
    .filter(([, { threshold }]) => !BASES_OF_VOTES.includes(threshold.base))
    .map(([path, { threshold }]) => ({
      path: `${path}.threshold.base`,
      message: `votes cannot be left out of the base ${threshold.base}`,
    }));
}

/** Who may not vote is told in a meeting; a rule that counts ballots or participants has never asked them. */
function recusalOfNobodyPresent({ recusal, votesOf }: RuleShape): RuleProblem[] {
  if (recusal === 'staysInBase' || votesOf === 'present' || votesOf === 'householdsPresent') return [];
  return [{ path: 'recusal', message: `nobody leaves the base ${votesOf} by recusal` }];
}

const furtherOfOthers = ({ further, kind }: RuleShape): RuleProblem[] =>
  further && kind !== 'election' ? [{ path: 'further', message: `a ${kind} has no further election` }] : [];
