import { unitOf, type Measure } from './measures';

/** A number as it is written in JSON: whole for heads and ballots; for areas a decimal string in square metres. */
export type Quantity = number | string;

/** Square metres with up to four decimals are whole square centimetres, so no area is ever rounded. */
const SQUARE_METRES = /^(\d{1,12})(?:\.(\d{1,4}))?$/;
const SQUARE_CENTIMETRES_PER_SQUARE_METRE = 10_000n;

/** Exact whole number, or `undefined` when the value is negative, fractional or too large to be exact in JSON. */
export function readWhole(value: unknown): bigint | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : undefined;
}

/**
 * Square centimetres of an area given in square metres: a decimal string (`"89.37"`) or a whole number (`30000`).
 * A fractional JSON number is refused, because 89.37 is not representable in binary.
 *
 * @example readArea('89.37') // 893700n
 */
export function readArea(value: unknown): bigint | undefined {
  if (typeof value !== 'string') {
    const metres = readWhole(value);
    return metres === undefined ? undefined : metres * SQUARE_CENTIMETRES_PER_SQUARE_METRE;
  }
  const match = SQUARE_METRES.exec(value);
  if (!match) return undefined;
  return BigInt(match[1] ?? '0') * SQUARE_CENTIMETRES_PER_SQUARE_METRE + BigInt((match[2] ?? '').padEnd(4, '0'));
}

/** The JSON form of an exact amount; inverse of {@link readArea} and {@link readWhole}. */
export function toQuantity(measure: Measure, amount: bigint): Quantity {
  if (unitOf(measure) !== 'area') return Number(amount);
  const metres = amount / SQUARE_CENTIMETRES_PER_SQUARE_METRE;
  const decimals = String(amount % SQUARE_CENTIMETRES_PER_SQUARE_METRE)
    .padStart(4, '0')
    .replace(/0+$/, '');
  return decimals ? `${metres}.${decimals}` : String(metres);
}
