import type { StreamFinding } from '../finding';
import type { Surroundings } from './around';
import { beginsAt, BREAK, type Claims, type DigitRun, type DigitWindow, endsAt, shapeOf, strongestBreak } from './runs';

interface PhoneContext {
  readonly run: DigitRun;
  readonly claims: Claims;
  readonly around: Surroundings;
}

const MOBILE = /^1[3-9]\d{9}$/;
/** In front of a mobile number: of the country, of the operator, of long distance. */
const PREFIXES = ['0086', '86', '17951', '12593', '0'];
const AREA = /^0(?:10|2\d|[3-9]\d\d)/;
const USUAL_SHAPES = new Set(['11', '3,4,4', '3,8', '7,4', '4,3,4', '4,4,3', '3,3,5', '5,6', '1,10']);

export function mobileNumbers(context: PhoneContext): StreamFinding[] {
  const findings: StreamFinding[] = [];
  for (let from = 0; from + 11 <= context.run.digits.length; from += 1) {
    const found = mobileAt(context, from);
    if (!found) continue;
    context.claims.take({ from, until: from + 11 });
    findings.push(found);
    from += 10;
  }
  return findings;
}

function mobileAt({ run, claims, around }: PhoneContext, from: number): StreamFinding | null {
  const window = { from, until: from + 11 };
  const digits = run.digits.slice(from, window.until);
  if (!MOBILE.test(digits) || !claims.isFree(window)) return null;
  const prefixed = prefixBefore(run, from);
  const says = around.says(run, { ...window, from: prefixed ?? from });
  const isLabelled = says.has('phone') || says.has('publicPhone') || around.headerSays(run, window, 'phone');
  if (!(prefixed !== null || beginsAt(run, from) || isGlued(run, from)) || !(endsAt(run, window.until) || isGlued(run, from)))
    return null;
  const start = prefixed ?? from;
  const whole = { from: start, until: window.until };
  if (!isLabelled && (says.has('creditCode') || says.has('bankAccount') || says.has('code') || around.isNoPerson(run, whole)))
    return null;
  const shape = shapeOf(run, window);
  const isUsual = USUAL_SHAPES.has(shape.join()) || shape.every((size) => size === 1);
  const strongest = strongestBreak(run, window);
  if (strongest >= BREAK.boundary && !(isLabelled && shape.length <= 4 && around.isOneNumber(run, whole, 'phone'))) return null;
  if (!isLabelled && !isUsual && !isSetApart(run, whole, claims)) return null;
  return {
    kind: 'phone',
    certainty: isLabelled || (isUsual && strongest < BREAK.soft) ? 'sure' : 'likely',
    reason: strongest >= BREAK.separator ? 'splitMobileNumber' : 'mobileNumber',
    from: startOfPlus(around, run.at[start] ?? 0),
    until: (run.at[window.until - 1] ?? 0) + 1,
    mask: { type: 'digits', keepFirst: from - start + 3, keepLast: 4, digits: run.digits.slice(start, window.until) },
  };
}

/** Written in no usual way, but with nothing beside it that it could be part of, and over one end of a line at most. */
function isSetApart(run: DigitRun, { from, until }: DigitWindow, claims: Claims): boolean {
  const strongest = strongestBreak(run, { from, until });
  const isEnd = (at: number, beside: number): boolean =>
    at === 0 ||
    at === run.digits.length ||
    (run.breaks[at] ?? 0) > strongest ||
    !claims.isFree({ from: beside, until: beside + 1 });
  if (!isEnd(from, from - 1) || !isEnd(until, until)) return false;
  let lines = 0;
  for (let at = from + 1; at < until; at += 1) {
    if (run.separators[at]?.includes('、') === true) return false;
    if (run.breaks[at] === BREAK.soft && !/[,，]/.test(run.separators[at] ?? '')) lines += 1;
  }
  return lines <= 1;
}

