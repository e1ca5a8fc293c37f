import multer from '@koa/multer';
import type { ActionContext } from './context';
import { rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname } from 'node:path';
import { badInput } from '../runtime/errors';

const MAX_BYTES = 20 * 1024 * 1024;
/** What a case needs: documents, pictures, sound. Nothing that a browser or a clerk's desktop would run. */
const ALLOWED = new Set(
  '.pdf .doc .docx .xls .xlsx .ppt .pptx .wps .et .ofd .txt .csv .jpg .jpeg .png .gif .webp .bmp .heic .mp3 .m4a .wav .mp4 .zip'.split(
    ' ',
  ),
);

/** @param extension with its dot, in small letters */
export const isAllowedFile = (extension: string): boolean => ALLOWED.has(extension);

export interface ReceivedFile {
  readonly path: string;
  /** Name without extension, as people read it. */
  readonly title: string;
  readonly discard: () => Promise<void>;
}

/** Reads the multipart field `file` into a temporary file. @throws bad input `file.tooLarge` | `file.typeNotAllowed` | `file.missing` */
export async function receiveFile(context: ActionContext): Promise<ReceivedFile> {
  const upload = multer({ dest: tmpdir(), limits: { fileSize: MAX_BYTES, files: 1, fields: 5 } }).single('file');
  try {
    await upload(context as never, async () => undefined); // NocoBase's context is a Koa context
  } catch (cause) {
    const isTooLarge = (cause as { code?: unknown }).code === 'LIMIT_FILE_SIZE';
    throw badInput(isTooLarge ? 'file.tooLarge' : 'file.missing', { maximumMegabytes: MAX_BYTES / 1024 / 1024 }, cause);
  }
  const { file } = context as unknown as { file?: { path: string; originalname: string } };
  if (!file) throw badInput('file.missing');
  return withExtension(file);
}

/** The storage names files by their path, so the temporary file takes the extension of the original. */
async function withExtension({ path, originalname }: { path: string; originalname: string }): Promise<ReceivedFile> {
  // browsers send UTF-8 names, multipart parsers read them as latin1
  const name = Buffer.from(originalname, 'latin1').toString('utf8');
  const extension = extname(name).toLowerCase();
  if (!isAllowedFile(extension)) {
    await rm(path, { force: true });
    throw badInput('file.typeNotAllowed', { extension });
  }
  const named = `${path}${extension}`;
  await rename(path, named);
  return {
    path: named,
    title: name.slice(0, name.length - extension.length).slice(0, 200),
    discard: () => rm(named, { force: true }),
  };
}
