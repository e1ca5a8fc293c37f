import fc from 'fast-check';
import { partsOfPage, type PagePart, type Stretch } from './board-page';

/** Cases of a stretch, as the database would number them. */
const casesIn = ({ placeId, processKey, count }: Stretch): string[] =>
  Array.from({ length: count }, (_, index) => `${placeId}/${processKey}/${index}`);

/** What the statements of a page read, in the order of the list. */
function read(stretches: readonly Stretch[], parts: readonly PagePart[]): string[] {
  const found = parts.flatMap(({ stretches: some, offset, limit }) => some.flatMap(casesIn).slice(offset, offset + limit));
  return stretches.flatMap(casesIn).filter((one) => found.includes(one));
}

describe('the page of a list of stretches', () => {
  it('shows what cutting the whole list would show, with at most three statements', () => {
    const counts = fc.array(fc.nat({ max: 7 }), { maxLength: 12 });

    fc.assert(
      fc.property(counts, fc.nat({ max: 60 }), fc.integer({ min: 1, max: 25 }), (sizes, offset, limit) => {
        const stretches = sizes.map((count, index) => ({ placeId: String(index), processKey: 'p', count }));

        const parts = partsOfPage(stretches, { offset, limit });

        expect(read(stretches, parts)).toEqual(stretches.flatMap(casesIn).slice(offset, offset + limit));
        expect(parts.length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('passes over no case of another page when all lie at one place', () => {
    const all = { placeId: null, processKey: 'p', count: 1_000_000 };

    const parts = partsOfPage([all], { offset: 40, limit: 20 });

    expect(parts).toEqual([{ stretches: [all], offset: 40, limit: 20 }]);
  });
});
