import { inflateSync } from 'node:zlib';
import { qrMatrix, qrPng } from '.';

const drawn = (matrix: readonly (readonly boolean[])[]) =>
  matrix.map((row) => row.map((isDark) => (isDark ? '#' : '.')).join(''));
describe('a QR code', () => {
  it('has the three corners by which readers find it', () => {
    const rows = drawn(qrMatrix('a'));
    const corner = ['#######.', '#.....#.', '#.###.#.', '#.###.#.', '#.###.#.', '#.....#.', '#######.', '........'];

    expect(rows.slice(0, 8).map((row) => row.slice(0, 8))).toEqual(corner);
    expect(rows).toHaveLength(21);
  });

  it('grows with its text', () => {
    expect(qrMatrix('z'.repeat(213))).toHaveLength(57);
  });

  it('is a picture with a light margin, eight dots for each square', () => {
    const png = qrPng('a');

    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([232, 232]);
    const length = png.readUInt32BE(33);
    const dots = inflateSync(png.subarray(41, 41 + length));
    expect(dots.length).toBe(232 * 233);
    expect([dots[1], dots[32 * 233 + 1 + 31], dots[32 * 233 + 1 + 32]]).toEqual([255, 255, 0]);
  });
});
