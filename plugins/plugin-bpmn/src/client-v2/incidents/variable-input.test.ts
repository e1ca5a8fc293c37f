import type { IncidentVariable } from '../../common/api';
import { asKind, changedValues, inputOf, readInput } from './variable-input';

const variable = (name: string, value: unknown, type: IncidentVariable['type'] = null): IncidentVariable => ({
  name,
  label: null,
  value,
  type,
  isRead: true,
  isHidden: false,
});

describe('the field of a variable', () => {
  it.each([
    ['文字', 'text'],
    ['2026-11-25', 'date'],
    [11, 'number'],
    [false, 'boolean'],
    [[1], 'json'],
    [{ a: 1 }, 'json'],
  ])('is made for what %j is', (value, kind) => {
    expect(inputOf({ value, type: null }).kind).toBe(kind);
  });

  it('is made as the process declares it where there is no value yet', () => {
    expect(inputOf({ value: null, type: 'number' })).toEqual({ kind: 'number', input: null });
    expect(inputOf({ value: null, type: null })).toEqual({ kind: 'text', input: '' });
  });

  it('keeps what was written when it becomes one of another kind that can hold it', () => {
    expect(asKind({ kind: 'text', input: '11' }, 'number')).toEqual({ kind: 'number', input: 11 });
    expect(asKind({ kind: 'number', input: 11 }, 'text')).toEqual({ kind: 'text', input: '11' });
    expect(asKind({ kind: 'text', input: '十一' }, 'number')).toEqual({ kind: 'number', input: null });
    expect(asKind({ kind: 'text', input: '2026-11-25' }, 'date')).toEqual({ kind: 'date', input: '2026-11-25' });
  });
});

describe('what was written', () => {
  it.each([
    ['[1,\n2', { kind: 'notJson' }],
    ['{a: 1}', { kind: 'notJson' }],
    ['12', { kind: 'notListOrObject' }],
    ['null', { kind: 'notListOrObject' }],
  ])('is refused where it is no list or object: %s', (input, problem) => {
    expect(readInput({ kind: 'json', input }, { value: null, type: null })).toMatchObject({ problem });
  });

  it('says in which line the JSON is wrong', () => {
    const read = readInput({ kind: 'json', input: '{\n  "a": 1,\n  b\n}' }, { value: null, type: null });

    expect(read).toEqual({ problem: { kind: 'notJson', line: 3 } });
  });

  it('is sent only where it is another value: an empty field is none, and a text that was there becomes empty', () => {
    const variables = [variable('same', { a: [1] }), variable('none', null), variable('text', '甲'), variable('number', 1)];

    const changed = changedValues(variables, {
      same: { kind: 'json', input: '{ "a": [1] }' },
      none: { kind: 'text', input: '' },
      text: { kind: 'text', input: '' },
      number: { kind: 'number', input: null },
    });

    expect(changed).toEqual({ text: '', number: null });
  });
});
