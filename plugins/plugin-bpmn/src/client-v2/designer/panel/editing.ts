import type { ModdleElement } from '@wuxin/bpmn-core';
import type { DesignOptions } from '../../../common/api';
import { said, type ElementChange, type ExtensionType, type Item } from '../settings';

/** What every part of the panel gets: an element of the drawing, what can be chosen, and the one way to change it. */
export interface PartProps {
  element: ModdleElement;
  options: DesignOptions;
  change: (element: ModdleElement, change: ElementChange) => void;
}

type Attributes = Readonly<Record<string, string | boolean | number | undefined>>;

export const setting = (values: Attributes): ElementChange => ({ set: 'attributes', values });
export const listing = (type: ExtensionType, items: readonly Item[]): ElementChange => ({ set: 'extensions', type, items });

/** The list with one entry replaced, taken away or moved. */
export const replaced = <T>(list: readonly T[], at: number, item: T): readonly T[] =>
  list.map((one, index) => (index === at ? item : one));
export const without = <T>(list: readonly T[], at: number): readonly T[] => list.filter((_, index) => index !== at);
export function movedUp<T>(list: readonly T[], at: number): readonly T[] {
  const item = list[at];
  return at <= 0 || item === undefined ? list : [...list.slice(0, at - 1), item, ...without(list, at).slice(at - 1)];
}

/** A key for something new that none of these has: `outcome1`, `outcome2` … */
export function freeKey(stem: string, taken: readonly Item[]): string {
  const known = new Set(taken.map((item) => said(item, 'key')));
  let number = known.size + 1;
  while (known.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}
