import type { ReadingContext } from '../check';
import { FeelRefusal } from '../errors';
import { LIMITS } from '../limits';
import { FeelValue, isTemporal, rawOf } from './feel-value';

/** FEEL's own values stay what they are; everything around them is copied. */
type Plain = null | boolean | number | string | FeelOwn | Plain[] | { [key: string]: Plain };
/** A date, a duration, a range or a function as feelin holds it. */
type FeelOwn = object;

/** Variables as the evaluator gets them: checked copies, so that nothing reaches the objects of the caller. */
export interface Scope {
  readonly values: Readonly<Record<string, Plain>>;
  readonly reading: ReadingContext;
}

/** Copies the variables; anything but JSON and values of FEEL is refused with its path. */
export function readVariables(variables: object): Scope {
  const reader = new VariableReader();
  const values = reader.readObject(variables, [], '');
  return { values, reading: { values, key: [...reader.oddNames].sort().join('\n') } };
}

class VariableReader {
  /** Names with blanks or signs, at any depth: the grammar must know them to read an expression. */
  readonly oddNames = new Set<string>();
  private count = 0;

  readObject(source: object, path: readonly string[], place: string): { [key: string]: Plain } {
    const target: { [key: string]: Plain } = {};
    for (const [key, value] of Object.entries(source)) {
      const inner = [...path, key];
      if (key === '__proto__') refuse(inner, 'reservedName');
      if (/[^\p{L}\p{N}_]/u.test(key)) this.oddNames.add(`${place}.${key}`);
      if (value !== undefined) target[key] = this.read(value, inner, `${place}.${key}`);
    }
    return target;
  }

  private read(value: unknown, path: readonly string[], place: string): Plain {
    if (++this.count > LIMITS.valueCount) refuse(path, 'tooMany');
    if (path.length > LIMITS.valueDepth) refuse(path, 'tooDeep');
    if (value instanceof FeelValue) return this.readOwn(rawOf(value), path, place);
    if (isTemporal(value)) return value;
    switch (typeof value) {
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) ? value : null;
      case 'string':
        return value.length > LIMITS.textLength ? refuse(path, 'tooLong') : value;
      case 'object':
        return this.readCompound(value, path, place);
      default:
        return refuse(path, 'notJson');
    }
  }

  /** What FEEL itself made: its lists and contexts may hold names with blanks too. */
  private readOwn(value: unknown, path: readonly string[], place: string): Plain {
    if (Array.isArray(value)) return value.map((item, index) => this.readOwn(item, [...path, String(index + 1)], place));
    if (typeof value === 'function') return value;
    if (typeof value !== 'object' || value === null || !isPlain(value))
      return isOwn(value) ? value : this.read(value ?? null, path, place);
    const entries = Object.entries(value).map(([key, entry]) => [key, new FeelValue('', entry)] as const);
    return this.readObject(Object.fromEntries(entries), path, place);
  }

  private readCompound(value: object | null, path: readonly string[], place: string): Plain {
    if (value === null) return null;
    if (Array.isArray(value)) return value.map((item, index) => this.read(item ?? null, [...path, String(index + 1)], place));
    return isPlain(value) ? this.readObject(value, path, place) : refuse(path, 'notJson');
  }
}

const isOwn = (value: unknown): value is FeelOwn => typeof value === 'object' && value !== null;

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || isObjectPrototype(prototype);
}

/** Also true for an object from another realm, such as a sandbox or a test environment. */
function isObjectPrototype(prototype: unknown): boolean {
  return (
    typeof prototype === 'object' &&
    prototype !== null &&
    Object.getPrototypeOf(prototype) === null &&
    'hasOwnProperty' in prototype
  );
}

function refuse(path: readonly string[], reason: 'reservedName' | 'tooMany' | 'tooDeep' | 'tooLong' | 'notJson'): never {
  throw new FeelRefusal('feel.variables', { path: path.slice(0, 10).join('.').slice(0, 200), reason });
}
