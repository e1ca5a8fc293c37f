export { DOCX_TYPE, type DocxFile, LIMITS, readDocx } from './package';
export { marksOf, render } from './render';
