import type { FeelOptions, Json, Variables } from '@wuxin/feel';
import type { DecisionTable } from '../table';
import { decide, type Decision } from './decide';

/** Decides for values of the inputs themselves, one an input, whatever expression finds them in a case. */
export const decideForValues = (table: DecisionTable, values: readonly Json[], options: FeelOptions): Decision =>
  decide(withValues(table), variablesFor(table, values), options);

const nameAt = (column: number) => `triedInput${column}`;

const withValues = (table: DecisionTable): DecisionTable => ({
  ...table,
  inputs: table.inputs.map((input, column) => ({ ...input, expression: nameAt(column) })),
});

const PATH = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Cells may name the inputs too: a plain `record.openCorrections` is there under its own name as well. */
function variablesFor({ inputs }: DecisionTable, values: readonly Json[]): Variables {
  const variables: Record<string, Json> = {};
  for (const [column, { expression }] of inputs.entries()) {
    const value = values[column] ?? null;
    variables[nameAt(column)] = value;
    const names = expression.trim().split('.');
    if (PATH.test(expression.trim()) && !names.some((name) => RESERVED.has(name))) place(variables, names, value);
  }
  return variables;
}

const isGroup = (value: Json | undefined): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function place(into: Record<string, Json>, [name = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    into[name] = value;
    return;
  }
  const known = into[name];
  const inner: Record<string, Json> = isGroup(known) ? { ...known } : {};
  place(inner, rest, value);
  into[name] = inner;
}
