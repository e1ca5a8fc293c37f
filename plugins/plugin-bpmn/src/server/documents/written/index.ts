export type { DocxBlock } from './blocks';
export { docxOf } from './docx-of';
