/** What stands between a character and the one before it in the original text. */
export const GAP = { none: 0, space: 1, line: 2, boundary: 3 } as const;

const INVISIBLE = /^[\p{Cf}\p{M}\u115f\u1160\u3164\u2800]$/u;
const SPACE = /^[\s\p{Z}\p{Cc}]$/u;
const LINE = /^[\n\v\f\r\u0085\u2028\u2029]$/u;
/** Stands for any character of Chinese beyond the first 65,536, so that one character stays one position. */
export const RARE_HAN = '\ue000';

export type FoldedChar = { readonly kind: 'invisible' | 'space' | 'line' } | { readonly kind: 'text'; readonly chars: string };

const INVISIBLE_CHAR: FoldedChar = { kind: 'invisible' };
const SPACE_CHAR: FoldedChar = { kind: 'space' };
const LINE_CHAR: FoldedChar = { kind: 'line' };
const known = new Map<number, FoldedChar>();

/** A character as it is compared: full-width, circled and other forms become plain ones. */
export function foldChar(codePoint: number): FoldedChar {
  let folded = known.get(codePoint);
  if (!folded) {
    folded = fold(String.fromCodePoint(codePoint));
    // bounded by the number of characters that there are
    known.set(codePoint, folded);
  }
  return folded;
}

function fold(char: string): FoldedChar {
  if (LINE.test(char)) return LINE_CHAR;
  if (INVISIBLE.test(char)) return INVISIBLE_CHAR;
  if (SPACE.test(char)) return SPACE_CHAR;
  if (char.length > 1 && /^\p{Script=Han}$/u.test(char.normalize('NFKC'))) {
    const plain = char.normalize('NFKC');
    return { kind: 'text', chars: plain.length > 1 ? RARE_HAN : plain };
  }
  const digit = digitOfOtherScript(char);
  if (digit !== null) return { kind: 'text', chars: digit };
  const plain = char.normalize('NFKC');
  // a unit such as m² in one character is no digit beside others
  if (/[A-Za-z]\d/.test(plain) || /\s/.test(plain) || plain.length === 0) return { kind: 'text', chars: char.slice(0, 1) };
  return { kind: 'text', chars: plain.length > 4 ? char.slice(0, 1) : plain };
}

/** Digits of Arabic, Devanagari and others, which stand in rows of ten that begin at multiples of their zero. */
function digitOfOtherScript(char: string): string | null {
  const code = char.codePointAt(0) ?? 0;
  if (!/^\p{Nd}$/u.test(char) || code < 0x80 || (code >= 0xff10 && code <= 0xff19)) return null;
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String((code - 0x1d7ce) % 10);
  let zero = code;
  while (zero > code - 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
