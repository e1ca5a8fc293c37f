import type { NoticeBlock } from '../../common/api';

type Table = Extract<NoticeBlock, { kind: 'table' }>;
export type Cell = Table['rows'][number][number];

/** What the editor shows of a text, in its order: what is written, and tables between. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[]; readonly hasHead: boolean };

const HEADING = /^#\s+/;

/** A text as blocks: an empty line begins a paragraph, a line with `# ` is a heading. */
export function blocksOfText(text: string): NoticeBlock[] {
  const blocks: NoticeBlock[] = [];
  let lines: string[] = [];
  const end = () => {
    const paragraph = lines.join('\n').trim();
    if (paragraph !== '') blocks.push({ kind: 'paragraph', text: paragraph });
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const isHeading = HEADING.test(line);
    if (isHeading || line.trim() === '') end();
    if (isHeading) blocks.push({ kind: 'heading', text: line.replace(HEADING, '').trim() });
    else if (line.trim() !== '') lines.push(line);
  }
  end();
  return blocks;
}

const textOf = (block: Exclude<NoticeBlock, Table>): string => (block.kind === 'heading' ? `# ${block.text}` : block.text);

/** What the editor begins with. */
export function partsOf(body: readonly NoticeBlock[]): Part[] {
  const parts: Part[] = [];
  for (const block of body) {
    const last = parts.at(-1);
    if (block.kind === 'table') parts.push({ kind: 'table', rows: block.rows, hasHead: (block.headerRows ?? 0) > 0 });
    else if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: `${last.text}\n\n${textOf(block)}` };
    else parts.push({ kind: 'text', text: textOf(block) });
  }
  return parts.length > 0 ? parts : [{ kind: 'text', text: '' }];
}

const isWritten = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.some((cells) => cells.some(({ text }) => text.trim() !== ''));

/** What is kept of it; a table in which nothing stands is left out. */
export function bodyOf(parts: readonly Part[]): NoticeBlock[] {
  return parts.flatMap((part): NoticeBlock[] => {
    if (part.kind === 'text') return blocksOfText(part.text);
    return isWritten(part.rows) ? [{ kind: 'table', rows: part.rows, ...(part.hasHead ? { headerRows: 1 } : {}) }] : [];
  });
}

const EMPTY: Cell = { text: '' };

export const emptyTable = (): Part => ({ kind: 'table', rows: [[EMPTY, EMPTY], [EMPTY, EMPTY]], hasHead: true }); // prettier-ignore

export const withRow = (rows: readonly (readonly Cell[])[]): Cell[][] => [
  ...rows.map((cells) => [...cells]),
  (rows.at(-1) ?? [EMPTY]).map(() => EMPTY),
];

export const withColumn = (rows: readonly (readonly Cell[])[]): Cell[][] => rows.map((cells) => [...cells, EMPTY]);

/** Cells of a spreadsheet, put in from one cell on; the table grows as far as it has to. */
export function withPasted(rows: readonly (readonly Cell[])[], [top, left]: readonly [number, number], pasted: string): Cell[][] {
  const given = pasted.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t')); // prettier-ignore
  const width = Math.max(...rows.map((cells) => cells.length), ...given.map((cells) => left + cells.length));
  const height = Math.max(rows.length, top + given.length);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: Math.max(width, rows[row]?.length ?? 0) }, (__, column) => {
      const text = given[row - top]?.[column - left];
      const before = rows[row]?.[column] ?? EMPTY;
      return text === undefined ? before : { ...before, text: text.trim() };
    }),
  );
}
