import { decideForValues, DecisionError, explainDecision, type DecisionTable } from '@wuxin/decision';
import type { Json } from '@wuxin/bpmn-core';
import type { DecisionTrial } from '../../common/api';
import { tableIn } from '../../common/decisions';
import { feelFunctions } from '../expressions';
import { viewParameters } from '../parameters';
import type { ReadAt } from '../runtime/read-at';
import type { Locale } from '../runtime/texts';
import { safeParametersOf } from './check';
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
  const nothing = { hits: [], results: null, sentence: null, parameters: [] };
  const parsed = parse(input, locale);
  if ('problems' in parsed) return { ...nothing, problem: parsed.problems[0] ?? null };
  const table = tableIn(locale, parsed.table);
  const parameters = await parametersFor(tx, table, { placeId, locale });
  const functions = feelFunctions(Object.fromEntries(parameters.map(({ key, value }) => [key, value as Json]))); // stored as JSON
  try {
    const decision = decideForValues(table, values, { now: tx.now, functions });
    const hits = decision.explanation.hits.map((hit) => ({
      ...hit,
      conditions: [...hit.conditions],
      results: [...hit.results],
    }));
    const results = table.outputs.map(({ name }) => decision.outputs[name] ?? null);
    return { hits, results, sentence: explainDecision(decision, locale), problem: null, parameters };
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    return { ...nothing, parameters, problem: viewOf(error, locale) };
  }
}

async function parametersFor(tx: ReadAt, table: DecisionTable, at: { readonly placeId: string | null; readonly locale: Locale }) {
  const found = await viewParameters(tx, { keys: safeParametersOf(table), ...at });
  return found.map(({ key, name, value, unit, options }) => ({ key, name, value, unit, ...(options ? { options } : {}) }));
}
