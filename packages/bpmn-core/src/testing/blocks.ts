import fc from 'fast-check';
import { and, boundary, chain, cycle, element, end, flow, message, multi, or, process, start, sub, task, user, xor } from './xml';

/** A structured process: every split has its join, every loop one way back. */
export type Block =
  | { readonly kind: 'user' | 'task' }
  | { readonly kind: 'guarded'; readonly interrupting: boolean; readonly timer: boolean }
  | { readonly kind: 'sequence' | 'parallel' | 'inclusive'; readonly blocks: readonly Block[]; readonly chosen: number }
  | { readonly kind: 'exclusive'; readonly blocks: readonly Block[]; readonly chosen: number }
  | { readonly kind: 'loop'; readonly block: Block; readonly times: number }
  | { readonly kind: 'sub'; readonly block: Block }
  | {
      readonly kind: 'many';
      readonly block: Block | null;
      readonly count: number;
      readonly sequential: boolean;
      readonly until: number;
    };

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Block>({ kind: 'user' }) },
  { weight: 2, arbitrary: fc.constant<Block>({ kind: 'task' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('guarded' as const), interrupting: fc.boolean(), timer: fc.boolean() }) },
);

export const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 2, maxLength: 3 });
  const chosen = fc.nat(6);
  return {
    block: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      fc.record({ kind: fc.constantFrom('sequence' as const, 'parallel' as const, 'inclusive' as const), blocks, chosen }),
      fc.record({ kind: fc.constant('exclusive' as const), blocks, chosen }),
      fc.record({ kind: fc.constant('loop' as const), block: tie('block'), times: fc.integer({ min: 1, max: 2 }) }),
      fc.record({ kind: fc.constant('sub' as const), block: tie('block') }),
      fc.record({
        kind: fc.constant('many' as const),
        block: fc.option(tie('block'), { freq: 2 }),
        count: fc.integer({ min: 0, max: 3 }),
        sequential: fc.boolean(),
        until: fc.integer({ min: 1, max: 4 }),
      }),
    ),
  };
}).block;

interface Piece {
  readonly xml: string;
  readonly first: string;
  readonly last: string;
}

/** Conditions are written so that `evaluateSimple` understands them. */
export function render(root: Block): string {
  let next = 0;
  const id = (prefix: string) => `${prefix}${(next += 1)}`;

  const inside = (inner: Block): string => {
    const piece = draw(inner);
    const [s, e] = [id('s'), id('e')];
    return start(s) + piece.xml + end(e) + chain(s, piece.first) + chain(piece.last, e);
  };

  const split = (
    blocks: readonly Block[],
    open: (name: string) => string,
    close: (name: string) => string,
    branch: (from: string, to: string, index: number) => string,
  ): Piece => {
    const [first, last] = [id('g'), id('j')];
    const pieces = blocks.map(draw);
    const flows = pieces.map((piece, index) => branch(first, piece.first, index) + chain(piece.last, last)).join('');
    return { xml: open(first) + pieces.map(({ xml }) => xml).join('') + close(last) + flows, first, last };
  };

  const draw = (current: Block): Piece => {
    switch (current.kind) {
      case 'user':
      case 'task': {
        const name = id('A');
        return { xml: current.kind === 'user' ? user(name) : task(name), first: name, last: name };
      }
      case 'guarded': {
        const [name, event, join, extra] = [id('A'), id('b'), id('m'), id('R')];
        const definition = current.timer ? cycle('R2/PT1H') : message();
        const xml = user(name) + boundary(event, name, definition, { interrupting: current.interrupting }) + task(extra);
        // A branch beside the activity ends by itself; one that replaces it merges with it.
        if (!current.interrupting) return { xml: xml + end(join) + chain(event, extra, join), first: name, last: name };
        return { xml: xml + xor(join) + chain(event, extra, join) + chain(name, join), first: name, last: join };
      }
      case 'sequence': {
        const pieces = current.blocks.map(draw);
        const flows = pieces.slice(1).map((piece, index) => chain(pieces[index]?.last ?? '', piece.first));
        return {
          xml: pieces.map(({ xml }) => xml).join('') + flows.join(''),
          first: pieces[0]?.first ?? '',
          last: pieces.at(-1)?.last ?? '',
        };
      }
      case 'parallel':
        return split(current.blocks, and, and, (from, to) => flow(from, to));
      case 'exclusive': {
        const isChosen = (index: number) => (index === current.chosen % current.blocks.length ? '=1<2' : '=2<1');
        return split(
          current.blocks,
          (name) => xor(name),
          xor,
          (from, to, index) => flow(from, to, isChosen(index)),
        );
      }
      case 'inclusive': {
        const isChosen = (index: number) =>
          ((current.chosen % 7) + 1) & (1 << index) || index === current.blocks.length - 1 ? '=1<2' : '=2<1';
        return split(
          current.blocks,
          (name) => or(name),
          or,
          (from, to, index) => flow(from, to, isChosen(index)),
        );
      }
      case 'loop': {
        const [merge, count, decide, counter] = [id('m'), id('S'), id('x'), id('c')];
        const piece = draw(current.block);
        const script = element('scriptTask', count, 'scriptFormat="count"', `<script>${counter}</script>`);
        const [out, back] = [id('T'), flow(decide, merge, `=${counter}<${current.times}`)];
        const flows = chain(merge, piece.first) + chain(piece.last, count, decide, out) + back;
        return {
          xml: xor(merge) + piece.xml + script + xor(decide, `${decide}_${out}`) + task(out) + flows,
          first: merge,
          last: out,
        };
      }
      case 'sub': {
        const name = id('SP');
        return { xml: sub(name, inside(current.block)), first: name, last: name };
      }
      case 'many': {
        const name = id('M');
        const loop = multi({
          sequential: current.sequential,
          cardinality: String(current.count),
          until: `=${current.until - 1}<nrOfCompletedInstances`,
        });
        return { xml: current.block ? sub(name, inside(current.block), loop) : user(name, loop), first: name, last: name };
      }
    }
  };

  return process(inside(root));
}
