import type { Scalar } from '@wuxin/decision';

/** What a person typed, as the value they mean: numbers and yes or no are none of letters. */
export function scalarOf(text: string): Scalar {
  const trimmed = text.trim();
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : trimmed;
}

/** A value as it stands in a cell. */
export const cellOf = (value: Scalar): string => (typeof value === 'string' ? JSON.stringify(value) : String(value));
