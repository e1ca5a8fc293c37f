import type { Json } from '@wuxin/feel';
import { isAnyCell, type DecisionTable, type Scalar } from '../table';

/**
 * Values of an input that are worth trying: those that it lists, else what the cells of its column name, with what lies between and
 * around. Empty where the cells name nothing that can be told.
 */
export function samplesOf(
  { inputs, rules }: DecisionTable,
  column: number,
  parameters: { readonly [key: string]: Json },
): Scalar[] {
  const listed = inputs[column]?.values;
  if (listed) return [...listed];
  const cells = rules.map(({ when }) => when[column] ?? '').filter((cell) => !isAnyCell(cell));
  const texts = cells.flatMap((cell) => withoutParameters(cell).match(/"[^"\\]*"/g) ?? []).map((text) => text.slice(1, -1));
  // which other texts there are, only a list of the values can say
  if (texts.length > 0) return [...new Set(texts)];
  if (cells.some((cell) => /\b(?:true|false)\b/.test(cell))) return [true, false];
  const named = cells.flatMap((cell) => [...numbersIn(withoutParameters(cell)), ...parameterNumbers(cell, parameters)]);
  return around([...new Set(named)].sort((a, b) => a - b));
}

const PARAMETER = /param\(\s*"([^"]+)"\s*\)/g;
const withoutParameters = (cell: string): string => cell.replace(PARAMETER, ' ');
const numbersIn = (cell: string): number[] => (cell.match(/(?<![\w.])-?\d+(?:\.\d+)?/g) ?? []).map(Number);

const parameterNumbers = (cell: string, parameters: { readonly [key: string]: Json }): number[] =>
  [...cell.matchAll(PARAMETER)].flatMap(([, key = '']) => {
    const value = parameters[key];
    return typeof value === 'number' ? [value] : [];
  });

/** Each number with its neighbours. Counts and amounts are not negative, unless a cell says so. */
function around(numbers: readonly number[]): number[] {
  const [lowest] = numbers;
  if (lowest === undefined) return [];
  const near = numbers.flatMap((number) => [number - 1, number, number + 1]);
  return [...new Set(near)].filter((number) => number >= 0 || lowest < 0).sort((a, b) => a - b);
}
