export { docxOf, paragraph, type Parts, readText, relations, table } from './docx';
