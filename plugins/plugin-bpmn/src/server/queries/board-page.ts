/** Cases of one place and process, in the order in which the board lists them. */
export interface Stretch {
  readonly placeId: string | null;
  readonly processKey: string;
  readonly count: number;
}

/** A part of a page that one statement reads: these stretches, without the first `offset` cases, at most `limit` of them. */
export interface PagePart {
  readonly stretches: readonly Stretch[];
  readonly offset: number;
  readonly limit: number;
}

/**
 * Which stretches a page shows. Only the first and the last are read in part, so three statements read any page, and none of
 * them passes over the pages before it.
 */
export function partsOfPage(stretches: readonly Stretch[], { offset, limit }: { offset: number; limit: number }): PagePart[] {
  const shown: { stretch: Stretch; from: number; to: number }[] = [];
  let passed = 0;
  for (const stretch of stretches) {
    const from = Math.max(0, offset - passed);
    const to = Math.min(stretch.count, offset + limit - passed);
    if (from < to) shown.push({ stretch, from, to });
    passed += stretch.count;
  }
  const whole = shown.filter(({ stretch, from, to }) => from === 0 && to === stretch.count).map(({ stretch }) => stretch);
  const partly = shown.filter(({ stretch }) => !whole.includes(stretch));
  const parts = partly.map(({ stretch, from, to }) => ({ stretches: [stretch], offset: from, limit: to - from }));
  return whole.length > 0 ? [...parts, { stretches: whole, offset: 0, limit }] : parts;
}
