import { evaluateFeel, evaluateFeelValue, type FeelOptions, type Json, type Variables } from '@wuxin/feel';
import { passesCell, type InputValue } from '../cell';
import { DecisionError } from '../errors';
import { isMultiple, type DecisionInput, type DecisionOutput, type DecisionRule, type DecisionTable } from '../table';
import { aggregated } from './aggregate';
import { atCell } from './at-cell';
import { byPriority } from './priority';

export interface Decision {
  /** By name of the output. Where several rules may apply every value is a list with one element a hit, or what was added up. */
  readonly outputs: { readonly [name: string]: Json };
  readonly hitRuleIds: readonly string[];
  readonly explanation: DecisionExplanation;
}

/** Enough to tell people why, long after the table has changed. */
export interface DecisionExplanation {
  readonly table: string;
  readonly inputs: readonly { readonly label: string; readonly value: Json }[];
  readonly hits: readonly ExplainedHit[];
}

export interface ExplainedHit {
  readonly ruleId: string;
  /** The tests that were passed, without the cells that accept everything. */
  readonly conditions: readonly { readonly label: string; readonly test: string }[];
  readonly results: readonly { readonly label: string; readonly value: Json }[];
  readonly note: string | null;
}

/** A rule that applies, with its results. */
export interface Hit {
  readonly rule: DecisionRule;
  readonly values: readonly Json[];
}

/**
 * Applies a decision table. Throws a `DecisionError` when no rule applies (except where several may), when the rules that apply
 * break the hit policy, and when a cell fails; it never guesses.
 *
 * @example decide(table, { members: 60 }, { now }).outputs // { kind: '党总支' }
 */
export function decide(table: DecisionTable, variables: Variables, options: FeelOptions): Decision {
  const inputs = table.inputs.map((input, column) => readInput(input, column, variables, options));
  const rules = hittingRules(table, inputs, variables, options);
  if (rules.length === 0 && !isMultiple(table))
    throw new DecisionError('decision.noHit', { table: table.name, inputs: namedInputs(table, inputs) });
  const hits = rules.map((rule) => ({ rule, values: resultsOf(table, rule, variables, options) }));
  return {
    outputs: combine(table, hits),
    hitRuleIds: rules.map((rule) => rule.id),
    explanation: { table: table.name, inputs: namedInputs(table, inputs), hits: hits.map((hit) => explainHit(table, hit)) },
  };
}

function readInput(input: DecisionInput, column: number, variables: Variables, options: FeelOptions): InputValue {
  return atCell({ ruleId: '', label: input.label, column, part: 'input' }, () => {
    const feel = evaluateFeelValue(input.expression, variables, options);
    return { feel, json: feel.toJSON() };
  });
}

function hittingRules(
  table: DecisionTable,
  inputs: readonly InputValue[],
  variables: Variables,
  options: FeelOptions,
): DecisionRule[] {
  const applies = (rule: DecisionRule): boolean => {
    assertCells(rule, table);
    return inputs.every((value, column) => {
      const place = { ruleId: rule.id, label: table.inputs[column]?.label ?? '', column, part: 'when' as const };
      return atCell(place, () => passesCell(rule.when[column] ?? '-', value, variables, options));
    });
  };
  if (table.hitPolicy !== 'FIRST') return table.rules.filter(applies);
  const first = table.rules.find(applies);
  return first ? [first] : [];
}

function assertCells(rule: DecisionRule, table: DecisionTable): void {
  const expected = table.inputs.length + table.outputs.length;
  const actual = rule.when.length + rule.then.length;
  if (rule.when.length !== table.inputs.length || rule.then.length !== table.outputs.length) {
    throw new DecisionError('decision.cells', { ruleId: rule.id, expected, actual });
  }
}

function resultsOf(table: DecisionTable, rule: DecisionRule, variables: Variables, options: FeelOptions): Json[] {
  return table.outputs.map((output, column) => {
    const place = { ruleId: rule.id, label: output.label, column, part: 'then' as const };
    const value = atCell(place, () => evaluateFeel(rule.then[column] ?? 'null', variables, options));
    if (!isAllowed(output, value))
      throw new DecisionError('decision.outputValue', { ruleId: rule.id, label: output.label, value });
    return value;
  });
}

function isAllowed({ values }: DecisionOutput, value: Json): boolean {
  return values === undefined || values.some((allowed) => allowed === value);
}

function combine(table: DecisionTable, hits: readonly Hit[]): { [name: string]: Json } {
  const byName = (valueOf: (column: number) => Json): { [name: string]: Json } =>
    Object.fromEntries(table.outputs.map((output, column) => [output.name, valueOf(column)]));
  const ofHits = ([first]: readonly Hit[]): { [name: string]: Json } => byName((column) => first?.values[column] ?? null);
  const single = () => ofHits(hits);
  const lists = (ordered: readonly Hit[]) => byName((column) => ordered.map((hit) => hit.values[column] ?? null));
  const ruleIds = hits.map((hit) => hit.rule.id);
  switch (table.hitPolicy) {
    case 'UNIQUE':
      if (hits.length > 1) throw new DecisionError('decision.severalHits', { table: table.name, ruleIds });
      return single();
    case 'ANY':
      if (new Set(hits.map((hit) => JSON.stringify(hit.values))).size > 1) {
        throw new DecisionError('decision.contradiction', { table: table.name, ruleIds });
      }
      return single();
    case 'FIRST':
      return single();
    case 'PRIORITY':
      return ofHits(byPriority(table, hits).slice(0, 1));
    case 'OUTPUT ORDER':
      return lists(byPriority(table, hits));
    case 'RULE ORDER':
      return lists(hits);
    case 'COLLECT':
      return table.aggregation === undefined ? lists(hits) : byName(() => aggregated(table, hits));
  }
}

function namedInputs(table: DecisionTable, inputs: readonly InputValue[]): { label: string; value: Json }[] {
  return table.inputs.map((input, column) => ({ label: input.label, value: inputs[column]?.json ?? null }));
}

function explainHit(table: DecisionTable, { rule, values }: Hit): ExplainedHit {
  const conditions = table.inputs.map((input, column) => ({ label: input.label, test: rule.when[column]?.trim() ?? '' }));
  return {
    ruleId: rule.id,
    conditions: conditions.filter(({ test }) => test !== '' && test !== '-'),
    results: table.outputs.map((output, column) => ({ label: output.label, value: values[column] ?? null })),
    note: rule.note ?? null,
  };
}
