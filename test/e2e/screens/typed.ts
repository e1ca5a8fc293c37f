import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const HAN = /\p{Script=Han}/u;

/**
 * What may be Chinese on a page in English: names of people, places and organisations, titles of cases, and what people wrote
 * in them. All of it stands in the demonstration, which is why the screens are looked at before any story is played; what the
 * software or a procedure says stands nowhere there.
 */
const TYPED = ['accounts.json', 'region.json', 'cases.json']
  .flatMap((file) => textsIn(JSON.parse(readFileSync(join(__dirname, '../../../workflows/demo', file), 'utf8'))))
  .flatMap((text) => text.split('\n'))
  .filter((text) => HAN.test(text))
  .sort((one, other) => other.length - one.length); // a short name is part of longer ones

/** The role of an account is what `npm start` prints: no page shows it, and posts must not hide behind it. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return key === 'role' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => textsIn(below, name));
}

/** Placeholders are written into a Chinese template as they stand here, whoever reads them. */
const PLACEHOLDER = /\{[^{}]*\}/g;

/** Every text with Chinese in it that nobody typed: shown, asked for or read out, anywhere in the window. */
export async function chineseNobodyTyped(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if ((node instanceof Element ? node : node.parentElement)?.closest('[translate=no]')) continue;
      if (node instanceof Element) {
        for (const name of ['placeholder', 'aria-label', 'title', 'alt']) texts.push(node.getAttribute(name) ?? '');
      } else if (!node.parentElement?.closest('script, style')) texts.push(node.textContent ?? '');
    }
    return texts;
  });
  return [...new Set(shown)].filter((text) =>
    HAN.test(TYPED.reduce((left, typed) => left.replaceAll(typed, ''), text.replaceAll(PLACEHOLDER, ''))),
  );
}
