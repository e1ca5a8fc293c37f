/** The numbers of counted paper sheets. */
export interface PaperCount {
  /** Sheets that were given out. */
  readonly issued: number;
  /** Sheets that came back: valid and invalid ones. */
  readonly recovered: number;
  readonly valid: number;
  readonly invalid: number;
  /** By item, how often each choice was made on valid sheets. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Why a count cannot be right. */
export type CountFault =
  | { readonly code: 'rating.paperIssued'; readonly issued: number; readonly raters: number }
  | { readonly code: 'rating.paperRecovered'; readonly issued: number; readonly recovered: number }
  | { readonly code: 'rating.paperSheets'; readonly recovered: number; readonly valid: number; readonly invalid: number }
  | { readonly code: 'rating.paperItem'; readonly item: string; readonly sum: number; readonly valid: number };

/** No more sheets than people who got one, no more back than out, each of them valid or not, and on each valid one every item. */
export function addsUp({ issued, recovered, valid, invalid, counts }: PaperCount, raters: number): CountFault | undefined {
  if (issued > raters) return { code: 'rating.paperIssued', issued, raters };
  if (recovered > issued) return { code: 'rating.paperRecovered', issued, recovered };
  if (valid + invalid !== recovered) return { code: 'rating.paperSheets', recovered, valid, invalid };
  for (const [item, choices] of Object.entries(counts)) {
    const sum = Object.values(choices).reduce((total, count) => total + count, 0);
    if (sum !== valid) return { code: 'rating.paperItem', item, sum, valid };
  }
  return undefined;
}
