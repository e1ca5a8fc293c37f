import { useFlowEngine } from '@nocobase/flow-engine';
import { useCallback } from 'react';
import type zhCN from '../../locale/zh-CN.json';

/** The namespace under which the server hands out src/locale. */
export const NAMESPACE = '@wuxin/plugin-bpmn';

/** A key of src/locale; a test keeps both languages complete. */
export type TextKey = keyof typeof zhCN;
export type TextValues = Record<string, string | number>;
/** A text of this plugin in the reader's language. */
export type Translate = (key: TextKey, values?: TextValues) => string;

/** The reader's language: English for English readers, Chinese for everyone else, as the server answers them. */
export function useLanguage(): 'zh-CN' | 'en-US' {
  const { context } = useFlowEngine();
  return context.i18n.language.toLowerCase().startsWith('en') ? 'en-US' : 'zh-CN';
}

/** Gives what turns a title of NocoBase, which may be `{{t("Admin")}}`, into words. */
export function useTitle(): (title: string) => string {
  const { context } = useFlowEngine();
  return useCallback((title) => context.t(title), [context]);
}

/** The translator of a plugin's own texts, by its namespace; its identity is stable, so it may stand in dependency lists. */
export function useTexts<Key extends string>(namespace: string): (key: Key, values?: TextValues) => string {
  const { context } = useFlowEngine();
  return useCallback(
    // React escapes what it renders: escaping twice would show &#39; to people.
    (key, values) => context.t(key, { ns: [namespace], interpolation: { escapeValue: false }, ...values }),
    [context, namespace],
  );
}

/** The translator of this plugin. */
export const useT = (): Translate => useTexts<TextKey>(NAMESPACE);
