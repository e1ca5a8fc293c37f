import { givenBy, isTrap } from './given';
import { masked } from './masked';

const TEXT = '公示的名单里少了我家，请核对。';

describe('what people give', () => {
  it('keeps markup as the text that it is, without characters that command', () => {
    const { text, name } = givenBy({
      text: `<script>alert("1")</script>\u0000\u0007\u202Eabc\r\n${TEXT}`,
      name: ' 张\u0000三\n丰 ',
    });

    expect(text).toBe(`<script>alert("1")</script>abc\n${TEXT}`);
    expect(name).toBe('张三 丰');
  });

  it('may be as long as the limits, in characters as people count them', () => {
    expect(givenBy({ text: '好'.repeat(10), name: '𠮷'.repeat(50), contact: '1'.repeat(100), people: 10_000 })).toMatchObject({
      people: 10_000,
    });
    expect(givenBy({ text: '𠮷'.repeat(5_000) }).name).toBeNull();
  });

  it.each([
    ['objection.textLength', { text: '好'.repeat(9) }],
    ['objection.textLength', { text: `${'好'.repeat(9)}${' '.repeat(20)}` }],
    ['objection.textLength', { text: '好'.repeat(5_001) }],
    ['objection.nameLength', { text: TEXT, name: '好'.repeat(51) }],
    ['objection.contactLength', { text: TEXT, contact: '1'.repeat(101) }],
    ['objection.noteLength', { text: TEXT, note: '1'.repeat(501) }],
    ['objection.peopleNumber', { text: TEXT, people: 0 }],
    ['objection.peopleNumber', { text: TEXT, people: 1.5 }],
    ['objection.peopleNumber', { text: TEXT, people: 10_001 }],
    ['objection.peopleNumber', { text: TEXT, people: Number.NaN }],
  ])('is refused with %s beyond them', (code, given) => {
    expect(() => givenBy(given)).toThrow(expect.objectContaining({ code, status: 400 }));
  });

  it('is of a program where the hidden field is filled in', () => {
    expect([isTrap(undefined), isTrap(' '), isTrap('http://x')]).toEqual([false, false, true]);
  });

  it('is shown to others without the names, numbers and addresses in it', () => {
    const shown = masked('我是张大山，电话13912345678，对名单有意见。', { names: ['张大山'], today: '2026-11-05' });

    expect(shown).not.toMatch(/张大山|13912345678/);
    expect(shown).toContain('对名单有意见');
  });
});
