import { evaluateFeel, evaluateUnaryTests, FeelError, type FeelOptions, type Json, type Variables } from '..';

const options: FeelOptions = { now: Date.UTC(2026, 10, 22) };
/** Far above the real time, far below "for ever": the machine may be busy. */
const QUICK = 15_000;

function outcome(expression: string, variables: Variables = {}): { code: string; value: Json; milliseconds: number } {
  const started = performance.now();
  const done = (code: string, value: Json) => ({ code, value, milliseconds: performance.now() - started });
  try {
    return done('no error', evaluateFeel(expression, variables, options));
  } catch (error) {
    if (error instanceof FeelError) return done(error.code, null);
    throw error;
  }
}

describe('an expression that would run for ever', () => {
  const many = Array.from({ length: 3_000 }, (_, index) => index);

  it.each<[string, string]>([
    ['count(for i in 1..3000000 return i)', 'feel.unbounded'],
    ['for i in 1..n return i', 'feel.unbounded'],
    ['for i in 1..2.5 return i', 'feel.unbounded'],
    ['for i in [1..n] return i', 'feel.unbounded'],
    ['{ r: concatenate([1..1000000000]), x: for i in r[1] return i }', 'feel.unbounded'],
    ['for i in 1..1000 return concatenate(partial, partial)', 'feel.unbounded'],
    ['for a in many, b in many return a', 'feel.unbounded'],
    ['for a in 1..10 return for b in 1..10 return for c in 1..10 return 1', 'feel.loopsTooDeep'],
    ['many[count(many[count(many[item > 1]) > 1]) > 1]', 'feel.loopsTooDeep'],
    ['for a in 1..1000 return for b in 1..1000 return a * b', 'feel.tooMuchWork'],
    ['every a in many satisfies every b in many satisfies b >= 0', 'feel.tooMuchWork'],
    ['many[count(many[item = -1]) > 0]', 'feel.tooMuchWork'],
    ['{ f: function(f, n) if n = 0 then 0 else f(f, n - 1) + f(f, n - 1), x: f(f, 60) }.x', 'feel.tooMuchWork'],
    ['{ f: function(f) f(f), x: f(f) }.x', 'feel.evaluation'],
  ])('is stopped: %s', (expression, code) => {
    const result = outcome(expression, { n: 1e9, many });

    expect(result.code).toBe(code);
    expect(result.milliseconds).toBeLessThan(QUICK);
  });

  it.each(['matches', 'replace', 'split'])('is stopped in a pattern of %s', (name) => {
    const result = outcome(`${name}(text, "^(a+)+$"${name === 'replace' ? ', "b"' : ''})`, { text: `${'a'.repeat(40)}!` });

    expect(result.code).toBe('feel.pattern');
  });
});

describe('an expression that would take all memory', () => {
  const doubling = (first: string, next: (name: string) => string): string => {
    const names = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
    const entries = names.slice(1).map((name, index) => `${name}: ${next(names[index] ?? '')}`);
    return `count([{ a: ${first}, ${entries.join(', ')} }])`;
  };

  it.each([
    ['lists in lists', doubling('[1]', (name) => `[${name}, ${name}, ${name}]`)],
    ['contexts in contexts', doubling('{ z: 1 }', (name) => `{ x: ${name}, y: ${name} }`)],
    ['joined lists', doubling('[1]', (name) => `concatenate(${name}, ${name}, ${name})`)],
    ['joined texts', doubling('"text"', (name) => `${name} + ${name} + ${name}`)],
    ['texts of texts', doubling('"text"', (name) => `string join([${name}, ${name}, ${name}])`)],
    ['replaced texts', doubling('"aa"', (name) => `replace(${name}, "a", "aaaaaaaaaa")`)],
  ])('is stopped: %s', (_, expression) => {
    const result = outcome(expression);

    expect(['feel.tooMuchWork', 'feel.pattern']).toContain(result.code);
    expect(result.milliseconds).toBeLessThan(QUICK);
  });
});

describe('an expression that reaches for the host', () => {
  it.each([
    'constructor',
    '__proto__',
    'toString',
    'process',
    'globalThis',
    'x.constructor',
    'x.__proto__',
    'x.constructor.constructor("return process")()',
    'get value(x, "constructor")',
    'get value(x, "__proto__")',
    '"text".length',
    'list.length',
  ])('finds nothing: %s', (expression) => {
    expect([null, []]).toContainEqual(outcome(expression, { x: {}, list: [] }).value);
  });

  it('cannot call what is not a function of FEEL', () => {
    expect(outcome('constructor("return process")()').code).toBe('feel.unknownFunction');
    expect(outcome('__wuxin_meter(1)').code).toBe('feel.unknownFunction');
  });

  it.each([
    '{ "__proto__": { polluted: 1 } }',
    'context put({}, ["__proto__", "polluted"], 1)',
    'context([{ key: "__proto__", value: { polluted: 1 } }])',
  ])('pollutes no prototype: %s', (expression) => {
    outcome(expression);

    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('hostile variables', () => {
  it('are refused when a key is __proto__', () => {
    expect(outcome('a', JSON.parse('{"a": 1, "__proto__": {"polluted": 1}}')).code).toBe('feel.variables');
    expect(outcome('a', JSON.parse('{"a": {"b": [{"__proto__": {"polluted": 1}}]}}')).code).toBe('feel.variables');
  });

  it('may have keys that only look dangerous', () => {
    expect(outcome('x.constructor', { x: { constructor: 'builder' } }).value).toBe('builder');
  });

  it.each<[string, unknown]>([
    ['a date object', new Date(0)],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a map', new Map()],
  ])('are refused when they hold %s', (_, value) => {
    expect(outcome('1', { value: value as Json }).code).toBe('feel.variables');
  });

  it('are refused when they are nested too deeply or turn in circles', () => {
    const circle: { [key: string]: Json } = {};
    circle['self'] = circle;

    expect(outcome('1', circle).code).toBe('feel.variables');
  });

  it('may hold a text of a megabyte', () => {
    expect(outcome('string length(text)', { text: 'x'.repeat(1 << 20) }).value).toBe(1 << 20);
  });

  it('are refused when a text is longer than that by far', () => {
    expect(outcome('1', { text: 'x'.repeat(3_000_000) }).code).toBe('feel.variables');
  });
});

describe('a hostile text', () => {
  it.each([
    ['a megabyte', '1'.repeat(1 << 20), 'feel.tooLong'],
    ['brackets', '('.repeat(1_900) + '1' + ')'.repeat(1_900), 'feel.tooDeep'],
    ['lists', '['.repeat(1_900), 'feel.tooDeep'],
    ['a long sum', `1${' + 1'.repeat(900)}`, 'feel.tooDeep'],
    ['choices', 'if '.repeat(1_300), 'feel.tooDeep'],
    ['quotes', '"'.repeat(3_999), 'feel.syntax'],
  ])('of %s is refused quickly', (_, expression, code) => {
    const result = outcome(expression);

    expect(result.code).toBe(code);
    expect(result.milliseconds).toBeLessThan(QUICK);
  });

  it('is refused in unary tests too', () => {
    expect(() => evaluateUnaryTests('count(for i in 1..3000000 return i) > 1', 1, {}, options)).toThrow(
      expect.objectContaining({ code: 'feel.unbounded' }),
    );
  });
});
