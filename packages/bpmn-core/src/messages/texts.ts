export type Locale = 'zh-CN' | 'en-US';

/** A text in Chinese and in English; `{name}` stands for a fact. */
export type Texts<Code extends string> = Readonly<Record<Code, readonly [string, string]>>;

/** A fact that is missing is shown as its placeholder, so that it is noticed. */
export function fill(texts: readonly [string, string], locale: Locale, data: Readonly<Record<string, unknown>>): string {
  const text = locale === 'zh-CN' ? texts[0] : texts[1];
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(data, name) ? shown(data[name]) : placeholder,
  );
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(' → ');
  if (typeof value !== 'object' || value === null) return String(value);
  // Elements are shown by name, or by id where they have none.
  if ('name' in value && typeof value.name === 'string') return value.name;
  return 'id' in value && typeof value.id === 'string' ? value.id : JSON.stringify(value);
}
