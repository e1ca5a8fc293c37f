import { BallotBoxError } from '../errors';
import type { Sodium } from '../sodium';
import { PADDED_BYTES, type Choice } from './choice';

/**
 * Seals a choice to the key of the meeting, in the voter's browser: who stores it, carries it or backs it up cannot read it. It is of one
 * motion, so that nobody can move it to another.
 *
 * @returns base64url without padding
 * @throws BallotBoxError `choice.tooLong`
 */
export function sealChoice(
  sodium: Sodium,
  publicKey: string,
  { motionId, choice }: { motionId: string; choice: Choice },
): string {
  const text = sodium.from_string(JSON.stringify({ motionId, choice: choice.toSorted() }));
  // padding adds at least one byte
  if (text.length >= PADDED_BYTES) throw new BallotBoxError('choice.tooLong', { bytes: text.length, maximum: PADDED_BYTES - 1 });
  const variant = sodium.base64_variants.URLSAFE_NO_PADDING;
  const sealed = sodium.crypto_box_seal(sodium.pad(text, PADDED_BYTES), sodium.from_base64(publicKey, variant));
  return sodium.to_base64(sealed, variant);
}
