// Audited, and small: Shamir's scheme, by which any two of three parts give the whole and one gives nothing.
import { split } from 'shamir-secret-sharing';
import type { Sodium } from '../sodium';
import { printedShare } from './share';

/** Two tellers and the printed recovery key, any two of which open. */
const SHARES = 3;
export const SHARES_NEEDED = 2;

export interface DrawnKey {
  /** To be stored and published, base64url without padding: choices are sealed to it. */
  readonly publicKey: string;
  /** For the first teller, the second, and the sealed envelope; to be printed at once, and to be kept nowhere. */
  readonly shares: readonly [first: string, second: string, recovery: string];
}

/** A key of a meeting, whose secret half exists in three parts on paper alone when this returns. */
export async function drawKey(sodium: Sodium): Promise<DrawnKey> {
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  const parts = await split(privateKey, SHARES, SHARES_NEEDED);
  sodium.memzero(privateKey);
  const [first = '', second = '', recovery = ''] = parts.map((part) => printedShare(sodium, part));
  parts.forEach((part) => sodium.memzero(part));
  return { publicKey: sodium.to_base64(publicKey, sodium.base64_variants.URLSAFE_NO_PADDING), shares: [first, second, recovery] };
}
