import { localDateOf, notFound, placesOf, type PrintedDocument, type Tx } from '@wuxin/plugin-bpmn';
import type { PublicNotice } from '../../common/api';
import { attachmentsOf, bytesOf } from '../files';
import { kindOf } from '../kinds';
import { tables, type NoticeRecord } from '../store';

export const ON_THE_WALL = ['posting', 'running', 'ended'] as const;

const isOnTheWall = ({ status, takenDownAt, wallToken }: NoticeRecord): boolean =>
  wallToken !== null && takenDownAt === null && ON_THE_WALL.some((one) => one === status);

/**
 * Exactly what may be public of a notice: no person who works on it, no id, nothing of objections. Undefined: nothing (any more).
 */
export async function publicNotice(tx: Tx, id: string): Promise<PublicNotice | undefined> {
  const notice = await tables.notices.find(tx, { id });
  if (!notice || !isOnTheWall(notice) || notice.wallToken === null || notice.publishedAt === null) return undefined;
  const kind = await kindOf(tx, notice.kindKey);
  const [place] = notice.placeId === null ? [] : await placesOf(tx.db).find(tx, [notice.placeId]);
  const files = await attachmentsOf(tx, id);
  const before = notice.previousId === null ? undefined : await tables.notices.find(tx, { id: notice.previousId });
  return {
    token: notice.wallToken,
    number: notice.number,
    kindKey: notice.kindKey,
    kindTitle: kind?.title ?? { 'zh-CN': notice.kindKey, 'en-US': notice.kindKey },
    form: notice.form,
    title: notice.title,
    body: notice.body,
    place: place ? { id: place.id, name: place.name } : null,
    publishedOn: localDateOf(notice.publishedAt),
    startsOn: notice.startsOn,
    endsOn: notice.endsOn,
    keepUntilOn: notice.keepUntilOn,
    isOver: notice.status === 'ended',
    takesObjections: notice.takesObjections && notice.status !== 'ended',
    correctsNumber: before?.number ?? null,
    files: files.map(({ id: fileId, name, type, size, sha256 }) => ({ id: fileId, name, type, size, sha256 })),
    contentHash: notice.contentHash ?? '',
  };
}

/** An attachment of a notice that is on the wall. @throws not found `notice.fileNotFound` */
export async function publicFile(tx: Tx, wallToken: string, fileId: string): Promise<PrintedDocument> {
  const notice = await tables.notices.find(tx, { wallToken });
  const isPublic = notice !== undefined && isOnTheWall(notice);
  const file = isPublic ? await tables.files.find(tx, { id: fileId, ownerId: notice.id, purpose: 'attachment' }) : undefined;
  const content = file && (await bytesOf(tx, [fileId])).get(fileId);
  if (!file || !content) throw notFound('notice.fileNotFound');
  return { content, fileName: file.name, type: file.type };
}
