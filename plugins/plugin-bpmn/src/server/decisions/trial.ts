import { decide, DecisionError, explainDecision, parametersOfTable, type DecisionTable } from '@wuxin/decision';
import type { Json, Variables } from '@wuxin/bpmn-core';
import type { DecisionTrial } from '../../common/api';
import { tableIn } from '../../common/decisions';
import { feelFunctions } from '../expressions';
import { viewParameters } from '../parameters';
import type { ReadAt } from '../runtime/read-at';
import type { Locale } from '../runtime/texts';
import { parse, viewOf } from './problem-views';

export interface Trial {
  /** As it stands in the editor, saved or not. */
  readonly table: unknown;
  /** One an input, in their order. */
  readonly values: readonly Json[];
  readonly placeId: string | null;
  readonly locale: Locale;
}

/** What a table would decide for these values: which rule and why, or why none. Changes nothing. */
export async function tryDecision(tx: ReadAt, { table: input, values, placeId, locale }: Trial): Promise<DecisionTrial> {
  const nothing = { hits: [], sentence: null, parameters: [] };
  const parsed = parse(input, locale);
  if ('problems' in parsed) return { ...nothing, problem: parsed.problems[0] ?? null };
  const table = tableIn(locale, parsed.table);
  const parameters = await parametersFor(tx, table, { placeId, locale });
  const functions = feelFunctions(Object.fromEntries(parameters.map(({ key, value }) => [key, value as Json]))); // stored as JSON
  try {
    const decision = decide(withValues(table), variablesFor(table, values), { now: tx.now, functions });
    const hits = decision.explanation.hits.map((hit) => ({
      ...hit,
      conditions: [...hit.conditions],
      results: [...hit.results],
    }));
    return { hits, sentence: explainDecision(decision, locale), problem: null, parameters };
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    return { ...nothing, parameters, problem: viewOf(error, locale) };
  }
}

async function parametersFor(tx: ReadAt, table: DecisionTable, at: { readonly placeId: string | null; readonly locale: Locale }) {
  const found = await viewParameters(tx, { keys: safeParametersOf(table), ...at });
  return found.map(({ key, name, value, unit }) => ({ key, name, value, unit }));
}

/** Cells that cannot be read use no parameter; what is wrong with them is said by the decision itself. */
function safeParametersOf(table: DecisionTable): readonly string[] {
  try {
    return parametersOfTable(table);
  } catch {
    return [];
  }
}

const nameAt = (column: number) => `triedInput${column}`;

/** Values are given for the inputs themselves, whatever expression finds them in a case. */
function withValues(table: DecisionTable): DecisionTable {
  return { ...table, inputs: table.inputs.map((input, column) => ({ ...input, expression: nameAt(column) })) };
}

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
