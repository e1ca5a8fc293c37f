/** Deeper than any form or variable of people; what walks a value afterwards may call itself. */
const MAX_DEPTH = 50;

/**
 * Where an input has what cannot be kept: U+0000, which PostgreSQL takes in no text, or values in each other without end.
 * @returns the path; undefined where there is none
 */
export function unfitPart(input: unknown): string | undefined {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: input, path: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path } = next;
    if (isUnfit(value) || path.some(isUnfit) || path.length > MAX_DEPTH)
      return path
        .slice(0, 2)
        .filter((name) => !isUnfit(name))
        .join('.');
    if (value !== null && typeof value === 'object')
      for (const [name, part] of Object.entries(value)) waiting.push({ value: part, path: [...path, name] });
  }
  return undefined;
}

const isUnfit = (value: unknown): boolean => typeof value === 'string' && value.includes('\u0000');
