import type { FeelCode, FeelData, FeelProblem } from '../errors';
import { LIMITS } from '../limits';
import { positionOf, spelledName, textOf, withoutParentheses, type FeelNode, type FeelTree } from '../syntax';

/** Functions that only compare a range and never walk through it. */
const RANGE_FUNCTIONS = new Set(['before', 'after', 'meets', 'met by', 'overlaps', 'includes', 'is']);
const LOOPS = new Set(['ForExpression', 'QuantifiedExpression', 'FilterExpression']);

/**
 * What could make an expression run without end, seen on the tree alone.
 *
 * A range is only harmless where nothing walks through it (`x in [a..b]`), or when both ends are whole numbers that are
 * close together. Everything else that loops, loops over data, which is finite and metered at run time.
 */
export function boundProblems(tree: FeelTree): FeelProblem[] {
  return tree.nodes.flatMap((node) => {
    switch (node.kind) {
      case 'IterationContext':
        return node.children.length > 1 ? rangeProblems(tree, node, node.children[0], node.children[2]) : [];
      case 'Interval':
        return isOnlyCompared(tree, node) ? [] : rangeProblems(tree, node, node.children[1], node.children[3]);
      case 'InExpressions':
        return node.children.length > 1 ? productProblems(tree, node) : [];
      case 'ForExpression':
      case 'QuantifiedExpression':
      case 'FilterExpression':
        return loopDepth(node) > LIMITS.loopDepth ? [problem(tree, node, 'feel.loopsTooDeep', { limit: LIMITS.loopDepth })] : [];
      case 'VariableName':
        return isPartialResult(tree, node) ? [unbounded(tree, node, 'partial')] : [];
      default:
        return [];
    }
  });
}

/** `partial` inside `for … return` would let every step double the last one. */
function isPartialResult(tree: FeelTree, node: FeelNode): boolean {
  return spelledName(tree, node) === 'partial' && ancestors(node).some((outer) => outer.kind === 'ForExpression');
}

function rangeProblems(tree: FeelTree, node: FeelNode, start: FeelNode | undefined, end: FeelNode | undefined): FeelProblem[] {
  const size = rangeSize(tree, start, end);
  if (size === null) return [unbounded(tree, node, 'notLiteral')];
  return size > LIMITS.rangeSize ? [unbounded(tree, node, 'tooLarge')] : [];
}

function rangeSize(tree: FeelTree, start: FeelNode | undefined, end: FeelNode | undefined): number | null {
  const first = wholeNumber(tree, start);
  const last = wholeNumber(tree, end);
  return first === null || last === null ? null : Math.abs(last - first) + 1;
}

function wholeNumber(tree: FeelTree, node: FeelNode | undefined): number | null {
  if (!node || withoutParentheses(node).kind !== 'NumericLiteral') return null;
  const text = textOf(tree, withoutParentheses(node)).replace(/\s/g, '');
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

/** `for a in x, b in y` builds all pairs before the first step: only small literal ranges may be combined like that. */
function productProblems(tree: FeelTree, node: FeelNode): FeelProblem[] {
  const sizes = node.children.map((loop) => {
    const range = loop.children.find((child) => child.kind === 'IterationContext');
    return range && range.children.length > 1 ? rangeSize(tree, range.children[0], range.children[2]) : null;
  });
  const product = sizes.reduce<number>((total, size) => total * (size ?? Infinity), 1);
  return product > LIMITS.rangeSize ? [unbounded(tree, node, 'pairs')] : [];
}

function isOnlyCompared(tree: FeelTree, node: FeelNode): boolean {
  const holder = ancestors(node).find(
    (outer) => outer.kind !== 'SimplePositiveUnaryTest' && outer.kind !== 'ParenthesizedExpression',
  );
  if (holder?.kind === 'PositiveUnaryTest') return true;
  if (holder?.kind !== 'PositionalParameters' && holder?.kind !== 'NamedParameter') return false;
  const call = ancestors(holder).find((outer) => outer.kind === 'FunctionInvocation');
  return call?.children[0] !== undefined && RANGE_FUNCTIONS.has(spelledName(tree, call.children[0]));
}

/** How many loops enclose and include this one. The list that a loop walks through is computed once, outside of it. */
function loopDepth(node: FeelNode): number {
  let depth = 1;
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (LOOPS.has(outer.kind) && isRepeated(outer, inner)) depth++;
  }
  return depth;
}

function isRepeated(loop: FeelNode, part: FeelNode): boolean {
  return loop.kind === 'FilterExpression' ? loop.children[0] !== part : part.kind !== 'InExpressions';
}

function ancestors(node: FeelNode): FeelNode[] {
  const all: FeelNode[] = [];
  for (let outer = node.parent; outer; outer = outer.parent) all.push(outer);
  return all;
}

function unbounded(tree: FeelTree, node: FeelNode, reason: 'notLiteral' | 'tooLarge' | 'pairs' | 'partial'): FeelProblem {
  return problem(tree, node, 'feel.unbounded', { reason, limit: LIMITS.rangeSize });
}

function problem(tree: FeelTree, node: FeelNode, code: FeelCode, data: FeelData): FeelProblem {
  return { code, position: positionOf(tree.source, node.from, node.to), data };
}
