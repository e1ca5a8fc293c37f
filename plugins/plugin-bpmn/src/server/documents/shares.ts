import { OF, plainName } from './placeholders';

/**
 * Two numbers as one placeholder: `{实到/应到}` is `38/45`, `{实到占应到}` (or `{present%due}`) is `84.4%`. The second number is looked for beside the first: in
 * `{三议：党员大会审议.实到/应到}` both are of that meeting.
 */
export interface Share {
  readonly part: string;
  /** Names of the second number, the nearest first. */
  readonly wholes: readonly string[];
  readonly as: 'fraction' | 'percent';
}

const SIGNS = [
  ['/', 'fraction'],
  ['%', 'percent'],
  ['占', 'percent'],
] as const;

/** @returns undefined for a name that is no share */
export function readShare(name: string): Share | undefined {
  const plain = plainName(name);
  for (const [sign, as] of SIGNS) {
    const at = plain.lastIndexOf(sign);
    const [part, whole] = [plain.slice(0, Math.max(at, 0)), plain.slice(at + sign.length)];
    if (part === '' || whole === '') continue;
    const around = part.slice(0, part.lastIndexOf(OF) + 1);
    return { part, wholes: around === '' ? [whole] : [`${around}${whole}`, whole], as };
  }
  return undefined;
}

/**
 * A share in words, of numbers as they are printed; nothing where one of them is not there yet. A per cent has one decimal and is never rounded up, so
 * that what is below a limit does not look as if it had reached it.
 */
export function shareWords(as: Share['as'], part: string, whole: string): string {
  if (part === '' || whole === '') return '';
  if (as === 'fraction') return `${part}/${whole}`;
  const [counted, of] = [numberOf(part), numberOf(whole)];
  if (!(of > 0) || !Number.isFinite(counted)) return '';
  const tenths = Math.floor((counted * 1000) / of);
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`;
}

const numberOf = (words: string): number => Number(words.replaceAll(',', ''));
