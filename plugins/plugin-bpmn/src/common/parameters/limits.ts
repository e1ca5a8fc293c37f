/** A whole or decimal number, or a fraction of whole numbers such as `2/3`. */
export type Limit = number | string;

export interface Limits {
  readonly floor?: Limit | null;
  readonly ceiling?: Limit | null;
}

/** A number as a fraction of whole numbers, so that 2/3 is compared exactly. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export type BeyondLimit = { readonly side: 'floor' | 'ceiling'; readonly limit: Limit };

/** Which limit a value breaks; null when it keeps them, or is of a kind that has none (a text, yes or no). */
export function findBrokenLimit({ floor, ceiling }: Limits, value: unknown): BeyondLimit | null {
  const amount = toFraction(value);
  if (!amount) return null;
  if (floor !== null && floor !== undefined && isLess(amount, floor)) return { side: 'floor', limit: floor };
  if (ceiling !== null && ceiling !== undefined && isGreater(amount, ceiling)) return { side: 'ceiling', limit: ceiling };
  return null;
}

export const isLimit = (value: unknown): value is Limit => toFraction(value) !== null;

function isLess(amount: Fraction, limit: Limit): boolean {
  const bound = toFraction(limit);
  return bound !== null && amount.numerator * bound.denominator < bound.numerator * amount.denominator;
}

function isGreater(amount: Fraction, limit: Limit): boolean {
  const bound = toFraction(limit);
  return bound !== null && amount.numerator * bound.denominator > bound.numerator * amount.denominator;
}

function toFraction(value: unknown): Fraction | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const text = String(value);
  const [, over, under] = /^(\d+)\/([1-9]\d*)$/.exec(text) ?? [];
  if (over !== undefined && under !== undefined) return { numerator: BigInt(over), denominator: BigInt(under) };
  // very large and very small numbers are written with an exponent: 1e+21, 1.5e-7
  const parts = typeof value === 'number' ? /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) : null;
  if (!parts) return null;
  const [, whole = '', decimals = '', exponent = '0'] = parts;
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift >= 0
    ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-shift) };
}
