import { evaluateFeelValue, evaluateUnaryTests, feelDate, FeelError, feelFunction, feelValue, invokeFeel, viewFeel } from '..';

const NOW = { now: Date.UTC(2026, 10, 26) };
const evaluate = (expression: string, variables = {}) => evaluateFeelValue(expression, variables, NOW);
const codeOf = (work: () => unknown) => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof FeelError ? error.code : error;
  }
};

describe('a value of FEEL', () => {
  it.each([
    ['null', 'null'],
    ['true', 'boolean'],
    ['1', 'number'],
    ['"a"', 'string'],
    ['@"2026-11-26"', 'date'],
    ['@"09:00:00"', 'time'],
    ['@"2026-11-26T09:00:00"', 'date and time'],
    ['@"P1D"', 'days and time duration'],
    ['@"P1M"', 'years and months duration'],
    ['[1]', 'list'],
    ['{a: 1}', 'context'],
    ['[1..2]', 'range'],
    ['function(x) x', 'function'],
  ])('%s is a %s', (expression, kind) => {
    expect(viewFeel(evaluate(expression)).kind).toBe(kind);
  });

  it('stays what it is as a variable of another expression, at any depth', () => {
    const birthdays = feelValue({ 'of all': [evaluate('@"2026-11-26"')] });

    expect(evaluate('(list.of all[1] + @"P1D").day', { list: birthdays }).toJSON()).toBe(27);
    expect(evaluateUnaryTests('> @"2026-11-25"', evaluate('@"2026-11-26"'), {}, NOW)).toBe(true);
  });
});

describe('a function that is a value', () => {
  const times = feelFunction(['a', 'b c'], (args) => evaluate('a * b', { a: args[0] ?? null, b: args[1] ?? null }));

  it('is called by position and by name, from expressions and by the host', () => {
    expect(evaluate('times(2, 3)', { times }).toJSON()).toBe(6);
    expect(evaluate('shelf.times(2, 3)', { shelf: { times } }).toJSON()).toBe(6);
    expect(invokeFeel(times, { 'b c': feelValue(5), 'a': feelValue(2) }).toJSON()).toBe(10);
    expect(invokeFeel(evaluate('function(x) x + 1'), [feelValue(1)]).toJSON()).toBe(2);
  });

  it('is refused where it is none, or gets what it does not take', () => {
    expect(codeOf(() => invokeFeel(feelValue(1), []))).toBe('feel.evaluation');
    expect(codeOf(() => invokeFeel(times, [feelValue(1), feelValue(2), feelValue(3)]))).toBe('feel.evaluation');
    expect(codeOf(() => invokeFeel(times, { z: feelValue(1) }))).toBe('feel.evaluation');
  });

  it('comes before a function of FEEL with its name; another value does not', () => {
    const one = feelFunction(['list'], () => feelValue(1));

    expect(evaluate('sum([5])', { sum: one }).toJSON()).toBe(1);
    expect(evaluate('sum([5])', { sum: 7 }).toJSON()).toBe(5);
  });
});

it.each(['-2026-01-01', 'yesterday', '2026-13-01'])('%s is no date: refused with a code', (text) => {
  expect(codeOf(() => feelDate(text))).toBe('feel.evaluation');
});
