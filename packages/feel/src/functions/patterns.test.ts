import fc from 'fast-check';
import { assertSafePattern } from './patterns';

const isSafe = (pattern: string, length = 100): boolean => {
  try {
    assertSafePattern(pattern, length);
    return true;
  } catch {
    return false;
  }
};

describe('assertSafePattern', () => {
  it.each([
    '^\\d{17}[\\dX]$',
    '^1[3-9]\\d{9}$',
    '^(138|139)\\d{8}$',
    '[\\u4e00-\\u9fa5]{2,4}',
    '(\\d{3}-)?\\d{8}',
    '(ab)*',
    '\\(.*\\)',
    '[(+*]+',
  ])('accepts %s', (pattern) => {
    expect(isSafe(pattern)).toBe(true);
  });

  it.each([
    '(a+)+',
    '(a|a)*',
    '(a?){30}',
    '((ab)*)*',
    '(?:a{1,9}){2,}',
    '(x(a|b))+',
    '(?=a)b',
    '(a)\\1',
    '(?<n>a)\\k<n>',
    'a?'.repeat(30),
    'a*a*a*a*a*',
  ])('refuses %s', (pattern) => {
    expect(isSafe(pattern)).toBe(false);
  });

  it('allows less choice in longer texts', () => {
    expect(isSafe('a*b*', 100)).toBe(true);
    expect(isSafe('a*b*', 10_000)).toBe(false);
  });

  it('accepts no pattern that then takes long', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      'a*',
      'a+',
      'a?',
      '(',
      ')',
      '(?:',
      '|',
      '{2}',
      '{1,3}',
      '*',
      '+',
      '[ab]',
      '\\w',
      '$',
      '^',
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(''));

    fc.assert(
      fc.property(pattern, fc.integer({ min: 1, max: 200 }), (source, length) => {
        fc.pre(isSafe(source, length + 1) && isRegExp(source));
        const started = performance.now();
        new RegExp(source, 'u').test(`${'a'.repeat(length)}!`);
        expect(performance.now() - started).toBeLessThan(10_000);
      }),
      { numRuns: 2_000 },
    );
  });
});

function isRegExp(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}
