import { findBrokenLimit, type BeyondLimit, type Limits } from './limits';

/** What a definition says about changes of its value. */
export interface Restrictions extends Limits {
  readonly limitKind?: 'statutory' | 'policy' | null;
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
  return broken || restrictions.needsApprover ? { kind: 'needsApproval', broken } : { kind: 'free' };
}
