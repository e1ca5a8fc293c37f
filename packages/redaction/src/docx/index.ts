export { DOCX_LIMITS } from './archive';
export { DocxError } from './errors';
export type { DocxCode } from './errors';
export { formatDocxError } from './messages';
export type { UncheckedContent } from './parts';
export { readDocx } from './read';
export type { DocxText, Unchecked } from './read';
export { redactDocx } from './write';
