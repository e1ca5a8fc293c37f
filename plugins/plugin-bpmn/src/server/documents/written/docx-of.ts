import { strToU8, zipSync } from 'fflate';
import type { DocxBlock, DocxTable, PictureBlock } from './blocks';
import { escaped } from './escaped';
import { pictureParagraph } from './picture';
import { STYLE_OF, STYLES } from './styles';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4 with margins, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1304 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
/** Equal files are equal bytes. */
const PACKED_AT = new Date('2000-01-01T00:00:00');

/** A Word file with these blocks, tables with lines. */
export function docxOf(blocks: readonly DocxBlock[]): Buffer {
  const size = `<w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/>`;
  const margin = `<w:pgMar w:top="${PAGE.margin}" w:right="${PAGE.margin}" w:bottom="${PAGE.margin}" w:left="${PAGE.margin}" w:header="720" w:footer="720" w:gutter="0"/>`;
  const pictures = blocks.filter((block): block is PictureBlock => block.kind === 'picture');
  const body = `${blocks.map((block) => xmlOf(block, pictures)).join('')}<w:sectPr>${size}${margin}</w:sectPr>`;
  const ofPictures = pictures.map((_, index) => `<Relationship Id="p${index + 1}" Type="${OFFICE}/image" Target="media/p${index + 1}.png"/>`); // prettier-ignore
  const parts = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': relations(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': relations(
      `<Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/>${ofPictures.join('')}`,
    ),
    'word/styles.xml': `${XML}<w:styles xmlns:w="${WORD}">${STYLES.join('')}</w:styles>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="${DRAWING}"><w:body>${body}</w:body></w:document>`,
  };
  const bytes = Object.fromEntries([
    ...Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const),
    ...pictures.map(({ png }, index) => [`word/media/p${index + 1}.png`, png] as const),
  ]);
  return Buffer.from(zipSync(bytes, { level: 6, mtime: PACKED_AT }));
}

const relations = (inside: string): string => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;

function xmlOf(block: DocxBlock, pictures: readonly PictureBlock[]): string {
  switch (block.kind) {
    case 'table':
      return tableOf(block);
    case 'picture':
      return pictureParagraph(block, pictures.indexOf(block) + 1);
    default:
      return paragraphs(block.text, STYLE_OF[block.kind]);
  }
}

/** A line of the text is a paragraph of its own. */
const paragraphs = (text: string, style: string): string =>
  text
    .split('\n')
    .map(
      (line) =>
        `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`,
    )
    .join('');

function tableOf({ rows, widths, hasHead, isLarge }: DocxTable): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((TEXT_WIDTH * width) / total));
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('');
  const properties = `<w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const body = rows
    .map((cells, index) => rowOf(cells, columns, { isHead: hasHead === true && index === 0, isLarge: isLarge === true }))
    .join('');
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>${paragraphs('', 'Note')}`;
}

function rowOf(
  cells: readonly string[],
  columns: readonly number[],
  { isHead, isLarge }: { readonly isHead: boolean; readonly isLarge: boolean },
): string {
  const properties = `<w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`;
  const style = `${isLarge ? 'Large' : ''}${isHead ? 'Strong' : 'Cell'}`;
  const inside = cells.map(
    (text, at) => `<w:tc><w:tcPr><w:tcW w:w="${columns[at] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphs(text, style)}</w:tc>`,
  );
  return `<w:tr>${properties}${inside.join('')}</w:tr>`;
}
