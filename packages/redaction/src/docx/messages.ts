import type { DocxCode, DocxError } from './errors';
import type { RedactionLocale } from '../words';

const MESSAGES: { readonly [locale in RedactionLocale]: { readonly [code in DocxCode]: string } } = {
  'zh-CN': {
    'docx.tooLarge': 'Word 文件过大：文件不超过 {maximumMegabytes} MB，解压后也有上限。',
    'docx.notDocx': '这不是 .docx 文件，或者文件已损坏、已加密。请用 Word 另存为 .docx 后再上传。',
    'docx.macros': 'Word 文件含有宏或控件，不能公开。请另存为不含宏的 .docx。',
    'docx.unsafeXml': 'Word 文件的内容无法安全读取（{part}：{problem}）。请用 Word 另存后再上传。',
  },
  'en-US': {
    'docx.tooLarge': 'The Word file is too large: at most {maximumMegabytes} MB, and what it unpacks to is limited too.',
    'docx.notDocx': 'This is no .docx file, or it is damaged or encrypted. Save it as .docx with Word and upload it again.',
    'docx.macros': 'The Word file has macros or controls and cannot be published. Save it as a .docx without macros.',
    'docx.unsafeXml':
      'What is in the Word file cannot be read safely ({part}: {problem}). Save it anew with Word and upload it again.',
  },
};

/** The sentence for an error. */
export function formatDocxError({ code, data }: Pick<DocxError, 'code' | 'data'>, locale: RedactionLocale): string {
  return MESSAGES[locale][code].replace(/\{(\w+)\}/g, (_, key: string) => String(data[key] ?? ''));
}
