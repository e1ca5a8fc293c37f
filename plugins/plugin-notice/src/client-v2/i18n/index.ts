import { useLanguage, useTexts, type TextValues } from '@wuxin/plugin-bpmn/client-v2';
import type { Localized } from '../../common/api';
import type zhCN from '../../locale/zh-CN.json';

/** A key of src/locale; a test keeps both languages complete. */
export type TextKey = keyof typeof zhCN;
/** A text of this plugin in the reader's language. */
export type Translate = (key: TextKey, values?: TextValues) => string;

export const useT = (): Translate => useTexts<TextKey>('@wuxin/plugin-notice');

/** Picks the reader's language out of what comes in both. */
export function useSaid(): (said: Localized) => string {
  const language = useLanguage();
  return (said) => said[language];
}
