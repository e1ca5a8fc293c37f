import { findBrokenLimit, type BeyondLimit, type Limit, type Limits } from './limits';

/** What a definition says about changes of its value. */
export interface Restrictions extends Limits {
  readonly limitKind?: 'statutory' | 'policy' | null;
  /** Within the statutory limit: beyond it somebody one level above must approve. */
  readonly policyFloor?: Limit | null;
  readonly policyCeiling?: Limit | null;
  /** Every change needs an approver one level above, also within the limits. */
  readonly needsApprover?: boolean;
}

/** Free to set; to be proposed to somebody above (because of a policy limit, or always); beyond what anybody can approve. */
export type Verdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'needsApproval'; readonly broken: BeyondLimit | null }
  | { readonly kind: 'refused'; readonly broken: BeyondLimit };

/** What the limits say about a value: the server refuses by it, and the page says so before anything is sent. */
export function verdictOn(restrictions: Restrictions, value: unknown): Verdict {
  const broken = findBrokenLimit(restrictions, value);
  if (broken && restrictions.limitKind === 'statutory') return { kind: 'refused', broken };
  const beyondPolicy = broken ?? findBrokenLimit(policyLimits(restrictions), value);
  return beyondPolicy || restrictions.needsApprover ? { kind: 'needsApproval', broken: beyondPolicy } : { kind: 'free' };
}

/** The limits within the statutory ones; none where the definition has one kind of limit only. */
export const policyLimits = ({ policyFloor, policyCeiling }: Restrictions): Limits => ({
  floor: policyFloor,
  ceiling: policyCeiling,
});
