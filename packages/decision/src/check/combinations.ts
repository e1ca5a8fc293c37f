import { checkFeel, parametersUsed, type FeelOptions, type Json } from '@wuxin/feel';
import { passesCell } from '../cell';
import { isAnyCell, isMultiple, type DecisionRule, type DecisionTable, type Scalar } from '../table';
import type { TableProblem } from './check-table';
import { samplesOf } from './samples';

/** Combinations times rules; more takes longer than a person who edits a table wants to wait. */
const MAX_TESTS = 5_000;
const MAX_REPORTED = 10;

type Parameters = { readonly [key: string]: Json };

/**
 * Tries combinations of values: which does no rule cover, which do several rules claim that must not? Empty where cells depend on
 * variables or on parameters that are not known, or where there are too many combinations.
 */
export function combinationProblems(table: DecisionTable, parameters: Parameters): TableProblem[] {
  const combinations = allCombinations(table, parameters);
  const isSelfContained = (rule: DecisionRule) =>
    rule.when.every((cell) => isAnyCell(cell) || dependsOnNothing(cell, parameters));
  if (combinations.length * table.rules.length > MAX_TESTS || !table.rules.every(isSelfContained)) return [];
  // the cells that are tried depend on no time
  const options: FeelOptions = { now: 0, functions: { param: (key) => parameters[typeof key === 'string' ? key : ''] ?? null } };
  const problems = combinations.flatMap((values): TableProblem[] => {
    const hits = table.rules.filter((rule) => applies(rule, values, options));
    const example = table.inputs.map(({ label }, column) => `${label} = ${String(values[column])}`).join(', ');
    if (hits.length === 0) return isMultiple(table) ? [] : [{ code: 'decision.gap' as const, data: { example } }];
    const isOverlap = table.hitPolicy === 'UNIQUE' && hits.length > 1;
    return isOverlap ? [{ code: 'decision.overlap' as const, data: { example, ruleIds: hits.map((rule) => rule.id) } }] : [];
  });
  return problems.slice(0, MAX_REPORTED);
}

function allCombinations(table: DecisionTable, parameters: Parameters): Scalar[][] {
  const { inputs, rules } = table;
  if (inputs.length === 0) return [];
  const samples = inputs.map((_, column) => {
    const found = samplesOf(table, column, parameters);
    // no cell of the column tests anything, or none in a way that tells which values matter
    return found.length > 0 ? found : rules.every(({ when }) => isAnyCell(when[column] ?? '')) ? [0] : [];
  });
  const count = samples.reduce((product, { length }) => product * length, 1);
  if (count * rules.length > MAX_TESTS) return [];
  return samples.reduce<Scalar[][]>((rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])), [[]]);
}

function dependsOnNothing(cell: string, parameters: Parameters): boolean {
  const readsTime = /\b(?:now|today)\b/.test(cell);
  const isKnown = parametersUsed(cell, 'unaryTests').every((key) => Object.hasOwn(parameters, key));
  return !readsTime && isKnown && checkFeel(cell, { kind: 'unaryTests', knownNames: [], knownFunctions: ['param'] }).length === 0;
}

function applies(rule: DecisionRule, values: readonly Scalar[], options: FeelOptions): boolean {
  return values.every((value, column) => passesCell(rule.when[column] ?? '-', { feel: value, json: value }, {}, options));
}
