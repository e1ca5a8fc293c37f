export type ValueKind = 'number' | 'fraction' | 'boolean' | 'text' | 'list' | 'object' | 'any';

/** A value must be of its default's kind, or a formula that reads it would break; a default of null says nothing. */
export function isSameKind(value: unknown, defaultValue: unknown): boolean {
  const expected = kindOf(defaultValue);
  const actual = kindOf(value);
  return expected === 'any' || actual === expected;
}

export function kindOf(value: unknown): ValueKind {
  switch (typeof value) {
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'string':
      return /^\d+\/[1-9]\d*$/.test(value) ? 'fraction' : 'text';
    default:
      if (value === null || value === undefined) return 'any';
      return Array.isArray(value) ? 'list' : 'object';
  }
}
