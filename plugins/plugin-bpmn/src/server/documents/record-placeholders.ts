import { type CollectionReader, type FieldInfo, isAssociation, isToMany } from '../../common/form';
import type { EnglishTexts } from '../forms';
import { type BothLanguages, type Format, namesOf, OF, type Placeholder, type RowsSource, withUniqueNames } from './placeholders';

export interface Words {
  readonly collections: CollectionReader;
  readonly english: EnglishTexts;
}

/** Never printed, whoever names them. */
const SECRET = new Set(['password', 'token', 'encryption']);
const FILE_TITLE = 'title';
/** Sub-tables of a record are listed; what their rows own in turn is not. */
const DEEPEST = 1;

/** Every field of a collection that may stand in a template, by its label and by its name. */
export function recordPlaceholders(collection: string, words: Words, depth = 0): Placeholder[] {
  const fields = [...(words.collections(collection)?.fields.values() ?? [])].filter(({ type }) => !SECRET.has(type));
  const labelled = fields.filter(isForPeople);
  return withUniqueNames(labelled.flatMap((field) => placeholdersOf(field, words, depth)));
}

/** Keys, and what the platform notes by itself, say nothing on paper; computed numbers do. */
function isForPeople({ interface: named, isReadOnly }: FieldInfo): boolean {
  return named !== null && (!isReadOnly || COMPUTED.has(named));
}
const COMPUTED = new Set(['formula', 'sequence']);

function placeholdersOf(field: FieldInfo, words: Words, depth: number): Placeholder[] {
  const label: BothLanguages = { zh: field.title, en: words.english[field.title] ?? field.title };
  const common = { names: namesOf(field.title, field.name), label, key: field.name };
  const target = field.target === null ? undefined : words.collections(field.target);
  if (!isAssociation(field)) return [{ ...common, kind: 'value', format: formatOf(field) }, ...ticksOf(field, label)];
  if (!target) return [];
  if (!isToMany(field) || field.type !== 'hasMany') {
    const column = target.isFileCollection ? FILE_TITLE : (field.labelField ?? target.titleField);
    return [{ ...common, kind: 'value', format: { as: 'title', column } }];
  }
  if (depth >= DEEPEST) return [];
  const columns = recordPlaceholders(target.name, words, depth + 1);
  const source: RowsSource = { kind: 'subTable', field: field.name };
  return [{ ...common, kind: 'rows', source, columns: withUniqueNames([ROW_NUMBER], columns) }];
}

/** `提起方式.勾选`: the choices as a form on paper has them. */
function ticksOf(field: FieldInfo, label: BothLanguages): Placeholder[] {
  if (!field.options) return [];
  const names = namesOf(`${field.title}${OF}勾选`, `${field.name}${OF}ticks`);
  return [{ kind: 'value', names, label, key: field.name, format: { as: 'ticks', labels: labelsOf(field.options) } }];
}

const labelsOf = (options: NonNullable<FieldInfo['options']>) =>
  Object.fromEntries(options.map(({ value, label }) => [String(value), label]));

/** In a loop: 1, 2, 3 … */
export const ROW_NUMBER_KEY = 'row.number';
export const ROW_NUMBER: Placeholder = {
  kind: 'value',
  names: namesOf('序号', ROW_NUMBER_KEY),
  label: { zh: '序号', en: 'Number of the row' },
  key: ROW_NUMBER_KEY,
  format: { as: 'text' },
};

const NUMBERS = new Set(['integer', 'bigInt', 'float', 'double', 'decimal', 'real']);
const MOMENTS = new Set(['date', 'datetime', 'datetimeTz', 'datetimeNoTz', 'unixTimestamp']);

function formatOf({ type, options, interface: named }: FieldInfo): Format {
  if (options) return { as: 'choice', labels: labelsOf(options) };
  if (type === 'boolean' || type === 'radio') return { as: 'boolean' };
  if (type === 'dateOnly' || named === 'date') return { as: 'date' };
  if (MOMENTS.has(type)) return { as: 'moment' };
  return { as: NUMBERS.has(type) ? 'number' : 'text' };
}
