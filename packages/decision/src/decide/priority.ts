import type { DecisionTable } from '../table';
import type { Hit } from './decide';

/** The hits in the order in which the outputs list their values, the first output first; what is not listed comes last. */
export function byPriority({ outputs }: DecisionTable, hits: readonly Hit[]): Hit[] {
  const ranks = (hit: Hit) =>
    outputs.map(({ values }, column) => {
      const rank = values?.findIndex((value) => value === hit.values[column]) ?? -1;
      return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
    });
  return [...hits].sort((one, other) => compared(ranks(one), ranks(other)));
}

function compared(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((rank, column) => rank !== other[column]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
