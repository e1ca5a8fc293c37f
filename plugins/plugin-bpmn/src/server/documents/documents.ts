import type { DocumentView } from '../../common/api';
import { conflict, forbidden, notFound } from '../runtime/errors';
import type { Locale } from '../runtime/texts';
import type { Tx } from '../runtime/tx';
import type { InstanceRecord, TemplateRecord } from '../store';
import { readCaseData } from './case-data';
import { render } from './docx';
import type { BothLanguages, RawRow } from './placeholders';
import { fileOf, placeholdersOf, templatesOf } from './templates';
import { fill, missingOf } from './values';

/** A case that somebody may see, and whether they take part in it: then they also see what its forms hold. */
export interface ReadCase {
  readonly instance: InstanceRecord;
  readonly takesPart: boolean;
}

/**
 * Documents that the reader can print of a case, by the templates of its own version, and what each still lacks. As with forms,
 * who only sees the case has those alone whose template is for everybody who does (`readers`).
 */
export async function documentsOf(tx: Tx, { instance, takesPart }: ReadCase, locale: Locale): Promise<DocumentView[]> {
  const all = await templatesOf(tx, instance.versionId);
  const templates = all.filter((template) => isFor(takesPart, template));
  if (templates.length === 0) return [];
  const asked = templates.flatMap((template) => (isConditional(template) ? placeholdersOf(template) : []));
  const raw = await readCaseData(tx, instance, asked);
  return templates
    .filter((template) => isOf(template, raw))
    .map((template) => ({
      key: template.key,
      name: nameIn(locale, template),
      missing: missingIn(locale, template, raw),
    }));
}

export interface PrintedDocument {
  readonly fileName: string;
  readonly content: Buffer;
  /** Left out: a Word file. */
  readonly type?: string;
}

const isFor = (takesPart: boolean, { readers }: TemplateRecord): boolean => takesPart || readers === 'case';

/**
 * @throws not found `document.notFound`; forbidden `document.participantsOnly`; conflict `document.incomplete` while something
 * that it needs is missing
 */
export async function printDocument(
  tx: Tx,
  { instance, takesPart }: ReadCase,
  { key, locale }: { readonly key: string; readonly locale: Locale },
): Promise<PrintedDocument> {
  const template = (await templatesOf(tx, instance.versionId)).find((one) => one.key === key);
  if (!template) throw notFound('document.notFound', { key });
  if (!isFor(takesPart, template)) throw forbidden('document.participantsOnly', { name: nameIn(locale, template) });
  const placeholders = placeholdersOf(template);
  const raw = await readCaseData(tx, instance, placeholders);
  if (!isOf(template, raw)) throw notFound('document.notFound', { key });
  const missing = missingIn(locale, template, raw);
  if (missing.length > 0) throw conflict('document.incomplete', { name: nameIn(locale, template), missing });
  const content = await render(fileOf(template), fill(placeholders, raw));
  return { content, fileName: fileNameOf(template.name, instance.title) };
}

const nameIn = (locale: Locale, { name, nameEn }: TemplateRecord) => (locale === 'en-US' ? (nameEn ?? name) : name);

const isConditional = ({ needs, onlyWith }: TemplateRecord): boolean => needs.length > 0 || onlyWith !== null;

/** Does this case know the document at all? */
function isOf(template: TemplateRecord, raw: RawRow): boolean {
  const placeholders = placeholdersOf(template);
  return template.onlyWith === null || missingOf([template.onlyWith], placeholders, fill(placeholders, raw)).length === 0;
}

function missingIn(locale: Locale, template: TemplateRecord, raw: RawRow): string[] {
  const placeholders = placeholdersOf(template);
  const inWords = ({ zh, en }: BothLanguages) => (locale === 'en-US' ? en : zh);
  return missingOf(template.needs, placeholders, fill(placeholders, raw)).map(({ label, of }) =>
    of ? `${inWords(of)} · ${inWords(label)}` : inWords(label),
  );
}

const LONGEST = 120;
/** Not in names of files: separators, control characters, marks that turn the direction of the text. */

const UNFIT = /[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** For example: name of the template（title of the case）.docx */
export function fileNameOf(template: string, title: string): string {
  const [own, of] = [template, title].map((text) => text.replace(UNFIT, ' ').replace(/\s+/g, ' ').trim());
  const name = [...(of ? `${own}（${of}）` : `${own}`)];
  const short = name.length > LONGEST ? `${name.slice(0, LONGEST - 1).join('')}…` : name.join('');
  return `${short.replace(/^\.+/, '')}.docx`;
}
