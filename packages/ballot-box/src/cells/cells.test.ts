import fc from 'fast-check';
import { withoutSmallCells } from './cells';

const cell = (name: string, approve: number, oppose = 0) => ({ name, counts: { approve, oppose } });
const shown = (cells: Parameters<typeof withoutSmallCells>[0]) =>
  withoutSmallCells(cells, 5).flatMap(({ name, counts }) => (counts ? [name] : []));

describe('sub-totals', () => {
  test('are all shown when none is small', () => {
    expect(shown([cell('a', 5), cell('b', 3, 4)])).toEqual(['a', 'b']);
  });

  test('that are small are hidden, and with one alone the next smallest, since it could be found by subtraction', () => {
    expect(shown([cell('a', 4), cell('b', 9), cell('c', 6)])).toEqual(['b']);
    expect(shown([cell('a', 4), cell('b', 2), cell('c', 6)])).toEqual(['c']);
  });

  test('where nobody voted say so: that tells of nobody', () => {
    expect(shown([cell('a', 0), cell('b', 9)])).toEqual(['a', 'b']);
  });

  test('never leave one alone that was hidden, nor show a small one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 8 }), (sizes) => {
        const cells = sizes.map((size, index) => cell(`c${index}`, size));
        const visible = new Set(shown(cells));
        const hidden = cells.filter(({ name }) => !visible.has(name));

        expect(hidden.length === 1 && cells.filter(({ counts }) => counts.approve > 0).length > 1).toBe(false);
        for (const { name, counts } of cells) expect(counts.approve > 0 && counts.approve < 5 && visible.has(name)).toBe(false);
      }),
    );
  });
});
