import { blocksWithin, CONTENT_LIMITS } from './index';
import { assertContent } from './content';

const MORE = '其余从略。';
const textsOf = (text: string) => blocksWithin(text, MORE).map((block) => (block.kind === 'table' ? '' : block.text));
const lines = (count: number, length = 1) => Array.from({ length: count }, (_, at) => `${at}`.padEnd(length, '意')).join('\n');

describe('a text that becomes blocks by itself', () => {
  it('has a paragraph for each line, and none for an empty one', () => {
    expect(textsOf('一\n\n 二 \r\n三')).toEqual(['一', '二', '三']);
  });

  it('of more lines than a notice has blocks has several lines in a paragraph, and leaves none out', () => {
    const text = lines(CONTENT_LIMITS.blocks + 1);

    expect(textsOf(text).join('\n')).toBe(text);
    expect(textsOf(text).length).toBeLessThanOrEqual(CONTENT_LIMITS.blocks);
  });

  it('says so where something is left out', () => {
    const texts = textsOf(lines(150, 1_000));

    expect(texts.at(-1)).toBe(MORE);
    expect(texts.slice(0, -1)).toEqual(
      lines(150, 1_000)
        .split('\n')
        .slice(0, texts.length - 1),
    );
  });

  it.each([
    ['many short lines', lines(30_000)],
    ['one long line', '意'.repeat(99_999)],
    ['one that is too long', '意'.repeat(300_000)],
    ['long lines', lines(3_000, 5_001)],
    ['signs of two places', `a${'😀'.repeat(30_000)}`],
    ['exactly as many lines', lines(CONTENT_LIMITS.blocks)],
    ['exactly as many characters', lines(20, CONTENT_LIMITS.textCharacters)],
  ])('is within the limits of a notice: %s', (_, text) => {
    const body = blocksWithin(text, MORE);

    expect(() => assertContent({ title: '反馈', body })).not.toThrow();
    expect(JSON.stringify(body)).not.toMatch(/\\ud[89a-f]/i);
  });
});
