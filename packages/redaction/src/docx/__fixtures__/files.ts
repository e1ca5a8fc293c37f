import { strToU8, unzipSync, zipSync } from 'fflate';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A Word file with this body, and other or further parts. */
export function docx(body: string, parts: Parts = {}): Uint8Array {
  const overrides = Object.keys(parts).filter((part) => TYPES[part] !== undefined);
  const all: Parts = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${overrides.map((part) => `<Override PartName="/${part}" ContentType="${TYPES[part] ?? ''}"/>`).join('')}</Types>`,
    '_rels/.rels': relations(
      relation('r1', 'officeDocument', 'word/document.xml'),
      ...(parts['docProps/core.xml'] === undefined ? [] : [relation('r2', 'metadata/core-properties', 'docProps/core.xml')]),
    ),
    'word/document.xml': `${XML}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ...parts,
  };
  const bytes = Object.entries(all).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>); // pairs of name and bytes
}

const TYPES: Readonly<Record<string, string>> = {
  'word/comments.xml': `${WORD}.comments+xml`,
  'word/footnotes.xml': `${WORD}.footnotes+xml`,
  'word/header1.xml': `${WORD}.header+xml`,
  'word/styles.xml': `${WORD}.styles+xml`,
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
};

export const relation = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`;
export const relations = (...inside: readonly string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inside.join('')}</Relationships>`;
export const part = (element: string, inside: string): string => `${XML}<w:${element} ${NAMESPACES}>${inside}</w:${element}>`;
export const core = (creator: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${creator}</dc:creator><dc:title>公示</dc:title></cp:coreProperties>`;

/** All parts as text. */
export const partsOf = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, content]) => [name, new TextDecoder().decode(content)]));
