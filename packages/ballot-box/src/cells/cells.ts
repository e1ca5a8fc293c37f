/** A sub-total, e.g. of a voting place, of which the counts are given for each answer. */
export interface Cell {
  readonly name: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** `counts` is `null` where showing them would tell how few people voted. */
export interface ShownCell {
  readonly name: string;
  readonly counts: Cell['counts'] | null;
}

/**
 * Sub-totals of a vote without those of fewer than `minimum` ballots (`privacy.min_cell` of domain.md D5). One that is hidden alone could be
 * found by taking the others off the total, so the next smallest is hidden with it.
 */
export function withoutSmallCells(cells: readonly Cell[], minimum: number): ShownCell[] {
  const bySize = cells.map((cell) => ({ cell, size: sizeOf(cell) })).toSorted((a, b) => a.size - b.size);
  const small = bySize.filter(({ size }) => size > 0 && size < minimum);
  const hidden = new Set(small.map(({ cell }) => cell));
  if (hidden.size === 1) {
    const next = bySize.find(({ cell, size }) => size > 0 && !hidden.has(cell));
    if (next) hidden.add(next.cell);
  }
  return cells.map((cell) => ({ name: cell.name, counts: hidden.has(cell) ? null : cell.counts }));
}

const sizeOf = ({ counts }: Cell): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
