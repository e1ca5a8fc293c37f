import { toQuantity, type Amounts, type Measure, type Quantity } from '../measure';
import type { ReadyRule } from '../rule';
import type { Feasibility, Need } from './feasibility';

/** What the phrases are made of. */
export type Told = {
  readonly rule: ReadyRule;
  readonly amounts: Amounts;
  readonly attend: readonly Need[];
  readonly approve: readonly Need[];
  readonly status: Feasibility['status'];
};

/** The numbers that the clauses start from, each once, in the order in which the rule names them. */
export function knownFacts({ rule, amounts }: Told): (readonly [measure: Measure, quantity: Quantity])[] {
  const clauses = [...(rule.quorum?.clauses ?? []), ...rule.approval.clauses.filter(({ count }) => amounts[count] !== undefined)];
  const measures = new Set(clauses.flatMap(({ count, threshold }) => [threshold.base, count]));
  return [...measures].flatMap((measure) => {
    const amount = amounts[measure];
    return amount === undefined ? [] : [[measure, toQuantity(measure, amount)] as const];
  });
}

/** Attendance is only worth a phrase while it is short. */
export const openNeeds = ({ attend, status }: Told): Need[] =>
  status === 'quorumShort' ? attend.filter(({ missing }) => Number(missing) > 0) : [];
