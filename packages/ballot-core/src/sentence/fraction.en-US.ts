const NUMERATORS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const PARTS = new Map([
  [3, 'third'],
  [4, 'quarter'],
  [5, 'fifth'],
  [6, 'sixth'],
  [7, 'seventh'],
  [8, 'eighth'],
  [9, 'ninth'],
  [10, 'tenth'],
]);

/** half, two thirds, 30%, all; everything else in figures: 667/1000. */
export function fractionEnUs(num: number, den: number): string {
  if (num === den) return 'all';
  if (num * 2 === den) return 'half';
  if (den === 100) return `${num}%`;
  const [numerator, part] = [NUMERATORS[num], PARTS.get(den)];
  return numerator && part ? `${numerator} ${part}${num === 1 ? '' : 's'}` : `${num}/${den}`;
}
