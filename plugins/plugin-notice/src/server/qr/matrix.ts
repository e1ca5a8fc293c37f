import { encode } from './encode';
import type { Version } from './versions';

/** Rows of dark squares; `undefined` while nothing is drawn there yet. */
type Grid = (boolean | undefined)[][];

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** A QR code with error correction M: rows of dark squares without a margin, under the mask that reads best. */
export function qrMatrix(text: string): boolean[][] {
  const { version, bytes } = encode(text);
  const size = 17 + 4 * version.number;
  const patterns = patternsOf(version, size);
  const candidates = MASKS.map((isTurned, mask) => {
    const grid: Grid = patterns.map((row) => [...row]);
    drawFormat(grid, mask);
    drawBytes(grid, { bytes, isTurned, isTaken: (x, y) => patterns[y]?.[x] !== undefined });
    return grid.map((row) => row.map((isDark) => isDark === true));
  });
  return candidates.toSorted((a, b) => unevenness(a) - unevenness(b))[0] ?? [];
}

function patternsOf(version: Version, size: number): Grid {
  const grid: Grid = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  const put = (x: number, y: number, isDark: boolean) => {
    const row = grid[y];
    if (row && x >= 0 && x < size) row[x] = isDark;
  };
  for (let at = 0; at < size; at += 1) {
    put(6, at, at % 2 === 0);
    put(at, 6, at % 2 === 0);
  }
  const square = ([x, y]: readonly [number, number], reach: number, isLight: (ring: number) => boolean) => {
    for (let dy = -reach; dy <= reach; dy += 1)
      for (let dx = -reach; dx <= reach; dx += 1) put(x + dx, y + dy, !isLight(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (const corner of [[3, 3], [size - 4, 3], [3, size - 4]] as const) square(corner, 4, (ring) => ring === 2 || ring === 4); // prettier-ignore
  const [first = 0, last = 0] = [version.centres[0], version.centres.at(-1)];
  for (const x of version.centres)
    for (const y of version.centres) {
      const isCorner = (x === first && y === first) || (x === first && y === last) || (x === last && y === first);
      if (!isCorner) square([x, y], 2, (ring) => ring === 1);
    }
  drawFormat(grid, 0);
  drawVersion(grid, version);
  return grid;
}

/** Error correction M is 00; the mask follows, and ten bits that protect both. */
function drawFormat(grid: Grid, mask: number): void {
  const size = grid.length;
  const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
  const put = (x: number, y: number, bit: number) => {
    const row = grid[y];
    if (row) row[x] = ((bits >> bit) & 1) === 1;
  };
  for (let bit = 0; bit < 6; bit += 1) put(8, bit, bit);
  put(8, 7, 6);
  put(8, 8, 7);
  put(7, 8, 8);
  for (let bit = 9; bit < 15; bit += 1) put(14 - bit, 8, bit);
  for (let bit = 0; bit < 8; bit += 1) put(size - 1 - bit, 8, bit);
  for (let bit = 8; bit < 15; bit += 1) put(8, size - 15 + bit, bit);
  const dark = grid[size - 8];
  if (dark) dark[8] = true;
}

function drawVersion(grid: Grid, { number }: Version): void {
  if (number < 7) return;
  const size = grid.length;
  const bits = (number << 12) | remainder(number, 12, 0x1f25);
  for (let bit = 0; bit < 18; bit += 1) {
    const [long, short] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
    const isDark = ((bits >> bit) & 1) === 1;
    const [across, down] = [grid[short], grid[long]];
    if (across) across[long] = isDark;
    if (down) down[short] = isDark;
  }
}

function remainder(value: number, degree: number, divisor: number): number {
  let rest = value;
  for (let round = 0; round < degree; round += 1) rest = (rest << 1) ^ ((rest >> (degree - 1)) * divisor);
  return rest;
}

interface Drawn {
  readonly bytes: readonly number[];
  readonly isTurned: (x: number, y: number) => boolean;
  readonly isTaken: (x: number, y: number) => boolean;
}

/** In columns of two, from the right, up and down by turns. */
function drawBytes(grid: Grid, { bytes, isTurned, isTaken }: Drawn): void {
  const size = grid.length;
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (isTaken(x, y)) continue;
        const isSet = (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
        const row = grid[y];
        if (row) row[x] = isSet !== isTurned(x, y);
        bit += 1;
      }
    }
  }
}

/** Long lines, squares of one colour, and more of one colour than of the other make a code hard to read. */
function unevenness(grid: readonly (readonly boolean[])[]): number {
  const size = grid.length;
  const at = (x: number, y: number) => grid[y]?.[x] === true;
  const runs = (get: (line: number, along: number) => boolean): number => {
    let sum = 0;
    for (let line = 0; line < size; line += 1)
      for (let along = 1, run = 1; along < size; along += 1) {
        run = get(line, along) === get(line, along - 1) ? run + 1 : 1;
        sum += run === 5 ? 3 : run > 5 ? 1 : 0;
      }
    return sum;
  };
  let squares = 0;
  let dark = 0;
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      if (at(x, y)) dark += 1;
      const isSquare = x > 0 && y > 0 && at(x, y) === at(x - 1, y) && at(x, y) === at(x, y - 1) && at(x, y) === at(x - 1, y - 1);
      if (isSquare) squares += 3;
    }
  const share = Math.floor(Math.abs((dark * 20) / (size * size) - 10)) * 10;
  return runs((y, x) => at(x, y)) + runs((x, y) => at(x, y)) + squares + share;
}
