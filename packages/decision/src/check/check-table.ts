import { checkFeel, parametersUsed, type FeelKind, type FeelProblem, type Json } from '@wuxin/feel';
import { literalsOf } from '../cell';
import type { DecisionCode, DecisionData } from '../errors';
import { isAnyCell, isByPriority, type DecisionRule, type DecisionTable } from '../table';
import { combinationProblems } from './combinations';

export interface TableProblem {
  readonly code: DecisionCode;
  readonly data: DecisionData;
}

export interface CheckTableOptions {
  /** Variables that will exist; left out: names are not checked. */
  readonly knownNames?: readonly string[];
  /** Functions of the host; left out: functions are not checked. */
  readonly knownFunctions?: readonly string[];
  /** Values of parameters: with them gaps and overlaps are also looked for where cells read them. */
  readonly parameters?: { readonly [key: string]: Json };
}

/**
 * What is wrong with a table before it is used; empty when nothing is. Gaps and overlaps are looked for with the values that inputs
 * list, else with those that stand in the cells of the column and beside them.
 */
export function checkTable(table: DecisionTable, options: CheckTableOptions = {}): TableProblem[] {
  const shape = [
    ...policyProblems(table),
    ...duplicates(table),
    ...table.rules.flatMap((rule) => cellCountProblems(table, rule)),
  ];
  if (shape.length > 0) return shape;
  const cells = [...inputProblems(table, options), ...table.rules.flatMap((rule) => ruleProblems(table, rule, options))];
  if (cells.length > 0) return cells;
  return [...unreachable(table), ...combinationProblems(table, options.parameters ?? {})];
}

/** The keys of the parameters that a table reads with `param("…")`, sorted. */
export function parametersOfTable(table: DecisionTable): string[] {
  const expressions = [...table.inputs.map((input) => input.expression), ...table.rules.flatMap((rule) => rule.then)];
  const tests = table.rules.flatMap((rule) => rule.when).filter((cell) => !isAnyCell(cell));
  const keys = [
    ...expressions.flatMap((text) => parametersUsed(text)),
    ...tests.flatMap((text) => parametersUsed(text, 'unaryTests')),
  ];
  return [...new Set(keys)].sort();
}

function policyProblems(table: DecisionTable): TableProblem[] {
  const { aggregation, hitPolicy, outputs } = table;
  const mayAdd = aggregation === undefined || (hitPolicy === 'COLLECT' && outputs.length === 1);
  const hasOrder = !isByPriority(table) || outputs.some(({ values }) => values !== undefined);
  return [
    ...(mayAdd ? [] : [{ code: 'decision.notAggregable' as const, data: {} }]),
    ...(hasOrder ? [] : [{ code: 'decision.noPriority' as const, data: {} }]),
  ];
}

function duplicates(table: DecisionTable): TableProblem[] {
  const repeated = (names: readonly string[]): string[] => [
    ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
  ];
  return [
    ...repeated(table.rules.map((rule) => rule.id)).map((ruleId) => ({
      code: 'decision.duplicateRule' as const,
      data: { ruleId },
    })),
    ...repeated(table.outputs.map((output) => output.name)).map((name) => ({
      code: 'decision.duplicateOutput' as const,
      data: { name },
    })),
  ];
}

function cellCountProblems({ inputs, outputs }: DecisionTable, { id, when, then }: DecisionRule): TableProblem[] {
  if (when.length === inputs.length && then.length === outputs.length) return [];
  return [
    { code: 'decision.cells', data: { ruleId: id, expected: inputs.length + outputs.length, actual: when.length + then.length } },
  ];
}

function inputProblems(table: DecisionTable, options: CheckTableOptions): TableProblem[] {
  return table.inputs.flatMap(({ label, expression }, column) =>
    feelProblems(expression, 'expression', options).map((feel) =>
      cellProblem({ part: 'input', ruleId: '', label, column, feel }),
    ),
  );
}

function ruleProblems(table: DecisionTable, rule: DecisionRule, options: CheckTableOptions): TableProblem[] {
  const when = table.inputs.flatMap(({ label }, column) => {
    const cell = rule.when[column] ?? '';
    const found = isAnyCell(cell) ? [] : feelProblems(cell, 'unaryTests', options);
    return found.map((feel) => cellProblem({ part: 'when', ruleId: rule.id, label, column, feel }));
  });
  const then = table.outputs.flatMap(({ label, values }, column) => {
    const cell = rule.then[column] ?? '';
    const found = feelProblems(cell, 'expression', options).map((feel) =>
      cellProblem({ part: 'then', ruleId: rule.id, label, column, feel }),
    );
    const [literal] = literalsOf(cell) ?? [];
    const isForbidden = values !== undefined && literal !== undefined && !values.includes(literal);
    return isForbidden
      ? [...found, { code: 'decision.outputValue' as const, data: { ruleId: rule.id, label, value: literal } }]
      : found;
  });
  return [...when, ...then];
}

function feelProblems(text: string, kind: FeelKind, options: CheckTableOptions): FeelProblem[] {
  return checkFeel(text, { kind, ...options });
}

interface CellFinding {
  readonly part: 'input' | 'when' | 'then';
  readonly ruleId: string;
  readonly label: string;
  readonly column: number;
  readonly feel: FeelProblem;
}

function cellProblem({ feel, ...place }: CellFinding): TableProblem {
  return {
    code: 'decision.cell',
    data: { ...place, feel: { code: feel.code, data: feel.data, position: { ...feel.position } } },
  };
}

/** Under `FIRST`, a rule is dead when one before it has the same or an accepting cell in every column. */
function unreachable(table: DecisionTable): TableProblem[] {
  if (table.hitPolicy !== 'FIRST') return [];
  return table.rules.flatMap((rule, index) => {
    const coveredBy = table.rules.slice(0, index).find((earlier) => covers(earlier, rule));
    return coveredBy ? [{ code: 'decision.unreachable' as const, data: { ruleId: rule.id, coveredBy: coveredBy.id } }] : [];
  });
}

function covers(wide: DecisionRule, narrow: DecisionRule): boolean {
  return wide.when.every((cell, column) => isAnyCell(cell) || cell.trim() === narrow.when[column]?.trim());
}
