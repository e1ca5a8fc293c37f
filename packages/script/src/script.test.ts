import {
  ScriptError,
  formatScriptError,
  loadScriptRuntime,
  type ScriptCode,
  type ScriptOptions,
  type ScriptRuntime,
  type Variables,
} from '.';

const options: ScriptOptions = { now: Date.UTC(2026, 10, 22) };
let runtime: ScriptRuntime;
let untimed: ScriptRuntime;
/** Each look at the stopwatch is a millisecond later, so that no test depends on how busy the machine is. */
let looks = 0;

beforeAll(async () => {
  runtime = await loadScriptRuntime({ stopwatch: () => looks++ });
  untimed = await loadScriptRuntime({ stopwatch: () => 0 });
});

function codeOf(source: string, variables: Variables = {}, run = runtime.run): ScriptCode | 'no error' {
  try {
    run(source, variables, options);
    return 'no error';
  } catch (error) {
    if (error instanceof ScriptError) return error.code;
    throw error;
  }
}

describe('a script', () => {
  it.each([
    ['an object expression', '({ total: votes.length })'],
    ['an object without brackets', '{ total: votes.length }'],
    ['a program that ends with an object', 'let total = 0; for (const vote of votes) total += 1; ({ total })'],
    ['a choice', 'if (votes.length > 1) { ({ total: 2 }) } else { ({ total: 0 }) }'],
  ])('returns the object of %s', (_, source) => {
    expect(runtime.run(source, { votes: ['a', 'b'] }, options)).toEqual({ total: 2 });
  });

  it('reaches a variable that is named like a part of the language', () => {
    expect(runtime.run('({ both: [variables.Math, Math.max(1, 2)] })', { Math: 7 }, options)).toEqual({ both: [7, 2] });
  });

  it('may declare a name of its own that is also a variable', () => {
    expect(runtime.run('let total = variables.total + 1; ({ total })', { total: 1 }, options)).toEqual({ total: 2 });
  });

  it('sees only the time that it is given', () => {
    expect(runtime.run('({ now, date: typeof Date })', {}, options)).toEqual({ now: options.now, date: 'undefined' });
  });

  it('gives the same result every time', () => {
    const source = '({ keys: Object.getOwnPropertyNames(globalThis), random: typeof Math.random })';

    expect(runtime.run(source, {}, options)).toEqual(runtime.run(source, {}, options));
  });

  it('keeps nothing from the run before', () => {
    runtime.run('globalThis.left = 1; Array.prototype.left = 1; ({})', {}, options);

    expect(runtime.run('({ left: typeof left, inList: typeof [].left })', {}, options)).toEqual({
      left: 'undefined',
      inList: 'undefined',
    });
  });

  it.each([
    ['overwriting a variable', 'votes = []; ({})'],
    ['changing the inside of a variable', 'votes.push(1); ({})'],
    ['a syntax error', '({'],
    ['a name that does not exist', 'nothing.at.all'],
    ['an error of its own', 'throw new Error("no")'],
    ['endless recursion', '(function again() { return again() })(); ({})'],
    ['a value that is no JSON', '({ a: 1n })'],
  ])('fails on %s', (_, source) => {
    expect(codeOf(source, { votes: [] })).toBe('script.failed');
  });

  it('names the line that failed', () => {
    expect(() => runtime.run('\n\nnothing.at.all', {}, options)).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ line: 3 }) }),
    );
  });

  it.each(['1', '"text"', '[1]', 'null', 'undefined', '(async () => ({ a: 1 }))()', 'new Map()', '() => ({})'])(
    'refuses %s as a result',
    (source) => {
      expect(codeOf(source)).toBe('script.notAnObject');
    },
  );

  it.each(['votes.map((vote) => [vote, [vote]]).flat(2)', '[].concat(votes, votes)', 'votes.flatMap((vote) => [vote, vote])'])(
    'finds the usual list functions: %s',
    (source) => {
      expect(runtime.run(`({ list: ${source} })`, { votes: ['a'] }, options)).toEqual({ list: ['a', 'a'] });
    },
  );
});

