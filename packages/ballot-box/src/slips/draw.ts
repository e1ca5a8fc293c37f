import type { Sodium } from '../sodium';
import { codeOf, sealOf } from './code';

const BYTES_A_CODE = 10;

export interface DrawnSlips {
  /** To be printed at once, and to be kept nowhere. */
  readonly codes: readonly string[];
  /** To be stored, in the order of the alphabet: it tells nothing of the order in which the slips are printed or drawn. */
  readonly seals: readonly string[];
}

/**
 * Codes for the slips of a meeting, as many as there are voters. Nobody is given one: folded slips are drawn from a box, so that whoever
 * holds the roll, the printer and the database still does not know who has which.
 *
 * @param randomBytes so many bytes that nobody can foresee
 */
export function drawSlips(
  sodium: Sodium,
  { meetingId, count, randomBytes }: { meetingId: string; count: number; randomBytes: (length: number) => Uint8Array },
): DrawnSlips {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(codeOf(randomBytes(BYTES_A_CODE)));
  return { codes: [...codes], seals: [...codes].map((code) => sealOf(sodium, meetingId, code)).toSorted() };
}
