// What Word files are packed with in plugin-bpmn, too.
import { strToU8, zipSync } from 'fflate';
import type { Block } from './blocks';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A4 with margins, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1304 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;
/** Equal files are equal bytes. */
const PACKED_AT = new Date('2000-01-01T00:00:00');

/** A Word file with these blocks, as people write minutes: 宋体 and 黑体 where there are any, tables with lines. */
export function docxOf(blocks: readonly Block[]): Buffer {
  const size = `<w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/>`;
  const margin = `<w:pgMar w:top="${PAGE.margin}" w:right="${PAGE.margin}" w:bottom="${PAGE.margin}" w:left="${PAGE.margin}" w:header="720" w:footer="720" w:gutter="0"/>`;
  const body = `${blocks.map(xmlOf).join('')}<w:sectPr>${size}${margin}</w:sectPr>`;
  const parts = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': relations(`<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`),
    'word/_rels/document.xml.rels': relations(`<Relationship Id="r1" Type="${OFFICE}/styles" Target="styles.xml"/>`),
    'word/styles.xml': STYLES,
    'word/document.xml': `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  };
  const bytes = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return Buffer.from(zipSync(bytes, { level: 6, mtime: PACKED_AT }));
}

const relations = (inside: string): string => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`;

const STYLE_OF = { title: 'Title', heading: 'Heading1', paragraph: 'Normal', strong: 'Strong', note: 'Note' } as const;

function xmlOf(block: Block): string {
  if (block.kind === 'table') return tableOf(block);
  return paragraphs(block.text, STYLE_OF[block.kind]);
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

function tableOf({ rows, widths, hasHead }: Extract<Block, { kind: 'table' }>): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((TEXT_WIDTH * width) / total));
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('');
  const properties = `<w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const body = rows.map((cells, index) => rowOf(cells, columns, hasHead === true && index === 0)).join('');
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>${paragraphs('', 'Note')}`;
}

function rowOf(cells: readonly string[], columns: readonly number[], isHead: boolean): string {
  const properties = `<w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`;
  const style = isHead ? 'Strong' : 'Cell';
  const inside = cells.map(
    (text, at) => `<w:tc><w:tcPr><w:tcW w:w="${columns[at] ?? 0}" w:type="dxa"/></w:tcPr>${paragraphs(text, style)}</w:tc>`,
  );
  return `<w:tr>${properties}${inside.join('')}</w:tr>`;
}

/** Signs that XML cannot hold are left out: somebody pasted them with the text. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

const fonts = (eastAsia: string) => `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${eastAsia}"/>`;
const styleOf = (id: string, paragraph: string, run: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${id}"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

const STYLES = `${XML}<w:styles xmlns:w="${WORD}">${[
  styleOf(
    'Normal',
    '<w:spacing w:before="40" w:after="40" w:line="360" w:lineRule="auto"/>',
    `${fonts('宋体')}<w:sz w:val="24"/>`,
  ),
  styleOf('Title', '<w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>', `${fonts('黑体')}<w:b/><w:sz w:val="36"/>`),
  styleOf(
    'Heading1',
    '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>',
    `${fonts('黑体')}<w:b/><w:sz w:val="28"/>`,
  ),
  styleOf('Strong', '<w:spacing w:before="40" w:after="40"/>', `${fonts('宋体')}<w:b/><w:sz w:val="24"/>`),
  styleOf('Cell', '<w:spacing w:before="30" w:after="30"/>', `${fonts('宋体')}<w:sz w:val="22"/>`),
  styleOf('Note', '<w:spacing w:before="20" w:after="20"/>', `${fonts('宋体')}<w:sz w:val="20"/>`),
].join('')}</w:styles>`;
