import type { StreamFinding } from '../finding';
import type { Surroundings } from './around';
import { dateOfDigits, idCheckOf, isCreditCode, isProvince } from './check-sums';
import { beginsAt, BREAK, type Claims, type DigitRun, type DigitWindow, endsAt, shapeOf, strongestBreak } from './runs';

/** An ID number: its digits in the run, whether an X follows them, and when its owner was born. */
interface IdNumber {
  readonly window: DigitWindow;
  readonly until: number;
  readonly bornOn: string | null;
  readonly reason: 'idCheckSum' | 'idDate' | 'idLabel' | 'idOldForm';
}

interface IdContext {
  readonly run: DigitRun;
  readonly claims: Claims;
  readonly around: Surroundings;
  readonly today: string;
}

const X = /^[Xx×хХⅩ]$/;

/** ID numbers whose check sum is right, wherever in the digits they begin. */
export function checkedIdNumbers(context: IdContext): StreamFinding[] {
  return search(context, (from) => checkedAt(context, from));
}

/** What looks like an ID number although its check sum is wrong, and those of 15 digits. */
export function otherIdNumbers(context: IdContext): StreamFinding[] {
  return search(context, (from) => (beginsAt(context.run, from) ? (wrongAt(context, from) ?? oldAt(context, from)) : null));
}

function search({ run, claims, around, today }: IdContext, at: (from: number) => IdNumber | null): StreamFinding[] {
  const findings: StreamFinding[] = [];
  for (let from = 0; from + 15 <= run.digits.length; from += 1) {
    const found = at(from);
    if (!found || !claims.isFree(found.window)) continue;
    claims.take(found.window);
    const { reason, until, bornOn } = found;
    const place = { from: run.at[from] ?? 0, until, mask: { type: 'hidden' } } as const;
    const isSure = reason === 'idCheckSum' || around.says(run, found.window).has('idNumber');
    findings.push({ kind: 'idNumber', certainty: isSure ? 'sure' : 'likely', reason, ...place });
    if (bornOn !== null && isMinor(bornOn, today)) {
      findings.push({ kind: 'minor', certainty: isSure ? 'sure' : 'likely', reason: 'minorIdNumber', ...place });
    }
    from = found.window.until - 1;
  }
  return findings;
}

function checkedAt({ run, around, today }: IdContext, from: number): IdNumber | null {
  const head = run.digits.slice(from, from + 17);
  if (head.length < 17 || !isProvince(head)) return null;
  const bornOn = dateOfDigits(head.slice(6, 14));
  if (bornOn === null || bornOn > today || bornOn < '1900') return null;
  const check = idCheckOf(head);
  const window = { from, until: from + (check === 'X' ? 17 : 18) };
  const until = check === 'X' ? endOfX(run, around, window.until) : (run.at[from + 17] ?? -2) + 1;
  if (until < 0 || (check !== 'X' && run.digits[from + 17] !== check)) return null;
  if (around.says(run, window).has('creditCode') && isCreditCode(head + check)) return null;
  // digits out of the middle of separate numbers in cells and lines: an accident
  const isAccident = strongestBreak(run, window) >= BREAK.soft && !(beginsAt(run, from) && endsAt(run, window.until));
  return isAccident || !around.isOneNumber(run, window, 'idNumber') ? null : { window, until, bornOn, reason: 'idCheckSum' };
}

/** The position behind the X that follows the first `digits` digits of a run, or -1. */
function endOfX(run: DigitRun, { stream }: Surroundings, digits: number): number {
  const last = run.at[digits - 1] ?? 0;
  for (let at = last + 1; at <= last + 4; at += 1) {
    const char = stream.chars[at] ?? '';
    if (X.test(char)) return at + 1;
    if (!/^[-‐–—_.·•/\\|]$/.test(char)) return -1;
  }
  return -1;
}

function wrongAt({ run, around, today }: IdContext, from: number): IdNumber | null {
  const x = endOfX(run, around, from + 17);
  const length = x > 0 && from + 17 === run.digits.length ? 17 : 18;
  const window = { from, until: from + length };
  if (window.until > run.digits.length || !endsAt(run, window.until)) return null;
  const says = around.says(run, window);
  const bornOn = dateOfDigits(run.digits.slice(from + 6, from + 14));
  const isDated = bornOn !== null && bornOn <= today && bornOn > '1900' && isProvince(run.digits.slice(from));
  const until = length === 17 ? x : (run.at[window.until - 1] ?? 0) + 1;
  const found = { window, until, bornOn: isDated ? bornOn : null };
  if (says.has('idNumber') && strongestBreak(run, window) < BREAK.boundary)
    return { ...found, reason: isDated ? 'idDate' : 'idLabel' };
  if (!isDated || says.has('code') || says.has('creditCode') || says.has('bankAccount')) return null;
  return strongestBreak(run, window) >= BREAK.soft || around.isNoPerson(run, window) ? null : { ...found, reason: 'idDate' };
}

function oldAt({ run, around }: IdContext, from: number): IdNumber | null {
  const window = { from, until: from + 15 };
  if (!endsAt(run, window.until)) return null;
  const bornOn = dateOfDigits(run.digits.slice(from + 6, from + 12));
  const says = around.says(run, window);
  const until = (run.at[window.until - 1] ?? 0) + 1;
  if (says.has('idNumber') && shapeOf(run, window).length <= 15) return { window, until, bornOn, reason: 'idOldForm' };
  if (bornOn === null || !isProvince(run.digits.slice(from)) || says.size > 0) return null;
  const isWhole = from === 0 && run.digits.length === 15;
  if (strongestBreak(run, window) >= BREAK.separator && !isWhole) return null;
  if (strongestBreak(run, window) >= BREAK.soft || around.isNoPerson(run, window)) return null;
  return { window, until, bornOn, reason: 'idOldForm' };
}

/** Is somebody who was born on a day not yet 18? */
export function isMinor(bornOn: string, today: string): boolean {
  const year = Number(bornOn.slice(0, 4)) + 18;
  return bornOn <= today && `${year}${bornOn.slice(4)}` > today;
}
