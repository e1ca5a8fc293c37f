import { rewritten, type Language } from '../../common/decisions';
import type { DecisionInput, DecisionOutput, DecisionRule, DecisionTable, DecisionTest, Scalar } from '@wuxin/decision';

/** A cell's place in a table: columns count from 0. */
export interface CellPlace {
  ruleId: string;
  part: 'when' | 'then';
  column: number;
}

/** What a person does to a table in the editor. The key, and the variables of outputs, which processes read, never change. */
export type Edit =
  | { type: 'rename'; name: string }
  | { type: 'hitPolicy'; hitPolicy: DecisionTable['hitPolicy'] }
  | { type: 'label'; part: 'inputs' | 'outputs'; column: number; text: string }
  | { type: 'input'; column: number; change: Partial<Pick<DecisionInput, 'expression' | 'values'>> }
  | { type: 'addInput' }
  | { type: 'removeInput'; column: number }
  | { type: 'output'; column: number; change: Partial<Pick<DecisionOutput, 'values'>> }
  | { type: 'cell'; place: CellPlace; text: string }
  | { type: 'note'; ruleId: string; text: string }
  | { type: 'addRule' }
  | { type: 'copyRule'; ruleId: string }
  | { type: 'moveRule'; ruleId: string; by: -1 | 1 }
  | { type: 'removeRule'; ruleId: string }
  | { type: 'aggregation'; aggregation: DecisionTable['aggregation'] }
  | { type: 'addTest'; test: DecisionTest }
  | { type: 'removeTest'; index: number }
  | { type: 'reset'; table: DecisionTable };

const ANY = '-';

/** The table after an edit by a reader of this language; the one before stays as it is. */
export function edited(table: DecisionTable, edit: Edit, language: Language): DecisionTable {
  switch (edit.type) {
    case 'rename':
      return renamed(table, edit.name, language);
    case 'hitPolicy':
      return withoutMissing({
        ...table,
        hitPolicy: edit.hitPolicy,
        aggregation: edit.hitPolicy === 'COLLECT' ? table.aggregation : undefined,
      });
    case 'aggregation':
      return withoutMissing({ ...table, aggregation: edit.aggregation });
    case 'addTest':
      return { ...table, tests: [...(table.tests ?? []), edit.test] };
    case 'removeTest':
      return withTests(table, without(table.tests ?? [], edit.index));
    case 'label':
      return relabelledAt(table, edit, language);
    case 'input':
      return {
        ...table,
        inputs: changedAt(table.inputs, edit.column, (input) => withoutEmptyValues({ ...input, ...edit.change })),
      };
    case 'addInput':
      return {
        ...table,
        inputs: [...table.inputs, { label: '', expression: '' }],
        rules: table.rules.map((rule) => ({ ...rule, when: [...rule.when, ANY] })),
      };
    case 'removeInput':
      return {
        ...table,
        inputs: without(table.inputs, edit.column),
        rules: table.rules.map((rule) => ({ ...rule, when: without(rule.when, edit.column) })),
      };
    case 'output':
      return {
        ...table,
        outputs: changedAt(table.outputs, edit.column, (output) => withoutEmptyValues({ ...output, ...edit.change })),
      };
    case 'cell':
      return changedRule(table, edit.place.ruleId, (rule) => withCell(rule, edit.place, edit.text));
    case 'note':
      return changedRule(table, edit.ruleId, (rule) => renoted(rule, edit.text, language));
    case 'addRule':
      return { ...table, rules: [...table.rules, emptyRule(table)] };
    case 'copyRule':
      return { ...table, rules: withCopy(table, edit.ruleId) };
    case 'moveRule':
      return { ...table, rules: moved(table.rules, edit.ruleId, edit.by) };
    case 'removeRule':
      return { ...table, rules: table.rules.filter(({ id }) => id !== edit.ruleId) };
    case 'reset':
      return edit.table;
  }
}

function renamed(table: DecisionTable, name: string, language: Language): DecisionTable {
  const { text = table.name, english } = rewritten(language, table.nameEn, name);
  return withoutMissing({ ...table, name: text, nameEn: english });
}

function relabelledAt(table: DecisionTable, { part, column, text }: Extract<Edit, { type: 'label' }>, language: Language) {
  const { inputs, outputs } = table;
  return part === 'inputs'
    ? { ...table, inputs: changedAt(inputs, column, (input) => relabelled(input, text, language)) }
    : { ...table, outputs: changedAt(outputs, column, (output) => relabelled(output, text, language)) };
}

function relabelled<Head extends DecisionInput | DecisionOutput>(head: Head, label: string, language: Language): Head {
  const { text = head.label, english } = rewritten(language, head.labelEn, label);
  return withoutMissing({ ...head, label: text, labelEn: english });
}

function renoted(rule: DecisionRule, note: string, language: Language): DecisionRule {
  const { text = rule.note, english } = rewritten(language, rule.noteEn, note);
  return withoutMissing({ ...rule, note: text === '' ? undefined : text, noteEn: english });
}

/** No tests are something else than an empty list of them, with which a table would count as changed. */
const withTests = (table: DecisionTable, tests: readonly DecisionTest[]): DecisionTable =>
  withoutMissing({ ...table, tests: tests.length > 0 ? tests : undefined });

/** The first `rule<number>` that no rule has. */
export function freeRuleId({ rules }: DecisionTable): string {
  const known = new Set(rules.map(({ id }) => id));
  let number = rules.length + 1;
  while (known.has(`rule${number}`)) number += 1;
  return `rule${number}`;
}

const emptyRule = (table: DecisionTable): DecisionRule => ({
  id: freeRuleId(table),
  when: table.inputs.map(() => ANY),
  then: table.outputs.map(() => ''),
});

function withCopy(table: DecisionTable, ruleId: string): DecisionRule[] {
  return table.rules.flatMap((rule) => (rule.id === ruleId ? [rule, { ...rule, id: freeRuleId(table) }] : [rule]));
}

function moved(rules: readonly DecisionRule[], ruleId: string, by: -1 | 1): readonly DecisionRule[] {
  const from = rules.findIndex(({ id }) => id === ruleId);
  const rule = rules[from];
  const to = from + by;
  if (!rule || to < 0 || to >= rules.length) return rules;
  const others = without(rules, from);
  return [...others.slice(0, to), rule, ...others.slice(to)];
}

const withCell = (rule: DecisionRule, { part, column }: CellPlace, text: string): DecisionRule => ({
  ...rule,
  [part]: changedAt(rule[part], column, () => text),
});

const changedRule = (table: DecisionTable, ruleId: string, change: (rule: DecisionRule) => DecisionRule): DecisionTable => ({
  ...table,
  rules: table.rules.map((rule) => (rule.id === ruleId ? change(rule) : rule)),
});

const changedAt = <Item>(items: readonly Item[], index: number, change: (item: Item) => Item): Item[] =>
  items.map((item, at) => (at === index ? change(item) : item));
const without = <Item>(items: readonly Item[], index: number): Item[] => items.filter((_, at) => at !== index);

/** No list of values is something else than an empty one, which no value would keep. */
function withoutEmptyValues<Head extends { readonly values?: readonly Scalar[] | undefined }>(head: Head): Head {
  const { values, ...rest } = head;
  return values?.length ? head : (rest as Head); // `values` may be missing
}

/** A table is compared with what was loaded, where a text that is not there has no property. */
const withoutMissing = <Part extends object>(part: Part): Part =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Part; // what is left out was optional
