import { parseExpression, parseUnaryTests } from 'feelin';
import type { FeelPosition } from '../errors';
import { positionOf } from './position';

export type FeelKind = 'expression' | 'unaryTests';

/** A node of the syntax tree, apart from comments. `kind` is the grammar's name of it. */
export interface FeelNode {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
  readonly parent: FeelNode | null;
  readonly children: readonly FeelNode[];
}

export interface FeelTree {
  readonly source: string;
  readonly root: FeelNode;
  readonly depth: number;
  readonly nodes: readonly FeelNode[];
  /** The first place that the grammar does not accept. */
  readonly error: FeelPosition | null;
}

type MutableNode = FeelNode & { readonly children: FeelNode[] };

const COMMENTS = new Set(['LineComment', 'BlockComment']);

/**
 * Reads an expression. Names with blanks are only recognised when `context` has them: that is how FEEL is defined.
 * The nodes come in the order of the source, parents before children.
 */
export function readTree(source: string, kind: FeelKind, context: Record<string, unknown>): FeelTree {
  const parsed =
    kind === 'expression' ? parseExpression(source, context, undefined) : parseUnaryTests(source, context, undefined);
  const root: MutableNode = { kind: 'Root', from: 0, to: source.length, parent: null, children: [] };
  const nodes: FeelNode[] = [];
  let open = root;
  let level = 0;
  let depth = 0;
  let error: FeelPosition | null = null;
  const parents: MutableNode[] = [];

  parsed.iterate({
    enter({ type, name, from, to }) {
      if (type.isError) {
        error ??= positionOf(source, from, to);
        return false;
      }
      if (COMMENTS.has(name)) return false;
      const node: MutableNode = { kind: name, from, to, parent: open, children: [] };
      open.children.push(node);
      nodes.push(node);
      parents.push(open);
      open = node;
      depth = Math.max(depth, ++level);
      return true;
    },
    leave({ type, name }) {
      if (type.isError || COMMENTS.has(name)) return;
      open = parents.pop() ?? root;
      level--;
    },
  });
  return { source, root, depth, nodes, error };
}

/** The name that a `VariableName`, `Name` or `PathName` spells: its words with single blanks. */
export function spelledName(tree: FeelTree, node: FeelNode): string {
  if (node.children.length === 0) return textOf(tree, node);
  return node.children.map((child) => spelledName(tree, child)).join(' ');
}

export function textOf(tree: FeelTree, node: FeelNode): string {
  return tree.source.slice(node.from, node.to);
}

/** The expression inside brackets that only group. */
export function withoutParentheses(node: FeelNode): FeelNode {
  const inner = node.kind === 'ParenthesizedExpression' ? node.children[1] : undefined;
  return inner ? withoutParentheses(inner) : node;
}
