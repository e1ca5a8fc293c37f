import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { qrMatrix, qrPng } from '.';

const drawn = (matrix: readonly (readonly boolean[])[]) =>
  matrix.map((row) => row.map((isDark) => (isDark ? '#' : '.')).join(''));
const digest = (text: string) =>
  createHash('sha256')
    .update(drawn(qrMatrix(text)).join('\n'))
    .digest('hex')
    .slice(0, 16);

describe('a QR code', () => {
  it('has the three corners by which readers find it', () => {
    const rows = drawn(qrMatrix('a'));
    const corner = ['#######.', '#.....#.', '#.###.#.', '#.###.#.', '#.###.#.', '#.....#.', '#######.', '........'];

    expect(rows.slice(0, 8).map((row) => row.slice(0, 8))).toEqual(corner);
    expect(rows).toHaveLength(21);
  });

  it.each([
    ['of the smallest size', 'a', 'c4315a3129973d42'],
    ['of an address', 'https://gongshi.example.gov.cn/wall/n/AbCdEfGhIjKlMnOpQrStUv', 'cddc60059eadc5e8'],
    ['of a size with its version in it', 'x'.repeat(120), '6c987a3a09f304bd'],
    ['of the largest size', 'y'.repeat(200), 'f3a557b93ceac0d8'],
    ['of Chinese text', '公示'.repeat(10), '80cc97bfb5650444'],
  ])('%s is the one that another encoder drew of the same text', (_, text, expected) => {
    expect(digest(text)).toBe(expected);
  });

  it('holds 213 bytes, and says so of a longer text', () => {
    expect(qrMatrix('z'.repeat(213))).toHaveLength(57);
    expect(() => qrMatrix('z'.repeat(214))).toThrow(RangeError);
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
