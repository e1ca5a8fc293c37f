import fc from 'fast-check';
import { mismatchesOf, presentAt, type Movement } from '.';

const arrived = (person: string, at: number): Movement => ({ person, kind: 'arrived', at });
const left = (person: string, at: number): Movement => ({ person, kind: 'left', at });

describe('who is there', () => {
  const movements = [arrived('a', 10), arrived('b', 10), left('a', 30), arrived('c', 20), arrived('a', 50)];

  test.each([
    [9, []],
    [10, ['a', 'b']],
    [29, ['a', 'b', 'c']],
    [30, ['b', 'c']],
    [50, ['a', 'b', 'c']],
  ])('at %i', (at, people) => {
    expect([...presentAt(movements, at)].toSorted()).toEqual(people);
  });

  test('after two movements at one moment, the later record says', () => {
    expect(presentAt([arrived('a', 1), left('a', 1)], 1).size).toBe(0);
    expect(presentAt([left('a', 1), arrived('a', 1)], 1).size).toBe(1);
  });

  test('is the same whether somebody signed in once or twice', () => {
    expect(presentAt([arrived('a', 1), arrived('a', 2), left('a', 3)], 4).size).toBe(0);
  });

  test('never depends on the order in which clerks recorded different people', () => {
    const movement = fc.record({
      person: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom('arrived' as const, 'left' as const),
    });
    fc.assert(
      fc.property(fc.array(movement, { maxLength: 12 }), fc.nat({ max: 12 }), (some, at) => {
        const timed = some.map((one, index) => ({ ...one, at: index }));
        const byPerson = ['c', 'a', 'b'].flatMap((person) => timed.filter((one) => one.person === person));
        expect(new Set(presentAt(byPerson, at))).toEqual(new Set(presentAt(timed, at)));
      }),
    );
  });
});

describe('two counts of the same hands', () => {
  test('agree when every number does', () => {
    expect(mismatchesOf({ approve: 11, oppose: 9 }, { oppose: 9, approve: 11 })).toEqual([]);
  });

  test('differ by each number, and also where one entered none', () => {
    expect(mismatchesOf({ approve: 11, oppose: 9 }, { approve: 10, oppose: 9, abstain: 0 })).toEqual([
      { field: 'abstain', first: undefined, second: 0 },
      { field: 'approve', first: 11, second: 10 },
    ]);
  });
});
