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

/** Leads to a case, or to a task of it, and is called by its title. */
const TO_A_CASE = 'a[href*="/instance/"], a[href*="/task/"]';

/** A called case has a title that was made of the title of its caller when it was called, and is kept like any other. */
const isMadeOfTyped = (title: string) => TYPED.some((typed) => title.startsWith(typed));

/**
 * Every text with Chinese in it that nobody typed: shown, asked for or read out, in this part of the window.
 * @param inStories what people wrote in stories that were played before, such as names of fields and tests
 */
export async function chineseNobodyTyped(page: Page, part = 'body', inStories: readonly RegExp[] = []): Promise<string[]> {
  const { titles, shown } = await page.evaluate(
    ([toCase, root]) => {
      const found = { titles: new Set<string>(), shown: new Set([document.title]) };
      const walker = document.createTreeWalker(
        document.querySelector(root) ?? document.body,
        NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node instanceof Element ? node : node.parentElement;
        if (element?.closest('[translate=no], script, style')) continue;
        if (node instanceof Element) {
          for (const name of ['placeholder', 'aria-label', 'title', 'alt']) found.shown.add(node.getAttribute(name) ?? '');
        } else (element?.closest(toCase) ? found.titles : found.shown).add(node.textContent ?? '');
      }
      return { titles: [...found.titles], shown: [...found.shown] };
    },
    [TO_A_CASE, part] as const,
  );
  const withoutStories = (text: string) => inStories.reduce((left, typed) => left.replace(typed, ''), text);
  return [...titles.filter((title) => !isMadeOfTyped(title)), ...shown].filter((text) =>
    HAN.test(TYPED.reduce((left, typed) => left.replaceAll(typed, ''), withoutStories(text).replaceAll(PLACEHOLDER, ''))),
  );
}
