import fc from 'fast-check';
import { isSame, type Json, mergePacks, type Pack } from '..';
import { packOf, withPart } from '../__fixtures__/packs';

const merge = (base: Json | undefined, here: Json | undefined, pack: Json | undefined, choices = {}) => {
  const one = (value: Json | undefined): Pack => (value === undefined ? packOf() : withPart('decisions', 'route', value));
  const { pack: merged, findings } = mergePacks({ base: one(base), here: one(here), pack: one(pack) }, { choices });
  return { value: merged.parts.decisions?.route, findings };
};
const kinds = ({ findings }: ReturnType<typeof merge>) =>
  findings.map(({ kind, change, path }) => [kind, change, path.join('.')]);

describe('a part that was changed on two sides', () => {
  it('takes what the pack changed and keeps what was changed here', () => {
    const result = merge({ a: 1, b: 1, c: 1 }, { a: 2, b: 1, c: 1 }, { a: 1, b: 2, c: 1, d: 1 });

    expect(result.value).toEqual({ a: 2, b: 2, c: 1, d: 1 });
    expect(kinds(result)).toEqual([
      ['kept', 'changed', 'a'],
      ['taken', 'changed', 'b'],
      ['taken', 'added', 'd'],
    ]);
  });

  it('keeps what is here where both changed the same thing, and says so', () => {
    const result = merge({ a: 1 }, { a: 2 }, { a: 3 });

    expect(result.value).toEqual({ a: 2 });
    expect(result.findings).toEqual([
      {
        id: 'decisions/route/a',
        kind: 'conflict',
        change: 'changed',
        part: 'decisions',
        name: 'route',
        path: ['a'],
        before: '1',
        here: '2',
        pack: '3',
      },
    ]);
  });

  it('takes the pack’s where somebody chose it', () => {
    expect(merge({ a: 1 }, { a: 2 }, { a: 3 }, { 'decisions/route/a': 'pack' }).value).toEqual({ a: 3 });
  });

  it('does not bring back what was removed here, also when the pack changed it', () => {
    expect(merge({ a: 1, b: 1 }, { b: 1 }, { a: 2, b: 1 }).value).toEqual({ b: 1 });
    expect(merge({ a: 1, b: 1 }, { b: 1 }, { a: 1, b: 1 }).value).toEqual({ b: 1 });
    expect(merge({ a: 1 }, undefined, { a: 2 }).value).toBeUndefined();
  });

  it('keeps what was changed here and removed in the pack', () => {
    const result = merge({ a: 1, b: 1 }, { a: 2, b: 1 }, { b: 1 });

    expect(result.value).toEqual({ a: 2, b: 1 });
    expect(kinds(result)).toEqual([['conflict', 'removed', 'a']]);
  });

  it('loses what the pack removed and nobody changed here', () => {
    expect(merge({ a: 1, b: 1 }, { a: 1, b: 1 }, { b: 1 }).value).toEqual({ b: 1 });
  });

  it('says nothing of what both changed alike', () => {
    expect(merge({ a: 1 }, { a: 2 }, { a: 2 })).toMatchObject({ value: { a: 2 }, findings: [] });
  });

  it('has conflicts only where nobody knows a common state', () => {
    expect(kinds(merge(undefined, { a: 1, b: 1 }, { a: 1, b: 2 }))).toEqual([['conflict', 'added', 'b']]);
  });
});

