export { rewritten, tableIn, type Language } from './languages';
