import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from 'feelin';
import { FeelRefusal, withExpression } from '../errors';
import { FeelValue, rawOf, type FeelInput } from './feel-value';
import { readVariables } from './variables';

/** A value of FEEL, taken apart. The names are FEEL's. */
export type FeelView =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: TemporalKind }
  | { readonly kind: 'list'; readonly items: readonly FeelValue[] }
  | { readonly kind: 'context'; readonly entries: Readonly<Record<string, FeelValue>> }
  | { readonly kind: 'range' | 'function' };

type TemporalKind = 'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration';

/** What a value is, and what is in it. */
export function viewFeel(value: FeelValue): FeelView {
  const raw = rawOf(value);
  const inner = (item: unknown) => new FeelValue(value.expression, item);
  if (raw === null || raw === undefined) return { kind: 'null' };
  if (typeof raw === 'boolean') return { kind: 'boolean', value: raw };
  if (typeof raw === 'number') return Number.isFinite(raw) ? { kind: 'number', value: raw } : { kind: 'null' };
  if (typeof raw === 'string') return { kind: 'string', value: raw };
  if (Array.isArray(raw)) return { kind: 'list', items: raw.map(inner) };
  if (raw instanceof FeelDate) return { kind: 'date' };
  if (raw instanceof FeelTime) return { kind: 'time' };
  if (raw instanceof FeelDateTime) return { kind: 'date and time' };
  if (raw instanceof FeelDuration) return { kind: raw.yearsMonths ? 'years and months duration' : 'days and time duration' };
  if (raw instanceof FeelRange) return { kind: 'range' };
  if (typeof raw === 'function' || raw instanceof FeelFunction) return { kind: 'function' };
  return { kind: 'context', entries: Object.fromEntries(Object.entries(raw).map(([key, entry]) => [key, inner(entry)])) };
}

/** A value of FEEL made of JSON and of others. @throws FeelError `feel.variables` for anything else */
export function feelValue(input: FeelInput): FeelValue {
  return withExpression('', () => new FeelValue('', readVariables({ input }).values['input'] ?? null));
}

/** A function that expressions can call, by position and by name; it gets `null` for what is not given. */
export function feelFunction(parameters: readonly string[], call: (args: readonly FeelValue[]) => FeelValue): FeelValue {
  const raw = (...args: unknown[]) => rawOf(call(parameters.map((_, index) => new FeelValue('', args[index] ?? null))));
  return new FeelValue('', new FeelFunction(raw, [...parameters]));
}

/**
 * Calls a function that is a value. @throws FeelError `feel.evaluation` when it is no function or the arguments do not fit
 */
export function invokeFeel(fn: FeelValue, args: readonly FeelValue[] | Readonly<Record<string, FeelValue>>): FeelValue {
  return withExpression(fn.expression, () => {
    const raw = rawOf(fn);
    if (!(raw instanceof FeelFunction)) throw new FeelRefusal('feel.evaluation', { reason: 'not a function' });
    const given = isPositional(args)
      ? args.map(rawOf)
      : Object.fromEntries(Object.entries(args).map(([name, value]) => [name, rawOf(value)]));
    const result: unknown = raw.invoke(given);
    if (isMismatch(result)) throw new FeelRefusal('feel.evaluation', { reason: 'arguments do not fit' });
    return new FeelValue(fn.expression, result);
  });
}

const isPositional = (args: readonly FeelValue[] | Readonly<Record<string, FeelValue>>): args is readonly FeelValue[] =>
  Array.isArray(args);

/** What feelin returns in place of a result; it does not export its class. */
const isMismatch = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'warning' in result && 'template' in result;
