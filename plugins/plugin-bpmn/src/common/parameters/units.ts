import { isLimit, type Limits } from './limits';

/** Why no step could use a value, whatever the limits of its parameter say. */
export type Unusable =
  | { readonly kind: 'notWhole'; readonly least: number; readonly most: number }
  | { readonly kind: 'notAShare' }
  | { readonly kind: 'notAnOption' }
  | { readonly kind: 'notComparable' };

interface Measured extends Limits {
  readonly unit?: string | null;
  /** All values that it can have, where they are texts of a list. */
  readonly options?: readonly { readonly value: string }[] | null;
}

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Ten years: the longest that a deadline may be. */
const MOST_DAYS = 3_650;
const DAYS: Range = { least: 0, most: MOST_DAYS };
const PEOPLE: Range = { least: 0, most: 1_000_000 };

/** What is counted, and so is whole; votes and deadlines can take nothing else. */
const COUNTED: Readonly<Record<string, Range>> = {
  workingDays: DAYS,
  calendarDays: DAYS,
  hours: { least: 0, most: MOST_DAYS * 24 },
  percent: { least: 0, most: 100 },
  times: { least: 0, most: 1_000 },
  people: PEOPLE,
  households: PEOPLE,
};

/** Of the numbers of a share: as large as votes are counted with. */
const MOST_OF_SHARE = 1_000_000;

/**
 * What a parameter's unit, or its list of options, makes of a value; null when steps can use it. A unit that a pack brings along says nothing, but what
 * has limits must be a number, or it would get past them.
 */
export function whyUnusable({ unit, floor, ceiling, options }: Measured, value: unknown): Unusable | null {
  if (options) return options.some((option) => option.value === value) ? null : { kind: 'notAnOption' };
  const range = unit && Object.hasOwn(COUNTED, unit) ? COUNTED[unit] : undefined;
  if (range) return isWholeIn(range, value) ? null : { kind: 'notWhole', ...range };
  if (unit === 'share') return isShare(value) ? null : { kind: 'notAShare' };
  const hasLimits = (floor ?? ceiling ?? null) !== null;
  return (hasLimits || typeof value === 'number') && !isLimit(value) ? { kind: 'notComparable' } : null;
}

const isWholeIn = ({ least, most }: Range, value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/** More than nothing and at most the whole. */
function isShare(value: unknown): boolean {
  const [, over, under] = typeof value === 'string' ? (/^(\d{1,7})\/([1-9]\d{0,6})$/.exec(value) ?? []) : [];
  if (over === undefined || under === undefined) return false;
  return Number(over) >= 1 && Number(over) <= Number(under) && Number(under) <= MOST_OF_SHARE;
}
