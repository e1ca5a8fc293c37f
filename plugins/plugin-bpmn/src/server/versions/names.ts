import { findElement, type Graph } from '@wuxin/bpmn-core';
import type { Locale } from '../runtime/texts';

/** A case as a reader of this language knows it. */
export const caseTitleIn = (
  locale: Locale,
  { title, titleEn }: { readonly title: string; readonly titleEn: string | null },
): string => (locale === 'en-US' ? (titleEn ?? title) : title);

interface Named {
  readonly name: string;
  readonly nameEn: string | undefined;
}

/**
 * A name that a row keeps, in the reader's language: in English where the row's version says it in English, otherwise as it
 * was stored. Rows never keep a second language of a name: the version that they point to does not change any more.
 */
export function nameIn(locale: Locale, stored: string, known: Named | undefined): string {
  return locale === 'en-US' && known?.name === stored ? (known.nameEn ?? stored) : stored;
}

/** @param stored the name that a task, history row or incident keeps, or the element's own */
export function elementNameIn(locale: Locale, graph: Graph, elementId: string, stored: string): string {
  const element = findElement(graph, elementId);
  return nameIn(locale, stored, element && { name: element.name ?? element.id, nameEn: element.settings.nameEn });
}

/** @param stored the name that an instance keeps of its process */
export function processNameIn(locale: Locale, graph: Graph, processKey: string, stored: string): string {
  const process = graph.processes[processKey];
  return nameIn(locale, stored, process && { name: process.name ?? process.id, nameEn: process.settings.nameEn });
}
