import { checkTable, DecisionError, formatDecisionProblem, parseDecisionTable, type DecisionTable } from '@wuxin/decision';
import { tableIn } from '../../common/decisions';
import { badInput } from '../runtime/errors';

/** Worth a word to whoever edits, but a table can be used with them. */
const WARNINGS = new Set(['decision.gap', 'decision.unreachable']);

export const CHECKS = { knownFunctions: ['param'] };

export interface DecisionProblem {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly textEn: string;
}

/** Is it only worth a word? */
export const isWarning = (code: string): boolean => WARNINGS.has(code);

/** Reads a table of any origin; throws `decision.format`, or `decision.hasProblems` with the problems by cell. */
export function readTable(input: unknown): { readonly table: DecisionTable; readonly warnings: readonly DecisionProblem[] } {
  const table = parse(input);
  const english = tableIn('en-US', table);
  const inEnglish = checkTable(english, CHECKS); // the same problems in the same order
  const problems = checkTable(table, CHECKS).map((problem, index) => describe(problem, inEnglish[index] ?? problem));
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
