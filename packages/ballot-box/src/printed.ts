/** Digits and capital letters that cannot be taken for each other on paper: no I, L, O and U (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_A_SIGN = 5;
const SIGNS_A_GROUP = 4;

/** The signs of bytes; bits that are left over at the end are filled with zeros. */
export function signsOf(bytes: Uint8Array): string {
  let signs = '';
  let [bits, value] = [0, 0];
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= BITS_A_SIGN; bits -= BITS_A_SIGN) signs += SIGNS[(value >> (bits - BITS_A_SIGN)) & 31] ?? '';
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? signs + (SIGNS[(value << (BITS_A_SIGN - bits)) & 31] ?? '') : signs;
}

/** The bytes of signs, without bits that were filled up; `undefined` when a sign is none of ours. */
export function bytesOf(signs: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let [bits, value] = [0, 0];
  for (const sign of signs) {
    const digit = SIGNS.indexOf(sign);
    if (digit < 0) return undefined;
    value = (value << BITS_A_SIGN) | digit;
    bits += BITS_A_SIGN;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 255);
      value &= (1 << bits) - 1;
    }
  }
  return Uint8Array.from(bytes);
}

/** In groups, for the eye: `7K2M-Q0XC-…`. */
export const inGroups = (signs: string): string => signs.replace(new RegExp(`.{${SIGNS_A_GROUP}}(?=.)`, 'g'), '$&-');

/** What somebody typed, as signs: small letters, gaps and full-width forms are the same, and what looks like a sign is taken for it. */
export const asTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/**
 * One more sign that tells a typing error: any single wrong sign, and all but one in thirty-one neighbours in each other's place.
 */
export function checkSign(signs: string): string {
  const sum = [...signs].reduce((total, sign, index) => total + SIGNS.indexOf(sign) * (2 * index + 1), 0);
  return SIGNS[sum % SIGNS.length] ?? '';
}