/** Where a prefix begins that ends right before a digit, or null. */
function prefixBefore(run: DigitRun, digit: number): number | null {
  for (const prefix of PREFIXES) {
    const start = digit - prefix.length;
    if (start >= 0 && run.digits.slice(start, digit) === prefix && beginsAt(run, start)) return start;
  }
  return null;
}

const MOST_GLUED = 20 * 11;

/** Several mobile numbers without anything between them. */
function isGlued(run: DigitRun, digit: number): boolean {
  let from = digit;
  let until = digit + 1;
  while (!beginsAt(run, from) && digit - from <= MOST_GLUED) from -= 1;
  while (!endsAt(run, until) && until - digit <= MOST_GLUED) until += 1;
  const all = run.digits.slice(from, until);
  if (all.length > MOST_GLUED || (digit - from) % 11 !== 0 || all.length % 11 !== 0) return false;
  return (all.match(/.{11}/g) ?? []).every((part) => MOBILE.test(part));
}

const startOfPlus = ({ stream }: Surroundings, at: number): number => {
  if (stream.chars[at - 1] === '+') return at - 1;
  return stream.chars[at - 1] === '(' && stream.chars[at - 2] === '+' ? at - 2 : at;
};

/** Telephones of homes. What a label says is the telephone of an office is no finding. */
export function landlines(context: PhoneContext): StreamFinding[] {
  const { run, claims } = context;
  const findings: StreamFinding[] = [];
  for (let from = 0; from + 7 <= run.digits.length; from += 1) {
    if (!beginsAt(run, from)) continue;
    const found = [12, 11, 10, 8, 7]
      .map((length) => landlineAt(context, { from, until: from + length }))
      .find((item) => item !== null);
    if (!found) continue;
    claims.take(found.window);
    findings.push(found.finding);
    from = found.window.until - 1;
  }
  return findings;
}

function landlineAt(
  { run, claims, around }: PhoneContext,
  window: DigitWindow,
): { window: DigitWindow; finding: StreamFinding } | null {
  const digits = run.digits.slice(window.from, window.until);
  if (digits.length !== window.until - window.from || !endsAt(run, window.until) || !claims.isFree(window)) return null;
  const says = around.says(run, window);
  if (says.has('publicPhone')) return null;
  const area = AREA.exec(digits)?.[0].length ?? 0;
  const local = digits.slice(area);
  const isLabelled = says.has('phone');
  if (area > 0 ? local.length < 7 || local.length > 8 : local.length > 8 || !isLabelled) return null;
  if (!/^[2-8]/.test(local) || (area === 0 && /^(?:400|800)/.test(local) && digits.length !== 8 && !isLabelled)) return null;
  if (!isLabelled && (says.size > 0 || around.isNoPerson(run, window) || !isDialled(run, window, area))) return null;
  if (strongestBreak(run, window) >= (isLabelled ? BREAK.boundary : BREAK.soft)) return null;
  if (area === 0 && isYear(run, window)) return null;
  const finding: StreamFinding = {
    kind: 'phone',
    certainty: isLabelled ? 'sure' : 'likely',
    reason: area > 0 ? 'landline' : 'phoneLabel',
    from: openingBracket(around, run.at[window.from] ?? 0),
    until: (run.at[window.until - 1] ?? 0) + 1,
    mask: { type: 'digits', keepFirst: area, keepLast: area > 0 ? 3 : 2, digits },
  };
  return { window, finding };
}

/** Written as people write one: area, then the number, or all of it without a break, or digit by digit. */
function isDialled(run: DigitRun, window: DigitWindow, area: number): boolean {
  const shape = shapeOf(run, window);
  const [first] = shape;
  return (
    shape.length === 1 ||
    shape.every((size) => size === 1) ||
    (first === area && shape.length <= 3 && shape.slice(1).every((size) => size >= 3))
  );
}

/** `20260315` behind the word telephone is a date all the same. */
function isYear(run: DigitRun, { from, until }: DigitWindow): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])/.test(run.digits.slice(from, until));
}

const openingBracket = ({ stream }: Surroundings, at: number): number => (stream.chars[at - 1] === '(' ? at - 1 : at);
