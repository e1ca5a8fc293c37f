export { certaintyWords, explainFinding, kindWords, reasonWords } from './words';
export type { RedactionLocale } from './words';
