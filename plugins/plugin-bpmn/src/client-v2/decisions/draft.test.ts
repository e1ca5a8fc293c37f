import { decisionTable } from '../__fixtures__/decisions';
import type { DecisionTable } from '@wuxin/decision';
import { edited as editedIn, freeRuleId, type Edit } from './draft';

const edited = (table: DecisionTable, edit: Edit) => editedIn(table, edit, 'zh-CN');

const ids = (...edits: Edit[]) => edits.reduce<DecisionTable>(edited, decisionTable).rules.map(({ id }) => id);

describe('editing a decision table', () => {
  it('adds a rule that accepts everything and decides nothing yet', () => {
    const { rules } = edited(decisionTable, { type: 'addRule' });

    expect(rules.at(-1)).toEqual({ id: 'rule5', when: ['-', '-', '-'], then: ['', ''] });
  });

  it('never gives two rules the same id', () => {
    const twice = ['addRule', 'addRule'].reduce((table) => edited(table, { type: 'addRule' }), decisionTable);
    const without = edited(twice, { type: 'removeRule', ruleId: 'agreed' });

    expect(freeRuleId(without)).toBe('rule7');
  });

  it('copies a rule below itself', () => {
    expect(ids({ type: 'copyRule', ruleId: 'doubted' })).toEqual(['agreed', 'doubted', 'rule5', 'returned', 'returnedTooOften']);
  });

  it('moves a rule up and down, and not beyond the ends', () => {
    expect(ids({ type: 'moveRule', ruleId: 'doubted', by: -1 })).toEqual(['doubted', 'agreed', 'returned', 'returnedTooOften']);
    expect(ids({ type: 'moveRule', ruleId: 'doubted', by: 1 })).toEqual(['agreed', 'returned', 'doubted', 'returnedTooOften']);
    expect(ids({ type: 'moveRule', ruleId: 'agreed', by: -1 })).toEqual(ids());
    expect(ids({ type: 'moveRule', ruleId: 'returnedTooOften', by: 1 })).toEqual(ids());
  });

  it('changes one cell and leaves the table before it alone', () => {
    const before = JSON.stringify(decisionTable);
    const place = { ruleId: 'returned', part: 'when' as const, column: 2 };

    const { rules } = edited(decisionTable, { type: 'cell', place, text: '< 2' });

    expect(rules[2]?.when).toEqual(['-', '-', '< 2']);
    expect(JSON.stringify(decisionTable)).toBe(before);
  });

  it('keeps cells under their inputs when an input comes or goes', () => {
    const more = edited(decisionTable, { type: 'addInput' });
    const fewer = edited(decisionTable, { type: 'removeInput', column: 1 });

    expect(more.rules.every(({ when }) => when.length === 4 && when[3] === '-')).toBe(true);
    expect(fewer.rules[0]?.when).toEqual(['"agree"', '-']);
  });

  it('has no list of values instead of an empty one, and no note instead of an empty one', () => {
    const open = edited(decisionTable, { type: 'input', column: 0, change: { values: [] } });
    const plain = edited(decisionTable, { type: 'note', ruleId: 'agreed', text: '' });

    expect('values' in open.inputs[0]!).toBe(false);
    expect('note' in plain.rules[0]!).toBe(false);
  });

  describe('with English beside its own language', () => {
    const [first, ...others] = decisionTable.rules;
    const bilingual: DecisionTable = {
      ...decisionTable,
      nameEn: 'Where a review leads',
      inputs: decisionTable.inputs.map((input, column) => ({ ...input, labelEn: `Input ${column}` })),
      rules: [{ ...first!, noteEn: 'Only then' }, ...others],
    };
    const label: Edit = { type: 'label', part: 'inputs', column: 0, text: 'Result' };

    it('changes the English for readers of English, and the only text where there is none', () => {
      const changed = editedIn(bilingual, label, 'en-US');
      const noted = editedIn(bilingual, { type: 'note', ruleId: 'doubted', text: 'Ask the county' }, 'en-US');

      expect(changed.inputs[0]).toEqual({ ...bilingual.inputs[0], labelEn: 'Result' });
      expect(noted.rules[1]?.note).toBe('Ask the county');
    });

    it('forgets the English of a text that says something else now', () => {
      const changed = edited(bilingual, { type: 'note', ruleId: 'agreed', text: '改了' });
      const renamed = edited(bilingual, { type: 'rename', name: '去向' });

      expect(changed.rules[0]).toEqual({ ...first, note: '改了' });
      expect('nameEn' in renamed).toBe(false);
    });
  });
});
