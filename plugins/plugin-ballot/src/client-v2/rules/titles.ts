import type { Localized } from '../../common/api';

/** What something is called, in both languages. */
export interface TitleValues {
  title: string;
  /** Empty: as in Chinese. */
  titleEn?: string;
}

export const titleValuesOf = (title: Localized): TitleValues => ({ title: title['zh-CN'], titleEn: title['en-US'] });

/** Words in both languages; without English ones the Chinese stand for them. */
export const localizedFrom = (chinese: string, english = ''): Localized => ({
  'zh-CN': chinese.trim(),
  'en-US': english.trim() || chinese.trim(),
});
