export { check, DEFAULT_FIELD_CLASSES, redact } from './check';
export type { CheckOptions } from './check';
export { textAt } from './document';
export type { Block, NoticeDocument, Span, TableBlock, TableCell, TextBlock, TextPlace, TextSource } from './document';
export { DOCX_LIMITS, DocxError, formatDocxError, readDocx, redactDocx } from './docx';
export type { DocxCode, DocxText, Unchecked, UncheckedContent } from './docx';
export type { FieldRule, FindingKind, FindingReason, KnownName, RedactionFinding } from './find';
export { certaintyWords, explainFinding, kindWords, reasonWords } from './words';
export type { RedactionLocale } from './words';
