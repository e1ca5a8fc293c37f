import { evaluate } from 'feelin';

/** A function as feelin calls it: positional arguments, names for named arguments in `$args`. */
export type RawFunction = ((...args: unknown[]) => unknown) & { $args?: readonly string[] };

/** FEEL's own functions that feelin implements, apart from `date`, `time` and such, which are part of its grammar. */
const NAMES = [
  ['number', 'string', 'years and months duration', 'now', 'today', 'not', 'is'],
  ['substring', 'string length', 'upper case', 'lower case', 'substring before', 'substring after', 'replace', 'contains'],
  ['matches', 'starts with', 'ends with', 'split', 'string join'],
  ['list contains', 'list replace', 'count', 'min', 'max', 'sum', 'mean', 'all', 'any', 'sublist', 'append', 'concatenate'],
  ['insert before', 'remove', 'reverse', 'index of', 'union', 'distinct values', 'flatten', 'product', 'median', 'stddev'],
  ['mode', 'sort', 'decimal', 'floor', 'ceiling', 'abs', 'round up', 'round down', 'round half up', 'round half down'],
  ['modulo', 'sqrt', 'log', 'exp', 'odd', 'even', 'before', 'after', 'meets', 'met by', 'overlaps', 'includes'],
  ['day of year', 'day of week', 'month of year', 'week of year'],
  ['get value', 'get entries', 'context', 'context merge', 'context put', 'date', 'time', 'date and time', 'duration'],
].flat();

const known: ReadonlySet<string> = new Set(NAMES);
const found = new Map<string, RawFunction>();

export function isBuiltIn(name: string): boolean {
  return known.has(name);
}

/** feelin does not export its functions, but the name of one evaluates to it. */
export function builtIn(name: string): RawFunction {
  const cached = found.get(name);
  if (cached) return cached;
  const { value } = evaluate(name);
  if (typeof value !== 'function') throw new Error(`feelin has no function ${name}`);
  // The names above are functions of feelin, which take positional arguments; `$args` is optional.
  const fn = value as RawFunction;
  found.set(name, fn);
  return fn;
}
