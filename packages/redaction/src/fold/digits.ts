const CHINESE = new Map<string, number>([
  ['〇', 0],
  ['零', 0],
  ['○', 0],
  ['◯', 0],
  ['洞', 0],
  ['一', 1],
  ['壹', 1],
  ['幺', 1],
  ['弌', 1],
  ['二', 2],
  ['贰', 2],
  ['貳', 2],
  ['弍', 2],
  ['两', 2],
  ['三', 3],
  ['叁', 3],
  ['參', 3],
  ['叄', 3],
  ['弎', 3],
  ['四', 4],
  ['肆', 4],
  ['五', 5],
  ['伍', 5],
  ['六', 6],
  ['陆', 6],
  ['陸', 6],
  ['七', 7],
  ['柒', 7],
  ['拐', 7],
  ['八', 8],
  ['捌', 8],
  ['九', 9],
  ['玖', 9],
  ['勾', 9],
]);

/** How a digit is written; where that changes a number may end. */
export type DigitStyle = 'arabic' | 'chinese';

/** The value of a digit in folded text, or -1. */
export function digitOf(char: string): number {
  const code = char.charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 48;
  return code < 128 ? -1 : (CHINESE.get(char) ?? -1);
}

export const styleOf = (char: string): DigitStyle => (char.charCodeAt(0) < 128 ? 'arabic' : 'chinese');

/** Letters that look like digits; only meant as such among digits. */
export function lookalikeOf(char: string): number {
  if (char === 'O' || char === 'o') return 0;
  return char === 'l' || char === 'I' ? 1 : -1;
}

/** A number up to 99 in digits or Chinese numerals (`十二`, `二〇`, `12`), or null. */
export function smallNumber(text: string): number | null {
  const chars = [...text];
  const ten = chars.findIndex((char) => char === '十' || char === '拾');
  if (ten < 0) {
    const digits = chars.map(digitOf);
    return digits.length === 0 || digits.length > 3 || digits.includes(-1) ? null : Number(digits.join(''));
  }
  const before = chars.slice(0, ten);
  const after = chars.slice(ten + 1);
  if (before.length > 1 || after.length > 1) return null;
  const tens = before[0] === undefined ? 1 : digitOf(before[0]);
  const ones = after[0] === undefined ? 0 : digitOf(after[0]);
  return tens < 0 || ones < 0 ? null : tens * 10 + ones;
}
