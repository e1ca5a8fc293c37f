import { codeDigest, newCode } from './codes';

describe('an acknowledgement code', () => {
  const codes = Array.from({ length: 500 }, () => newCode());

  it('has no letters that look alike', () => {
    expect(codes.join('')).toMatch(/^[34679ACDEFGHJKMNPQRTWXY-]+$/);
    expect(codes.every((code) => /^(\w{4}-){3}\w{4}$/.test(code))).toBe(true);
  });

  it('is another one each time', () => {
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is the same code in small letters, with spaces or without dashes', () => {
    const kept = codeDigest('objection', '7QKM-3XWA-9CDE-FGHJ');

    expect(codeDigest('objection', ' 7qkm 3xwa9cde-fghj ')).toBe(kept);
  });

  it('is kept under digests that differ by what it is for', () => {
    expect(codeDigest('objection', codes[0]!)).not.toBe(codeDigest('opinion', codes[0]!));
  });
});
