export { analyse } from './analyse';
export type { Analysis, ReadingContext } from './analyse';
export { checkFeel, namesUsed, parametersUsed } from './check';
export type { CheckOptions } from './check';
