import type { Measure } from '../measure';

/**
 * 以上 includes the number (`atLeast`), 超过 and 过半数 exclude it (`moreThan`): Civil Code of the PRC, article 1259.
 */
export type Operator = 'atLeast' | 'moreThan';

/** A share of a named base, e.g. `{ operator: 'atLeast', num: 2, den: 3, base: 'due' }` = 应到人数的三分之二以上. */
export type Threshold = {
  readonly operator: Operator;
  readonly num: number;
  readonly den: number;
  readonly base: Measure;
};

/**
 * The smallest amount that meets a share of `base`, exactly.
 *
 * Never less than one: of an empty base no share can be reached, so nobody decides with nobody.
 *
 * @example neededOf({ operator: 'moreThan', num: 1, den: 2, base: 'present' }, 20n) // 11n
 */
export function neededOf(threshold: Threshold, base: bigint): bigint {
  const product = base * BigInt(threshold.num);
  const den = BigInt(threshold.den);
  const needed = threshold.operator === 'moreThan' ? product / den + 1n : (product + den - 1n) / den;
  return needed > 0n ? needed : 1n;
}
