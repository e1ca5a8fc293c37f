import { textOf, withoutParentheses, type FeelNode, type FeelTree } from '../syntax';

/** What the metered expression calls around everything that can repeat or grow. Not a name that anybody would choose. */
export const METER_NAME = '__wuxin_meter';

const REPEATING = new Set(['ForExpression', 'QuantifiedExpression', 'FilterExpression', 'FunctionDefinition']);
const ATOMS = new Set(['NumericLiteral', 'StringLiteral', 'BooleanLiteral', 'null', 'DateTimeLiteral', 'FunctionDefinition']);
const HOLDERS = new Set(['List', 'Context']);
const PUNCTUATION = new Set(['[', ']', '{', '}', '(', ')']);

const sources = new WeakMap<FeelTree, string>();

/**
 * The same expression with calls of the meter in it.
 *
 * feelin cannot be interrupted and counts nothing. But it evaluates arguments before calls, so `for x in xs return f(x)`
 * becomes `for x in xs return __wuxin_meter(f(x))`, and the meter sees every step. Metered are: what loops, filters and
 * functions evaluate; `+`, which joins texts; what goes into lists and contexts, where values could double line by line;
 * and both sides of comparisons inside loops, which may be large.
 */
export function meteredSource(tree: FeelTree): string {
  const known = sources.get(tree);
  if (known !== undefined) return known;
  const metered = insertMeter(tree, new Set(tree.nodes.flatMap((node) => meteredParts(tree, node))), testsByCall(tree));
  sources.set(tree, metered);
  return metered;
}

function meteredParts(tree: FeelTree, node: FeelNode): FeelNode[] {
  const last = node.children[node.children.length - 1];
  switch (node.kind) {
    case 'ForExpression':
    case 'QuantifiedExpression':
    case 'FunctionBody':
      return last ? [last] : [];
    case 'FilterExpression':
      return filterOperand(node.children[2]);
    case 'ArithmeticExpression':
      return node.children.some((child) => child.kind === 'ArithOp' && textOf(tree, child) === '+') ? [node] : [];
    case 'List':
      return node.children.filter((child) => !PUNCTUATION.has(child.kind)).filter(canGrow);
    case 'ContextEntry':
      return last && canGrow(last) ? [last] : [];
    case 'Comparison':
      return isRepeated(node) ? comparisonOperands(tree, node) : [];
    default:
      return [];
  }
}

/** Builtins that answer yes or no: as a filter they are a test of each element and never its index. */
const TESTING = new Set([
  'not',
  'contains',
  'starts with',
  'ends with',
  'matches',
  'list contains',
  'all',
  'any',
  'even',
  'odd',
  'is',
]);

/**
 * Filters that are a call or a path. feelin takes each for an index and evaluates it once, without `item`; one that is about the element, or can
 * only be yes or no, becomes a comparison, which feelin evaluates for each element as FEEL wants it.
 */
function testsByCall(tree: FeelTree): ReadonlySet<FeelNode> {
  const filters = tree.nodes.filter(({ kind }) => kind === 'FilterExpression');
  return new Set(
    filters.flatMap(({ children }) => {
      const test = children[2];
      return test && isTestByCall(tree, withoutParentheses(test)) ? [test] : [];
    }),
  );
}

function isTestByCall(tree: FeelTree, test: FeelNode): boolean {
  if (test.kind !== 'FunctionInvocation' && test.kind !== 'PathExpression') return false;
  const [first] = test.children;
  const name = first === undefined ? '' : textOf(tree, first).trim().replace(/\s+/g, ' ');
  return (test.kind === 'FunctionInvocation' && TESTING.has(name)) || mentionsItem(tree, test);
}

const mentionsItem = (tree: FeelTree, node: FeelNode): boolean =>
  (node.kind === 'VariableName' && textOf(tree, node) === 'item') || node.children.some((child) => mentionsItem(tree, child));

/** A filter only repeats a test, and the shape of a test must stay: its first operand is evaluated once an element. */
function filterOperand(test: FeelNode | undefined): FeelNode[] {
  const inner = test && withoutParentheses(test);
  const [first, second] = inner?.children ?? [];
  switch (inner?.kind) {
    case 'Comparison':
    case 'InstanceOfExpression':
      return first ? [first] : [];
    case 'Conjunction':
    case 'Disjunction':
      return filterOperand(first);
    case 'IfExpression':
      return second ? [second] : [];
    case 'SimplePositiveUnaryTest':
      return second ? [second] : [];
    default:
      return [];
  }
}

function comparisonOperands(tree: FeelTree, node: FeelNode): FeelNode[] {
  const [left, operator, right] = node.children;
  const isPlain = operator?.kind === 'CompareOp' && /^!?=$/.test(textOf(tree, operator));
  return [left, isPlain ? right : undefined].filter((operand) => operand !== undefined).filter(canGrow);
}

function canGrow(node: FeelNode): boolean {
  return !ATOMS.has(node.kind) && !HOLDERS.has(node.kind);
}

function isRepeated(node: FeelNode): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) if (REPEATING.has(outer.kind)) return true;
  return false;
}

function insertMeter(tree: FeelTree, nodes: ReadonlySet<FeelNode>, tests: ReadonlySet<FeelNode>): string {
  const opening = new Map<number, number>();
  const closing = new Map<number, number>();
  const compared = new Set([...tests].map(({ to }) => to));
  for (const { from, to } of new Set([...nodes, ...tests])) {
    opening.set(from, (opening.get(from) ?? 0) + 1);
    closing.set(to, (closing.get(to) ?? 0) + 1);
  }
  const cuts = [...new Set([0, ...opening.keys(), ...closing.keys(), tree.source.length])].sort((a, b) => a - b);
  const pieces = cuts.map((cut, index) => {
    const brackets =
      ')'.repeat(closing.get(cut) ?? 0) + (compared.has(cut) ? ' = true' : '') + `${METER_NAME}(`.repeat(opening.get(cut) ?? 0);
    return brackets + tree.source.slice(cut, cuts[index + 1] ?? cut);
  });
  return pieces.join('');
}
