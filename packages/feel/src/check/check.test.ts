import { checkFeel, FEEL_LIMITS, feelMessages, formatFeelProblem, namesUsed, parametersUsed } from '..';

const codesOf = (expression: string, options: Partial<Parameters<typeof checkFeel>[1]> = {}): string[] =>
  checkFeel(expression, { kind: 'expression', ...options }).map((problem) => problem.code);

describe('checkFeel', () => {
  it.each([
    'for i in 1..1000 return i',
    'for i in -5..5 return i',
    'for i in list return for j in i.list return j',
    'for a in 1..10, b in 1..10 return a * b',
    'x in [1..limit]',
    'x in (1, [2..limit])',
    'includes([1..limit], x)',
    'some x in [1..10] satisfies x > 2',
    'x = "for i in 1..n"',
  ])('accepts %s', (expression) => {
    expect(codesOf(expression)).toEqual([]);
  });

  it.each([
    'for i in 1..n return i',
    'for i in 1..1001 return i',
    'some i in 1..count(x) satisfies true',
    'for i in [1..n] return i',
    'for a in 1..100, b in 1..100 return a',
    '{ r: [1..n] }',
    'flatten([[1..n]])',
    'for i in 1..3 return partial',
  ])('refuses the loop without a safe end in %s', (expression) => {
    expect(codesOf(expression)).toContain('feel.unbounded');
  });

  it('marks the range that is too large', () => {
    expect(checkFeel('1 +\n count(for i in 1..n return i)', { kind: 'expression' })[0]).toMatchObject({
      code: 'feel.unbounded',
      position: { offset: 20, length: 4, line: 2, column: 17 },
    });
  });

  it('allows two loops inside each other and no third', () => {
    const loop = (body: string): string => `for i in list return (${body})`;

    expect(codesOf(loop(loop('i')))).toEqual([]);
    expect(codesOf(loop(loop(loop('i'))))).toEqual(['feel.loopsTooDeep']);
  });

  it('does not count a loop in the list of another one, which runs once', () => {
    expect(codesOf('for i in (for j in (for k in list return k) return j) return i')).toEqual([]);
  });

  it('reports names and functions that nobody defines', () => {
    expect(codesOf('foo(bar) + 1', { knownNames: ['baz'], knownFunctions: [] })).toEqual([
      'feel.unknownFunction',
      'feel.unknownName',
    ]);
    expect(codesOf('param(bar) + 1', { knownNames: ['bar'], knownFunctions: ['param'] })).toEqual([]);
  });

  it('checks neither names nor functions unless they are given', () => {
    expect(codesOf('foo(bar)')).toEqual([]);
  });

  it.each([
    'for i in list return i',
    'some i in list satisfies i > 1',
    'list[item.age > age]',
    'list[age > 3]',
    '{ a: list, b: a }.b',
    'sort(list, function(x, y) x < y)',
    'list instance of number',
  ])('knows the names that %s defines itself', (expression) => {
    expect(codesOf(expression, { knownNames: ['list'], knownFunctions: [] })).toEqual([]);
  });

  it('does not know a loop variable outside of its loop', () => {
    expect(codesOf('[for i in list return i, i]', { knownNames: ['list'] })).toEqual(['feel.unknownName']);
  });

  it('reads names with blanks when they are known', () => {
    expect(codesOf('full name = "x"', { knownNames: ['full name'] })).toEqual([]);
  });

  it('reads unary tests as such', () => {
    expect(codesOf('> 5, [1..n]', { kind: 'unaryTests' })).toEqual([]);
    expect(codesOf('> 5, [1..3]')).toContain('feel.syntax');
  });

  it('refuses what is too long', () => {
    expect(codesOf('x'.repeat(FEEL_LIMITS.expressionLength + 1))).toEqual(['feel.tooLong']);
  });
});

describe('namesUsed', () => {
  it('lists the names from outside, once and sorted', () => {
    expect(namesUsed('count(votes) > quorum and { a: 1, b: a + c }.b > quorum')).toEqual(['c', 'quorum', 'votes']);
  });

  it('takes no part of a path but its head', () => {
    expect(namesUsed('household.head.name = name')).toEqual(['household', 'name']);
  });

  it('is empty for an expression that cannot be read', () => {
    expect(namesUsed('1 +')).toEqual([]);
  });
});

describe('parametersUsed', () => {
  it('lists the literal keys', () => {
    expect(parametersUsed('param("b") + param("a.x") + param("b") + param(key) + other("c")')).toEqual(['a.x', 'b']);
  });
});

describe('messages', () => {
  it('say every code in both languages, without holes', () => {
    expect(Object.keys(feelMessages['zh-CN'])).toEqual(Object.keys(feelMessages['en-US']));
    expect(formatFeelProblem({ code: 'feel.unbounded', data: { reason: 'notLiteral', limit: 1000 } }, 'zh-CN')).toContain(
      '不是写定的整数',
    );
    expect(formatFeelProblem({ code: 'feel.unknownName', data: { name: 'x' } }, 'en-US')).toBe('There is no variable named "x".');
  });
});
