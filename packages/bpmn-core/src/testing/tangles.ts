import fc from 'fast-check';
import { and, element, end, flow, message, or, process, start, task, user, xor, caught, boundary, sub, chain } from './xml';

/** A process without structure: elements of any kind, flows wherever chance puts them. */
export interface Tangle {
  readonly kinds: readonly NodeKind[];
  /** Pairs of positions; a target before its source is a loop. */
  readonly flows: readonly (readonly [number, number])[];
}

type NodeKind = 'user' | 'task' | 'xor' | 'and' | 'or' | 'catch' | 'sub' | 'guarded';

export const tangle: fc.Arbitrary<Tangle> = fc
  .array(fc.constantFrom<NodeKind>('user', 'task', 'xor', 'and', 'or', 'user', 'catch', 'sub', 'guarded'), {
    minLength: 3,
    maxLength: 10,
  })
  .chain((kinds) => {
    const position = fc.nat(kinds.length - 1);
    return fc.record({
      kinds: fc.constant(kinds),
      flows: fc.uniqueArray(fc.tuple(position, position), { maxLength: kinds.length, selector: String }),
    });
  });

export function renderTangle({ kinds, flows }: Tangle): string {
  const names = kinds.map((kind, index) => `${kind}${index}`);
  const nameOf = (index: number) => names[index] ?? 'e';
  // A line through everything first, so that all can be reached; chance adds to it.
  const line = names.map((name, index) => [name, nameOf(index + 1)] as const);
  const added = flows.map(([from, to]) => [nameOf(from), nameOf(to)] as const).filter(([from, to]) => from !== to);
  const pairs = [...new Map([...line, ...added].map((pair) => [pair.join(), pair])).values()];
  const nodes = kinds.map((kind, index) => node(kind, nameOf(index)));
  return process(
    start(),
    end(),
    nodes,
    flow('s', nameOf(0)),
    pairs.map(([from, to]) => edge(from, to, pairs.filter(([other]) => other === from).length)),
  );
}

/** Of the branches of a gateway the condition takes the one to the last element in the alphabet, and sometimes more. */
function edge(from: string, to: string, siblings: number): string {
  const isConditional = siblings > 1 && (from.startsWith('xor') || from.startsWith('or'));
  return flow(from, to, isConditional ? (to.length % 2 === 0 || to === 'e' ? '=1<2' : '=turns<3') : undefined);
}

function node(kind: NodeKind, name: string): string {
  switch (kind) {
    case 'user':
      return user(name);
    case 'task':
      return task(name);
    case 'xor':
      return xor(name);
    case 'and':
      return and(name);
    case 'or':
      return or(name);
    case 'catch':
      return caught(name, message());
    case 'sub':
      return sub(
        name,
        start(`${name}Start`),
        user(`${name}User`),
        end(`${name}End`),
        chain(`${name}Start`, `${name}User`, `${name}End`),
      );
    case 'guarded':
      return (
        user(name) +
        boundary(`${name}Boundary`, name, message(), { interrupting: false }) +
        element('endEvent', `${name}BoundaryEnd`) +
        chain(`${name}Boundary`, `${name}BoundaryEnd`)
      );
  }
}
