import { strFromU8, unzipSync } from 'fflate';

/** Parts in which marks are filled. */
const FILLED = /^word\/(document|header\d*|footer\d*)\.xml$/;
/** Parts with text in which they are not. */
const NOT_FILLED = /^word\/(footnotes|endnotes|comments)\.xml$/;
const TEXT_OR_END = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<|<\/(?:\w+:)?p>/g;
const MARK = /\{[^{}\n]*\}/g;
/** What people need to find the place. */
const AROUND = 12;

/** Braces that pair with no other, each with the text after or before it; in footnotes, where nothing is filled in, all of them. */
export function strayBraces(docx: Uint8Array): string[] {
  const parts = unzipSync(docx, { filter: ({ name }) => FILLED.test(name) || NOT_FILLED.test(name) });
  return Object.entries(parts).flatMap(([name, content]) => {
    const text = [...strFromU8(content).matchAll(TEXT_OR_END)].map(([, words = '\n']) => words).join('');
    const rest = FILLED.test(name) ? text.replace(MARK, '') : text;
    return rest.split('\n').flatMap((line) => {
      const at = line.search(/[{}]/);
      return at < 0 ? [] : [line.slice(Math.max(0, line[at] === '}' ? at - AROUND : at), at + AROUND)];
    });
  });
}
