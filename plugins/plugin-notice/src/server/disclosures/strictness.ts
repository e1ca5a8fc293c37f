import type { DisclosureCadence } from '../../common/api';

/** How often, how soon and how long: what a lower place may make stricter. */
export interface Strictness {
  readonly cadence: DisclosureCadence;
  readonly dueDays: number;
  /** Null: what the parameter says at the place. */
  readonly keepDays: number | null;
}

const TIMES_A_YEAR = { monthly: 12, quarterly: 4, yearly: 1, onEvent: 0 } as const satisfies Record<DisclosureCadence, number>;

/** What holds where several say something: the most frequent, the soonest, the longest. */
export function strictest(first: Strictness, rest: readonly Strictness[]): Strictness {
  return rest.reduce<Strictness>(
    (held, { cadence, dueDays, keepDays }) => ({
      cadence: TIMES_A_YEAR[cadence] > TIMES_A_YEAR[held.cadence] ? cadence : held.cadence,
      dueDays: Math.min(held.dueDays, dueDays),
      keepDays: longer(held.keepDays, keepDays),
    }),
    first,
  );
}

const longer = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.max(one, other);

/** Is nothing about it laxer than what holds above? What depends on events stays so, and what comes by itself too. */
export function isNowhereLaxer(own: Strictness, above: Strictness): boolean {
  return (
    (own.cadence === 'onEvent') === (above.cadence === 'onEvent') &&
    TIMES_A_YEAR[own.cadence] >= TIMES_A_YEAR[above.cadence] &&
    own.dueDays <= above.dueDays &&
    (above.keepDays === null || own.keepDays === null || own.keepDays >= above.keepDays)
  );
}
