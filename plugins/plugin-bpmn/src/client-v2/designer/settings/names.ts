import type { ModdleElement } from '@wuxin/bpmn-core';
import { textIn } from './model';

export type Language = 'zh-CN' | 'en-US';

/** What an element is called; empty where it has no name in that language. */
export interface Names {
  readonly chinese: string;
  readonly english: string;
}

/** Both as attributes of the meta-model. */
type NameAttributes = Readonly<Record<'name' | 'wuxin:nameEn', string | undefined>>;

const HAN = /\p{Script=Han}/u;

/** As files have them: `name`, and beside it `wuxin:nameEn`. */
export const namesInFile = (element: ModdleElement): Names => ({
  chinese: textIn(element, 'name'),
  english: textIn(element, 'wuxin:nameEn'),
});

export function nameAttributesInFile({ chinese, english }: Names): NameAttributes {
  // bpmn-js and other programs show `name` only
  if (chinese === '') return { 'name': english || undefined, 'wuxin:nameEn': undefined };
  return { 'name': chinese, 'wuxin:nameEn': english || undefined };
}

/**
 * The names of an element in an open drawing. bpmn-js draws, searches and edits `name`, so that for English readers it holds what they read:
 * the English name, or the Chinese one where there is no other, and `wuxin:nameEn` keeps the Chinese one until the file is written.
 */
export function readNames(element: ModdleElement, language: Language): Names {
  const inFile = namesInFile(element);
  if (language === 'zh-CN' || !isDrawn(element)) return inFile;
  const { chinese: shown, english: kept } = inFile;
  if (kept === '' || kept === shown) return HAN.test(shown) ? { chinese: shown, english: '' } : { chinese: kept, english: shown };
  return { chinese: kept, english: shown };
}

/** The name that the reader reads. */
export function shownName(element: ModdleElement, language: Language): string {
  const { chinese, english } = readNames(element, language);
  return ((language === 'en-US' ? english : '') || chinese || english).trim();
}

/** A process has no name in its own drawing: it is as in its file. */
const isDrawn = ({ $type }: ModdleElement) => $type !== 'bpmn:Process';

/** Gives an element of an open drawing these names. */
export const nameChange = (element: ModdleElement, names: Names, language: Language): NameAttributes =>
  isDrawn(element) ? nameAttributes(names, language) : nameAttributesInFile(names);

/** The attributes of what is drawn, for {@link readNames}. */
export function nameAttributes({ chinese, english }: Names, language: Language): NameAttributes {
  if (language === 'zh-CN') return { 'name': chinese || undefined, 'wuxin:nameEn': english || undefined };
  // a name without Chinese characters is nobody's Chinese name: who gives it another one changes the only one there is
  const isOnlyName = english === '' && !HAN.test(chinese);
  return { 'name': english || chinese || undefined, 'wuxin:nameEn': isOnlyName ? undefined : chinese || undefined };
}
