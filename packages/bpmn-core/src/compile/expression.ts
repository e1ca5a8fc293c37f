import { childOf, textOf, type ModdleElement } from '../parse';

/** The text of an expression child such as `conditionExpression`. */
export function expressionOf(source: ModdleElement, property: string): string | null {
  const child = childOf(source, property);
  return child ? textOf(child, 'body') : textOf(source, property);
}

/** Where only FEEL is possible the `=` may be left out. */
export function conditionOf(source: ModdleElement, property: string): string | null {
  const text = expressionOf(source, property);
  return text === null ? null : feelOf(text);
}

export function feelOf(text: string): string {
  return text.startsWith('=') ? text.slice(1).trim() : text;
}
