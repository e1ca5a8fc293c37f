import type { Block, NoticeDocument, Span, TableBlock, TextPlace } from '../document';
import { foldTexts, type FoldedText } from '../fold';
import { columnsOf, headerRowsOf } from './headers';

/** One text of a stream with what stands over and beside it. */
export interface StreamText {
  readonly place: TextPlace;
  readonly original: string;
  /** Folded text of the cells over it that name its column. */
  readonly header: string;
  /** Folded text of the cell to its left. */
  readonly beside: string;
  readonly isHeader: boolean;
}

/** Texts that people read one after the other: paragraphs, or the cells of a row. */
export interface Stream extends FoldedText {
  readonly texts: readonly StreamText[];
  readonly isRow: boolean;
}

/** The document as streams; every text is in exactly one of them. */
export function streamsOf(document: NoticeDocument): Stream[] {
  const streams: Stream[] = [];
  let paragraphs: StreamText[] = [];
  const close = (): void => {
    if (paragraphs.length > 0) streams.push(streamOf(paragraphs, false));
    paragraphs = [];
  };
  document.blocks.forEach((block, at) => {
    if (block.kind === 'table') {
      close();
      streams.push(...rowsOf(block, at));
      return;
    }
    if (!continues(block)) close();
    paragraphs.push({ place: { block: at }, original: block.text, header: '', beside: '', isHeader: false });
    if (!continues(block)) close();
  });
  close();
  return streams;
}

const continues = (block: Block): boolean => block.kind !== 'fileName' && (block.source ?? 'body') === 'body';

function streamOf(texts: readonly StreamText[], isRow: boolean): Stream {
  return { ...foldTexts(texts.map(({ original }) => original)), texts, isRow };
}

function rowsOf(table: TableBlock, block: number): Stream[] {
  const headerRows = headerRowsOf(table);
  const headers = headersOf(table, headerRows);
  return table.rows.map((cells, row) => {
    let beside = '';
    let column = 0;
    const texts = cells.map(({ text, columns }, cell): StreamText => {
      const isHeader = row < headerRows;
      const item = {
        place: { block, row, cell },
        original: text,
        header: isHeader ? '' : (headers[column] ?? ''),
        beside,
        isHeader,
      };
      column += columns ?? 1;
      beside = foldTexts([text.slice(0, 40)]).chars;
      return item;
    });
    return streamOf(texts, true);
  });
}

/** What the header rows say over each column. A row that is one cell is the title of the table. */
function headersOf(table: TableBlock, headerRows: number): string[] {
  const headers: string[] = [];
  for (const cells of table.rows.slice(0, headerRows)) {
    if (cells.length < 2) continue;
    columnsOf(cells).forEach((text, column) => {
      const folded = foldTexts([text.slice(0, 60)]).chars;
      headers[column] = headers[column] ? `${headers[column]}/${folded}` : folded;
    });
  }
  return headers;
}

/** The original spans of the characters `from` to `until` (exclusive) of a stream, one for each text that they are of. */
export function spansOf(stream: Stream, from: number, until: number): Span[] {
  const spans: Span[] = [];
  for (let at = from; at < until; at += 1) {
    const text = stream.text[at] ?? 0;
    const place = stream.texts[text]?.place;
    const start = stream.start[at] ?? 0;
    const end = stream.end[at] ?? 0;
    const last = spans.at(-1);
    if (last && stream.text[at - 1] === text && at > from) spans[spans.length - 1] = { ...last, end };
    else if (place) spans.push({ ...place, start, end });
  }
  return spans;
}
