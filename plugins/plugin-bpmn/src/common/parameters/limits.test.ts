import { findBrokenLimit, isLimit } from './limits';

describe('limits of parameters', () => {
  it('keeps a value that is exactly at a limit', () => {
    expect(findBrokenLimit({ floor: 5, ceiling: 10 }, 5)).toBeNull();
    expect(findBrokenLimit({ floor: 5, ceiling: 10 }, 10)).toBeNull();
  });

  it('names the limit that a value breaks', () => {
    expect(findBrokenLimit({ floor: 5, ceiling: 10 }, 4)).toEqual({ side: 'floor', limit: 5 });
    expect(findBrokenLimit({ floor: 5, ceiling: 10 }, 11)).toEqual({ side: 'ceiling', limit: 10 });
  });

  it('compares fractions exactly, where decimals would round', () => {
    expect(findBrokenLimit({ floor: '2/3' }, '2/3')).toBeNull();
    expect(findBrokenLimit({ floor: '2/3' }, '4/6')).toBeNull();
    expect(findBrokenLimit({ floor: '2/3' }, '66666666666666666666/100000000000000000000')).toEqual({
      side: 'floor',
      limit: '2/3',
    });
  });

  it('compares decimals and negative numbers with fractions', () => {
    expect(findBrokenLimit({ floor: '1/2' }, 0.5)).toBeNull();
    expect(findBrokenLimit({ floor: '1/2' }, 0.49)).toEqual({ side: 'floor', limit: '1/2' });
    expect(findBrokenLimit({ floor: 0 }, -0.1)).toEqual({ side: 'floor', limit: 0 });
  });

  it('compares numbers that are written with an exponent', () => {
    expect(findBrokenLimit({ floor: 1, ceiling: 10 }, 1e21)).toEqual({ side: 'ceiling', limit: 10 });
    expect(findBrokenLimit({ floor: 1, ceiling: 10 }, 1e-7)).toEqual({ side: 'floor', limit: 1 });
    expect(findBrokenLimit({ floor: -1.5e21 }, -1.6e21)).toEqual({ side: 'floor', limit: -1.5e21 });
    expect(findBrokenLimit({ ceiling: Number.MAX_VALUE }, Number.MAX_VALUE)).toBeNull();
  });

  it('finds nothing to compare in texts, lists and yes or no', () => {
    expect(findBrokenLimit({ floor: 5 }, 'full meeting')).toBeNull();
    expect(findBrokenLimit({ floor: 5 }, [1])).toBeNull();
    expect(findBrokenLimit({ floor: 5 }, true)).toBeNull();
  });

  it('takes numbers and fractions as limits, nothing else', () => {
    expect([5, 0.5, '1/2'].every(isLimit)).toBe(true);
    expect(['half', '1/0', Number.NaN, null, {}].some(isLimit)).toBe(false);
  });
});
