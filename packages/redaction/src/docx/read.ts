import type { Block, NoticeDocument } from '../document';
import { unpackDocx, xmlOf } from './archive';
import { textOf, type Line, type PartBlock } from './lines';
import { PartReader } from './part-reader';
import { roleOf, type UncheckedContent } from './parts';
import { linksIn } from './relations';
import { attributesOf, tokensOf } from './tokens';

/** Something in a Word file that no check of words can look into: a person has to. */
export interface Unchecked {
  readonly part: string;
  readonly content: UncheckedContent;
}

export interface DocxText {
  readonly document: NoticeDocument;
  readonly unchecked: readonly Unchecked[];
}

/** A Word file in memory: its parts, and which block of the document is of which part. */
export interface OpenDocx extends DocxText {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly xml: ReadonlyMap<string, string>;
  /** In the order of the blocks; `part` is null for words that were put together from several places. */
  readonly blocks: readonly { readonly part: string | null; readonly block: PartBlock }[];
  readonly hiddenStyles: ReadonlySet<string>;
}

/**
 * What is written in a Word file: also in headers, notes, comments, text boxes, removed and hidden text, properties, alternative
 * texts, links and charts.
 *
 * @throws DocxError
 */
export function readDocx(file: Uint8Array): DocxText {
  const { document, unchecked } = openDocx(file);
  return { document, unchecked };
}

export function openDocx(file: Uint8Array): OpenDocx {
  const parts = unpackDocx(file);
  const xml = new Map(
    Object.entries(parts).flatMap(([name, content]) =>
      /\.(?:xml|rels)$/.test(name) ? [[name, xmlOf(name, content)] as const] : [],
    ),
  );
  const hiddenStyles = stylesOfHiddenText(xml.get('word/styles.xml') ?? '');
  const authors = new Set<string>();
  const names = Object.keys(parts).sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  const blocks = names.flatMap((name) => {
    const markup = xml.get(name);
    return markup === undefined
      ? []
      : blocksOf(name, markup, hiddenStyles, authors).map((block) => ({ part: name as string | null, block }));
  });
  if (authors.size > 0) blocks.push({ part: null, block: authorsBlock([...authors]) });
  const unchecked = names.flatMap((part): Unchecked[] => {
    const role = roleOf(part);
    return role.role === 'unchecked' ? [{ part, content: role.content }] : [];
  });
  return { parts, xml, blocks, hiddenStyles, unchecked, document: { blocks: blocks.map(({ block }) => documentBlock(block)) } };
}

/** The text itself first. */
const order = (part: string): number => (part === 'word/document.xml' ? 0 : /^word\/[^/]+\.xml$/.test(part) ? 1 : 2);

function blocksOf(name: string, markup: string, hiddenStyles: ReadonlySet<string>, authors: Set<string>): PartBlock[] {
  const role = roleOf(name);
  switch (role.role) {
    case 'text':
    case 'dropped': {
      if (role.role === 'dropped' && role.source === 'property') return wordsIn(name, markup);
      const reader = new PartReader(name, markup, role.source, hiddenStyles);
      const blocks = reader.read();
      for (const author of reader.authors) authors.add(author);
      return blocks;
    }
    case 'links':
      return linksIn(name, markup);
    case 'properties':
      return wordsIn(name, markup);
    case 'kept':
    case 'unchecked':
      return [];
  }
}

const PEOPLE: Readonly<Record<string, string>> = { creator: '作者：', lastModifiedBy: '最后修改者：', Manager: '经理：' };

/** Every text between tags, with what the element says it is. */
function wordsIn(name: string, markup: string): PartBlock[] {
  const blocks: PartBlock[] = [];
  let element = '';
  for (const token of tokensOf(name, markup)) {
    if (token.type === 'open') element = token.name;
    if (token.type !== 'text' || token.text.trim() === '') continue;
    const label = PEOPLE[element];
    const line: Line = [{ text: token.text, markup: { start: token.start, end: token.end } }];
    if (label !== undefined) line.unshift({ text: label, markup: null });
    blocks.push({ kind: 'paragraph', source: 'property', line });
  }
  return blocks;
}

function authorsBlock(authors: readonly string[]): PartBlock {
  return { kind: 'paragraph', source: 'property', line: [{ text: `作者：${authors.join('、')}`, markup: null }] };
}

function documentBlock(block: PartBlock): Block {
  if (block.kind !== 'table') return { kind: block.kind, source: block.source, text: textOf(block.line) };
  const rows = block.rows.map((cells) => cells.map(({ line, columns }) => ({ text: textOf(line), columns })));
  return { kind: 'table', source: block.source, rows, headerRows: block.headerRows > 0 ? block.headerRows : undefined };
}

/** Ids of the styles that say `vanish`. */
function stylesOfHiddenText(xml: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  if (!xml.includes('vanish')) return hidden;
  let style = '';
  for (const token of tokensOf('word/styles.xml', xml)) {
    if (token.type !== 'open') continue;
    const attributes = attributesOf(xml, token);
    if (token.name === 'style') style = attributes.find(({ name }) => name === 'styleId')?.value ?? '';
    const isOff = attributes.some(({ name, value }) => name === 'val' && /^(?:0|false|off)$/.test(value));
    if (token.name === 'vanish' && style !== '' && !isOff) hidden.add(style);
  }
  return hidden;
}
