import type { FeelProblem } from '../errors';
import { LIMITS } from '../limits';
import { positionOf, readTree, type FeelKind, type FeelTree } from '../syntax';
import { boundProblems } from './bounds';
import { LruCache } from './lru-cache';
import { nameUses, type NameUse } from './names';

/** What is known about an expression before any variable has a value. */
export interface Analysis {
  readonly tree: FeelTree;
  readonly uses: readonly NameUse[];
  /** Reasons not to run it, whatever the variables are. */
  readonly problems: readonly FeelProblem[];
}

/** The shape of the variables as far as it decides how an expression is read. */
export interface ReadingContext {
  readonly values: Record<string, unknown>;
  /** Equal keys read every expression alike. */
  readonly key: string;
}

const analyses = new LruCache<Analysis>(LIMITS.cacheSize);
const EMPTY_TREE: FeelTree = {
  source: '',
  root: { kind: 'Root', from: 0, to: 0, parent: null, children: [] },
  depth: 0,
  nodes: [],
  error: null,
};

export function analyse(source: string, kind: FeelKind, context: ReadingContext): Analysis {
  if (source.length > LIMITS.expressionLength) return tooLong(source);
  return analyses.get(`${kind}\n${context.key}\n${source}`, () => {
    const tree = readTree(source, kind, context.values);
    const problems = treeProblems(tree);
    return problems.length > 0 ? { tree, uses: [], problems } : { tree, uses: nameUses(tree), problems: boundProblems(tree) };
  });
}

function treeProblems(tree: FeelTree): FeelProblem[] {
  const whole = positionOf(tree.source, 0, tree.source.length);
  if (tree.depth > LIMITS.syntaxDepth) return [{ code: 'feel.tooDeep', position: whole, data: { limit: LIMITS.syntaxDepth } }];
  const place = tree.error ?? (tree.source.trim() === '' ? whole : null);
  if (!place) return [];
  return [{ code: 'feel.syntax', position: place, data: { text: textAround(tree.source, place.offset) } }];
}

/** A few characters before and after the place, since an unfinished expression ends right there. */
function textAround(source: string, offset: number): string {
  return source.slice(Math.max(0, offset - 10), offset + 10);
}

function tooLong(source: string): Analysis {
  const position = positionOf(source, 0, source.length);
  const data = { length: source.length, limit: LIMITS.expressionLength };
  return { tree: EMPTY_TREE, uses: [], problems: [{ code: 'feel.tooLong', position, data }] };
}
