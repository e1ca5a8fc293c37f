import { digitOf, GAP, lookalikeOf, styleOf } from '../../fold';
import type { Stream } from '../../stream';

/** How strongly two neighbouring digits of a run are kept apart. */
export const BREAK = { none: 0, style: 1, separator: 2, soft: 3, boundary: 4 } as const;

/** Digits that could be one number: with separators between them, but no words. */
export interface DigitRun {
  readonly digits: string;
  /** Position of each digit in the stream. */
  readonly at: readonly number[];
  /** What is before each digit, see {@link BREAK}; the first one has `boundary`. */
  readonly breaks: readonly number[];
  /** The separators before each digit, without spaces. */
  readonly separators: readonly string[];
}

const HARD = /^[-‐‑‒–—―−_.·•∙⋅・‧/\\|~()+]$/;
const SOFT = /^[,，、]$/;
const MOST_SEPARATORS = 12;
const LETTER = /^[A-Za-z]$/;

/** All runs of a stream, in one walk. */
export function digitRuns(stream: Stream): DigitRun[] {
  const runs: DigitRun[] = [];
  const { chars, gap } = stream;
  let run = emptyRun();
  let separators = '';
  let softest = 0;
  const close = (): void => {
    if (run.at.length > 0) runs.push({ ...run, digits: run.digits.join('') });
    run = emptyRun();
    separators = '';
    softest = 0;
  };
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    const digit = digitValue(chars, at, run.at.length > 0);
    softest = Math.max(softest, gapBreak(gap[at] ?? 0));
    if (digit >= 0) {
      const isFirst = run.at.length === 0;
      const previous = chars[run.at.at(-1) ?? 0] ?? '';
      const kept = separators === '' ? softest : Math.max(softest, SOFT.test(separators) ? BREAK.soft : BREAK.separator);
      const style = !isFirst && styleOf(previous) !== styleOf(char) ? BREAK.style : BREAK.none;
      run.digits.push(digit);
      run.at.push(at);
      run.breaks.push(isFirst ? BREAK.boundary : Math.max(kept, style));
      run.separators.push(isFirst ? '' : separators);
      separators = '';
      softest = 0;
    } else if (run.at.length > 0 && (HARD.test(char) || SOFT.test(char)) && separators.length < MOST_SEPARATORS) {
      separators += char;
      if (SOFT.test(char)) softest = Math.max(softest, BREAK.soft);
    } else close();
  }
  close();
  return runs;
}

function emptyRun(): { digits: number[]; at: number[]; breaks: number[]; separators: string[] } {
  return { digits: [], at: [], breaks: [], separators: [] };
}

function gapBreak(gap: number): number {
  if (gap === GAP.boundary) return BREAK.boundary;
  if (gap === GAP.line) return BREAK.soft;
  return gap === GAP.space ? BREAK.separator : BREAK.none;
}

/** The digit at a position. Letters count when all letters around them look like digits and they do not begin a word. */
function digitValue(chars: string, at: number, isInRun: boolean): number {
  const char = chars[at] ?? '';
  const digit = digitOf(char);
  if (digit >= 0) return digit;
  const looksLike = lookalikeOf(char);
  if (looksLike < 0) return -1;
  const before = lettersAllLookAlike(chars, at, -1);
  const after = lettersAllLookAlike(chars, at, 1);
  return before && after && (isInRun || digitOf(chars[at + 1] ?? '') >= 0) ? looksLike : -1;
}

function lettersAllLookAlike(chars: string, from: number, step: number): boolean {
  for (let at = from + step, seen = 0; seen < 8; at += step, seen += 1) {
    const char = chars[at] ?? '';
    if (!LETTER.test(char) || char === 'X' || char === 'x') return true;
    if (lookalikeOf(char) < 0) return false;
  }
  return false;
}

/** Part of a run: `from` to `until` (exclusive), in digits. */
export interface DigitWindow {
  readonly from: number;
  readonly until: number;
}

/** Which digits of a run something was found in already. */
export class Claims {
  private readonly taken: boolean[] = [];

  isFree({ from, until }: DigitWindow): boolean {
    for (let at = from; at < until; at += 1) if (this.taken[at]) return false;
    return true;
  }

  take({ from, until }: DigitWindow): void {
    for (let at = from; at < until; at += 1) this.taken[at] = true;
  }
}

/** Does a number begin at this digit, whatever is before it? */
export const beginsAt = (run: DigitRun, digit: number): boolean => digit === 0 || (run.breaks[digit] ?? 0) > BREAK.none;
export const endsAt = (run: DigitRun, digit: number): boolean => digit === run.digits.length || beginsAt(run, digit);

/** Lengths of the groups that separators make of a window; a change of style makes none. */
export function shapeOf(run: DigitRun, { from, until }: DigitWindow): number[] {
  const shape: number[] = [];
  for (let at = from; at < until; at += 1) {
    if (at === from || (run.breaks[at] ?? 0) >= BREAK.separator) shape.push(1);
    else shape[shape.length - 1] = (shape.at(-1) ?? 0) + 1;
  }
  return shape;
}

/** The strongest break inside a window. */
export function strongestBreak(run: DigitRun, { from, until }: DigitWindow): number {
  let strongest = 0;
  for (let at = from + 1; at < until; at += 1) strongest = Math.max(strongest, run.breaks[at] ?? 0);
  return strongest;
}
