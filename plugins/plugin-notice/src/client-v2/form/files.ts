import type { FileView } from '../../common/api';
import type { TextKey } from '../i18n';

const MEGABYTE = 1024 * 1024;
export const FILE_MEGABYTES = 10;
export const ALL_MEGABYTES = 20;
export const MOST_FILES = 20;
export const ACCEPTED = '.pdf,.docx,.jpg,.jpeg,.png';
const NAME = /\.(pdf|docx|jpe?g|png)$/i;

/** A file that is not kept yet, with what stands against it. */
export interface NewFile {
  readonly file: File;
  readonly problem: string | null;
}

/** What the server would refuse it for, as far as that is seen before it is sent. */
export function problemOf(file: File, kept: readonly FileView[], others: readonly NewFile[]): TextKey | null {
  if (!NAME.test(file.name)) return 'noticeForm.fileType';
  if (file.size === 0) return 'noticeForm.fileEmpty';
  if (file.size > FILE_MEGABYTES * MEGABYTE) return 'noticeForm.fileTooLarge';
  if ([...kept.map(({ name }) => name), ...others.map((one) => one.file.name)].includes(file.name)) return 'noticeForm.fileTwice';
  if (kept.length + others.length >= MOST_FILES) return 'noticeForm.filesTooMany';
  const total = [...kept.map(({ size }) => size), ...others.map((one) => one.file.size)].reduce(
    (sum, size) => sum + size,
    file.size,
  );
  return total > ALL_MEGABYTES * MEGABYTE ? 'noticeForm.filesTooLarge' : null;
}

export const inMegabytes = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
