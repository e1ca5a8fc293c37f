import { docxOf } from '@wuxin/plugin-bpmn';

export const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const wordFile = (...texts: readonly string[]): Buffer => docxOf(texts.map((text) => ({ kind: 'paragraph', text })));
