import { childrenOf, extensionsOf, type ModdleElement } from './moddle';

/** `wuxin:nameFr`: the extension has no attribute for that language, so that nobody would ever read the text. */
const TRANSLATION = /^(wuxin:)?(name|consequence)[A-Z]\w*$/;

export const isTranslation = (property: unknown): boolean => typeof property === 'string' && TRANSLATION.test(property);

/** The attributes of an element, its outcomes and stages that are meant as translations and are none. */
export function unknownLanguages(source: ModdleElement): readonly string[] {
  const stages = extensionsOf(source, 'wuxin:Stages').flatMap((list) => childrenOf(list, 'values'));
  const texts = [source, ...extensionsOf(source, 'wuxin:Outcome'), ...stages];
  return texts.flatMap(({ $attrs = {} }) => Object.keys($attrs).filter(isTranslation));
}
