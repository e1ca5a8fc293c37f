import type { IncidentVariable } from '../../common/api';

/** How a value is written: lists and objects as JSON. */
export const INPUT_KINDS = ['text', 'number', 'boolean', 'date', 'json'] as const;
export type InputKind = (typeof INPUT_KINDS)[number];

/** What a field holds; days as `2026-11-25`. */
export type VariableInput =
  | { readonly kind: 'text' | 'json'; readonly input: string }
  | { readonly kind: 'number'; readonly input: number | null }
  | { readonly kind: 'boolean'; readonly input: boolean | null }
  | { readonly kind: 'date'; readonly input: string | null };

type Original = Pick<IncidentVariable, 'value' | 'type'>;
export type InputProblem = { readonly kind: 'notJson'; readonly line: number | null } | { readonly kind: 'notListOrObject' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A field for what a variable is now; what it is not yet, as the process declares it. */
export function inputOf({ value, type }: Original): VariableInput {
  if (typeof value === 'number') return { kind: 'number', input: value };
  if (typeof value === 'boolean') return { kind: 'boolean', input: value };
  if (typeof value === 'string') return DAY.test(value) ? { kind: 'date', input: value } : { kind: 'text', input: value };
  if (value !== null && value !== undefined) return { kind: 'json', input: JSON.stringify(value, null, 2) };
  return emptyInput(type ?? 'text');
}

function emptyInput(kind: InputKind): VariableInput {
  switch (kind) {
    case 'text':
    case 'json':
      return { kind, input: '' };
    case 'number':
    case 'boolean':
    case 'date':
      return { kind, input: null };
  }
}

/** The same as another kind, where it can be read as one: `11` as a text is the number 11. */
export function asKind(from: VariableInput, kind: InputKind): VariableInput {
  const text = from.input === null ? '' : String(from.input);
  if (kind === 'text') return { kind, input: text };
  if (kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return { kind, input: Number(text) };
  if (kind === 'date' && DAY.test(text)) return { kind, input: text };
  return emptyInput(kind);
}

/** What was written, as a value. A field left empty is no value; a text that was there before becomes an empty text. */
export function readInput(
  written: VariableInput,
  original: Original,
): { readonly value: unknown } | { readonly problem: InputProblem } {
  switch (written.kind) {
    case 'text':
      return { value: written.input === '' && typeof original.value !== 'string' ? null : written.input };
    case 'json':
      return written.input.trim() === '' ? { value: null } : readJson(written.input);
    case 'number':
    case 'boolean':
    case 'date':
      return { value: written.input };
  }
}

function readJson(text: string): { readonly value: unknown } | { readonly problem: InputProblem } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { value } : { problem: { kind: 'notListOrObject' } };
  } catch (error) {
    return { problem: { kind: 'notJson', line: lineOf(text, error) } };
  }
}

/** Engines say where in words of their own; most with a position. */
function lineOf(text: string, error: unknown): number | null {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
}

/** The variables whose value is another one now; what cannot be read is left out. */
export function changedValues(
  variables: readonly IncidentVariable[],
  written: Readonly<Record<string, VariableInput | undefined>>,
): Record<string, unknown> {
  return Object.fromEntries(
    variables.flatMap((variable) => {
      const input = written[variable.name];
      const read = input && readInput(input, variable);
      if (!read || 'problem' in read || JSON.stringify(read.value) === JSON.stringify(variable.value)) return [];
      return [[variable.name, read.value]];
    }),
  );
}
