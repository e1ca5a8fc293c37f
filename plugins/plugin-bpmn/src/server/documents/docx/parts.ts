import { badInput } from '../../runtime/errors';
import { isWellFormed } from './well-formed';

/** What Word writes for text, tables, pictures, styles and settings. Nothing that runs, embeds or loads something else. */
const KNOWN_PARTS = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^docMetadata\/[\w.-]+\.xml$/,
  /^docProps\/[\w.-]+\.(xml|jpe?g|png|emf|wmf)$/,
  /^customXml\/(_rels\/)?[\w.-]+\.(xml|xml\.rels)$/,
  /^word\/(_rels\/)?[\w.-]+\.(xml|xml\.rels)$/,
  /^word\/(theme|glossary)\/(_rels\/)?[\w.-]+\.(xml|xml\.rels)$/,
  /^word\/(theme\/)?media\/[\w.-]+\.(png|jpe?g|gif|bmp|emf|wmf)$/,
  /^word\/fonts\/[\w.-]+\.(odttf|ttf)$/,
];
const MACROS = /vbaProject|vbaData|activeX|macro|\.bin$/i;

/** @throws bad input `template.macros`, `template.foreignPart` */
export function checkPartName(name: string): void {
  if (MACROS.test(name)) throw badInput('template.macros', { part: name });
  if (!KNOWN_PARTS.some((known) => known.test(name))) throw badInput('template.foreignPart', { part: name });
}

/** @throws bad input `template.unsafeXml`, `template.macros`, `template.externalContent` */
export function checkPart(name: string, content: Uint8Array): void {
  if (!/\.(xml|rels)$/.test(name)) return;
  const xml = decoded(name, content);
  if (name === '[Content_Types].xml' && /macroEnabled|vbaProject|activeX/i.test(xml))
    throw badInput('template.macros', { part: name });
  if (name.endsWith('.rels')) checkRelations(name, xml);
  else checkFields(name, xml);
}

/** Word writes UTF-8. Another encoding could hide from what looks at the text, and an own document type could name entities. */
function decoded(name: string, content: Uint8Array): string {
  let xml: string;
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw badInput('template.unsafeXml', { part: name }, cause);
  }
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(xml)?.[1] ?? 'utf-8';
  if (declared.toLowerCase() !== 'utf-8' || /<!(DOCTYPE|ENTITY)/i.test(xml) || xml.includes('\u0000') || !isWellFormed(xml))
    throw badInput('template.unsafeXml', { part: name });
  return xml;
}

const RELATION = /<(?:\w+:)?Relationship\b[^>]*>/g;
/** Opened by a person who clicks, never by itself. */
const LINK = /\bType\s*=\s*["'][^"']*\/hyperlink["']/;
const LINK_TARGET = /\bTarget\s*=\s*["'](https?:|mailto:)[^"']*["']/i;
/** Kinds that bring something else along. */
const BRINGS = /\bType\s*=\s*["'][^"']*\/(attachedTemplate|oleObject|package|control|vbaProject|aFChunk|frame|subDocument|mailMergeSource|mailMergeHeaderSource|keyMapCustomizations)["']/i; // prettier-ignore

function checkRelations(name: string, xml: string): void {
  for (const [relation] of xml.matchAll(RELATION)) {
    const isExternal = /\bTargetMode\s*=\s*["']External["']/i.test(relation);
    const isLink = LINK.test(relation) && LINK_TARGET.test(relation);
    if ((isExternal && !isLink) || BRINGS.test(relation)) throw badInput('template.externalContent', { part: name });
  }
}

/** Fields that fetch files, start programs or run code. */
const FETCHES = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\b/i;
const SIMPLE_FIELD = /\binstr\s*=\s*["']([^"']*)["']/g;
/** A field begins, or a piece of its text: one field may be spread over many runs. */
const FIELD_PIECE = /fldCharType\s*=\s*["']begin["']|<(?:\w+:)?instrText\b[^>]*>([^<]*)</g;
const EMBEDS = /<(?:\w+:)?(altChunk|object|control|subDoc)\b/;

function checkFields(name: string, xml: string): void {
  const simple = [...xml.matchAll(SIMPLE_FIELD)].map(([, text = '']) => text);
  const spread = [...xml.matchAll(FIELD_PIECE)].map(([, text = '\n']) => text).join('');
  if ([...simple, spread].some((text) => FETCHES.test(text)) || EMBEDS.test(xml))
    throw badInput('template.externalContent', { part: name });
}
