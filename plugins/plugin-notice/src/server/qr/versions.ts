/** Sizes of codes with error correction M, from ISO/IEC 18004: enough for an address of 213 bytes. */
export interface Version {
  readonly number: number;
  /** Bytes of data and correction together. */
  readonly total: number;
  readonly blocks: number;
  /** Bytes of correction in each block. */
  readonly correction: number;
  /** Where the small squares stand. */
  readonly centres: readonly number[];
}

const version = (
  number: number,
  [total, blocks, correction]: readonly [number, number, number],
  centres: readonly number[],
): Version => ({
  number,
  total,
  blocks,
  correction,
  centres,
});

export const VERSIONS: readonly Version[] = [
  version(1, [26, 1, 10], []),
  version(2, [44, 1, 16], [6, 18]),
  version(3, [70, 1, 26], [6, 22]),
  version(4, [100, 2, 18], [6, 26]),
  version(5, [134, 2, 24], [6, 30]),
  version(6, [172, 4, 16], [6, 34]),
  version(7, [196, 4, 18], [6, 22, 38]),
  version(8, [242, 4, 22], [6, 24, 42]),
  version(9, [292, 5, 22], [6, 26, 46]),
  version(10, [346, 5, 26], [6, 28, 50]),
];

export const dataBytes = ({ total, blocks, correction }: Version): number => total - blocks * correction;

/** From version 10 on the length of the text takes two bytes. */
export const lengthBits = ({ number }: Version): number => (number < 10 ? 8 : 16);
