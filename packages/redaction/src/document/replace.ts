import type { Block, NoticeDocument, Replacement, TextPlace } from './document';

/** The text at a place; empty when there is none. */
export function textAt(document: NoticeDocument, place: TextPlace): string {
  const block = document.blocks[place.block];
  if (!block) return '';
  if (block.kind !== 'table') return block.text;
  return block.rows[place.row ?? 0]?.[place.cell ?? 0]?.text ?? '';
}

/** Equal for equal places. */
export const placeKey = ({ block, row, cell }: TextPlace): string =>
  row === undefined ? `${block}` : `${block}/${row}/${cell ?? 0}`;

/** A copy with other words at these spans. Of spans that overlap the one that begins first says what stands there, of equal ones the one that says less. */
export function replaceSpans(document: NoticeDocument, replacements: readonly Replacement[]): NoticeDocument {
  const byPlace = groupByPlace(replacements);
  const changed = (place: TextPlace, text: string): string => spliced(text, byPlace.get(placeKey(place)) ?? []);
  const blocks = document.blocks.map((block, at): Block => {
    if (block.kind !== 'table') return { ...block, text: changed({ block: at }, block.text) };
    const rows = block.rows.map((cells, row) =>
      cells.map((item, cell) => ({ ...item, text: changed({ block: at, row, cell }, item.text) })),
    );
    return { ...block, rows };
  });
  return { ...document, blocks };
}

/** The replacements of each place in the order of the text, without overlaps: what overlaps becomes one. */
export function groupByPlace(replacements: readonly Replacement[]): Map<string, Replacement[]> {
  const groups = new Map<string, Replacement[]>();
  for (const replacement of [...replacements].sort(byPosition)) {
    const key = placeKey(replacement.span);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const last = group.at(-1);
    if (!last || replacement.span.start >= last.span.end) group.push(replacement);
    else if (replacement.span.end > last.span.end) {
      group[group.length - 1] = { span: { ...last.span, end: replacement.span.end }, text: last.text };
    }
  }
  return groups;
}

/** How many characters still say something: of two for one span the one that says less wins. */
const shown = ({ text }: Replacement): number => text.replace(/\*/g, '').length;

function byPosition(a: Replacement, b: Replacement): number {
  return a.span.start - b.span.start || b.span.end - a.span.end || shown(a) - shown(b);
}

function spliced(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let from = 0;
  for (const { span, text: words } of replacements) {
    result += text.slice(from, span.start) + words;
    from = span.end;
  }
  return result + text.slice(from);
}
