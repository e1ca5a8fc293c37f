import { badInput, notFound, type PrintedDocument, type Tx } from '@wuxin/plugin-bpmn';
import { act, mustSee } from '../acts';
import type { Who } from '../rights';
import { tables } from '../store';
import { attachmentsOf, bytesOf, dropFiles, keepFile } from './store';
import type { RecognisedFile } from './type-of';

const MEGABYTE = 1024 * 1024;
/** Of one file. */
export const MAX_FILE_BYTES = 10 * MEGABYTE;
/** Of all attachments of one notice. */
const MAX_NOTICE_BYTES = 20 * MEGABYTE;
const MAX_FILES = 20;

/** Adds an attachment. Nothing is kept of a file that is refused. */
export function addFile(tx: Tx, who: Who, noticeId: string, file: RecognisedFile): Promise<{ id: string }> {
  return act(tx, who, ['noticeNotices:addFile', noticeId], async (locked) => {
    const before = await attachmentsOf(tx, noticeId);
    const total = before.reduce((sum, { size }) => sum + size, file.bytes.length);
    if (total > MAX_NOTICE_BYTES) throw badInput('notice.filesTooLarge', { maximumMegabytes: MAX_NOTICE_BYTES / MEGABYTE });
    if (before.length >= MAX_FILES) throw badInput('notice.filesTooMany', { maximum: MAX_FILES });
    if (before.some(({ name }) => name === file.name)) throw badInput('notice.fileTwice');
    const row = { ...file, ownerId: noticeId, purpose: 'attachment', addedById: who.actor.userId } as const;
    const { id, sha256 } = await keepFile(tx, row);
    locked.note('fileAdded', { fileId: id, sha256 });
    return { id };
  });
}

export function removeFile(tx: Tx, who: Who, noticeId: string, fileId: string): Promise<void> {
  return act(tx, who, ['noticeNotices:removeFile', noticeId], async (locked) => {
    const file = await tables.files.find(tx, { id: fileId, ownerId: noticeId, purpose: 'attachment' });
    if (!file) throw notFound('notice.fileNotFound');
    await dropFiles(tx, [fileId]);
    locked.note('fileRemoved', { fileId });
  });
}

/** An attachment of a notice, or the photo of one of its postings, for its staff. @throws not found `notice.fileNotFound` */
export async function readFile(tx: Tx, who: Who, noticeId: string, fileId: string): Promise<PrintedDocument> {
  await mustSee(tx, who, noticeId);
  const file = await tables.files.find(tx, { id: fileId });
  const isOfPosting = file?.purpose === 'photo' && (await tables.postings.count(tx, { id: file.ownerId, noticeId })) > 0;
  const content = (await bytesOf(tx, [fileId])).get(fileId);
  if (!file || !content || !(file.ownerId === noticeId || isOfPosting)) throw notFound('notice.fileNotFound');
  return { content, fileName: file.name, type: file.type };
}
