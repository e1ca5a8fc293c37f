import { textOf, type Locale } from '../../runtime/texts';
import type { FieldWords } from './collections';

const PART = /^record\.([\p{L}_][\p{L}\p{N}_]*)\s*(=|!=|>=|<=|>|<)\s*("[^"\\]*"|-?\d+(?:\.\d+)?|true|false|null)$/u;
const OPERATORS: Readonly<Record<string, string>> = {
  '=': 'equal',
  '!=': 'notEqual',
  '>': 'greater',
  '>=': 'atLeast',
  '<': 'less',
  '<=': 'atMost',
};

/** `record.status = "done" and record.cost > 5` with titles of fields and choices; null where a condition says more than that. */
export function conditionWords(condition: string, fields: readonly FieldWords[], locale: Locale): string | null {
  const parts = condition.split(/\s+and\s+/).map((part) => words(part.trim(), fields, locale));
  return parts.every((part) => part !== null) ? parts.join(textOf(locale, 'dataStart.and')) : null;
}

function words(part: string, fields: readonly FieldWords[], locale: Locale): string | null {
  const [, name = '', operator = '', value = ''] = PART.exec(part) ?? [];
  const field = fields.find((one) => one.name === name);
  return field
    ? textOf(locale, `dataStart.operator.${OPERATORS[operator]}`, { field: field.title, value: said(value, field, locale) })
    : null;
}

/** A choice is called what its form calls it. */
function said(value: string, { options }: FieldWords, locale: Locale): string {
  const isText = value.startsWith('"');
  const stored = isText ? value.slice(1, -1) : value;
  const label = options?.find((option) => String(option.value) === stored)?.label;
  if (isText || label) return textOf(locale, 'dataStart.quoted', { text: label ?? stored });
  return /^-?\d/.test(value) ? value : textOf(locale, `dataStart.value.${value}`);
}
