import { DocxError } from './errors';

/** A piece of markup with its place in the text of the part. Names are without prefix: Word's prefixes are a habit, no rule. */
export type XmlToken =
  | { readonly type: 'open'; readonly name: string; readonly start: number; readonly end: number; readonly isEmpty: boolean }
  | { readonly type: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly type: 'text'; readonly text: string; readonly start: number; readonly end: number };

/**
 * Reads markup that `refuseHostileXml` let pass, in one walk.
 *
 * @throws DocxError `docx.unsafeXml` when tags do not match
 */
export function* tokensOf(part: string, xml: string): Generator<XmlToken> {
  const open: string[] = [];
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) yield { type: 'text', text: decodeEntities(xml.slice(at, end)), start: at, end };
    if (next < 0) break;
    at = next;
    if (xml.startsWith('<!--', at)) at = xml.indexOf('-->', at) + 3;
    else if (xml.startsWith('<?', at)) at = xml.indexOf('?>', at) + 2;
    else if (xml.startsWith('<![CDATA[', at)) {
      const close = xml.indexOf(']]>', at);
      yield { type: 'text', text: xml.slice(at + 9, close), start: at, end: close + 3 };
      at = close + 3;
    } else {
      const close = tagEnd(xml, at);
      const tag = xml.slice(at, close);
      const full = /^<\/?([^\s/>]+)/.exec(tag)?.[1] ?? '';
      const name = full.slice(full.indexOf(':') + 1);
      if (tag.startsWith('</')) {
        if (open.pop() !== full) throw broken(part, full);
        yield { type: 'close', name, start: at, end: close };
      } else {
        const isEmpty = tag.endsWith('/>');
        if (!isEmpty) open.push(full);
        yield { type: 'open', name, start: at, end: close, isEmpty };
      }
      at = close;
    }
  }
  if (open.length > 0) throw broken(part, open.at(-1) ?? '');
}

const broken = (part: string, element: string) => new DocxError('docx.unsafeXml', { part, problem: `<${element.slice(0, 40)}>` });

/** Behind the `>` of a tag; one inside a quoted value does not close it. */
function tagEnd(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at += 1) {
    const char = xml.charAt(at);
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at + 1;
  }
  return xml.length;
}

export interface XmlAttribute {
  /** Without prefix. */
  readonly name: string;
  readonly value: string;
  /** Of the value in the tag, without quotes. */
  readonly start: number;
  readonly end: number;
}

const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of a tag that begins at `start` of its part. */
export function attributesOf(xml: string, { start, end }: { start: number; end: number }): XmlAttribute[] {
  return [...xml.slice(start, end).matchAll(ATTRIBUTE)].map((match) => {
    const [all, full = '', double, single] = match;
    const raw = double ?? single ?? '';
    const from = start + match.index + all.length - 1 - raw.length;
    return { name: full.slice(full.indexOf(':') + 1), value: decodeEntities(raw), start: from, end: from + raw.length };
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
      const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

export function encodeText(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);
}
