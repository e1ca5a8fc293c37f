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

/** A share among others; its id, which results name, stays with it. */
export interface ClauseValue extends Partial<FractionValue> {
  id?: string;
}

/** Shares of a rule as people enter them; none: nothing is asked for. */
export interface ClausesValue {
  mode: Group['mode'];
  clauses: ClauseValue[];
}

export const clausesIn = (group: RuleInput['quorum']): ClausesValue => ({
  mode: group?.mode ?? 'allOf',
  clauses: (group?.clauses ?? []).map((clause) => ({ id: clause.id, ...fractionOf(clause) })),
});

const isWhole = (value: ClauseValue): value is ClauseValue & FractionValue =>
  Boolean(value.count && value.operator && value.num && value.den && value.base);

/** `null`: a share is not whole yet. @param taken ids that other shares of the rule have */
function groupIn(name: string, { mode, clauses }: ClausesValue, taken: readonly string[]): Group | null | undefined {
  if (clauses.length === 0) return undefined;
  const used = new Set([...taken, ...clauses.flatMap(({ id }) => id ?? [])]);
  const whole = clauses.filter(isWhole).map((value) => {
    const id = value.id ?? freeId(name, used);
    used.add(id);
    return clauseOf(id, value);
  });
  return whole.length === clauses.length ? { mode, clauses: whole } : null;
}

function freeId(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name;
  for (let number = 2; ; number += 1) if (!used.has(`${name}.${number}`)) return `${name}.${number}`;
}

type Numbers = Pick<RuleInput, 'quorum' | 'approval'>;

/** Both groups of a rule, with ids that no other share of it has; `null` while a share is not whole. */
export function groupsIn(rule: RuleInput, given: { quorum?: ClausesValue; approval?: ClausesValue }): Numbers | null {
  const ofShares = (rule.shares ?? []).map(({ id }) => id);
  const idsIn = (value: ClausesValue | undefined) => value?.clauses.flatMap(({ id }) => id ?? []) ?? [];
  const quorum = given.quorum && groupIn('quorum', given.quorum, [...ofShares, ...idsIn(given.approval)]);
  const ofQuorum = quorum?.clauses.map(({ id }) => id) ?? [];
  const approval = given.approval && groupIn('approval', given.approval, [...ofShares, ...ofQuorum]);
  return quorum === null || approval === null ? null : { quorum, approval };
}

/** What may be chosen, and whatever the rule has chosen already. */
export const withOwn = (usual: readonly Measure[], own: readonly (Measure | undefined)[]): Measure[] => [
  ...new Set([...usual, ...own.flatMap((measure) => measure ?? [])]),
];
