import sodium from 'libsodium-wrappers';

/** libsodium (https://libsodium.org), compiled for browser and Node: sealed boxes, hashes, keys. */
export type Sodium = typeof sodium;

/** Waits until its compiled code is there. */
export async function loadSodium(): Promise<Sodium> {
  await sodium.ready;
  return sodium;
}

/** As many signs as 256 bits have. */
const SIGNS_OF_DIGEST = 64;

/** The first 64 lower-case hexadecimal signs of a text's SHA-512, which any other tool computes as well. */
export const digestOf = (library: Sodium, text: string): string => library.crypto_hash(text, 'hex').slice(0, SIGNS_OF_DIGEST);
