import type { TextSource } from '../document';

/** A piece of a line of text, with the place in the markup that says it; a tab or a break has none. */
export interface Piece {
  readonly text: string;
  readonly markup: { readonly start: number; readonly end: number } | null;
}

/** A text of a document, in pieces: one for each run of a format. */
export type Line = Piece[];

interface LineBlock {
  readonly kind: 'paragraph' | 'heading';
  readonly source: TextSource;
  readonly line: Line;
}

export interface LineTable {
  readonly kind: 'table';
  readonly source: TextSource;
  readonly rows: { readonly line: Line; columns: number }[][];
  headerRows: number;
}

/** The blocks of one part of a Word file. */
export type PartBlock = LineBlock | LineTable;

export const textOf = (line: Line): string => line.map(({ text }) => text).join('');
