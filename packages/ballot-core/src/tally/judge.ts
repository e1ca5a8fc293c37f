import { BallotError } from '../errors';
import { toQuantity, type Amounts, type Measure } from '../measure';
import { BASES_OF_VOTES, type Clause, type ClauseGroup, type Rule } from '../rule';
import { neededOf } from '../threshold';
import type { ClauseReason } from './result';

/** Whether the base of a clause is taken as it is (who came) or after the votes that the rule leaves out (how they voted). */
export type Purpose = 'quorum' | 'share' | 'approval';

type BaseNumber = { readonly base: bigint; readonly leftOut: readonly Measure[] };

/** The number that a clause takes its share of, or `undefined` while it is unknown. */
export function baseOf(rule: Rule, clause: Clause, purpose: Purpose, amounts: Amounts): BaseNumber | undefined {
  const name = clause.threshold.base;
  const whole = amounts[name];
  if (whole === undefined) return undefined;
  const leftOut =
    purpose === 'approval' ? [...recusedFrom(rule, name), ...votesLeftOut(rule, name)].filter((vote) => amounts[vote]) : [];
  return { base: leftOut.reduce((rest, vote) => rest - (amounts[vote] ?? 0n), whole), leftOut };
}

/** Recusal is of one motion: the meeting keeps its quorum with those who are recused, its vote may be judged without them. */
function recusedFrom(rule: Rule, base: Measure): Measure[] {
  if (rule.recusal === 'staysInBase') return [];
  return BASES_OF_RECUSED[rule.votesOf === 'householdsPresent' ? 'households' : 'people'].includes(base) ? ['recused'] : [];
}

/** Of households, one who is recused stands for one. */
const BASES_OF_RECUSED: { readonly [U in 'people' | 'households']: readonly Measure[] } = {
  people: ['allMembers', 'due', 'present'],
  households: ['households', 'householdsPresent'],
};

function votesLeftOut(rule: Rule, base: Measure): Measure[] {
  if (!BASES_OF_VOTES.includes(base)) return [];
  const leavesAbstentions = rule.abstentions === 'outOfBase';
  // Valid ballots are without the invalid ones already.
  const leavesInvalid = rule.invalid === 'outOfBase' && base !== 'valid';
  if (base === 'areaVoted') {
    return [...(leavesAbstentions ? ['areaAbstain' as const] : []), ...(leavesInvalid ? ['areaInvalid' as const] : [])];
  }
  const leavesBlank = rule.blank === 'abstention' ? leavesAbstentions : leavesInvalid;
  return [
    ...(leavesAbstentions ? ['abstain' as const] : []),
    ...(leavesInvalid ? ['invalid' as const] : []),
    ...(leavesBlank ? ['blank' as const] : []),
  ];
}

/** `undefined` when the count or its base was not given. */
export function judge(rule: Rule, clause: Clause, purpose: Purpose, amounts: Amounts): ClauseReason | undefined {
  const { count, threshold, id } = clause;
  const got = amounts[count];
  const found = baseOf(rule, clause, purpose, amounts);
  if (got === undefined || found === undefined) return undefined;
  const needed = neededOf(threshold, found.base);
  const isMet = got >= needed;
  return {
    code: codeOf(purpose, isMet),
    clause: id,
    count,
    got: toQuantity(count, got),
    baseName: threshold.base,
    base: toQuantity(threshold.base, found.base),
    ...(found.leftOut.length > 0 && { leftOut: found.leftOut }),
    operator: threshold.operator,
    num: threshold.num,
    den: threshold.den,
    needed: toQuantity(count, needed),
    missing: toQuantity(count, isMet ? 0n : needed - got),
  };
}

function codeOf(purpose: Purpose, isMet: boolean): ClauseReason['code'] {
  if (purpose === 'share') return isMet ? 'share.met' : 'share.short';
  return `${purpose}.${isMet ? 'met' : 'notMet'}`;
}

export const isMet = (reason: ClauseReason): boolean => reason.missing === 0 || reason.missing === '0';

/**
 * Judges the clauses of a group. Of `anyOf`, alternatives whose numbers were not given are left out; of `allOf`, none may be.
 *
 * @throws BallotError `ballot.countMissing` naming every number that would be needed
 */
export function judgeGroup(
  rule: Rule,
  group: ClauseGroup,
  purpose: Purpose,
  amounts: Amounts,
): { readonly reasons: ClauseReason[]; readonly holds: boolean } {
  const reasons = group.clauses.flatMap((clause) => judge(rule, clause, purpose, amounts) ?? []);
  const isEnoughKnown = group.mode === 'allOf' ? reasons.length === group.clauses.length : reasons.length > 0;
  if (!isEnoughKnown) throw missing(rule, group.clauses, amounts);
  return { reasons, holds: group.mode === 'allOf' ? reasons.every(isMet) : reasons.some(isMet) };
}

/** The error for clauses that cannot be judged. */
export function missing(rule: Rule, clauses: readonly Clause[], amounts: Amounts): BallotError {
  const needed = clauses.flatMap(({ count, threshold }) => [threshold.base, count]);
  const fields = [...new Set(needed)].filter((measure) => amounts[measure] === undefined);
  return new BallotError('ballot.countMissing', { fields, rule: rule.key });
}
