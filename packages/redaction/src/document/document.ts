/** Where a text of a notice comes from; what is no part of what readers see is published with a file all the same. */
export type TextSource =
  | 'body'
  | 'header'
  | 'footer'
  | 'note'
  | 'comment'
  | 'textBox'
  | 'deleted'
  | 'hidden'
  | 'property'
  | 'altText'
  | 'link'
  | 'chart';

export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'fileName';
  readonly text: string;
  /** Default `body`. */
  readonly source?: TextSource;
}

export interface TableCell {
  readonly text: string;
  /** How many columns it covers; default 1. */
  readonly columns?: number;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
  /** How many rows at the top name the columns; left out when unknown: then the words of the first rows tell. */
  readonly headerRows?: number;
  readonly source?: TextSource;
}

export type Block = TextBlock | TableBlock;

/** A notice before it is published, as what people read: no pictures, no formats. */
export interface NoticeDocument {
  readonly blocks: readonly Block[];
}

/** One text of a document: a block, or a cell of a table. */
export interface TextPlace {
  readonly block: number;
  readonly row?: number;
  readonly cell?: number;
}

/** A piece of the original text at a place, in UTF-16 units. */
export interface Span extends TextPlace {
  readonly start: number;
  readonly end: number;
}

/** Other words for a piece of text. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}
