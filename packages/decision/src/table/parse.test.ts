import fc from 'fast-check';
import { DecisionError, parseDecisionTable, type DecisionTable } from '..';

const valid: DecisionTable = {
  key: 'org.kind',
  name: '党组织设置',
  hitPolicy: 'UNIQUE',
  inputs: [{ label: '党员人数', expression: 'members' }],
  outputs: [{ name: 'kind', label: '形式', values: ['支部'] }],
  rules: [{ id: 'a', when: ['-'], then: ['"支部"'], note: '说明' }],
};

describe('parseDecisionTable', () => {
  it('reads a table', () => {
    expect(parseDecisionTable(JSON.parse(JSON.stringify(valid)))).toEqual(valid);
  });

  it('reads names, labels and notes in English too', () => {
    const table = {
      ...valid,
      nameEn: 'Party organisation',
      inputs: [{ ...valid.inputs[0], labelEn: 'Members' }],
      outputs: [{ ...valid.outputs[0], labelEn: 'Form' }],
      rules: [{ ...valid.rules[0], noteEn: 'Note' }],
    };

    expect(parseDecisionTable(table)).toEqual(table);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'table'],
    ['no rules', { ...valid, rules: [] }],
    ['no outputs', { ...valid, outputs: [] }],
    ['an unknown hit policy', { ...valid, hitPolicy: 'RANDOM' }],
    ['an unknown field', { ...valid, script: 'x' }],
    ['an empty input', { ...valid, inputs: [{ label: 'x', expression: '' }] }],
    ['a cell that is no text', { ...valid, rules: [{ id: 'a', when: [1], then: ['1'] }] }],
    ['a cell of a megabyte', { ...valid, rules: [{ id: 'a', when: ['1'.repeat(1 << 20)], then: ['1'] }] }],
    [
      'too many rules',
      { ...valid, rules: Array.from({ length: 2_001 }, (_, index) => ({ id: String(index), when: ['-'], then: ['1'] })) },
    ],
    ['an output that pollutes', { ...valid, outputs: [{ name: '__proto__', label: 'x' }] }],
    ['an output named constructor', { ...valid, outputs: [{ name: 'constructor', label: 'x' }] }],
    ['an output with blanks', { ...valid, outputs: [{ name: 'a b', label: 'x' }] }],
  ])('refuses %s', (_, data) => {
    expect(() => parseDecisionTable(data)).toThrow(expect.objectContaining({ code: 'decision.format' }));
  });

  it('says where the table is malformed', () => {
    expect(() => parseDecisionTable({ ...valid, rules: [{ id: 'a', when: [1], then: ['1'] }] })).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ path: ['rules.0.when.0'] }) }),
    );
  });

  it('throws nothing but DecisionError', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(() => parseDecisionTable(data)).toThrow(DecisionError);
      }),
    );
  });
});
