import { badInput } from '@wuxin/plugin-bpmn';

/** Characters that people write with, and nothing that a page, a terminal or another reader takes for a command. Markup is text like any other. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cs}|[\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu, '')
    .trim();
}

/** The same on one line. */
export const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ');

/** As people count characters. */
export const lengthOf = (text: string): number => [...text].length;

const LEAST = 10;
const MOST = 5_000;

/** @throws bad input `objection.textLength` */
export function textIn(text: string): string {
  const plain = plainText(text);
  const length = lengthOf(plain);
  if (length < LEAST || length > MOST) throw badInput('objection.textLength', { least: LEAST, most: MOST });
  return plain;
}
