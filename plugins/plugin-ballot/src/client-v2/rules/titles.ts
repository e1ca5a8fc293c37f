import type { Localized } from '../../common/api';

/** What something is called, in both languages. */
export interface TitleValues {
  title: string;
  /** Empty: as in Chinese. */
  titleEn?: string;
}

export const titlesIn = (title: Localized): TitleValues => ({ title: title['zh-CN'], titleEn: title['en-US'] });

export const titleOf = (chinese: string, english = ''): Localized => ({
  'zh-CN': chinese.trim(),
  'en-US': english.trim() || chinese.trim(),
});
