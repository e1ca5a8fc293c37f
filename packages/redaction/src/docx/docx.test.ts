import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { check, DOCX_LIMITS, DocxError, formatDocxError, readDocx, redactDocx, type Block, type NoticeDocument } from '..';
import { GENERATED_ON, noticeOf } from '../testing';
import { core, docx, paragraph, part, partsOf, relation, relations, run, table } from './__fixtures__/files';

const options = { today: GENERATED_ON };
const redacted = (file: Uint8Array): Uint8Array => redactDocx(file, check(readDocx(file).document, options));
const textsOf = ({ blocks }: NoticeDocument): string[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [block.text]));
const withSource = (file: Uint8Array, source: string): string[] =>
  textsOf({ blocks: readDocx(file).document.blocks.filter((block) => block.source === source) });
const PHONE = '13812345678';

describe('reading a Word file', () => {
  it('joins the runs of a paragraph, with breaks and tabs', () => {
    const file = docx(paragraph(run('电话138'), run('1234', '<w:b/>'), '<w:r><w:br/></w:r>', '<w:r><w:tab/></w:r>', run('5678')));
    expect(textsOf(readDocx(file).document)).toEqual(['电话1381234\n\t5678']);
  });

  it('gives tables with their cells, what spans columns and which rows are headers', () => {
    const header =
      '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>姓名</w:t></w:r></w:p></w:tc></w:tr>';
    const body = `<w:tr><w:tc>${paragraph(run('张三'))}${paragraph(run('李四'))}</w:tc><w:tc>${paragraph()}</w:tc></w:tr>`;
    const { document } = readDocx(docx(`<w:tbl>${header}${body}</w:tbl>`));

    expect(document.blocks).toEqual([
      {
        kind: 'table',
        source: 'body',
        headerRows: 1,
        rows: [
          [{ text: '姓名', columns: 2 }],
          [
            { text: '张三\n李四', columns: 1 },
            { text: '', columns: 1 },
          ],
        ],
      },
    ]);
  });

  it.each<[string, string, Uint8Array]>([
    ['headers', 'header', docx('', { 'word/header1.xml': part('hdr', paragraph(run(PHONE))) })],
    [
      'footnotes',
      'note',
      docx('', { 'word/footnotes.xml': part('footnotes', `<w:footnote w:id="1">${paragraph(run(PHONE))}</w:footnote>`) }),
    ],
    [
      'comments',
      'comment',
      docx('', { 'word/comments.xml': part('comments', `<w:comment w:id="1">${paragraph(run(PHONE))}</w:comment>`) }),
    ],
    ['text boxes', 'textBox', docx(paragraph(`<w:r><w:txbxContent>${paragraph(run(PHONE))}</w:txbxContent></w:r>`))],
    ['what was removed', 'deleted', docx(paragraph(`<w:del w:id="1"><w:r><w:delText>${PHONE}</w:delText></w:r></w:del>`))],
    ['what was moved away', 'deleted', docx(paragraph(`<w:moveFrom w:id="1">${run(PHONE)}</w:moveFrom>`))],
    ['hidden text', 'hidden', docx(paragraph(run(PHONE, '<w:vanish/>')))],
    [
      'text that a style hides',
      'hidden',
      docx(paragraph(run(PHONE, '<w:rStyle w:val="secret"/>')), {
        'word/styles.xml': part('styles', '<w:style w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>'),
      }),
    ],
    [
      'alternative texts',
      'altText',
      docx(paragraph(`<w:r><w:drawing><wp:docPr id="1" name="x" descr="${PHONE}"/></w:drawing></w:r>`)),
    ],
    [
      'targets of links',
      'link',
      docx('', { 'word/_rels/document.xml.rels': relations(relation('r1', 'hyperlink', PHONE, 'External')) }),
    ],
    ['fields', 'link', docx(paragraph(`<w:r><w:instrText>${PHONE}</w:instrText></w:r>`))],
  ])('finds what is in %s, and nothing of it is published unmasked', (_, source, file) => {
    expect(withSource(file, source)).toEqual([PHONE]);

    const published = redacted(file);

    expect(check(readDocx(published).document, options)).toEqual([]);
    expect(Object.values(partsOf(published)).join('')).not.toContain(PHONE);
  });

  it('names the author and whoever changed something', () => {
    const change = `<w:ins w:id="1" w:author="李小红">${run('新')}</w:ins>`;
    const file = docx(paragraph(change), { 'docProps/core.xml': core('张建国') });
    const found = check(readDocx(file).document, options).map((finding) => finding.found);

    expect(found).toEqual(['张建国', '李小红']);
  });

  it('says what it cannot look into', () => {
    const file = docx('', {
      'word/media/image1.png': new Uint8Array([1]),
      'word/embeddings/sheet1.xlsx': new Uint8Array([1]),
      'word/strange.xml': '<a/>',
    });
    expect(readDocx(file).unchecked).toEqual([
      { part: 'word/strange.xml', content: 'other' },
      { part: 'word/embeddings/sheet1.xlsx', content: 'object' },
      { part: 'word/media/image1.png', content: 'picture' },
    ]);
  });
});

