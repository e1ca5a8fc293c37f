import type { CountsInput } from '../counts';

/** A number that two people who counted the same hands have differently; `undefined` where one of them entered none. */
export interface Mismatch {
  readonly field: string;
  readonly first: unknown;
  readonly second: unknown;
}

/**
 * Where two independent counts differ: then neither counts, and both count again. A number that one left out and the other gave as 0 is a
 * difference too, since nobody knows whether it was counted.
 */
export function mismatchesOf(first: CountsInput, second: CountsInput): Mismatch[] {
  const fields = [...new Set([...Object.keys(first), ...Object.keys(second)])].toSorted() as (keyof CountsInput)[]; // keys of both
  return fields.flatMap((field) =>
    JSON.stringify(first[field]) === JSON.stringify(second[field]) ? [] : [{ field, first: first[field], second: second[field] }],
  );
}
