import { combine } from 'shamir-secret-sharing';
import { BallotBoxError } from '../errors';
import type { Sodium } from '../sodium';
import { SHARES_NEEDED } from './draw';
import { readShare } from './share';

/** Both halves; to be forgotten as soon as the box is open. */
export interface MeetingKey {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/**
 * Puts the key together again from what two of the three keepers typed.
 *
 * @throws BallotBoxError `key.shareUnreadable`, `key.sharesTooFew`, `key.sharesDoNotFit`
 */
export async function openKey(sodium: Sodium, publicKey: string, typed: readonly string[]): Promise<MeetingKey> {
  const shares = typed.map((text, index) => {
    const share = readShare(sodium, text);
    if (!share) throw new BallotBoxError('key.shareUnreadable', { number: index + 1 });
    return share;
  });
  const different = [...new Map(shares.map((share) => [sodium.to_hex(share), share])).values()];
  if (different.length < SHARES_NEEDED) {
    throw new BallotBoxError('key.sharesTooFew', { given: different.length, needed: SHARES_NEEDED });
  }
  const known = sodium.from_base64(publicKey, sodium.base64_variants.URLSAFE_NO_PADDING);
  const privateKey = await together(different);
  if (privateKey.length !== known.length || !sodium.memcmp(sodium.crypto_scalarmult_base(privateKey), known)) {
    throw new BallotBoxError('key.sharesDoNotFit', {});
  }
  return { publicKey: known, privateKey };
}

async function together(shares: Uint8Array[]): Promise<Uint8Array> {
  try {
    return await combine(shares);
  } catch (cause) {
    throw new BallotBoxError('key.sharesDoNotFit', {}, { cause });
  }
}
