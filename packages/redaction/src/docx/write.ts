import { groupByPlace, type Replacement } from '../document';
import { replacementsOf } from '../check';
import type { RedactionFinding } from '../find';
import { packDocx } from './archive';
import { cleaningEdits, edited, type MarkupEdit } from './clean';
import { type Line } from './lines';
import { roleOf } from './parts';
import { openDocx, type OpenDocx } from './read';
import { relationsIn, targetPart } from './relations';
import { attributesOf, encodeText, tokensOf } from './tokens';

/**
 * A Word file with the masked forms of the accepted findings, each in the format of the text that it replaces. Comments, tracked
 * changes, hidden text and properties are gone whether they were findings or not; text that was put in by a tracked change stays.
 * Pictures and embedded objects are as they were: `readDocx` lists them as unchecked.
 *
 * @param accepted findings of `check(readDocx(file).document, …)`
 * @throws DocxError
 */
export function redactDocx(file: Uint8Array, accepted: readonly RedactionFinding[]): Uint8Array {
  const open = openDocx(file);
  const masks = maskEdits(open, replacementsOf(accepted));
  const dropped = new Set(Object.keys(open.parts).filter((part) => /^(?:dropped|properties)$/.test(roleOf(part).role)));
  const parts: Record<string, Uint8Array> = {};
  for (const [part, content] of Object.entries(open.parts)) {
    if (dropped.has(part)) continue;
    const xml = open.xml.get(part);
    parts[part] =
      xml === undefined ? content : new TextEncoder().encode(published(open, part, xml, dropped, masks.get(part) ?? []));
  }
  return packDocx(parts);
}

function published(
  open: OpenDocx,
  part: string,
  xml: string,
  dropped: ReadonlySet<string>,
  masks: readonly MarkupEdit[],
): string {
  if (part === '[Content_Types].xml') return edited(xml, typesOfDropped(part, xml, dropped));
  if (part.endsWith('.rels')) return edited(xml, [...relationsToDropped(part, xml, dropped), ...masks]);
  return edited(xml, [...cleaningEdits(part, xml, open.hiddenStyles), ...masks]);
}

function maskEdits(open: OpenDocx, replacements: readonly Replacement[]): Map<string, MarkupEdit[]> {
  const byPart = new Map<string, MarkupEdit[]>();
  for (const group of groupByPlace(replacements).values()) {
    const [first] = group;
    const { part = null, block } = open.blocks[first?.span.block ?? -1] ?? {};
    if (!first || !block || part === null) continue;
    const { row = 0, cell = 0 } = first.span;
    const line = block.kind === 'table' ? (block.rows[row]?.[cell]?.line ?? []) : block.line;
    const edits = byPart.get(part) ?? [];
    byPart.set(part, edits);
    edits.push(...editsOf(line, group));
  }
  return byPart;
}

/** Each piece of markup with the parts of it replaced; the words of a mask go where it begins. */
function editsOf(line: Line, group: readonly Replacement[]): MarkupEdit[] {
  const edits: MarkupEdit[] = [];
  let at = 0;
  for (const { text, markup } of line) {
    const [from, until] = [at, at + text.length];
    at = until;
    const own = group.filter(({ span }) => span.start < until && span.end > from);
    if (!markup || own.length === 0) continue;
    let result = '';
    let kept = from;
    for (const { span, text: words } of own) {
      result += text.slice(kept - from, Math.max(span.start, from) - from);
      if (isFirstMarkup(line, span.start, from)) result += words;
      kept = Math.min(span.end, until);
    }
    edits.push({ ...markup, text: encodeText(result + text.slice(kept - from)) });
  }
  return edits;
}

/** Is the piece that begins at `from` the first one with markup that a span from `start` on reaches? */
function isFirstMarkup(line: Line, start: number, from: number): boolean {
  let at = 0;
  for (const { text, markup } of line) {
    at += text.length;
    if (markup && at > start) return at - text.length === from;
  }
  return false;
}

function relationsToDropped(part: string, xml: string, dropped: ReadonlySet<string>): MarkupEdit[] {
  return relationsIn(part, xml)
    .filter(({ isExternal, target, type }) =>
      isExternal ? /attachedTemplate$|mailMerge/.test(type) : dropped.has(targetPart(part, target)),
    )
    .map(({ start, end }) => ({ start, end, text: '' }));
}

function typesOfDropped(part: string, xml: string, dropped: ReadonlySet<string>): MarkupEdit[] {
  const edits: MarkupEdit[] = [];
  for (const token of tokensOf(part, xml)) {
    if (token.type !== 'open' || token.name !== 'Override') continue;
    const name =
      attributesOf(xml, token)
        .find((attribute) => attribute.name === 'PartName')
        ?.value.replace(/^\//, '') ?? '';
    if (dropped.has(name)) edits.push({ start: token.start, end: token.end, text: '' });
  }
  return edits;
}
