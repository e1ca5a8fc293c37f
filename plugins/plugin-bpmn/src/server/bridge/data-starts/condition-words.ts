import type { FieldOption } from '../../../common/api';
import { textOf, type Locale } from '../../runtime/texts';

const PART = /^record\.([\p{L}_][\p{L}\p{N}_]*)\s*(=|!=|>=|<=|>|<)\s*("[^"\\]*"|-?\d+(?:\.\d+)?|true|false|null)$/u;
const OPERATORS: Readonly<Record<string, string>> = {
  '=': 'equal',
  '!=': 'notEqual',
  '>': 'greater',
  '>=': 'atLeast',
  '<': 'less',
  '<=': 'atMost',
};

/** `record.status = "done" and record.cost > 5` with titles of fields; null where a condition says more than that. */
export function conditionWords(condition: string, fields: readonly FieldOption[], locale: Locale): string | null {
  const parts = condition.split(/\s+and\s+/).map((part) => words(part.trim(), fields, locale));
  return parts.every((part) => part !== null) ? parts.join(textOf(locale, 'dataStart.and')) : null;
}

function words(part: string, fields: readonly FieldOption[], locale: Locale): string | null {
  const [, name = '', operator = '', value = ''] = PART.exec(part) ?? [];
  const field = fields.find((one) => one.name === name);
  return field
    ? textOf(locale, `dataStart.operator.${OPERATORS[operator]}`, { field: field.title, value: said(value, locale) })
    : null;
}

function said(value: string, locale: Locale): string {
  if (value.startsWith('"')) return textOf(locale, 'dataStart.quoted', { text: value.slice(1, -1) });
  return /^-?\d/.test(value) ? value : textOf(locale, `dataStart.value.${value}`);
}
