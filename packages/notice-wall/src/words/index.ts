export { dayInWords, WALL_LOCALES, wordsOf, type WallLocale, type Words } from './words';
export type { WordKey } from './zh';
