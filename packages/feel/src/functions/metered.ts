import { FeelRefusal } from '../errors';
import type { Meter } from '../meter';
import { builtIn, type RawFunction } from './built-ins';
import { assertSafePattern } from './patterns';

/** Functions that look inside the elements of their lists; the others only touch the lists themselves. */
const DEEP = new Set(['string', 'flatten', 'distinct values', 'union', 'context merge', 'get entries']);
/** Functions that compare every element with every other one. */
const QUADRATIC = new Set(['distinct values', 'union']);
const PATTERNS = new Set(['matches', 'replace', 'split']);

/** FEEL's function `name`, paying for its arguments before and for its result after the call. */
export function meteredBuiltIn(name: string, meter: Meter): RawFunction {
  const original = name === 'median' ? median : builtIn(name);
  const metered: RawFunction = (...args) => {
    for (const arg of args) meter.charge(DEEP.has(name) ? meter.sizeOf(arg) : meter.widthOf(arg));
    if (QUADRATIC.has(name)) meter.charge(args.reduce<number>((sum, arg) => sum + meter.widthOf(arg), 0) ** 2 / 100);
    if (PATTERNS.has(name)) assertSafeCall(args);
    const result = original(...args);
    meter.charge(1 + meter.widthOf(result));
    return result;
  };
  metered.$args = original.$args ?? ['...list'];
  return metered;
}

function assertSafeCall(args: readonly unknown[]): void {
  const [input, pattern] = args;
  if (typeof input !== 'string' || typeof pattern !== 'string') return;
  assertSafePattern(pattern, input.length);
  try {
    new RegExp(pattern, 'u');
  } catch {
    throw new FeelRefusal('feel.pattern', { pattern, reason: 'invalid' });
  }
}

/** feelin 8.2.0 sorts the numbers as text here, so that 10 comes before 9. */
const median: RawFunction = (...args) => {
  const list: readonly unknown[] = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
  const numbers = list.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  if (numbers.length === 0 || numbers.length < list.length) return null;
  const middle = Math.floor(numbers.length / 2);
  const upper = numbers[middle] ?? 0;
  return numbers.length % 2 === 1 ? upper : ((numbers[middle - 1] ?? 0) + upper) / 2;
};
