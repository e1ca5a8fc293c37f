export { docxOf, paragraph, type Parts, relations, table } from './docx';
