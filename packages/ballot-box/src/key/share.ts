import { asTyped, bytesOf, inGroups, signsOf } from '../printed';
import type { Sodium } from '../sodium';

const CHECK_BYTES = 3;

const checkOf = (sodium: Sodium, bytes: Uint8Array): Uint8Array => sodium.crypto_hash(bytes).slice(0, CHECK_BYTES);

/** A share of the key as it is printed for who keeps it; its last bytes tell typing errors. */
export const printedShare = (sodium: Sodium, share: Uint8Array): string =>
  inGroups(signsOf(Uint8Array.from([...share, ...checkOf(sodium, share)])));

/** `undefined` when something was mistyped. */
export function readShare(sodium: Sodium, typed: string): Uint8Array | undefined {
  const bytes = bytesOf(asTyped(typed));
  if (!bytes || bytes.length <= CHECK_BYTES) return undefined;
  const share = bytes.slice(0, -CHECK_BYTES);
  return sodium.memcmp(checkOf(sodium, share), bytes.slice(-CHECK_BYTES)) ? share : undefined;
}
