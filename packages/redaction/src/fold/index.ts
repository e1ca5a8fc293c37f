export { GAP, RARE_HAN } from './characters';
export { digitOf, lookalikeOf, smallNumber, styleOf } from './digits';
export type { DigitStyle } from './digits';
export { foldTexts } from './fold';
export type { FoldedText } from './fold';
