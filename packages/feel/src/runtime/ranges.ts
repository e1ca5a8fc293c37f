import { FeelDate, FeelDateTime, FeelDuration, FeelRange, FeelTime } from 'feelin';

/**
 * Values of different types cannot be compared: FEEL says null. Every `<`, `<=`, `>`, `>=`, `between`, `in` and unary test of
 * feelin ends in whether a range includes a value, and there it compares as JavaScript does: `"5" > 4` would be true.
 */
export function compareWithinTypes(): void {
  const { includes } = FeelRange.prototype;
  // two copies of this file may share one feelin, as in tests
  if (includes.name === guardedIncludes.name) return;
  unguarded = includes;
  FeelRange.prototype.includes = guardedIncludes;
}

let unguarded: FeelRange['includes'] = () => null;

function guardedIncludes(this: FeelRange, value: unknown): ReturnType<FeelRange['includes']> {
  const probe = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value; // a list of one is its element
  const bound: unknown = this.start ?? this.end;
  if (bound !== null && !(probe instanceof FeelRange) && typeOf(probe) !== typeOf(bound)) return null;
  return unguarded.call(this, probe);
}

const TEMPORAL = [FeelDate, FeelTime, FeelDateTime, FeelDuration];

/** Of contexts, lists and functions, which nothing is compared with, it is the same. */
const typeOf = (value: unknown): unknown => TEMPORAL.find((temporal) => value instanceof temporal) ?? typeof value;
