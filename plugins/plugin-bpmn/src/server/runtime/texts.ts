import type { Words } from '../../common/check';
import enUS from '../../locale/en-US.json';
import zhCN from '../../locale/zh-CN.json';

export type Locale = 'zh-CN' | 'en-US';

const TEXTS: Record<Locale, Readonly<Record<string, string>>> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Texts of a plugin that refuses and tells through us, by keys that are nobody else's; the same on every call. */
export function addTexts(texts: Readonly<Record<Locale, Readonly<Record<string, string>>>>): void {
  for (const locale of ['zh-CN', 'en-US'] as const) TEXTS[locale] = { ...texts[locale], ...TEXTS[locale] };
}

/** Names stand beside each other; what is no text or number leaves a gap. */
function inWords(value: unknown, locale: Locale): string {
  if (Array.isArray(value)) return value.map((one) => inWords(one, locale)).join(locale === 'zh-CN' ? '、' : ', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A text of ours with its `{{placeholders}}` filled; an unknown key is given back, so that a missing text is seen. */
export function textOf(locale: Locale, key: string, data: Readonly<Record<string, unknown>> = {}): string {
  const text = Object.hasOwn(TEXTS[locale], key) ? (TEXTS[locale][key] ?? key) : key;
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => inWords(data[name], locale));
}

export const hasText = (key: string): boolean => Object.hasOwn(TEXTS['zh-CN'], key);

/** English for English readers, Chinese for everyone else. */
export function localeOf(language: string | undefined): Locale {
  return language?.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN';
}

/** The same as the rules that run on both sides want it. */
export const wordsIn = (locale: Locale): Words => ({ locale, say: (key, data) => textOf(locale, key, data) });
