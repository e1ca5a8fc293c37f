export { catalogueOf } from './catalogue';
export { DOCX_TYPE, readDocx } from './docx';
export { documentsOf, fileNameOf, type PrintedDocument, printDocument, type ReadCase } from './documents';
export type { Placeholder } from './placeholders';
export {
  ADDED,
  checkTemplates,
  fileOf,
  freezeTemplates,
  type GivenTemplate,
  inheritTemplates,
  isAdded,
  keepTemplate,
  templateProblems,
  templatesOf,
} from './templates';
export { type DocxBlock, docxOf } from './written';
