import fc from 'fast-check';
import {
  evaluateFeel,
  evaluateFeelValue,
  evaluateUnaryTests,
  feelDate,
  feelDateTime,
  feelDuration,
  FeelError,
  type FeelOptions,
  type Json,
} from '..';

/** 02:30 on Monday, 23 November 2026 in China; still Sunday in UTC. */
const options: FeelOptions = { now: Date.UTC(2026, 10, 22, 18, 30) };

function codeOf(expression: string, variables: { [name: string]: Json } = {}, more: Partial<FeelOptions> = {}): string {
  try {
    evaluateFeel(expression, variables, { ...options, ...more });
    return 'no error';
  } catch (error) {
    if (error instanceof FeelError) return error.code;
    throw error;
  }
}

describe('evaluateFeel', () => {
  it.each<[string, { [name: string]: Json }, Json]>([
    ['1 + 2 * 3', {}, 7],
    ['needs[not(list contains(have, item))]', { needs: ['a', 'b', 'c'], have: ['b'] }, ['a', 'c']],
    ['needs[list contains(have, item)]', { needs: ['a', 'b', 'c'], have: ['b'] }, ['b']],
    ['[1, 2, 3][not(item = 2)]', {}, [1, 3]],
    ['[{x: 1}, {x: 2}][not(list contains([1], x))]', {}, [{ x: 2 }]],
    ['[{x: 1}, {x: 2}][(not(x = 1))].x', {}, [2]],
    ['[{on: true, n: 1}, {on: false, n: 2}][item.on].n', {}, [1]],
    ['["a", "b", "ab"][starts with(item, "a")]', {}, ['a', 'ab']],
    ['[["a"], ["b"]][list contains(item, "b")]', {}, [['b']]],
    ['xs[count(xs)]', { xs: [5, 6, 7] }, 7],
    ['xs[last.at]', { xs: [5, 6, 7], last: { at: 2 } }, 6],
    ['"a" + "b"', {}, 'ab'],
    ['count(votes) * 2 > total', { votes: [1, 2], total: 3 }, true],
    ['年龄 >= 18 and 户主.姓名 = "张三"', { 年龄: 20, 户主: { 姓名: '张三' } }, true],
    ['full name + "!"', { 'full name': 'Li' }, 'Li!'],
    ['person.full name', { person: { 'full name': 'Li' } }, 'Li'],
    ['households[members > 2 and area = "A"].name', { households: [{ members: 3, area: 'A', name: 'x' }] }, ['x']],
    ['people[full name = "b"]', { people: [{ 'full name': 'b' }] }, [{ 'full name': 'b' }]],
    ['numbers[item > 2]', { numbers: [1, 2, 3] }, [3]],
    ['numbers[> 2]', { numbers: [1, 2, 3] }, [3]],
    ['numbers[1 + 1]', { numbers: [1, 2, 3] }, 2],
    ['for i in 1..3 return i * i', {}, [1, 4, 9]],
    ['for p in people return { name: p.name, next: p.age + 1 }', { people: [{ name: 'a', age: 1 }] }, [{ name: 'a', next: 2 }]],
    ['some x in numbers satisfies x > 2', { numbers: [1, 3] }, true],
    ['every x in [1..3] satisfies x > 0', {}, true],
    ['sort(numbers, function(a, b) a < b)', { numbers: [3, 1, 2] }, [1, 2, 3]],
    ['{ a: 1, b: a + 1 }.b', {}, 2],
    ['if missing = null then "none" else missing', {}, 'none'],
    ['median([10, 9, 2])', {}, 9],
    ['median(1, 2, 3, 4)', {}, 2.5],
    ['x in [1..limit]', { x: 3, limit: 5 }, true],
    ['string length("关庙社区")', {}, 4],
  ])('gives the value of %s', (expression, variables, expected) => {
    expect(evaluateFeel(expression, variables, options)).toEqual(expected);
  });

  it.each<[string, Json]>([
    ['date("2026-10-10") + duration("P1D")', '2026-10-11'],
    ['date and time("2026-01-01T00:00:00@Europe/Paris")', '2026-01-01T00:00:00+01:00'],
    ['date("2026-10-10") - date("2026-10-01")', 'P9D'],
    ['time("10:30:00")', '10:30:00'],
    ['[date("2026-10-10")]', ['2026-10-10']],
    ['1 / 0', null],
    ['10 ** 400', null],
    ['missing', null],
  ])('turns %s into JSON', (expression, expected) => {
    expect(evaluateFeel(expression, {}, options)).toEqual(expected);
  });

  it.each(['[1..3]', 'count', 'function(x) x'])('refuses %s, which is no value to store', (expression) => {
    expect(codeOf(expression)).toBe('feel.notAValue');
  });

  it('takes the time from its options, in China unless told otherwise', () => {
    expect(evaluateFeel('[string(now()), string(today())]', {}, options)).toEqual(['2026-11-23T02:30:00+08:00', '2026-11-23']);
    expect(evaluateFeel('string(today())', {}, { ...options, timeZone: 'UTC' })).toBe('2026-11-22');
    expect(evaluateFeel('now()', {}, { ...options, timeZone: 'America/St_Johns' })).toBe('2026-11-22T15:00:00-03:30');
  });

  it('calls functions of the host with JSON', () => {
    const functions = { days: (from: Json, to: Json) => JSON.stringify([from, to]) };

    expect(evaluateFeel('days(date("2026-10-10"), 3)', {}, { ...options, functions })).toBe('["2026-10-10",3]');
  });

  it('lets functions of the host return dates', () => {
    const functions = {
      start: () => feelDate('2026-10-10'),
      moment: () => feelDateTime('2026-10-10T10:00:00+08:00'),
      term: () => feelDuration('P3D'),
    };

    expect(evaluateFeel('[start() + term(), moment() + term()]', {}, { ...options, functions })).toEqual([
      '2026-10-13',
      '2026-10-13T10:00:00+08:00',
    ]);
  });

  it('reports a function of the host that fails, with its cause', () => {
    const cause = new Error('not confirmed');
    const functions = {
      param: () => {
        throw cause;
      },
    };

    expect(() => evaluateFeel('param("x")', {}, { ...options, functions })).toThrow(
      expect.objectContaining({ code: 'feel.functionFailed', data: { name: 'param', reason: 'not confirmed' }, cause }),
    );
  });

  it('calls a function even when a variable has its name', () => {
    expect(evaluateFeel('count(list)', { count: 3, list: [1, 2] }, options)).toBe(2);
  });

  it('reads a variable that is named like a function', () => {
    expect(evaluateFeel('count + 1', { count: 3 }, options)).toBe(4);
  });

  it('refuses unknown functions, and unknown names when asked to', () => {
    expect(codeOf('nothing(1)')).toBe('feel.unknownFunction');
    expect(codeOf('nothing', {}, { unknownNames: 'refuse' })).toBe('feel.unknownName');
    expect(codeOf('list[field = 1]', { list: [] }, { unknownNames: 'refuse' })).toBe('no error');
  });

  it('says where an expression cannot be read', () => {
    expect(() => evaluateFeel('1 +\n  * 2', {}, options)).toThrow(
      expect.objectContaining({ code: 'feel.syntax', position: expect.objectContaining({ line: 2, column: 3 }) }),
    );
  });

  it.each(['', '  ', '1 +', '"open', '1 2'])('refuses “%s” as syntax', (expression) => {
    expect(codeOf(expression)).toBe('feel.syntax');
  });

  it('never changes its variables', () => {
    const variables = { list: [3, 1], person: { name: 'a' } };
    const before = structuredClone(variables);

    evaluateFeel('[sort(list, function(a, b) a < b), context put(person, "name", "b"), append(list, 4)]', variables, options);

    expect(variables).toEqual(before);
  });

  it('gives any JSON back unchanged', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('__proto__'));

    fc.assert(
      fc.property(json, (value) => {
        expect(evaluateFeel('x', { x: value as Json }, options)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('throws nothing but FeelError, whatever the text', () => {
    const piece = fc.constantFrom(
      'for ',
      'x',
      ' in ',
      '1..9',
      ' return ',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '"',
      'a:',
      '+',
      '.',
      'not',
      ',',
      ' = ',
      'if ',
      'then ',
      'else ',
      '?',
      '-',
      '@',
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(typeof codeOf(pieces.join(''), { x: [1, 2] })).toBe('string');
      }),
      { numRuns: 300 },
    );
  });
});

describe('evaluateUnaryTests', () => {
  it.each<[string, Json, boolean]>([
    ['-', 'anything', true],
    ['"a", "b"', 'b', true],
    ['not("a", "b")', 'b', false],
    ['[1..10]', 10, true],
    ['[1..10)', 10, false],
    ['< 5, > 8', 6, false],
    ['> limit', 6, true],
    ['true', true, true],
    ['false', true, false],
    ['null', null, true],
    ['? > 2 and limit = 5', 3, true],
    ['> 5', null, false],
    ['> 5', 'text', false],
  ])('tests %s against %p', (test, value, expected) => {
    expect(evaluateUnaryTests(test, value, { limit: 5 }, options)).toBe(expected);
  });

  it('compares dates as dates', () => {
    const value = evaluateFeelValue('date(due)', { due: '2026-10-10' }, options);

    expect(evaluateUnaryTests('> date("2026-09-30")', value, {}, options)).toBe(true);
    expect(value.toJSON()).toBe('2026-10-10');
  });

  it('refuses a test that cannot be read', () => {
    expect(() => evaluateUnaryTests('> 5,', 1, {}, options)).toThrow(expect.objectContaining({ code: 'feel.syntax' }));
  });
});
