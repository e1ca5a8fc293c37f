import type { TextSource } from '../document';
import type { Line, LineTable, PartBlock } from './lines';
import { attributesOf, tokensOf, type XmlAttribute, type XmlToken } from './tokens';

/** Attributes that hold words: alternative texts, tooltips, WordArt, choices, fields. */
const WORDS = new Set(['descr', 'title', 'alt', 'tooltip', 'string', 'displayText']);
const REMOVED = new Set(['del', 'moveFrom']);

interface Paragraph {
  kind: 'paragraph' | 'heading';
  readonly line: Line;
  readonly deleted: Line;
  readonly hidden: Line;
  readonly field: Line;
  isHidden: boolean;
}

interface Table {
  readonly block: LineTable;
  /** Cells outside of which a paragraph stands on its own: text boxes in cells. */
  readonly boxes: number;
}

/** Reads one part of a Word file into blocks. */
export class PartReader {
  private readonly blocks: PartBlock[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly tables: Table[] = [];
  private boxes = 0;
  private removed = 0;
  private inProperties = 0;
  private isRunHidden = false;
  private inText = false;
  private inField = false;
  readonly authors = new Set<string>();

  constructor(
    private readonly part: string,
    private readonly xml: string,
    private readonly source: TextSource,
    /** Styles whose text is not shown. */
    private readonly hiddenStyles: ReadonlySet<string>,
  ) {}

  read(): PartBlock[] {
    for (const token of tokensOf(this.part, this.xml)) {
      if (token.type === 'open') this.open(token);
      else if (token.type === 'close') this.close(token.name);
      else this.text(token);
      if (token.type === 'open' && token.isEmpty) this.close(token.name);
    }
    return this.blocks;
  }

  private open(token: Extract<XmlToken, { type: 'open' }>): void {
    const attributes = attributesOf(this.xml, token);
    this.takeWords(attributes);
    switch (token.name) {
      case 'p':
        this.paragraphs.push({ kind: 'paragraph', line: [], deleted: [], hidden: [], field: [], isHidden: false });
        return;
      case 'txbxContent':
      case 'textbox':
        this.boxes += 1;
        return;
      case 'tbl':
        this.tables.push({ block: { kind: 'table', source: this.currentSource(), rows: [], headerRows: 0 }, boxes: this.boxes });
        return;
      case 'tr':
        this.tables.at(-1)?.block.rows.push([]);
        return;
      case 'tc':
        this.tables.at(-1)?.block.rows.at(-1)?.push({ line: [], columns: 1 });
        return;
      case 'gridSpan':
        this.span(Number(valueOf(attributes)));
        return;
      case 'tblHeader':
        this.markHeader();
        return;
      case 'r':
        this.isRunHidden = false;
        return;
      case 'rPr':
      case 'pPr':
        this.inProperties += 1;
        return;
      case 'vanish':
      case 'specVanish':
        if (!/^(?:0|false|off)$/.test(valueOf(attributes) ?? '') && this.inRun()) this.isRunHidden = true;
        return;
      case 'rStyle':
        if (this.hiddenStyles.has(valueOf(attributes) ?? '')) this.isRunHidden = true;
        return;
      case 'pStyle':
        this.style(valueOf(attributes) ?? '');
        return;
      case 't':
      case 'delText':
      case 'v':
        this.inText = true;
        if (token.name === 'delText') this.removed += 1;
        return;
      case 'instrText':
        this.inText = true;
        this.inField = true;
        return;
      case 'tab':
      case 'ptab':
        if (this.inProperties === 0) this.add('\t', null);
        return;
      case 'br':
      case 'cr':
        this.add('\n', null);
        return;
      case 'noBreakHyphen':
        this.add('-', null);
        return;
      case 'sym':
        this.add('\ufffc', null);
        return;
      default:
        // inside properties it says that the mark of a paragraph is removed, and holds nothing
        if (REMOVED.has(token.name) && this.inProperties === 0) this.removed += 1;
    }
  }

  private close(name: string): void {
    switch (name) {
      case 'p':
        this.endParagraph();
        return;
      case 'txbxContent':
      case 'textbox':
        this.boxes -= 1;
        return;
      case 'tbl':
        this.endTable();
        return;
      case 'rPr':
      case 'pPr':
        this.inProperties -= 1;
        return;
      case 't':
      case 'v':
      case 'delText':
        this.inText = false;
        if (name === 'delText') this.removed -= 1;
        return;
      case 'instrText':
        this.inText = false;
        this.inField = false;
        return;
      case 'r':
        this.isRunHidden = false;
        return;
      default:
        if (REMOVED.has(name) && this.inProperties === 0) this.removed -= 1;
    }
  }

  private text({ text, start, end }: Extract<XmlToken, { type: 'text' }>): void {
    if (this.inText) this.add(text, { start, end });
  }

  private add(text: string, markup: { start: number; end: number } | null): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) {
      if (markup) this.blocks.push({ kind: 'paragraph', source: this.currentSource(), line: [{ text, markup }] });
      return;
    }
    const { line, deleted, hidden, field } = paragraph;
    const isHidden = this.isRunHidden || paragraph.isHidden;
    const own = this.inField ? field : this.removed > 0 ? deleted : isHidden ? hidden : line;
    own.push({ text, markup });
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const table = this.tables.at(-1);
    const cell = table && table.boxes === this.boxes ? table.block.rows.at(-1)?.at(-1) : undefined;
    if (cell) {
      if (cell.line.length > 0) cell.line.push({ text: '\n', markup: null });
      cell.line.push(...paragraph.line);
    } else this.put(paragraph.kind, this.currentSource(), paragraph.line);
    this.put('paragraph', 'deleted', paragraph.deleted);
    this.put('paragraph', 'hidden', paragraph.hidden);
    this.put('paragraph', 'link', paragraph.field);
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (table && table.block.rows.length > 0) this.blocks.push(table.block);
  }

  private put(kind: 'paragraph' | 'heading', source: TextSource, line: Line): void {
    if (line.some(({ markup, text }) => markup && text !== '')) this.blocks.push({ kind, source, line });
  }

  private currentSource(): TextSource {
    return this.boxes > 0 ? 'textBox' : this.source;
  }

  private takeWords(attributes: readonly XmlAttribute[]): void {
    for (const { name, value, start, end } of attributes) {
      if (name === 'author' && value !== '') this.authors.add(value);
      const source = name === 'instr' ? 'link' : WORDS.has(name) ? 'altText' : null;
      if (source && value !== '')
        this.blocks.push({ kind: 'paragraph', source, line: [{ text: value, markup: { start, end } }] });
    }
  }

  private span(columns: number): void {
    const cell = this.tables.at(-1)?.block.rows.at(-1)?.at(-1);
    if (cell && Number.isInteger(columns) && columns > 0) cell.columns = Math.min(columns, 100);
  }

  private markHeader(): void {
    const block = this.tables.at(-1)?.block;
    if (block && block.headerRows === block.rows.length - 1) block.headerRows += 1;
  }

  private style(style: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    if (/^(?:heading|title|标题)|^[1-9]$/i.test(style)) paragraph.kind = 'heading';
    if (this.hiddenStyles.has(style)) paragraph.isHidden = true;
  }

  /** Of the run, not of the mark at the end of the paragraph. */
  private inRun(): boolean {
    return this.inProperties === 1;
  }
}

const valueOf = (attributes: readonly XmlAttribute[]): string | undefined => attributes.find(({ name }) => name === 'val')?.value;
