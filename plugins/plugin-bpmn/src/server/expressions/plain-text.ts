import type { Json } from '@wuxin/bpmn-core';

/** A FEEL result where a text is wanted: numbers and truth values in words, nothing for lists and contexts. */
export function plainText(value: Json): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}
