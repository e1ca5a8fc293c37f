import { plugins, readJson } from './files';

type Texts = Readonly<Record<string, string>>;

/** Names of the values in a text; `nameEn` is the English face of `name`. */
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+?)(?:En)?\s*\}\}/g)].map((match) => match[1]).sort();

describe.each(plugins().map(({ folder }) => folder))('texts of %s', (folder) => {
  const chinese = readJson<Texts>(`${folder}/src/locale/zh-CN.json`);
  const english = readJson<Texts>(`${folder}/src/locale/en-US.json`);

  it('have the same keys in Chinese and English', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
  });

  it('are sorted, so that differences are readable', () => {
    expect(Object.keys(chinese)).toEqual([...Object.keys(chinese)].sort());
  });

  it('are not empty and name the same values', () => {
    const odd = Object.keys(chinese).filter(
      (key) => !chinese[key]?.trim() || String(placeholders(chinese[key])) !== String(placeholders(english[key] ?? '')),
    );

    expect(odd).toEqual([]);
  });
});
