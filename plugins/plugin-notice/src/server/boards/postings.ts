import { badInput, conflict, engineOf, forbidden, localDateOf, notFound, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticeAct } from '../../common/api';
import { act, type LockedNotice } from '../acts';
import { dropFiles, keepFile, PICTURES, type RecognisedFile } from '../files';
import { periodFrom } from '../period';
import { tellWall } from '../publication';
import type { Who } from '../rights';
import { tables, type NoticeRecord, type PostingRecord } from '../store';

/** What hangs on a board, as it is proven. */
export const isProven = ({ status, photoId }: PostingRecord, { boardProof }: Pick<NoticeRecord, 'boardProof'>): boolean =>
  boardProof === 'twoPeople' ? status === 'confirmed' : status !== 'asked' && photoId !== null;

/** One for each board that a notice needs. */
export function askPostings(tx: Tx, { id: noticeId, boardIds }: Pick<NoticeRecord, 'id' | 'boardIds'>): Promise<void> {
  const nothing = {
    postedOn: null,
    photoId: null,
    takenDownOn: null,
    confirmedById: null,
    confirmedByName: null,
    confirmedAt: null,
  };
  const rows = boardIds.map((boardId): PostingRecord => {
    const id = engineOf(tx.db).newId();
    return { ...nothing, id, noticeId, boardId, status: 'asked', postedById: null, postedByName: null };
  });
  return tables.postings.insert(tx, rows);
}

/** The photo that shows it on the board; a later one replaces it until it is noted as posted. */
export function addPhoto(tx: Tx, who: Who, postingId: string, file: RecognisedFile): Promise<{ id: string }> {
  return onPosting(tx, who, ['noticeNotices:addPhoto', postingId], async (locked, posting) => {
    if (!PICTURES.includes(file.type)) throw badInput('notice.photoType');
    if (posting.status !== 'asked') throw conflict('notice.postedAlready');
    const row = { ...file, ownerId: postingId, purpose: 'photo', addedById: who.actor.userId } as const;
    if (posting.photoId !== null) await dropFiles(tx, [posting.photoId]);
    const { id, sha256 } = await keepFile(tx, row);
    await tables.postings.update(tx, { id: postingId }, { photoId: id });
    locked.note('photoAdded', { boardId: posting.boardId, sha256 });
    return { id };
  });
}

/** It hangs on a board since a day that is not before its approval and not in the future. */
export function notePosted(tx: Tx, who: Who, postingId: string, postedOn: string): Promise<void> {
  return onPosting(tx, who, ['noticeNotices:notePosted', postingId], async (locked, posting) => {
    const { boardProof, approvedAt } = locked.notice;
    if (posting.status !== 'asked') throw conflict('notice.postedAlready');
    if (postedOn > localDateOf(tx.now)) throw badInput('notice.dayInFuture', { day: postedOn });
    if (approvedAt === null || postedOn < localDateOf(approvedAt)) throw badInput('notice.dayBeforeApproval', { day: postedOn });
    if (boardProof === 'photo' && posting.photoId === null) throw conflict('notice.photoMissing');
    const by = { postedById: who.actor.userId, postedByName: who.actor.name };
    await tables.postings.update(tx, { id: postingId }, { status: 'posted', postedOn, ...by });
    locked.note('posted', { boardId: posting.boardId, postedOn });
    await beginWhenEverywhere(tx, locked);
  });
}

/** By somebody else than who posted it. @throws forbidden `notice.ownPosting` */
export function confirmPosting(tx: Tx, who: Who, postingId: string): Promise<void> {
  return onPosting(tx, who, ['noticeNotices:confirmPosting', postingId], async (locked, posting) => {
    if (posting.status === 'asked') throw conflict('notice.notPostedYet');
    if (posting.status === 'confirmed') throw conflict('notice.confirmedAlready');
    const { userId, name } = who.actor;
    if (posting.postedById === userId) throw forbidden('notice.ownPosting');
    const by = { confirmedById: userId, confirmedByName: name, confirmedAt: tx.now };
    await tables.postings.update(tx, { id: postingId }, { status: 'confirmed', ...by });
    locked.note('postingConfirmed', { boardId: posting.boardId });
    await beginWhenEverywhere(tx, locked);
  });
}

/** The paper was taken off the board. */
export function noteTakenDown(tx: Tx, who: Who, postingId: string, takenDownOn: string): Promise<void> {
  return onPosting(tx, who, ['noticeNotices:noteTakenDown', postingId], async (locked, posting) => {
    const { postedOn } = posting;
    if (postedOn === null) throw conflict('notice.notPostedYet');
    if (takenDownOn > localDateOf(tx.now)) throw badInput('notice.dayInFuture', { day: takenDownOn });
    if (takenDownOn < postedOn) throw badInput('notice.dayBeforePosting', { day: takenDownOn });
    await tables.postings.update(tx, { id: posting.id }, { takenDownOn });
    locked.note('paperTakenDown', { boardId: posting.boardId, takenDownOn });
  });
}

async function onPosting<T>(
  tx: Tx,
  who: Who,
  [name, postingId]: readonly [NoticeAct, string],
  work: (locked: LockedNotice, posting: PostingRecord) => Promise<T>,
): Promise<T> {
  const asked = await tables.postings.find(tx, { id: postingId });
  if (!asked) throw notFound('notice.postingNotFound');
  return act(tx, who, [name, asked.noticeId], async (locked) => {
    const posting = await tables.postings.find(tx, { id: postingId }); // as it is now that its notice is locked
    if (!posting) throw notFound('notice.postingNotFound');
    return work(locked, posting);
  });
}

async function beginWhenEverywhere(tx: Tx, locked: LockedNotice): Promise<void> {
  if (locked.notice.status !== 'posting') return;
  const postings = await tables.postings.select(tx, { noticeId: locked.notice.id });
  if (!postings.every((posting) => isProven(posting, locked.notice))) return;
  locked.change(await periodFrom(tx, locked.notice, postings.flatMap(({ postedOn }) => postedOn ?? []))); // prettier-ignore
  const { startsOn, endsOn } = locked.notice;
  locked.note('periodBegan', { startsOn, endsOn });
  await tellWall(tx, locked.notice);
}
