import type { Json } from '@wuxin/bpmn-core';
import { type ContractField, type FormContract, type FormNode, hasColumns, textsOf, withTexts } from '../../common/form';
import { perDatabase } from '../runtime/per-database';
import type { Locale } from '../runtime/texts';
import type { ReadTx } from '../store';

/** A text as it was written → the same in English. */
export type EnglishTexts = Readonly<Record<string, string>>;

/** Gives the English of texts that content brings. What it does not know stays as it was written. A source in the database reads as part of `tx`. */
export type EnglishSource = (tx: ReadTx) => Promise<EnglishTexts>;

class Sources {
  private readonly sources: EnglishSource[] = [];

  register(source: EnglishSource): void {
    this.sources.push(source);
  }

  async all(tx: ReadTx): Promise<EnglishTexts> {
    const known: EnglishTexts[] = [];
    for (const source of this.sources) known.push(await source(tx));
    return Object.assign({}, ...known) as EnglishTexts; // records of texts
  }
}

/** @example englishTexts(app.db).register(async () => textsOfMyContent()) // in the load() of the plugin that brings forms */
export const englishTexts = perDatabase(() => new Sources());

/** Of everything that content says in English, what the words of a form use: frozen with the form, and no more. */
export function englishOf(tree: FormNode, known: EnglishTexts): EnglishTexts {
  const pairs = textsOf(tree).flatMap((text) => (Object.hasOwn(known, text) ? [[text, known[text] ?? text] as const] : []));
  return Object.fromEntries(pairs);
}

/** Labels stand in the contract too, for refusals: they get their English there. */
export function withEnglishLabels<Field extends ContractField>(field: Field, known: EnglishTexts): Field {
  const labelEn = Object.hasOwn(known, field.label) ? known[field.label] : undefined;
  const columns = hasColumns(field) ? { columns: field.columns.map((column) => withEnglishLabels(column, known)) } : {};
  return { ...field, ...(labelEn === undefined ? {} : { labelEn }), ...columns };
}

export interface ShownForm {
  readonly tree: FormNode;
  readonly contract: FormContract;
}

/** A frozen form in the reader's language. */
export function formIn(
  locale: Locale,
  { tree, contract, english = {} }: ShownForm & { readonly english?: EnglishTexts },
): ShownForm {
  if (locale !== 'en-US') return { tree, contract };
  const say = (text: string) => (Object.hasOwn(english, text) ? (english[text] ?? text) : text);
  return { tree: withTexts(tree, say), contract: { ...contract, fields: contract.fields.map(inEnglish) } };
}

function inEnglish(field: ContractField): ContractField {
  const label = field.labelEn ?? field.label;
  return hasColumns(field) ? { ...field, label, columns: field.columns.map(inEnglish) } : { ...field, label };
}

type Row = Readonly<Record<string, Json>>;

/**
 * A record as its reader sees it, with the rows of its sub-tables: where a field that is only shown has an English twin, English
 * readers get what that says, if it says anything. The twin itself is not a field of the form.
 */
export function recordIn(locale: Locale, { fields }: Pick<FormContract, 'fields'>, record: Row): Record<string, Json> {
  const twins = fields.flatMap((field) =>
    field.kind === 'value' && field.englishName ? [{ name: field.name, twin: field.englishName }] : [],
  );
  const own = new Set(fields.map(({ name }) => name));
  const shown = { ...record };
  for (const { name, twin } of twins) {
    if (locale === 'en-US' && record[twin]) shown[name] = record[twin];
    if (!own.has(twin)) delete shown[twin];
  }
  for (const field of fields.filter(hasColumns)) {
    const value = record[field.name];
    if (value !== undefined) shown[field.name] = rowsIn(locale, field.columns, value);
  }
  return shown;
}

/** One associated row, or several. */
function rowsIn(locale: Locale, fields: ContractField[], value: Json): Json {
  if (Array.isArray(value)) return value.map((row: Json) => rowsIn(locale, fields, row));
  return typeof value === 'object' && value !== null ? recordIn(locale, { fields }, value as Row) : value; // an object of JSON
}
