import fc from 'fast-check';
import { foreseeable } from '../__fixtures__/box';
import { loadSodium, type Sodium } from '../sodium';
import { drawSlips, markOf, readCode, receiptOf, sealOf } from '.';

describe('slips', () => {
  let sodium: Sodium;
  beforeAll(async () => {
    sodium = await loadSodium();
  });
  const draw = (count: number, seed = 'a') =>
    drawSlips(sodium, { meetingId: 'm1', count, randomBytes: foreseeable(sodium, seed) });

  test('are as many different codes as there are voters, each in four groups of four', () => {
    const { codes, seals } = draw(500);

    expect(new Set(codes).size).toBe(500);
    expect(new Set(seals).size).toBe(500);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  });

  test('are drawn again where the same bytes come twice', () => {
    const bytes = [1, 1, 2].map((value) => new Uint8Array(10).fill(value));
    const { codes } = drawSlips(sodium, { meetingId: 'm1', count: 2, randomBytes: () => bytes.shift()! });

    expect(new Set(codes).size).toBe(2);
  });

  test('leave seals behind that are in no order of theirs and tell no code', () => {
    const { codes, seals } = draw(20);

    expect(seals).toEqual(seals.toSorted());
    expect(seals).toEqual(codes.map((code) => sealOf(sodium, 'm1', code)).toSorted());
    expect(codes.map((code) => sealOf(sodium, 'm2', code)).filter((seal) => seals.includes(seal))).toEqual([]);
  });

  test('are read however people type them', () => {
    const { codes } = draw(50);
    const code = codes.find((one) => one.includes('0') && one.includes('1'))!;
    const typed = code.replace(/0/g, 'o').replace(/1/g, 'l').toLowerCase().replaceAll('-', ' ');
    const fullWidth = code.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

    expect([typed, fullWidth, ` ${code}\n`].map(readCode)).toEqual([code, code, code]);
  });

  test('with any single wrong sign are refused', () => {
    const { codes } = draw(30);
    const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.nat({ max: 15 }), fc.constantFrom(...signs), (code, at, sign) => {
        const plain = code.replaceAll('-', '');
        fc.pre(plain[at] !== sign);
        expect(() => readCode(plain.slice(0, at) + sign + plain.slice(at + 1))).toThrow('slip.codeUnreadable');
      }),
    );
  });

  test.each(['', 'ABCD', '7K2M-Q0XC-TTTT-UUUU', '密码', '0'.repeat(200)])('%j is refused, in both languages', (typed) => {
    expect(() => readCode(typed)).toThrow(
      expect.objectContaining({
        code: 'slip.codeUnreadable',
        messages: { 'zh-CN': expect.stringContaining('重新输入'), 'en-US': expect.stringContaining('again') },
      }),
    );
  });

  test('have a mark for each motion, of which none tells another; a receipt is the beginning of one', () => {
    const { codes } = draw(2);
    const marks = codes.flatMap((code) => ['q1', 'q2'].map((motion) => markOf(sodium, motion, code)));

    expect(new Set(marks).size).toBe(4);
    expect(receiptOf(sodium, marks[0]!)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  });
});
