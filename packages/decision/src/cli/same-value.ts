import { viewFeel, type FeelValue } from '@wuxin/feel';

/** What the TCK allows numbers to differ by, since expected ones are rounded. */
const TOLERANCE = 1e-8;

/** Is it what was expected? Numbers nearly, everything else exactly; names of a context in any order. */
export function isSameValue(one: FeelValue, other: FeelValue): boolean {
  const [a, b] = [viewFeel(one), viewFeel(other)];
  if (a.kind === 'number' && b.kind === 'number')
    return Math.abs(a.value - b.value) <= TOLERANCE * Math.max(1, Math.abs(b.value));
  if (a.kind === 'list' && b.kind === 'list')
    return a.items.length === b.items.length && a.items.every((item, at) => isSame(item, b.items[at]));
  if (a.kind === 'context' && b.kind === 'context') {
    const names = [...new Set([...Object.keys(a.entries), ...Object.keys(b.entries)])];
    return names.every((name) => name in a.entries && isSame(a.entries[name], b.entries[name]));
  }
  return a.kind === b.kind && a.kind !== 'function' && a.kind !== 'range' && one.toJSON() === other.toJSON();
}

const isSame = (one: FeelValue | undefined, other: FeelValue | undefined): boolean =>
  one !== undefined && other !== undefined && isSameValue(one, other);
