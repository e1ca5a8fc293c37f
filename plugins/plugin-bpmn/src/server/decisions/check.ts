import {
  checkTable,
  DecisionError,
  failedTests,
  formatDecisionProblem,
  parametersOfTable,
  parseDecisionTable,
  type DecisionTable,
  type TableProblem,
} from '@wuxin/decision';
import type { Json } from '@wuxin/bpmn-core';
import { tableIn } from '../../common/decisions';
import { feelFunctions } from '../expressions';
import { parametersInForce } from '../parameters';
import type { ReadAt } from '../runtime/read-at';
import { badInput } from '../runtime/errors';

/** Worth a word to whoever edits, but a table can be used with them. */
const WARNINGS = new Set(['decision.gap', 'decision.unreachable']);

/**
 * What is wrong with a table: in its cells, between its rules, and with its tests, which take the values of parameters that hold for the
 * whole installation now. Tests run once the cells can be read.
 */
export async function problemsOf(tx: ReadAt, table: DecisionTable): Promise<TableProblem[]> {
  const parameters = await parametersNow(tx, table);
  const found = checkTable(table, { knownFunctions: ['param'], parameters });
  if (found.some(({ code }) => !isWarning(code))) return found;
  return [...found, ...failedTests(table, { now: tx.now, functions: feelFunctions(parameters) })];
}

async function parametersNow(tx: ReadAt, table: DecisionTable): Promise<Record<string, Json>> {
  const inForce = await parametersInForce(tx, safeParametersOf(table), null);
  return Object.fromEntries([...inForce].map(([key, { value }]) => [key, value]));
}

/** Cells that cannot be read use no parameter; what is wrong with them is said by their check. */
export function safeParametersOf(table: DecisionTable): readonly string[] {
  try {
    return parametersOfTable(table);
  } catch {
    return [];
  }
}

export interface DecisionProblem {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly textEn: string;
}

/** Is it only worth a word? */
export const isWarning = (code: string): boolean => WARNINGS.has(code);

/** Reads a table of any origin; throws `decision.format`, or `decision.hasProblems` with the problems by cell. */
export async function readTable(
  tx: ReadAt,
  input: unknown,
): Promise<{ readonly table: DecisionTable; readonly warnings: readonly DecisionProblem[] }> {
  const table = parse(input);
  const english = tableIn('en-US', table);
  const inEnglish = await problemsOf(tx, english); // the same problems in the same order
  const problems = (await problemsOf(tx, table)).map((problem, index) => describe(problem, inEnglish[index] ?? problem));
  const errors = problems.filter(({ code }) => !isWarning(code));
  if (errors.length > 0)
    throw badInput('decision.hasProblems', {
      name: table.name,
      nameEn: english.name,
      problems: errors,
      first: errors[0]?.text,
      firstEn: errors[0]?.textEn,
    });
  return { table, warnings: problems };
}

function parse(input: unknown): DecisionTable {
  try {
    return parseDecisionTable(input);
  } catch (error) {
    if (error instanceof DecisionError) throw badInput(error.code, error.data, error);
    throw error;
  }
}

type Found = Parameters<typeof formatDecisionProblem>[0];

function describe(problem: Found, inEnglish: Found): DecisionProblem {
  const { code, data } = problem;
  return { code, data, text: formatDecisionProblem(problem, 'zh-CN'), textEn: formatDecisionProblem(inEnglish, 'en-US') };
}
