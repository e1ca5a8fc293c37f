import type { FeelProblem } from '../errors';
import { isBuiltIn } from '../functions';
import { positionOf, type FeelKind, type FeelTree } from '../syntax';
import { analyse, type Analysis, type ReadingContext } from './analyse';
import { parameterKeys, type NameUse } from './names';

export interface CheckOptions {
  readonly kind: FeelKind;
  /** Variables that will exist. Left out: names are not checked. */
  readonly knownNames?: readonly string[];
  /** Functions of the host, besides FEEL's own. Left out: functions are not checked. */
  readonly knownFunctions?: readonly string[];
}

/**
 * What is wrong with an expression, before it ever runs; empty when nothing is.
 *
 * @example checkFeel('for i in 1..n return i', { kind: 'expression' })[0]?.code // 'feel.unbounded'
 */
export function checkFeel(expression: string, options: CheckOptions): FeelProblem[] {
  const { tree, uses, problems } = analyseWithNames(expression, options.kind, options.knownNames ?? []);
  return [...problems, ...uses.flatMap((use) => nameProblems(tree, use, options))];
}

/**
 * The names that an expression takes from its variables, sorted. Inside `list[…]` a name may also be a field of the element.
 *
 * @example namesUsed('count(votes) > quorum') // ['quorum', 'votes']
 */
export function namesUsed(expression: string, kind: FeelKind = 'expression', knownNames: readonly string[] = []): string[] {
  const { uses } = analyseWithNames(expression, kind, knownNames);
  return [...new Set(uses.filter((use) => !use.isCalled).map((use) => use.name))].sort();
}

/**
 * The keys of the parameters that an expression reads.
 *
 * @example parametersUsed('param("cov.file_days") > 10') // ['cov.file_days']
 */
export function parametersUsed(expression: string, kind: FeelKind = 'expression'): string[] {
  const { tree, problems } = analyseWithNames(expression, kind, []);
  return problems.length > 0 ? [] : parameterKeys(tree).sort();
}

function analyseWithNames(expression: string, kind: FeelKind, names: readonly string[]): Analysis {
  return analyse(expression, kind, readingContextOf(names));
}

function readingContextOf(names: readonly string[]): ReadingContext {
  const odd = names.filter((name) => /[^\p{L}\p{N}_]/u.test(name)).sort();
  return { values: Object.fromEntries(odd.map((name) => [name, null])), key: odd.join('\n') };
}

function nameProblems(tree: FeelTree, use: NameUse, options: CheckOptions): FeelProblem[] {
  const isKnown = use.isCalled ? isKnownFunction(use.name, options) : isKnownName(use, options);
  if (isKnown) return [];
  const position = positionOf(tree.source, use.node.from, use.node.to);
  return [{ code: use.isCalled ? 'feel.unknownFunction' : 'feel.unknownName', position, data: { name: use.name } }];
}

function isKnownFunction(name: string, { knownFunctions }: CheckOptions): boolean {
  return knownFunctions === undefined || isBuiltIn(name) || knownFunctions.includes(name);
}

function isKnownName(use: NameUse, { knownNames, knownFunctions }: CheckOptions): boolean {
  if (knownNames === undefined || use.isInFilter) return true;
  return knownNames.includes(use.name) || isBuiltIn(use.name) || (knownFunctions?.includes(use.name) ?? false);
}
