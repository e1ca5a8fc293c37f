import { digitOf } from '../fold';
import type { StreamFinding } from '../find';
import type { Stream } from '../stream';

const HIDDEN = '***';

/** The masked form for each text that a finding is in. */
export function masksOf(stream: Stream, { from, until, mask }: Pick<StreamFinding, 'from' | 'until' | 'mask'>): string[] {
  const pieces = piecesOf(stream, from, until);
  switch (mask.type) {
    case 'hidden':
      return pieces.map(() => HIDDEN);
    case 'digits':
      return pieces.length === 1 ? [phone(mask.digits, mask.keepFirst, mask.keepLast)] : splitPhone(stream, pieces, mask);
    case 'beginning':
      return pieces.map(({ start, end }) => {
        const kept = Math.max(0, Math.min(from + mask.keep, end) - start);
        return (kept > 0 ? originalOf(stream, start, start + kept) : '') + mask.stars;
      });
  }
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function piecesOf(stream: Stream, from: number, until: number): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  for (let at = from + 1; at <= until; at += 1) {
    if (at < until && stream.text[at] === stream.text[start]) continue;
    pieces.push({ start, end: at });
    start = at;
  }
  return pieces;
}

function phone(digits: string, keepFirst: number, keepLast: number): string {
  return `${digits.slice(0, keepFirst)}****${digits.slice(-keepLast)}`;
}

/** 138 in one cell and 12345678 in the next: each keeps its own part. */
function splitPhone(
  stream: Stream,
  pieces: readonly Piece[],
  mask: { digits: string; keepFirst: number; keepLast: number },
): string[] {
  let seen = 0;
  return pieces.map(({ start, end }) => {
    let text = '';
    for (let at = start; at < end; at += 1) {
      const digit = digitOf(stream.chars[at] ?? '');
      if (digit < 0) continue;
      const isKept = seen < mask.keepFirst || seen >= mask.digits.length - mask.keepLast;
      text += isKept ? String(digit) : '*';
      seen += 1;
    }
    return text;
  });
}

function originalOf(stream: Stream, from: number, until: number): string {
  const text = stream.texts[stream.text[from] ?? 0]?.original ?? '';
  return text.slice(stream.start[from], stream.end[until - 1]);
}
