import fc from 'fast-check';
import { readArea, toQuantity } from './quantity';

describe('areas', () => {
  test.each([
    ['89.37', 893_700n],
    ['0.0001', 1n],
    ['30000', 300_000_000n],
    [30000, 300_000_000n],
    ['007.50', 75_000n],
  ])('%p square metres are %p square centimetres', (written, exact) => {
    expect(readArea(written)).toBe(exact);
  });

  test.each([89.37, -1, '-1', '1.00001', '1e3', '', ' 1', '1,5', null])('%p is refused', (written) => {
    expect(readArea(written)).toBeUndefined();
  });

  test('are written as they are read', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), (area) => {
        expect(readArea(toQuantity('area', area))).toBe(area);
      }),
    );
  });
});
