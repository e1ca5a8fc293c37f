import { readDocx, DocxError, formatDocxError } from '@wuxin/redaction';
import { badInput, BpmnError, type SentFile } from '@wuxin/plugin-bpmn';

/** What may be attached: by its first bytes and, of a Word file, by what is in it; a name proves nothing. */
const KINDS = [
  { type: 'application/pdf', extensions: ['.pdf'], begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', extensions: ['.png'], begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', extensions: ['.jpg', '.jpeg'], begins: [0xff, 0xd8, 0xff] },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['.docx'],
    begins: [0x50, 0x4b, 0x03, 0x04],
  },
] as const;

export type FileType = (typeof KINDS)[number]['type'];
export const DOCX_FILE: FileType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const PICTURES: readonly FileType[] = ['image/png', 'image/jpeg'];
const NAME_CHARACTERS = 150;

export interface RecognisedFile {
  readonly name: string;
  readonly type: FileType;
  readonly bytes: Buffer;
}

/**
 * What a file is, with its name as it may be kept.
 *
 * @throws bad input `notice.fileEmpty`, `notice.fileName`, `notice.fileType`, `notice.fileUnreadable`
 */
export function recognised({ name, bytes }: SentFile): RecognisedFile {
  if (bytes.length === 0) throw badInput('notice.fileEmpty');
  const kept = name.normalize('NFC').trim();
  if (kept === '' || kept.length > NAME_CHARACTERS || /[/\\\p{Cc}\p{Cf}]|^\./u.test(kept)) throw badInput('notice.fileName');
  const kind = KINDS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  const isNamedSo = kind?.extensions.some((extension) => kept.toLowerCase().endsWith(extension)) ?? false;
  if (!kind || !isNamedSo) throw badInput('notice.fileType');
  if (kind.type === DOCX_FILE) readDocxOr(bytes);
  return { name: kept, type: kind.type, bytes };
}

/** A Word file as the redaction check reads it. @throws bad input `notice.fileUnreadable` */
export function readDocxOr(bytes: Uint8Array): ReturnType<typeof readDocx> {
  try {
    return readDocx(bytes);
  } catch (error) {
    if (!(error instanceof DocxError)) throw error;
    const messages = { 'zh-CN': formatDocxError(error, 'zh-CN'), 'en-US': formatDocxError(error, 'en-US') };
    throw new BpmnError(
      'notice.fileUnreadable',
      400,
      { reason: messages['zh-CN'], reasonEn: messages['en-US'] },
      { cause: error },
    );
  }
}
