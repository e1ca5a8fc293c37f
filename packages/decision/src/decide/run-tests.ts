import type { FeelOptions, Json } from '@wuxin/feel';
import { DecisionError, type DecisionCode, type DecisionData } from '../errors';
import type { DecisionTable, DecisionTest } from '../table';
import { decideForValues } from './for-values';

export interface FailedTest {
  readonly code: DecisionCode;
  readonly data: DecisionData;
}

/** The tests of a table that it does not pass, with what it decides instead. What keeps it from deciding is its answer too: the code of it. */
export function failedTests(table: DecisionTable, options: FeelOptions): FailedTest[] {
  return (table.tests ?? []).flatMap((test, index): FailedTest[] => {
    const number = index + 1;
    const { inputs, outputs } = table;
    if (test.values.length !== inputs.length || test.results.length !== outputs.length)
      return [{ code: 'decision.testShape', data: { number } }];
    const actual = answerOf(table, test, options);
    if (isSame(test.results, actual)) return [];
    const values = inputs.map(({ label }, column) => `${label} = ${JSON.stringify(test.values[column] ?? null)}`);
    const data = {
      number,
      values,
      expected: inWords(test.results),
      actual: typeof actual === 'string' ? actual : inWords(actual),
    };
    return [{ code: 'decision.testFails', data }];
  });
}

/** The results by column, or the code of what kept the table from deciding. */
function answerOf(table: DecisionTable, { values }: DecisionTest, options: FeelOptions): readonly Json[] | DecisionCode {
  try {
    const { outputs } = decideForValues(table, values, options);
    return table.outputs.map(({ name }) => outputs[name] ?? null);
  } catch (error) {
    if (error instanceof DecisionError) return error.code;
    throw error;
  }
}

const isSame = (expected: readonly Json[], actual: readonly Json[] | DecisionCode): boolean =>
  JSON.stringify(expected) === JSON.stringify(actual);

const inWords = (results: readonly Json[]): string => results.map((result) => JSON.stringify(result)).join(', ');
