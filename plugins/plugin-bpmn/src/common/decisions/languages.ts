import type { DecisionTable } from '@wuxin/decision';

export type Language = 'zh-CN' | 'en-US';

/** A table's texts in one language; where it has no English, they stay as they were written. Nothing that decides changes. */
export function tableIn(language: Language, table: DecisionTable): DecisionTable {
  if (language !== 'en-US') return table;
  return {
    ...table,
    name: table.nameEn ?? table.name,
    inputs: table.inputs.map((input) => ({ ...input, label: input.labelEn ?? input.label })),
    outputs: table.outputs.map((output) => ({ ...output, label: output.labelEn ?? output.label })),
    rules: table.rules.map((rule) => ({ ...rule, note: rule.noteEn ?? rule.note })),
  };
}

interface Rewritten {
  /** Missing where only the English was changed. */
  readonly text?: string;
  readonly english: string | undefined;
}

/**
 * What a person makes of a text with an English twin. Readers of English change the twin, where there is one; a new text in the
 * table's own language loses its twin, which would say something else.
 */
export function rewritten(language: Language, english: string | undefined, text: string): Rewritten {
  return language === 'en-US' && english !== undefined ? { english: text } : { text, english: undefined };
}