describe('writing a Word file', () => {
  it('puts the mask into the first of the runs, each keeps its format', () => {
    const file = docx(paragraph(run('电话138'), run('1234', '<w:b/>'), run('5678，请拨打', '<w:i/>')));
    const xml = partsOf(redacted(file))['word/document.xml'];

    expect(xml).toContain(paragraph(run('电话138****5678'), run('', '<w:b/>'), run('，请拨打', '<w:i/>')));
  });

  it('masks only what was accepted', () => {
    const file = docx(paragraph(run(`电话${PHONE}，身份证号610124199001011239`)));
    const findings = check(readDocx(file).document, options).filter(({ kind }) => kind === 'phone');

    expect(textsOf(readDocx(redactDocx(file, findings)).document)).toEqual(['电话138****5678，身份证号610124199001011239']);
  });

  it('masks in cells, over cells and in attributes, and writes signs of markup as such', () => {
    const picture = paragraph(
      `<w:r><w:drawing><wp:docPr id="1" name="x" descr="&lt;电话&gt; &quot;${PHONE}&quot;"/></w:drawing></w:r>`,
    );
    const file = docx(table(['联系电话', '138', '12345678 &amp; 1']) + picture);

    const published = redacted(file);

    expect(textsOf(readDocx(published).document)).toEqual(['联系电话', '138', '****5678 & 1', '<电话> "138****5678"']);
  });

  it('takes tracked changes as accepted and drops comments, hidden text and properties', () => {
    const body = paragraph(
      `<w:commentRangeStart w:id="1"/><w:ins w:id="1" w:author="李小红">${run('甲')}</w:ins><w:del w:id="2"><w:r><w:delText>乙</w:delText></w:r></w:del>`,
      run('丙', '<w:vanish/>'),
      run('丁', '<w:rPrChange w:id="3" w:author="李小红"><w:rPr/></w:rPrChange>'),
      '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
    );
    const file = docx(body, {
      'word/comments.xml': part('comments', `<w:comment w:id="1" w:author="李小红">${paragraph(run('戊'))}</w:comment>`),
      'word/_rels/document.xml.rels': relations(relation('r1', 'comments', 'comments.xml')),
      'docProps/core.xml': core('张建国'),
    });

    const published = partsOf(redactDocx(file, []));

    expect(published['word/document.xml']).toContain(
      paragraph(run('甲'), '<w:r><w:rPr></w:rPr><w:t xml:space="preserve">丁</w:t></w:r>', '<w:r></w:r>'),
    );
    expect(Object.keys(published).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
    ]);
    for (const gone of ['李小红', '张建国', '乙', '丙', '戊', 'comments', 'docProps'])
      expect(Object.values(published).join('')).not.toContain(gone);
  });

  it('leaves a file without findings as it reads', () => {
    const file = docx(paragraph(run('居民公约已经通过。')) + table(['赞成', '80票']));
    expect(readDocx(redacted(file))).toEqual(readDocx(file));
  });

  it('leaves nothing to be found in generated notices, whatever runs they are cut into', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 9 }), (seed, size) => {
        const { document, names } = noticeOf(seed);
        const file = docx(document.blocks.map((block) => bodyOf(block, size)).join(''));
        const all = { ...options, names };

        const published = redactDocx(file, check(readDocx(file).document, all));

        expect(check(readDocx(published).document, all)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const runsOf = (text: string, size: number): string =>
  paragraph(
    ...(
      Array.from(text)
        .join('')
        .match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? []
    ).map((piece) => run(escaped(piece))),
  );
function bodyOf(block: Block, size: number): string {
  if (block.kind !== 'table') return runsOf(block.text, size);
  const rows = block.rows.map(
    (cells) => `<w:tr>${cells.map(({ text }) => `<w:tc>${runsOf(text, size)}</w:tc>`).join('')}</w:tr>`,
  );
  return `<w:tbl>${rows.join('')}</w:tbl>`;
}

describe('a file that is refused', () => {
  const codeOf = (file: Uint8Array): string | null => {
    try {
      readDocx(file);
      return null;
    } catch (error) {
      if (error instanceof DocxError) return error.code;
      throw error;
    }
  };
  const withBody = (xml: string): Uint8Array => docx('', { 'word/document.xml': xml });

  it.each<[string, string, Uint8Array]>([
    ['that is no archive', 'docx.notDocx', strToU8('%PDF-1.7')],
    ['that is empty', 'docx.notDocx', new Uint8Array()],
    ['that is cut off', 'docx.notDocx', docx('').slice(0, 200)],
    ['without a document', 'docx.notDocx', zipSync({ 'a.txt': strToU8('a') })],
    ['with a way out of its folder', 'docx.notDocx', docx('', { '../../etc/passwd': 'x' })],
    ['with macros', 'docx.macros', docx('', { 'word/vbaProject.bin': new Uint8Array([1]) })],
    ['with an entity bomb', 'docx.unsafeXml', withBody('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
    ['with tags that do not match', 'docx.unsafeXml', withBody('<a><b></a></b>')],
    ['with a tag that is not closed', 'docx.unsafeXml', withBody('<a><b>')],
    ['with another encoding', 'docx.unsafeXml', withBody('<?xml version="1.0" encoding="UTF-16"?><a/>')],
    ['with bytes that are no UTF-8', 'docx.unsafeXml', docx('', { 'word/header1.xml': new Uint8Array([0x3c, 0xff]) })],
    ['that is too deep', 'docx.unsafeXml', withBody('<a>'.repeat(1_000) + '</a>'.repeat(1_000))],
    [
      'with too many parts',
      'docx.tooLarge',
      docx('', Object.fromEntries(Array.from({ length: DOCX_LIMITS.entries }, (_, at) => [`word/x${at}.xml`, '<a/>']))),
    ],
    ['that unpacks to much more than it is', 'docx.tooLarge', docx('', { 'word/x.xml': ' '.repeat(11 * 1024 * 1024) })],
  ])('%s has the code %s', (_, code, file) => {
    expect(codeOf(file)).toBe(code);
  });

  it('is explained in Chinese and English', () => {
    expect(formatDocxError(new DocxError('docx.tooLarge', { maximumMegabytes: 20 }), 'en-US')).toContain('at most 20 MB');
    expect(formatDocxError(new DocxError('docx.unsafeXml', { part: 'a', problem: 'b' }), 'zh-CN')).toContain('（a：b）');
  });

  it('never ends in anything but its own error, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(), (noise, at) => {
        const file = docx(paragraph(run(PHONE)));
        file.set(noise.slice(0, 20), at % file.length > file.length - 20 ? 0 : at % file.length);
        codeOf(file);
        codeOf(noise);
      }),
    );
  });
});
