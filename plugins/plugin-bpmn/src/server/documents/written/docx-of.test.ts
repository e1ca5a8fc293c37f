import { strFromU8, unzipSync } from 'fflate';
import { docxOf } from '.';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const partsOf = (docx: Uint8Array) => unzipSync(docx);
const text = (docx: Uint8Array, part = 'word/document.xml') => strFromU8(partsOf(docx)[part] ?? new Uint8Array());

describe('a Word file that we write', () => {
  it('holds markup in a text as text, and leaves out what XML cannot hold', () => {
    const xml = text(docxOf([{ kind: 'paragraph', text: '<b>"甲" & 乙</b>\u0001' }]));
    expect(xml).toContain('&lt;b&gt;&quot;甲&quot; &amp; 乙&lt;/b&gt;<');
  });

  it('has each picture as a part of its own, as wide as asked for', () => {
    const picture = { kind: 'picture', png: PNG, widthMillimetres: 10, description: '二维码' } as const;
    const docx = docxOf([picture, { kind: 'paragraph', text: '说明' }, picture]);

    expect(Object.keys(partsOf(docx)).filter((name) => name.startsWith('word/media/'))).toEqual([
      'word/media/p1.png',
      'word/media/p2.png',
    ]);
    expect(Buffer.from(partsOf(docx)['word/media/p2.png']!).equals(PNG)).toBe(true);
    expect(text(docx, 'word/_rels/document.xml.rels')).toContain('Id="p2"');
    expect(text(docx)).toContain('<wp:extent cx="360000" cy="360000"/>');
  });

  it('of the same blocks is the same bytes', () => {
    const blocks = [{ kind: 'posterTitle', text: '公示' }] as const;
    expect(docxOf(blocks).equals(docxOf(blocks))).toBe(true);
  });
});
