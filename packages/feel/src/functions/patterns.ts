import { FeelRefusal } from '../errors';

const MAX_PATTERN_LENGTH = 200;
/** Characters times choices: far below a second in a backtracking matcher. */
const MAX_WORK = 20_000_000;

interface Group {
  isVariable: boolean;
}

/**
 * Refuses a regular expression that could take for ever on `textLength` characters.
 *
 * JavaScript's matcher backtracks: every part of variable length multiplies the ways to try, and a repeated group with such
 * a part multiplies them without limit. So repeated groups must have one shape, and the product of the rest is capped.
 */
export function assertSafePattern(pattern: string, textLength: number): void {
  if (pattern.length > MAX_PATTERN_LENGTH) refuse(pattern, 'tooLong');
  if (/\\[1-9k]|\(\?[=!<]/.test(pattern)) refuse(pattern, 'lookAround');
  if (waysToMatch(pattern, Math.max(textLength, 1)) > MAX_WORK) refuse(pattern, 'tooSlow');
}

function waysToMatch(pattern: string, textLength: number): number {
  const open: Group[] = [{ isVariable: false }];
  let closed: Group | null = null;
  let ways = textLength;
  for (const [token] of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}\??|[*+?]\??|\(|\)|\||[^]/g)) {
    if (token === '(') open.push({ isVariable: false });
    else if (token === ')') closed = open.length > 1 ? (open.pop() ?? null) : null;
    else if (token === '|') ways *= markVariable(open, 2);
    else if (isQuantifier(token)) {
      const { repeats, choices } = quantity(token, textLength);
      if (repeats && closed?.isVariable) return Infinity;
      if (choices > 1) ways *= markVariable(open, choices);
    }
    if (token !== ')') closed = null;
    else if (closed?.isVariable) markVariable(open, 1);
  }
  return ways;
}

function markVariable(open: readonly Group[], choices: number): number {
  const innermost = open[open.length - 1];
  if (innermost) innermost.isVariable = true;
  return choices;
}

function isQuantifier(token: string): boolean {
  return /^(?:[*+?]\??|\{.+)$/.test(token);
}

function quantity(token: string, textLength: number): { repeats: boolean; choices: number } {
  const bounds = /^\{(\d+)(,?)(\d*)\}/.exec(token);
  if (!bounds) return token.startsWith('?') ? { repeats: false, choices: 2 } : { repeats: true, choices: textLength + 1 };
  const least = Number(bounds[1]);
  const most = bounds[2] === '' ? least : bounds[3] === '' ? textLength : Number(bounds[3]);
  return { repeats: most > 1, choices: Math.max(1, Math.min(most - least, textLength) + 1) };
}

function refuse(pattern: string, reason: 'tooLong' | 'lookAround' | 'tooSlow'): never {
  throw new FeelRefusal('feel.pattern', { pattern: pattern.slice(0, MAX_PATTERN_LENGTH), reason });
}
