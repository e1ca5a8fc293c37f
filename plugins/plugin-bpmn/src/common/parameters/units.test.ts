import { whyUnusable } from './units';

describe('a value that no step could use', () => {
  it.each([
    ['calendarDays', [0, 10, 3_650], [5.5, -1, 3_651, 1e21, 1e-7, '10', null]],
    ['workingDays', [0, 10, 3_650], [5.5, -1, 3_651, 1e21]],
    ['hours', [0, 87_600], [0.5, 87_601]],
    ['percent', [0, 30, 100], [33.3, 101, -1, '1/3']],
    ['times', [0, 3], [2.5, -1, 1e21]],
    ['people', [0, 7], [0.5, 1e7]],
    ['households', [0, 7], [0.5, 1e7]],
  ])('is what is counted in %s and not whole, or out of reach', (unit, usable, unusable) => {
    expect(usable.map((value) => whyUnusable({ unit }, value))).toEqual(usable.map(() => null));
    expect(unusable.map((value) => whyUnusable({ unit }, value)?.kind)).toEqual(unusable.map(() => 'notWhole'));
  });

  it('is a share of nothing, of more than the whole, or of numbers that no vote is counted with', () => {
    const isUsable = (value: unknown) => whyUnusable({ unit: 'share' }, value) === null;

    expect(['1/2', '2/3', '1/1', '1000000/1000000'].every(isUsable)).toBe(true);
    expect(['3/2', '0/1', '1/0', '1', 'half', '-1/2', 0.5, '1/1000001', '1/99999999999999999999'].some(isUsable)).toBe(false);
  });

  it('is one that cannot be compared with the limits that it has', () => {
    expect(whyUnusable({ floor: 5 }, 'many')).toEqual({ kind: 'notComparable' });
    expect(whyUnusable({ ceiling: 5 }, Number.POSITIVE_INFINITY)).toEqual({ kind: 'notComparable' });
    expect(whyUnusable({}, Number.NaN)).toEqual({ kind: 'notComparable' });
  });

  it('is one that is not on the list of options', () => {
    const options = [{ value: 'formal' }, { value: 'all' }];
    const isUsable = (value: unknown) => whyUnusable({ unit: null, options }, value) === null;

    expect(['formal', 'all'].every(isUsable)).toBe(true);
    expect(['none', '', 1, true, null].some(isUsable)).toBe(false);
  });

  it('is none where the unit says nothing', () => {
    expect([0.5, 1e21, 'full', true, [1], null].map((value) => whyUnusable({ unit: null }, value))).toEqual(Array(6).fill(null));
    expect(whyUnusable({ unit: 'yuan', floor: 0 }, 50_000.55)).toBeNull();
    expect(whyUnusable({ unit: 'toString' }, 'x')).toBeNull();
  });
});
