import { evaluateUnaryTests, type FeelOptions, type FeelValue, type Json, type Variables } from '@wuxin/feel';
import { isAnyCell } from './table';

/** A value as FEEL knows it and, once, as JSON. */
export interface InputValue {
  readonly feel: FeelValue | Json;
  readonly json: Json;
}

const LITERALS = /^\s*(?:"[^"\\\n]*"|-?\d+(?:\.\d+)?)\s*(?:,\s*(?:"[^"\\\n]*"|-?\d+(?:\.\d+)?)\s*)*$/;

/** Does a value pass the tests of a cell? Lists of literals, by far the most cells, are decided without FEEL's parser. */
export function passesCell(cell: string, value: InputValue, variables: Variables, options: FeelOptions): boolean {
  if (isAnyCell(cell)) return true;
  const literals = literalsOf(cell);
  const { json } = value;
  if (literals && (typeof json === 'string' || typeof json === 'number')) return literals.includes(json);
  return evaluateUnaryTests(cell, value.feel, variables, options);
}

/** The values of a cell that is nothing but texts and numbers; otherwise null. */
export function literalsOf(cell: string): readonly (string | number)[] | null {
  if (!LITERALS.test(cell)) return null;
  const tokens = cell.match(/"[^"]*"|-?[\d.]+/g) ?? [];
  return tokens.map((token) => (token.startsWith('"') ? token.slice(1, -1) : Number(token)));
}