describe('a hostile script', () => {
  it.each([
    ['an endless loop', 'while (true) {}'],
    ['an endless loop that catches everything', 'for (;;) { try { for (;;) {} } catch (error) {} }'],
    ['a regular expression that backtracks for ever', '/(a+)+$/.test("a".repeat(50) + "!"); ({})'],
    ['an endless loop in the result', '({ toJSON() { for (;;) {} } })'],
    ['an endless loop in a getter', '({ get a() { for (;;) {} } })'],
  ])('is stopped in %s', (_, source) => {
    expect(codeOf(source)).toBe('script.timeout');
  });

  it.each([
    ['one large text', '"x".repeat(2 ** 29); ({})'],
    ['a growing list', 'const all = []; for (;;) all.push([{}, {}, {}, {}, {}, {}, {}, {}])'],
    ['a list from a claimed length', 'Array.from({ length: 1e9 }); ({})'],
  ])('cannot take more memory with %s', (_, source) => {
    expect(
      codeOf(source, {}, (text, variables, given) => untimed.run(text, variables, { ...given, memoryBytes: 4 * 1024 * 1024 })),
    ).toBe('script.memory');
  });

  it.each([
    'new Array(2 ** 32 - 1).join("x"); ({})',
    'const list = []; list.length = 2 ** 32 - 1; [list].flat(); ({})',
    'const list = []; list.length = 2 ** 32 - 1; [].concat(list); ({})',
    'const list = []; list.length = 2 ** 32 - 1; new Set(list); ({})',
    'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1); ({})',
    'String.raw({ raw: { length: 2 ** 53 - 1 } }); ({})',
    '"a".repeat(1e6).indexOf("a".repeat(5e5) + "b"); ({})',
  ])('cannot hide in a native function: %s', (source) => {
    expect(codeOf(source)).toBe('script.failed');
  });

  it.each(['process', 'require', 'fetch', 'setTimeout', 'console', 'module', 'window', 'Buffer', 'Proxy', 'eval', 'Function'])(
    'does not find %s',
    (name) => {
      expect(runtime.run(`({ found: typeof ${name} })`, {}, options)).toEqual({ found: 'undefined' });
    },
  );

  it('does not reach the host through constructors', () => {
    expect(codeOf('this.constructor.constructor("return process")(); ({})')).toBe('script.failed');
  });

  it('cannot pollute prototypes of the host with its result', () => {
    const result = runtime.run('({ ["__proto__"]: { polluted: 1 }, inner: { ["__proto__"]: { polluted: 1 } } })', {}, options);

    expect(result).toEqual({ inner: {} });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('only harms itself by overwriting JSON', () => {
    expect(runtime.run('JSON.stringify = () => "[1]"; ({ a: 1 })', {}, options)).toEqual({ a: 1 });
  });

  it.each(['['.repeat(9000), '('.repeat(9000), '!'.repeat(9000), '({a:'.repeat(4000), '`${'.repeat(5000)])(
    'fails on source that is nested endlessly',
    (source) => {
      expect(codeOf(source)).toBe('script.failed');
    },
  );

  it('leaves the sandbox usable', () => {
    codeOf('const all = []; for (;;) all.push(new Array(1000).fill(1))');
    codeOf('['.repeat(9000));

    expect(runtime.run('({ a: 1 })', {}, options)).toEqual({ a: 1 });
  });

  it('is refused when it is too long', () => {
    expect(codeOf(' '.repeat(20_001))).toBe('script.tooLong');
  });
});

it('explains an error in both languages', () => {
  const error = new ScriptError('script.timeout', { milliseconds: 200 });

  expect(formatScriptError(error, 'zh-CN')).toContain('200 毫秒');
  expect(formatScriptError(error, 'en-US')).toContain('200 ms');
});
