import type { Block, FindingKind, KnownName, NoticeDocument, Span } from '..';
import type { Chance } from './chance';
import { disguised, NAME_DISGUISES, NUMBER_DISGUISES } from './disguises';

/** What a notice really holds. */
export interface Secret {
  readonly kind: FindingKind;
  readonly spans: readonly Span[];
  readonly disguises: readonly string[];
}

export interface GeneratedNotice {
  readonly document: NoticeDocument;
  readonly secrets: readonly Secret[];
  readonly names: readonly KnownName[];
}

interface Piece {
  readonly text: string;
  readonly kind?: FindingKind;
  readonly disguises?: readonly string[];
  /** Pieces with the same number are one secret. */
  readonly whole?: number;
  /** An ID number of a minor. */
  readonly isChild?: boolean;
}

/** Text with what is secret in it. */
export type Words = readonly (Piece | string)[];

/** Writes a notice and remembers where its secrets are. */
export class NoticeWriter {
  private readonly blocks: Block[] = [];
  private readonly secrets: Secret[] = [];
  private readonly wholes = new Map<number, { kind: FindingKind; spans: Span[] }>();
  private readonly known = new Map<string, KnownName>();
  private lastWhole = 0;

  constructor(readonly chance: Chance) {}

  number(kind: 'idNumber' | 'phone' | 'bankAccount', digits: string): Piece {
    return { kind, ...disguised(digits, this.chance, NUMBER_DISGUISES) };
  }

  /** `isKnown`: the caller of the check knows the name from the case. */
  name(name: string, { isKnown = false, isPlain = false, fieldClass = 'resident', kind = 'name' as FindingKind } = {}): Piece {
    if (isKnown) this.known.set(name, { name, fieldClass });
    const written = isPlain ? { text: name, disguises: [] } : disguised(name, this.chance, NAME_DISGUISES);
    return { kind, ...written };
  }

  secret(kind: FindingKind, text: string): Piece {
    return { kind, text, disguises: [] };
  }

  /** A number over two cells. */
  splitNumber(kind: 'idNumber' | 'phone' | 'bankAccount', digits: string, at: number): [Piece, Piece] {
    this.lastWhole += 1;
    const whole = this.lastWhole;
    return [
      { kind, text: digits.slice(0, at), whole, disguises: ['split over cells'] },
      { kind, text: digits.slice(at), whole, disguises: ['split over cells'] },
    ];
  }

  /** A secret of two kinds. */
  idNumberOfChild(digits: string): Piece {
    return { ...this.number('idNumber', digits), isChild: true };
  }

  paragraph(...words: Words): void {
    this.blocks.push({ kind: 'paragraph', text: this.write(words, { block: this.blocks.length }) });
  }

  heading(text: string): void {
    this.blocks.push({ kind: 'heading', text });
  }

  table(header: readonly string[], rows: readonly (readonly Words[])[], isMarked = this.chance.is(0.5)): void {
    const block = this.blocks.length;
    const body = rows.map((cells, row) =>
      cells.map((words, cell) => ({ text: this.write(words, { block, row: row + 1, cell }) })),
    );
    this.blocks.push({ kind: 'table', rows: [header.map((text) => ({ text })), ...body], headerRows: isMarked ? 1 : undefined });
  }

  /** A table of what and its value beside each other, without headers. */
  form(rows: readonly (readonly Words[])[]): void {
    const block = this.blocks.length;
    const cells = rows.map((row, at) => row.map((words, cell) => ({ text: this.write(words, { block, row: at, cell }) })));
    this.blocks.push({ kind: 'table', rows: cells, headerRows: 0 });
  }

  finish(): GeneratedNotice {
    return { document: { blocks: this.blocks }, secrets: this.secrets, names: [...this.known.values()] };
  }

  private write(words: Words, place: { block: number; row?: number; cell?: number }): string {
    let text = '';
    for (const word of words) {
      if (typeof word === 'string') {
        text += word;
        continue;
      }
      const span = { ...place, start: text.length, end: text.length + word.text.length };
      text += word.text;
      if (word.kind) this.remember(word, word.kind, span);
    }
    return text;
  }

  private remember({ whole, isChild, disguises = [] }: Piece, kind: FindingKind, span: Span): void {
    const spans = whole === undefined ? undefined : this.wholes.get(whole)?.spans;
    if (spans) {
      spans.push(span);
      return;
    }
    const fresh = { kind, spans: [span], disguises };
    if (isChild) this.secrets.push({ ...fresh, kind: 'minor' });
    if (whole !== undefined) this.wholes.set(whole, fresh);
    this.secrets.push(fresh);
  }
}
