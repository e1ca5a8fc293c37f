import { completeAmounts, readCounts, settledOf, violationsOf, type CountsInput } from '../counts';
import { toQuantity, type Amounts, type Localized, type Measure, type Quantity } from '../measure';
import { readyRule, type Clause, type ReadyRule, type Rule } from '../rule';
import { baseOf } from '../tally';
import { neededOf } from '../threshold';
import { feasibilityEnUs } from './phrases.en-US';
import { feasibilityZhCn } from './phrases.zh-CN';

/** What one clause still asks for. `missing` is 0 when nothing. */
export type Need = {
  readonly clause: string;
  /** `attend`: so many more must come. `approve`: so many more must vote in favour. */
  readonly kind: 'attend' | 'approve';
  readonly count: Measure;
  readonly needed: Quantity;
  readonly got: Quantity;
  readonly missing: Quantity;
  /** Only for `approve`: how many more must come before so many can vote in favour at all; 0 when enough are there. */
  readonly missingVoters?: Quantity;
};

/**
 * - `quorumShort`: too few are there to begin
 * - `impossible`: there are enough to begin, but even if all the others voted in favour it could not pass
 * - `open`: it can pass
 */
export type Feasibility = {
  readonly status: 'open' | 'quorumShort' | 'impossible';
  readonly needs: readonly Need[];
  readonly sentence: Localized;
};

/**
 * What a motion still needs, from the numbers known so far: at sign-in, at opening, or while votes come in (domain rule V7).
 *
 * Knows what cannot pass; it never says that something has passed.
 *
 * @example feasibility(findRule('party.meeting.decision'), { due: 16, present: 8 }).sentence['zh-CN']
 * // '应到 16 人，实到 8 人；通过需赞成 9 人，至少还差 1 人到会；现在表决不可能通过'
 *
 * @throws BallotError when the rule may not be used or the numbers contradict each other
 */
export function feasibility(rule: Rule, known: CountsInput): Feasibility {
  const ready = readyRule(rule);
  const counts = readCounts(known);
  const amounts = completeAmounts(ready, counts.amounts);
  // Votes that are still coming in need not add up yet; everything else must fit.
  const violation = violationsOf(ready, { ...counts, amounts }).find((error) => !isUnfinishedCount(error.code, amounts, ready));
  if (violation) throw violation;

  const attend = ready.quorum?.clauses.flatMap((clause) => attendanceNeed(ready, clause, amounts) ?? []) ?? [];
  const approve = ready.approval.clauses.flatMap((clause) => approvalNeed(ready, clause, amounts) ?? []);
  const hasQuorum = holds(ready.quorum?.mode ?? 'allOf', attend.map(isFulfilled));
  const canPass = holds(ready.approval.mode, approve.map(canBeReached));
  const status = !hasQuorum ? 'quorumShort' : canPass ? 'open' : 'impossible';
  const told = { rule: ready, amounts, attend, approve, status } as const;
  return {
    status,
    needs: [...attend, ...approve],
    sentence: { 'zh-CN': feasibilityZhCn(told), 'en-US': feasibilityEnUs(told) },
  };
}

const isFulfilled = (need: Need) => Number(need.missing) === 0;
const canBeReached = (need: Need) => Number(need.missingVoters ?? 0) === 0;

/** Nothing known is no reason to say that something cannot be. */
const holds = (mode: 'allOf' | 'anyOf', truths: readonly boolean[]) =>
  truths.length === 0 || (mode === 'allOf' ? truths.every(Boolean) : truths.some(Boolean));

function isUnfinishedCount(code: string, amounts: Amounts, rule: ReadyRule): boolean {
  if (code !== 'ballot.votesDoNotAddUp') return false;
  const total = amounts[rule.votesOf];
  return total === undefined || settledOf(rule, amounts) <= total;
}

/** Nobody counted yet is nobody there: before sign-in the need is the whole number. */
function attendanceNeed(rule: ReadyRule, clause: Clause, amounts: Amounts): Need | undefined {
  const found = baseOf(rule, clause, 'quorum', amounts);
  if (!found) return undefined;
  return needOf('attend', clause, neededOf(clause.threshold, found.base), amounts[clause.count] ?? 0n);
}

function approvalNeed(rule: ReadyRule, clause: Clause, amounts: Amounts): Need | undefined {
  const found = baseOf(rule, clause, 'approval', amounts);
  if (!found) return undefined;
  const needed = neededOf(clause.threshold, found.base);
  const need = needOf('approve', clause, needed, amounts[clause.count] ?? 0n);
  const voters = amounts[rule.votesOf];
  if (clause.count !== 'approve' || voters === undefined) return need;
  const reachable = voters - settledOf(rule, { ...amounts, approve: 0n });
  return { ...need, missingVoters: toQuantity('approve', needed > reachable ? needed - reachable : 0n) };
}

function needOf(kind: Need['kind'], { id, count }: Clause, needed: bigint, got: bigint): Need {
  const missing = needed > got ? needed - got : 0n;
  return {
    clause: id,
    kind,
    count,
    needed: toQuantity(count, needed),
    got: toQuantity(count, got),
    missing: toQuantity(count, missing),
  };
}
