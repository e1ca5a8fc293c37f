import { spelledName, textOf, type FeelNode, type FeelTree } from '../syntax';

/** One mention of a name that the expression itself does not define. */
export interface NameUse {
  readonly name: string;
  readonly node: FeelNode;
  readonly isCalled: boolean;
  /** Inside `list[…]` a bare name may also be a field of the element. */
  readonly isInFilter: boolean;
}

/** All names that come from outside, in the order of the source. */
export function nameUses(tree: FeelTree): NameUse[] {
  return tree.nodes.flatMap((node) => {
    if (node.kind !== 'VariableName' || isTypeName(node)) return [];
    const name = spelledName(tree, node);
    return isDefinedAround(tree, node, name) ? [] : [{ name, node, isCalled: isCalled(node), isInFilter: isInFilter(node) }];
  });
}

/** The literal keys that are read with `param("…")`. */
export function parameterKeys(tree: FeelTree): string[] {
  const keys = nameUses(tree)
    .filter((use) => use.isCalled && use.name === 'param')
    .map((use) => use.node.parent?.children.find((child) => child.kind === 'PositionalParameters')?.children[0])
    .filter((argument) => argument?.kind === 'StringLiteral')
    .map((argument) => (argument ? textOf(tree, argument).slice(1, -1) : ''));
  return [...new Set(keys)];
}

function isCalled(node: FeelNode): boolean {
  return node.parent?.kind === 'FunctionInvocation' && node.parent.children[0] === node;
}

function isTypeName(node: FeelNode): boolean {
  return node.parent?.kind === 'QualifiedName';
}

function isInFilter(node: FeelNode): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.kind === 'FilterExpression' && outer.children[0] !== inner) return true;
  }
  return false;
}

/** Is `name` a loop variable, a parameter, an earlier key of a context, or the element of a filter? */
function isDefinedAround(tree: FeelTree, node: FeelNode, name: string): boolean {
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (definedNames(tree, outer, inner).includes(name)) return true;
  }
  return false;
}

function definedNames(tree: FeelTree, outer: FeelNode, inner: FeelNode): string[] {
  const before = outer.children.slice(0, outer.children.indexOf(inner));
  switch (outer.kind) {
    case 'ForExpression':
    case 'QuantifiedExpression':
      return before.filter((child) => child.kind === 'InExpressions').flatMap((child) => loopVariables(tree, child.children));
    case 'InExpressions':
      return loopVariables(tree, before);
    case 'FunctionDefinition':
      return before.filter((child) => child.kind === 'FormalParameters').flatMap((child) => parameterNames(tree, child));
    case 'Context':
      return before.flatMap((entry) => keyName(tree, entry));
    case 'FilterExpression':
      return outer.children[0] === inner ? [] : ['item'];
    default:
      return [];
  }
}

function loopVariables(tree: FeelTree, loops: readonly FeelNode[]): string[] {
  return loops.flatMap((loop) => (loop.children[0] ? [spelledName(tree, loop.children[0])] : []));
}

function parameterNames(tree: FeelTree, parameters: FeelNode): string[] {
  return parameters.children.flatMap((parameter) => (parameter.children[0] ? [spelledName(tree, parameter.children[0])] : []));
}

function keyName(tree: FeelTree, entry: FeelNode): string[] {
  const key = entry.kind === 'ContextEntry' ? entry.children[0]?.children[0] : undefined;
  if (!key) return [];
  return [key.kind === 'StringLiteral' ? textOf(tree, key).slice(1, -1) : spelledName(tree, key)];
}
