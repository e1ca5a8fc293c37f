import { type Measure, type RuleInput } from '@wuxin/ballot-core';

type Group = NonNullable<RuleInput['approval']>;
type Clause = Group['clauses'][number];

/** One share as people enter it: who must be how many of whom. */
export interface FractionValue {
  count: Measure;
  operator: 'atLeast' | 'moreThan';
  num: number;
  den: number;
  base: Measure;
}

/** What shares are taken of in ordinary cases. */
export const QUORUM_COUNTS: readonly Measure[] = ['present', 'householdsPresent', 'voted', 'recovered'];
export const QUORUM_BASES: readonly Measure[] = ['due', 'households', 'allMembers', 'registered'];
export const APPROVAL_BASES: readonly Measure[] = ['present', 'due', 'householdsPresent', 'voted', 'valid', 'allMembers'];

export const fractionOf = ({ count, threshold }: Clause): FractionValue => ({ count, ...threshold });

const clauseOf = (id: string, { count, operator, num, den, base }: FractionValue): Clause => ({
  id,
  count,
  threshold: { operator, num, den, base },
});

export const groupOf = (id: string, value: FractionValue): Group => ({ mode: 'allOf', clauses: [clauseOf(id, value)] });

/** The only clause of a group; `null` where there are several, which this form does not change. */
export function onlyClause(group: RuleInput['quorum']): FractionValue | null {
  const [first, ...others] = group?.clauses ?? [];
  return first && others.length === 0 ? fractionOf(first) : null;
}

/** A rule may be changed by the form when it has at most one clause of each kind. */
export const isOrdinary = ({ quorum, approval }: RuleInput): boolean =>
  (quorum?.clauses.length ?? 0) <= 1 && approval?.clauses.length === 1;
