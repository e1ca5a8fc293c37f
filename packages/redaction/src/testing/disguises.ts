import type { Chance } from './chance';

/** A way to write a number or a name so that a plain search does not find it. */
export interface Disguise {
  readonly key: string;
  readonly apply: (text: string, chance: Chance) => string;
}

const map = (text: string, change: (char: string, at: number) => string): string => [...text].map(change).join('');
const isDigit = (char: string): boolean => char >= '0' && char <= '9';
const digit = (char: string, row: string): string => (isDigit(char) ? ([...row][Number(char)] ?? char) : char);
const between = (text: string, put: (at: number) => string): string => map(text, (char, at) => (at > 0 ? put(at) + char : char));

const groups =
  (sign: string) =>
  (text: string, chance: Chance): string => {
    const sizes =
      [...text].filter(isDigit).length <= 11
        ? chance.one([
            [3, 4, 4],
            [3, 8],
            [7, 4],
            [4, 3, 4],
          ])
        : chance.one([
            [4, 4, 4, 4, 4],
            [6, 8, 4],
            [6, 4, 4, 4],
          ]);
    const cuts = new Set(sizes.map((_, at) => sizes.slice(0, at + 1).reduce((sum, size) => sum + size, 0)));
    return between(text, (at) => (cuts.has(at) ? sign : ''));
  };
const somewhere =
  (sign: string, count: number) =>
  (text: string, chance: Chance): string => {
    const cuts = new Set(Array.from({ length: count }, () => chance.whole(1, Math.max(1, [...text].length - 1))));
    return between(text, (at) => (cuts.has(at) ? sign : ''));
  };

export const NUMBER_DISGUISES: readonly Disguise[] = [
  {
    key: 'any separators in groups',
    apply: (text, chance) =>
      groups('~')(text, chance).replace(/~/g, () => chance.one([' ', '-', '.', ' - ', '—', '\u3000', '_'])),
  },
  { key: 'brackets and spaces', apply: (text) => `${text.slice(0, 3)} (${text.slice(3, 7)}) ${text.slice(7)}` },
  { key: 'commas in groups', apply: groups(',') },
  { key: 'full-width', apply: (text) => map(text, (char) => digit(char, '０１２３４５６７８９')) },
  {
    key: 'some full-width',
    apply: (text, chance) => map(text, (char) => (chance.is(0.4) ? digit(char, '０１２３４５６７８９') : char)),
  },
  { key: 'spaces in groups', apply: groups(' ') },
  { key: 'wide spaces in groups', apply: groups('\u3000') },
  { key: 'hard spaces in groups', apply: groups('\u00a0') },
  { key: 'hyphens in groups', apply: groups('-') },
  { key: 'dashes in groups', apply: groups('—') },
  { key: 'dots in groups', apply: groups('.') },
  { key: 'middle dots in groups', apply: groups('·') },
  { key: 'spaced hyphens in groups', apply: groups(' - ') },
  { key: 'underscores in groups', apply: groups('_') },
  { key: 'slashes in groups', apply: groups('/') },
  { key: 'space everywhere', apply: (text) => between(text, () => ' ') },
  { key: 'hyphen everywhere', apply: (text) => between(text, () => '-') },
  { key: 'spaces somewhere', apply: somewhere(' ', 3) },
  { key: 'zero-width everywhere', apply: (text) => between(text, () => '\u200b') },
  { key: 'zero-width joiners somewhere', apply: somewhere('\u200d', 3) },
  { key: 'soft hyphen', apply: somewhere('\u00ad', 2) },
  { key: 'word joiner', apply: somewhere('\u2060', 2) },
  { key: 'line break', apply: somewhere('\n', 1) },
  { key: 'tab', apply: somewhere('\t', 1) },
  { key: 'Chinese', apply: (text) => map(text, (char) => digit(char, '零一二三四五六七八九')) },
  { key: 'Chinese with 〇', apply: (text) => map(text, (char) => digit(char, '〇一二三四五六七八九')) },
  { key: 'Chinese with 幺', apply: (text) => map(text, (char) => digit(char, '零幺二三四五六七八九')) },
  { key: 'financial Chinese', apply: (text) => map(text, (char) => digit(char, '零壹贰叁肆伍陆柒捌玖')) },
  { key: 'traditional Chinese', apply: (text) => map(text, (char) => digit(char, '零壹貳參肆伍陸柒捌玖')) },
  {
    key: 'some Chinese',
    apply: (text, chance) => map(text, (char) => (chance.is(0.3) ? digit(char, '〇一二三四五六七八九') : char)),
  },
  { key: 'circled', apply: (text) => map(text, (char) => digit(char, '⓪①②③④⑤⑥⑦⑧⑨')) },
  { key: 'mathematical', apply: (text) => map(text, (char) => digit(char, '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗')) },
  { key: 'keycaps', apply: (text) => map(text, (char) => (isDigit(char) ? `${char}\ufe0f\u20e3` : char)) },
  { key: 'letters', apply: (text) => map(text, (char) => (char === '0' ? 'O' : char)) },
];

export const NAME_DISGUISES: readonly Disguise[] = [
  { key: 'space', apply: (text) => between(text, () => ' ') },
  { key: 'wide space', apply: (text) => between(text, () => '\u3000') },
  { key: 'two spaces', apply: (text) => between(text, () => '  ') },
  { key: 'zero-width', apply: (text) => between(text, () => '\u200b') },
  { key: 'middle dot', apply: (text) => between(text, () => '·') },
  { key: 'hyphen', apply: (text) => between(text, () => '-') },
  { key: 'line break', apply: somewhere('\n', 1) },
];

interface Disguised {
  readonly text: string;
  readonly disguises: readonly string[];
}

/** Plain in half of the cases, else one, two or three disguises over each other. */
export function disguised(text: string, chance: Chance, disguises: readonly Disguise[]): Disguised {
  const count = chance.is(0.45) ? 0 : chance.is(0.6) ? 1 : chance.is(0.7) ? 2 : 3;
  const chosen = Array.from({ length: count }, () => chance.one(disguises));
  return {
    text: chosen.reduce((written, { apply }) => apply(written, chance), text),
    disguises: chosen.map(({ key }) => key),
  };
}
