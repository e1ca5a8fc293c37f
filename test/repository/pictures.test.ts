import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, GALLERY, type Language } from '../pictures/gallery';
import { ROOT, textOf, trackedFiles } from './files';

const FOLDER = 'docs/images/';
const READMES: Readonly<Record<Language, string>> = { 'zh-CN': 'README.zh-CN.md', 'en-US': 'README.md' };
const languages = Object.keys(READMES) as Language[]; // a record's keys are its keys

const shownIn = (readme: string) =>
  [...new Set([...textOf(readme).matchAll(/docs\/images\/([\w.-]+)/g)].map(([, file]) => file))].sort();
const takenIn = (language: Language) =>
  GALLERY.flatMap((picture) => picture.sizes.map((size) => fileOf(picture, size, language))).sort();

describe('the pictures of the docs', () => {
  it.each(languages)('in %s are those that `npm run pictures` takes', (language) => {
    expect(shownIn(READMES[language])).toEqual(takenIn(language));
  });

  it('are all there, and nothing else is', () => {
    expect(trackedFiles(`${FOLDER}*`)).toEqual(
      languages
        .flatMap(takenIn)
        .map((file) => FOLDER + file)
        .sort(),
    );
  });

  it('are small enough for those who only read', () => {
    expect(trackedFiles(`${FOLDER}*`).filter((file) => statSync(join(ROOT, file)).size > 200 * 1024)).toEqual([]);
  });
});
