import { checkFeel, type FeelOptions } from '@wuxin/feel';
import { passesCell } from '../cell';
import { isAnyCell, type DecisionRule, type DecisionTable, type Scalar } from '../table';
import type { TableProblem } from './check-table';

/** Combinations times rules; more takes longer than a person who edits a table wants to wait. */
const MAX_TESTS = 5_000;
const MAX_REPORTED = 10;
/** The cells that are tried depend on no time. */
const TIMELESS: FeelOptions = { now: 0 };

/**
 * Tries all combinations of the listed values: which does no rule cover, which do several rules claim that must not?
 * Empty where inputs have no list, cells depend on variables, or there are too many combinations.
 */
export function combinationProblems(table: DecisionTable): TableProblem[] {
  const combinations = allCombinations(table);
  if (combinations.length * table.rules.length > MAX_TESTS || !table.rules.every(isSelfContained)) return [];
  const problems = combinations.flatMap((values): TableProblem[] => {
    const hits = table.rules.filter((rule) => applies(rule, values));
    const example = table.inputs.map(({ label }, column) => `${label} = ${String(values[column])}`).join(', ');
    if (hits.length === 0) return table.hitPolicy === 'COLLECT' ? [] : [{ code: 'decision.gap' as const, data: { example } }];
    const isOverlap = table.hitPolicy === 'UNIQUE' && hits.length > 1;
    return isOverlap ? [{ code: 'decision.overlap' as const, data: { example, ruleIds: hits.map((rule) => rule.id) } }] : [];
  });
  return problems.slice(0, MAX_REPORTED);
}

function allCombinations({ inputs, rules }: DecisionTable): Scalar[][] {
  if (inputs.length === 0) return [];
  const count = inputs.reduce((product, { values }) => product * (values?.length ?? Infinity), 1);
  if (count * rules.length > MAX_TESTS) return [];
  return inputs.reduce<Scalar[][]>(
    (rows, { values = [] }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

function isSelfContained(rule: DecisionRule): boolean {
  return rule.when.every((cell) => isAnyCell(cell) || dependsOnNothing(cell));
}

function dependsOnNothing(cell: string): boolean {
  const readsTime = /\b(?:now|today)\b/.test(cell);
  return !readsTime && checkFeel(cell, { kind: 'unaryTests', knownNames: [], knownFunctions: [] }).length === 0;
}

function applies(rule: DecisionRule, values: readonly Scalar[]): boolean {
  return values.every((value, column) => passesCell(rule.when[column] ?? '-', { feel: value, json: value }, {}, TIMELESS));
}
