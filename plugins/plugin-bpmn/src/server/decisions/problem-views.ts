import { DecisionError, formatDecisionProblem, parseDecisionTable, type DecisionData, type DecisionTable } from '@wuxin/decision';
import type { DecisionProblemView } from '../../common/api';
import type { ReadAt } from '../runtime/read-at';
import { tableIn } from '../../common/decisions';
import { textOf, type Locale } from '../runtime/texts';
import { isWarning, problemsOf } from './check';

type Cell = NonNullable<DecisionProblemView['cell']>;
type Problem = Parameters<typeof formatDecisionProblem>[0];

/** Everything that is wrong with a table, each problem with its cell; a table that is none is told field by field. */
export async function checkForEditor(tx: ReadAt, input: unknown, locale: Locale): Promise<DecisionProblemView[]> {
  const parsed = parse(input, locale);
  if ('problems' in parsed) return parsed.problems;
  const found = await problemsOf(tx, tableIn(locale, parsed.table));
  return found.map((problem) => viewOf(problem, locale));
}

type Parsed = { readonly table: DecisionTable } | { readonly problems: DecisionProblemView[] };

export function parse(input: unknown, locale: Locale): Parsed {
  try {
    return { table: parseDecisionTable(input) };
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    const paths = Array.isArray(error.data.path) ? error.data.path.map(String) : ['/'];
    return { problems: paths.map((path) => malformed(input, path, locale)) };
  }
}

/** Where the editor finds what `rules.2.then.0` or `inputs.1.expression` means. */
function malformed(input: unknown, path: string, locale: Locale): DecisionProblemView {
  const [, row, part, column] = /^rules\.(\d+)\.(when|then)\.(\d+)$/.exec(path) ?? [];
  const [, heads, head] = /^(inputs|outputs)\.(\d+)/.exec(path) ?? [];
  const base = { code: 'decision.format', severity: 'error' as const, ruleId: null };
  if (row !== undefined && (part === 'when' || part === 'then')) {
    const text = textOf(locale, 'problems.decision.cell', { rule: Number(row) + 1, column: Number(column) + 1 });
    return { ...base, text, ruleId: ruleIdAt(input, Number(row)), cell: { part, column: Number(column) } };
  }
  if (heads !== undefined) {
    const text = textOf(locale, `problems.decision.${heads}`, { column: Number(head) + 1 });
    return { ...base, text, cell: { part: heads === 'inputs' ? 'input' : 'output', column: Number(head) } };
  }
  return { ...base, text: textOf(locale, 'errors.decision.format', { path }), cell: null };
}

function ruleIdAt(input: unknown, row: number): string | null {
  const { rules } = input as { readonly rules?: readonly { readonly id?: unknown }[] }; // a path into `rules` was found in it
  const id = rules?.[row]?.id;
  return typeof id === 'string' ? id : null;
}

export function viewOf(problem: Problem, locale: Locale): DecisionProblemView {
  const { code, data } = problem;
  return {
    code,
    severity: isWarning(code) ? 'warning' : 'error',
    text: formatDecisionProblem(problem, locale),
    ruleId: ruleOf(data),
    cell: cellOf(data),
  };
}

function ruleOf({ ruleId, ruleIds }: DecisionData): string | null {
  const first: unknown = Array.isArray(ruleIds) ? ruleIds[0] : ruleId;
  return typeof first === 'string' && first !== '' ? first : null;
}

function cellOf({ part, column }: DecisionData): Cell | null {
  if (part !== 'input' && part !== 'when' && part !== 'then') return null;
  return typeof column === 'number' ? { part, column } : null;
}
