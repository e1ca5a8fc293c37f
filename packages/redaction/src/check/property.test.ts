import fc from 'fast-check';
import { check, redact, textAt, type Block, type NoticeDocument, type RedactionFinding } from '..';
import { GENERATED_ON, measure, noticeOf } from '../testing';

const options = { today: GENERATED_ON };
const seeds = fc.integer({ min: 1, max: 500 });
/** Pieces of what the rules look for, so that noise comes near to them. */
const PIECES = [
  ...'0123456789Xx-—.·/ ,，。、：:()（）*#\n\t\u200b一二三四五六七八九〇零十壹幺Ol张王李欧阳小明建国',
  '身份证号', '电话', '账号', '姓名', '户主', '联系人', '年龄', '岁', '周岁', '出生', '2015年', '3月', '2日', '号楼', '单元', '室', '组', '号', '路', '小学', '同志', '男', '61012419900101', '610124199001011264', '13812345678', '6228480402564890018', '2-3-501', '8岁', '，男，', '学生', '监护人', '举报人', '住', '卡', '138', '6228',
]; // prettier-ignore
const noise = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
const anyText = fc.oneof(noise, fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 80 }));
const block: fc.Arbitrary<Block> = fc.oneof(
  anyText.map((text): Block => ({ kind: 'paragraph', text })),
  fc
    .array(fc.array(anyText, { maxLength: 4 }), { maxLength: 4 })
    .map((rows): Block => ({ kind: 'table', rows: rows.map((cells) => cells.map((text) => ({ text }))) })),
);
const anyDocument: fc.Arbitrary<NoticeDocument> = fc.array(block, { maxLength: 5 }).map((blocks) => ({ blocks }));

const textsOf = (document: NoticeDocument, { spans }: RedactionFinding): string =>
  spans.map((span) => textAt(document, span).slice(span.start, span.end)).join('');

describe('any document', () => {
  it('has findings that say where they stand, with a mask for each place', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        for (const finding of check(document, options)) {
          expect(textsOf(document, finding)).toBe(finding.found);
          expect(finding.masks).toHaveLength(finding.spans.length);
          for (const span of finding.spans) expect(span.start).toBeLessThan(span.end);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('has no findings any more when all were accepted', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const all = {
          ...options,
          names: [
            { name: '王建国', fieldClass: 'resident' },
            { name: '张小明', fieldClass: 'reporter' },
          ],
        };
        expect(check(redact(document, check(document, all)), all)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps every text in which nothing was found', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const touched = new Set(check(document, options).flatMap(({ spans }) => spans.map((span) => span.block)));
        const redacted = redact(document, check(document, options));
        document.blocks.forEach((original, at) => {
          if (!touched.has(at)) expect(redacted.blocks[at]).toEqual(original);
        });
      }),
    );
  });

  it('without digits, numerals and labels stays as it is', () => {
    const harmless = fc.array(fc.constantFrom(...'的是在了和有人这上大我以要他时来用们生到作地于出就分对成会可主发动同也能下过子说产种面而方后多定行学法所民得经'), { maxLength: 80 }); // prettier-ignore
    fc.assert(
      fc.property(harmless, (chars) => {
        const document: NoticeDocument = { blocks: [{ kind: 'paragraph', text: chars.join('') }] };
        expect(redact(document, check(document, options))).toEqual(document);
      }),
    );
  });
});

describe('a generated notice', () => {
  it('has no findings any more when all were accepted, also of names that are known', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { document, names } = noticeOf(seed);
        const all = { ...options, names };
        expect(check(redact(document, check(document, all)), all)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same seed', () => {
    expect(noticeOf(7)).toEqual(noticeOf(7));
    expect(noticeOf(7)).not.toEqual(noticeOf(8));
  });

  it('gives up nearly all of its numbers, names, minors and addresses', () => {
    const { byKind } = measure(1, 100);
    for (const kind of ['idNumber', 'phone', 'bankAccount'] as const) {
      expect(byKind[kind].found / byKind[kind].secrets).toBeGreaterThanOrEqual(0.99);
      expect(byKind[kind].right / byKind[kind].findings).toBeGreaterThanOrEqual(0.97);
    }
    for (const kind of ['name', 'minor', 'address'] as const) {
      expect(byKind[kind].found / byKind[kind].secrets).toBeGreaterThanOrEqual(0.97);
      expect(byKind[kind].right / byKind[kind].findings).toBeGreaterThanOrEqual(0.97);
    }
  });
});
