import type { Element } from '@wuxin/bpmn-core';

/** Texts of ours in the reader's language; an unknown key is given back. */
export interface Words {
  readonly locale: 'zh-CN' | 'en-US';
  readonly say: (key: string, data?: Readonly<Record<string, string | number>>) => string;
}

/** What people call an element; who has forgotten its name still finds it. */
export function nameOf({ name, settings }: Pick<Element, 'name' | 'settings'>, { locale, say }: Words): string {
  const english = locale === 'en-US' ? settings.nameEn : undefined;
  return english ?? (name?.trim() ? name : say('designer.unnamed'));
}
