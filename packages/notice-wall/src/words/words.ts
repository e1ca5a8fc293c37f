import type { LocalDate } from '../notice';
import { EN } from './en';
import { ZH, type WordKey } from './zh';

export const WALL_LOCALES = ['zh-CN', 'en-US'] as const;
export type WallLocale = (typeof WALL_LOCALES)[number];

/** Words of one language, with what stands in braces filled in. */
export interface Words {
  readonly locale: WallLocale;
  readonly say: (key: WordKey, values?: Readonly<Record<string, string>>) => string;
  readonly day: (day: LocalDate) => string;
  /** Of `2026-11`. */
  readonly month: (month: string) => string;
  readonly size: (bytes: number) => string;
}

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');
const KIB = 1024;

export function wordsOf(locale: WallLocale): Words {
  const words: Readonly<Record<WordKey, string>> = locale === 'zh-CN' ? ZH : EN;
  const month = (text: string) => {
    const [year = '', number = ''] = text.split('-');
    return locale === 'zh-CN' ? `${year}年${Number(number)}月` : `${MONTHS[Number(number) - 1] ?? number} ${year}`;
  };
  return {
    locale,
    say: (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
    month,
    day: (day) => (locale === 'zh-CN' ? `${month(day)}${Number(day.slice(8))}日` : `${Number(day.slice(8))} ${month(day)}`),
    size: (bytes) =>
      bytes < KIB ? `${bytes} B` : bytes < KIB * KIB ? `${Math.ceil(bytes / KIB)} KB` : `${(bytes / KIB / KIB).toFixed(1)} MB`,
  };
}

/** A day as pages of the wall write it: 2026年11月5日. */
export const dayInWords = (locale: WallLocale, day: LocalDate): string => wordsOf(locale).day(day);
