import { strToU8, zipSync } from 'fflate';
import { docxOf, paragraph, type Parts, relations } from '../../__fixtures__';
import { LIMITS, marksOf, readDocx } from '.';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (type: string, target: string, mode = '') =>
  relations(`<Relationship Id="r9" Type="${OFFICE}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`);
const codeOf = (file: Uint8Array): string | null => {
  try {
    readDocx(file);
    return null;
  } catch (error) {
    return (error as { code: string }).code; // refusals of ours carry one
  }
};
const withParts = (parts: Parts) => codeOf(docxOf(paragraph('文书'), parts));
const field = (instruction: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${instruction}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

describe('a Word file from outside', () => {
  it('is taken when it is text, tables, pictures and styles, and comes out as a fresh archive with the same parts', () => {
    const file = docxOf(paragraph('{名称}'), { 'word/styles.xml': '<w:styles/>', 'word/media/seal.png': new Uint8Array([1, 2]) });

    const { bytes, hash } = readDocx(file);

    expect(bytes.equals(file)).toBe(false);
    expect(readDocx(bytes)).toEqual({ bytes, hash });
  });

  it('keeps links that a person clicks', () => {
    expect(
      withParts({ 'word/_rels/document.xml.rels': relation('hyperlink', 'https://www.ankang.gov.cn/', 'External') }),
    ).toBeNull();
  });

  it.each<[string, string, Parts]>([
    ['a macro project', 'template.macros', { 'word/vbaProject.bin': new Uint8Array([0]) }],
    [
      'a type with macros under another name',
      'template.macros',
      {
        '[Content_Types].xml':
          '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      },
    ],
    ['a control', 'template.macros', { 'word/activeX/activeX1.xml': '<a/>' }],
    ['an embedded object', 'template.foreignPart', { 'word/embeddings/sheet.xlsx': new Uint8Array([0]) }],
    ['a part outside of the folders', 'template.foreignPart', { '../../etc/cron.d/job': 'x' }],
    ['a web page as a part', 'template.foreignPart', { 'word/page.html': '<script>1</script>' }],
    [
      'a remote picture',
      'template.externalContent',
      { 'word/_rels/document.xml.rels': relation('image', 'http://evil/p.png', 'External') },
    ],
    [
      'an attached template',
      'template.externalContent',
      { 'word/_rels/settings.xml.rels': relation('attachedTemplate', 'file:///c:/t.dotm', 'External') },
    ],
    [
      'a link that is a script',
      'template.externalContent',
      { 'word/_rels/document.xml.rels': relation('hyperlink', 'javascript:1', 'External') },
    ],
    [
      'a foreign text to be taken in',
      'template.externalContent',
      { 'word/_rels/document.xml.rels': relation('aFChunk', 'more.html') },
    ],
    [
      'a document type of its own',
      'template.unsafeXml',
      { 'word/document.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' },
    ],
    ['a document type in a list of relations', 'template.unsafeXml', { 'word/_rels/document.xml.rels': '<!doctype a><a/>' }],
    ['another encoding', 'template.unsafeXml', { 'word/document.xml': '<?xml version="1.0" encoding="UTF-7"?><a/>' }],
    ['elements that do not end', 'template.unsafeXml', { 'word/document.xml': '<w:document><w:body></w:document>' }],
    ['elements without end', 'template.unsafeXml', { 'word/document.xml': `${'<a>'.repeat(999)}${'</a>'.repeat(999)}` }],
    ['bytes that are no UTF-8', 'template.unsafeXml', { 'word/document.xml': Buffer.from('<!DOCTYPE a><a/>', 'utf16le') }],
  ])('is refused with %s', (_, code, parts) => {
    expect(withParts(parts)).toBe(code);
  });

  it.each([
    ['that starts a program', '<w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r>'],
    [
      'that fetches a picture, in pieces',
      '<w:r><w:instrText> INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://evil/p.png"</w:instrText></w:r>',
    ],
    [
      'behind another one',
      `${'<w:r><w:instrText>PAGE</w:instrText></w:r>'}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>LINK Excel</w:instrText></w:r>`,
    ],
  ])('is refused with a field %s', (_, instruction) => {
    expect(codeOf(docxOf(field(instruction)))).toBe('template.externalContent');
  });

  it('is taken with page numbers and links', () => {
    const instruction =
      '<w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r><w:r><w:instrText>HYPERLINK "https://a.cn"</w:instrText></w:r>';
    expect(codeOf(docxOf(field(instruction)))).toBeNull();
  });

  it.each<[string, string, () => Uint8Array]>([
    ['is no archive', 'template.notDocx', () => Buffer.from('<html>')],
    ['is empty', 'template.notDocx', () => Buffer.from('')],
    ['is an archive of something else', 'template.notDocx', () => zipSync({ 'word/other.xml': strToU8('<a/>') })],
    [
      'is a spreadsheet',
      'template.foreignPart',
      () => zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.xml': strToU8('<a/>') }),
    ],
    ['is larger than a sheet may be', 'template.tooLarge', () => new Uint8Array(LIMITS.fileBytes + 1)],
    ['unpacks to much more than it has', 'template.tooLarge', () => docxOf(' '.repeat(LIMITS.partBytes + 1))],
    [
      'unpacks to much more in many parts',
      'template.tooLarge',
      () => docxOf('', Object.fromEntries([1, 2, 3, 4].map((at) => [`word/part${at}.xml`, ' '.repeat(LIMITS.partBytes - 10)]))),
    ],
    [
      'has parts without end',
      'template.tooLarge',
      () => docxOf('', Object.fromEntries(Array.from({ length: LIMITS.parts }, (_, at) => [`word/part${at}.xml`, '<a/>']))),
    ],
  ])('is refused when it %s', (_, code, file) => {
    expect(codeOf(file())).toBe(code);
  });

  it('is refused when it unpacks to more than it declares', () => {
    const file = docxOf(paragraph('长'.repeat(5000)));
    const declared = withDeclaredSize(file, 'word/document.xml', 10);

    expect(codeOf(declared)).toBe('template.unsafeXml');
  });
});

/** Lies about a size in the list at the end of an archive. */
function withDeclaredSize(file: Buffer, name: string, size: number): Buffer {
  const lying = Buffer.from(file);
  for (let at = 0; (at = lying.indexOf('PK\u0001\u0002', at, 'latin1')) >= 0; at += 4) {
    const length = lying.readUInt16LE(at + 28);
    if (lying.toString('utf8', at + 46, at + 46 + length) === name) lying.writeUInt32LE(size, at + 24);
  }
  return lying;
}

describe('the marks of a template', () => {
  const marks = (body: string) => marksOf(readDocx(docxOf(body)).bytes);

  it('are found whatever Word has done to the text between the braces', async () => {
    expect(await marks(paragraph('{', '预算', '金额', '}元；{#', '进度}', '{/进度}'))).toEqual([
      { kind: 'value', name: '预算金额' },
      { kind: 'open', name: '进度' },
      { kind: 'close', name: '进度' },
    ]);
  });

  it.each([['{预算金额'], ['预算金额}']])('are refused where braces do not pair: %s', async (text) => {
    await expect(marks(paragraph(text))).rejects.toMatchObject({ code: 'template.braces' });
  });

  it('are refused in a footnote, where nothing is filled in', async () => {
    const file = docxOf(paragraph('正文'), { 'word/footnotes.xml': `<w:footnotes>${paragraph('见{名称}')}</w:footnotes>` });
    await expect(marksOf(readDocx(file).bytes)).rejects.toMatchObject({
      data: { placeholder: expect.stringContaining('{名称}') },
    });
  });
});
