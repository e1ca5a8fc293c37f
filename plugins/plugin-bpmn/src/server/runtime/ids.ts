import { randomInt } from 'node:crypto';

const RANDOM_DIGITS = 6;

/**
 * NocoBase's number with random digits behind it. Its own number is not enough: nodes draw one of 32 worker numbers, so two may
 * have the same, and a clock that is set back counts the same seconds again. Two jobs of one id would be one job.
 */
export function idBehind(number: number | string): string {
  return `${number}${String(randomInt(10 ** RANDOM_DIGITS)).padStart(RANDOM_DIGITS, '0')}`;
}
