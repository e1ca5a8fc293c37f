/** Text that is markup already. Only this file makes it, so that nothing else reaches a page without being escaped. */
export class Markup {
  private constructor(readonly text: string) {}

  static of(parts: readonly string[], values: readonly Shown[]): Markup {
    return new Markup(parts.reduce((whole, part, index) => whole + shown(values[index - 1]) + part));
  }

  toString(): string {
    return this.text;
  }
}

export type Shown = string | number | Markup | null | undefined | false | readonly Shown[];

/**
 * Markup with values in it: strings are escaped, lists are joined, `null` and `false` show nothing.
 *
 * @example html`<h1>${title}</h1>`
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Shown[]): Markup => Markup.of(parts, values);

function shown(value: Shown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(shown).join('');
  return escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Controls, halves of signs, and signs that turn the direction of what follows: with them a name reads as something else. */
const UNSEEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const escaped = (text: string): string =>
  text
    .replace(UNSEEN, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
