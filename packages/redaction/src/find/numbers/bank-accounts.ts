import type { StreamFinding } from '../finding';
import type { Surroundings } from './around';
import { passesLuhn } from './check-sums';
import { beginsAt, BREAK, type Claims, type DigitRun, type DigitWindow, endsAt, shapeOf, strongestBreak } from './runs';

interface AccountContext {
  readonly run: DigitRun;
  readonly claims: Claims;
  readonly around: Surroundings;
}

const CARD_LENGTHS = [19, 18, 17, 16];
/** UnionPay and its older numbers, Visa, Mastercard, JCB. */
const CARD = /^(?:6[0-9]|9[0-9]|4\d|5[1-5]|35|2[2-7])/;
const UNION_PAY = /^62/;

export function bankAccounts(context: AccountContext): StreamFinding[] {
  const { run, claims } = context;
  const findings: StreamFinding[] = [];
  for (let from = 0; from + 8 <= run.digits.length; from += 1) {
    if (!beginsAt(run, from)) continue;
    const found = labelledAt(context, from) ?? cardAt(context, from);
    if (!found) continue;
    claims.take(found.window);
    findings.push({
      kind: 'bankAccount',
      certainty: found.reason === 'cardPrefix' ? 'likely' : 'sure',
      reason: found.reason,
      from: run.at[from] ?? 0,
      until: (run.at[found.window.until - 1] ?? 0) + 1,
      mask: { type: 'hidden' },
    });
    from = found.window.until - 1;
  }
  return findings;
}

interface Account {
  readonly window: DigitWindow;
  readonly reason: 'cardCheckSum' | 'cardPrefix' | 'accountLabel';
}

/** Behind a label: all digits up to what separates two accounts. */
function labelledAt({ run, claims, around }: AccountContext, from: number): Account | null {
  const says = around.says(run, { from, until: from + 1 });
  if (!says.has('bankAccount')) return null;
  let until = from + 1;
  while (until < run.digits.length && until - from < 32 && !isNextAccount(run, from, until) && !isOtherCell(run, until, around))
    until += 1;
  const window = { from, until };
  if (until - from < 8 || !claims.isFree(window) || !around.isOneNumber(run, window, 'bankAccount')) return null;
  return { window, reason: passesLuhn(run.digits.slice(from, until)) ? 'cardCheckSum' : 'accountLabel' };
}

/** The next cell, under a header of something else. */
function isOtherCell(run: DigitRun, at: number, around: Surroundings): boolean {
  return run.breaks[at] === BREAK.boundary && !around.isUnder(run.at[at] ?? 0, 'bankAccount');
}

function isNextAccount(run: DigitRun, from: number, at: number): boolean {
  const strength = run.breaks[at] ?? 0;
  if (strength >= BREAK.boundary) return at - from >= 12;
  if (strength >= BREAK.soft) return at - from >= 12 && groupLength(run, at, BREAK.soft) >= 8;
  // after a whole card comes another number when a space is between them and that number is whole itself
  return strength >= BREAK.separator && at - from >= 16 && groupLength(run, at, BREAK.separator) >= 8;
}

/** How many digits stand together from one on, up to a break of this strength. */
function groupLength(run: DigitRun, from: number, strength: number): number {
  let until = from + 1;
  while (until < run.digits.length && (run.breaks[until] ?? 0) < strength) until += 1;
  return until - from;
}

function cardAt({ run, claims, around }: AccountContext, from: number): Account | null {
  if (!CARD.test(run.digits.slice(from, from + 2))) return null;
  for (const length of CARD_LENGTHS) {
    const window = { from, until: from + length };
    if (window.until > run.digits.length || !endsAt(run, window.until) || !claims.isFree(window)) continue;
    const digits = run.digits.slice(from, window.until);
    const says = around.says(run, window);
    if (says.has('code') || says.has('creditCode')) continue;
    if (around.isNoPerson(run, window) || !isWritten(run, window, around)) continue;
    if (passesLuhn(digits)) return { window, reason: 'cardCheckSum' };
    if (UNION_PAY.test(digits) && !says.has('phone') && !says.has('idNumber') && strongestBreak(run, window) < BREAK.soft)
      return { window, reason: 'cardPrefix' };
  }
  return null;
}

/** Not out of several numbers that stand beside each other by chance. */
function isWritten(run: DigitRun, window: DigitWindow, around: Surroundings): boolean {
  const shape = shapeOf(run, window);
  const strongest = strongestBreak(run, window);
  if (strongest >= BREAK.boundary)
    return around.headerSays(run, window, 'bankAccount') && around.isOneNumber(run, window, 'bankAccount');
  if (shape.length === 1 || shape.every((size) => size === 1)) return true;
  const isInFours = shape.slice(0, -1).every((size) => size === 4);
  const isAlone = window.from === 0 && window.until === run.digits.length;
  return isInFours || (isAlone && UNION_PAY.test(run.digits.slice(window.from)));
}
