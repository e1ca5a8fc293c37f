import { encode } from 'uqr';

/** A QR code with error correction M: rows of dark squares without a margin. */
export const qrMatrix = (text: string): boolean[][] => encode(text, { ecc: 'M', border: 0 }).data;
