import { BallotBoxError } from '../errors';
import { asTyped, checkSign, inGroups, signsOf } from '../printed';
import { digestOf, type Sodium } from '../sodium';

/** 75 bits: nobody finds a code by trying, neither against the server nor from what it stores. */
const SIGNS_DRAWN = 15;
const SIGNS_OF_RECEIPT = 12;

/** A code of random bytes (ten are enough) as it is printed on a slip. */
export function codeOf(random: Uint8Array): string {
  const signs = signsOf(random).slice(0, SIGNS_DRAWN);
  return inGroups(signs + checkSign(signs));
}

/**
 * A code as it is printed, from what somebody typed or scanned.
 *
 * @throws BallotBoxError `slip.codeUnreadable`
 */
export function readCode(typed: string): string {
  const signs = asTyped(typed);
  const isRight = signs.length === SIGNS_DRAWN + 1 && checkSign(signs.slice(0, SIGNS_DRAWN)) === signs.slice(SIGNS_DRAWN);
  if (!isRight) throw new BallotBoxError('slip.codeUnreadable', {});
  return inGroups(signs);
}

/** What the server keeps of a code before anybody has voted: enough to know it again, not enough to find it out. */
export const sealOf = (sodium: Sodium, meetingId: string, code: string): string =>
  digestOf(sodium, `wuxin:slip:1|${meetingId}|${code}`);

/**
 * What a ballot on one motion carries of its code, so that a slip votes once on each. Marks of one slip on two motions have nothing in
 * common for whoever does not hold the slip.
 */
export const markOf = (sodium: Sodium, motionId: string, code: string): string =>
  digestOf(sodium, `wuxin:mark:1|${motionId}|${code}`);

/** What the voter keeps to find the own ballot on the published list: the beginning of its mark, as it is printed. */
export const receiptOf = (sodium: Sodium, mark: string): string =>
  inGroups(signsOf(sodium.from_hex(mark)).slice(0, SIGNS_OF_RECEIPT));
