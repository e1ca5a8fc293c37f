import { isLocalDate, localDateOf, localTimeOf } from '../runtime/local-date';
import { findPlaceholder, type Format, OF, type Placeholder, plainName, type RawRow } from './placeholders';
import { readShare, shareWords } from './shares';

/** A template's values in words, ready to be put in. */
export interface Filled {
  readonly texts: ReadonlyMap<string, string>;
  readonly rows: ReadonlyMap<string, readonly Filled[]>;
}

/** What a name in a template means for one case; texts are for people, in the Chinese of official papers. */
export function fill(placeholders: readonly Placeholder[], raw: RawRow): Filled {
  const texts = new Map<string, string>();
  const rows = new Map<string, readonly Filled[]>();
  for (const placeholder of placeholders) {
    const value = raw[placeholder.key];
    if (placeholder.kind === 'value') {
      for (const name of placeholder.names) texts.set(name, wordsOf(placeholder.format, value));
      continue;
    }
    const filled = rawRows(value).map((row) => fill(placeholder.columns, row));
    for (const name of placeholder.names) {
      rows.set(name, filled);
      for (const column of placeholder.columns)
        for (const own of column.kind === 'value' ? column.names : [])
          texts.set(`${name}${OF}${own}`, filled.at(-1)?.texts.get(own) ?? '');
    }
  }
  return { texts, rows };
}

/**
 * What stands at one place of a template: texts, or rows to repeat. Inside a loop its own row comes first, then what lies around it.
 * A name that nobody has may be a share of two that somebody has. Undefined where nobody knows the name, which {@link checkTemplate} has ruled out.
 */
export function lookUp(filled: Filled, path: Path, name: string): string | readonly Filled[] | undefined {
  return lookUpOne(filled, path, name) ?? shareAt(filled, path, name);
}

type Path = readonly { readonly rows: string; readonly index: number }[];

function shareAt(filled: Filled, path: Path, name: string): string | undefined {
  const share = readShare(name);
  if (!share) return undefined;
  const part = lookUpOne(filled, path, share.part);
  const whole = share.wholes.map((one) => lookUpOne(filled, path, one)).find((one) => one !== undefined);
  return typeof part === 'string' && typeof whole === 'string' ? shareWords(share.as, part, whole) : undefined;
}

function lookUpOne(filled: Filled, path: Path, name: string) {
  const scopes = [filled];
  for (const { rows, index } of path) {
    const row = scopes.find((scope) => scope.rows.has(plainName(rows)))?.rows.get(plainName(rows))?.[index];
    if (row) scopes.unshift(row);
  }
  const plain = plainName(name);
  for (const { texts, rows } of scopes) {
    const found = rows.get(plain) ?? texts.get(plain);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of what a template needs, the placeholders that have nothing yet. */
export function missingOf(needs: readonly string[], placeholders: readonly Placeholder[], filled: Filled) {
  return needs.flatMap((name) => {
    const found = findPlaceholder(placeholders, name);
    const value = lookUp(filled, [], name);
    const isThere = typeof value === 'string' ? value !== '' : (value?.length ?? 0) > 0;
    if (isThere || !found) return [];
    const { placeholder, of } = found;
    return [{ label: placeholder.label, of: of?.label ?? null }];
  });
}

function rawRows(value: unknown): RawRow[] {
  return Array.isArray(value) ? value.filter((row): row is RawRow => typeof row === 'object' && row !== null) : [];
}

/** One value for people; nothing where there is none. */
export function wordsOf(format: Format, value: unknown): string {
  if (format.as === 'ticks') return ticked(format.labels, value);
  if (value === null || value === undefined || value === '') return '';
  switch (format.as) {
    case 'text':
      return plainText(value);
    case 'number':
      return numberWords(value);
    case 'date':
      return dateWords(value);
    case 'moment':
      return momentWords(value);
    case 'boolean':
      return value === true || value === 1 ? '是' : '否';
    case 'choice':
      return listed(value, (one) => format.labels[String(one)] ?? plainText(one));
    case 'title':
      return listed(value, (one) =>
        typeof one === 'object' && one !== null ? plainText((one as RawRow)[format.column]) : plainText(one),
      );
  }
}

/** `☑党员群众建议　□社区干部提议`; with nothing chosen, boxes to be ticked by hand. */
function ticked(labels: Readonly<Record<string, string>>, value: unknown): string {
  const chosen = new Set((Array.isArray(value) ? value : [value]).map(String));
  return Object.entries(labels)
    .map(([key, label]) => `${chosen.has(key) ? '☑' : '□'}${label}`)
    .join('　');
}

const listed = (value: unknown, words: (one: unknown) => string): string =>
  (Array.isArray(value) ? value : [value]).map(words).filter(Boolean).join('、');

/** From five digits on in groups of three, as sums are written: 186,000; years and head counts stay as they are. */
function numberWords(value: unknown): string {
  const text = plainText(value);
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  if (whole.length < 5) return text;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`;
}

/** A local date, or the one at a moment, as people write it: without zeros in front. */
function dateWords(value: unknown): string {
  const text = plainText(value);
  const date = isLocalDate(text.slice(0, 10)) && text.length === 10 ? text : localDateAt(text);
  if (date === undefined) return text;
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

function momentWords(value: unknown): string {
  const instant = instantOf(value);
  return instant === undefined ? plainText(value) : `${dateWords(localDateOf(instant))}${localTimeOf(instant)}`;
}

function localDateAt(value: string): string | undefined {
  const instant = instantOf(value);
  return instant === undefined ? undefined : localDateOf(instant);
}

function instantOf(value: unknown): number | undefined {
  const instant =
    typeof value === 'number' ? value : /^\d{12,14}$/.test(String(value)) ? Number(value) : Date.parse(String(value));
  return Number.isFinite(instant) ? instant : undefined;
}

/** XML has no place for these, whoever typed them. */

const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
  return text.replace(/\r\n?/g, '\n').replace(NOT_IN_XML, '').trimEnd();
}