describe('lists', () => {
  const rule = (id: string, then = 'x') => ({ id, then });

  it('with names are merged item by item: rows that both sides added stay', () => {
    const base = { rules: [rule('a'), rule('b')] };
    const here = { rules: [rule('a'), rule('mine'), rule('b')] };
    const pack = { rules: [rule('first'), rule('a', 'y'), rule('b')] };

    expect(merge(base, here, pack).value).toEqual({ rules: [rule('first'), rule('a', 'y'), rule('mine'), rule('b')] });
  });

  it('take the pack’s order where only the pack changed it', () => {
    const inOrder = (...ids: string[]) => ({ rules: ids.map((id) => rule(id)) });
    expect(merge(inOrder('a', 'b', 'c'), inOrder('a', 'b', 'mine', 'c'), inOrder('c', 'b', 'a')).value).toEqual(
      inOrder('c', 'b', 'mine', 'a'),
    );
    expect(merge(inOrder('a', 'b'), inOrder('b', 'a'), inOrder('a', 'b', 'c')).value).toEqual(inOrder('b', 'c', 'a'));
  });

  it('without names are merged like lines of a text', () => {
    const rows = (...lists: number[][]) => ({ rows: lists });
    expect(merge(rows([1], [2], [3]), rows([0], [1], [2], [3]), rows([1], [2], [3], [4])).value).toEqual(
      rows([0], [1], [2], [3], [4]),
    );
  });

  it('without names that were changed at the same place stay as they are here', () => {
    const rows = (...lists: number[][]) => ({ rows: lists });
    const result = merge(rows([1], [2]), rows([1], [5]), rows([1], [6]));
    expect(result.value).toEqual(rows([1], [5]));
    expect(kinds(result)).toEqual([['conflict', 'changed', 'rows']]);
  });

  it('of plain values are one value', () => {
    expect(kinds(merge({ levels: ['a'] }, { levels: ['a', 'b'] }, { levels: ['c'] }))).toEqual([
      ['conflict', 'changed', 'levels'],
    ]);
  });
});

describe('Word files', () => {
  const withFile = (byte: number) => packOf({ files: { templates: { opinion: new Uint8Array([byte]) } } });

  it('are taken as a whole, and are not shown', () => {
    const { pack, findings } = mergePacks({ base: withFile(1), here: withFile(1), pack: withFile(2) });
    expect(pack.files.templates?.opinion).toEqual(new Uint8Array([2]));
    expect(findings).toMatchObject([
      { kind: 'taken', part: 'templates', name: 'opinion', path: ['file'], before: null, pack: null },
    ]);
  });

  it('that were changed on both sides stay', () => {
    const { pack } = mergePacks({ base: withFile(1), here: withFile(3), pack: withFile(2) });
    expect(pack.files.templates?.opinion).toEqual(new Uint8Array([3]));
  });
});

describe('folders whose items are taken as a whole', () => {
  const withTest = (steps: readonly string[], name = 'test') => withPart('tests', name, { steps });
  const mergeWhole = (here: readonly string[], pack: readonly string[], choices = {}) =>
    mergePacks(
      { base: withTest(['a', 'b']), here: withTest(here), pack: withTest(pack) },
      { choices, isWhole: (part) => part === 'tests' },
    );

  it('never hold half of one side and half of the other', () => {
    const { pack, findings } = mergeWhole(['a', 'c'], ['d', 'b']);

    expect(pack.parts.tests?.test).toEqual({ steps: ['a', 'c'] });
    expect(findings).toMatchObject([{ kind: 'conflict', part: 'tests', name: 'test', path: [], here: null, pack: null }]);
  });

  it('are the pack’s where only it changed them, and where somebody chose it', () => {
    expect(mergeWhole(['a', 'b'], ['d']).pack.parts.tests?.test).toEqual({ steps: ['d'] });
    expect(mergeWhole(['c'], ['d'], { 'tests/test': 'pack' }).pack.parts.tests?.test).toEqual({ steps: ['d'] });
  });
});

describe('the merge of any values', () => {
  // names that make lists into lists of named things now and then
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<Json>(1, 2, 'a', null, true),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('id', 'x', 'y'), tie('value'), { maxKeys: 3 }),
    ),
  }));

  it('of a side that changed nothing is the other side', () => {
    fc.assert(
      fc.property(value, value, (base, other) => {
        expect(isSame(merge(base, base, other).value, other)).toBe(true);
        expect(isSame(merge(base, other, base).value, other)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of two sides that changed alike is what they made, without a finding', () => {
    fc.assert(
      fc.property(value, value, (base, other) => {
        expect(merge(base, other, other)).toMatchObject({ findings: [] });
        expect(isSame(merge(base, other, other).value, other)).toBe(true);
      }),
    );
  });

  it('without conflicts is the same from either side, but for the order of lists', () => {
    const inAnyOrder = (json: Json | undefined): string => [...JSON.stringify(json ?? null)].sort().join('');
    fc.assert(
      fc.property(value, value, value, (base, left, right) => {
        const there = merge(base, left, right);
        fc.pre(!there.findings.some(({ kind }) => kind === 'conflict'));
        expect(inAnyOrder(merge(base, right, left).value)).toBe(inAnyOrder(there.value));
      }),
    );
  });
});
