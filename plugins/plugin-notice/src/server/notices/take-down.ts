import { conflict, engineOf, type ActorOrSystem, type Tx } from '@wuxin/plugin-bpmn';
import { act, changeNotice, type LockedNotice } from '../acts';
import { disclosureTakenDown } from '../disclosures';
import { attachmentsOf, bytesOf } from '../files';
import { moveCollections } from '../opinions';
import { tellWall } from '../publication';
import type { Who } from '../rights';
import { tables, type NoticeRecord } from '../store';
import { createNotice } from './draft';
import { noticeEnded } from './ended';
import { mustBeKind, numbersAt } from './numbers';
import { reasonIn } from './reason';

/** It was posted by mistake. A case that waits for it waits for a new draft; one that has ended is only gone from the wall. */
export async function takeDown(tx: Tx, who: Who, id: string, reason: string): Promise<{ nextId: string | null }> {
  const taken = await act(tx, who, ['noticeNotices:takeDown', id], async (locked) => {
    const said = reasonIn(reason);
    if (locked.notice.takenDownAt !== null) throw conflict('notice.takenDownAlready');
    const isOver = locked.notice.status === 'ended';
    const isAwaited = !isOver && locked.notice.tokenId !== null;
    const nextId = isAwaited ? await redraft(tx, locked, who.actor) : null;
    locked.change({ takenDownAt: tx.now, ...(isOver ? {} : { status: 'withdrawn', endedAt: tx.now, knownNames: null }) });
    locked.note('takenDown', { reason: said });
    await tellWall(tx, locked.notice);
    return { nextId };
  });
  await disclosureTakenDown(tx, id);
  return taken;
}

/** The text is put right and posted anew, for its whole period. */
export function correctNotice(tx: Tx, who: Who, id: string, reason: string): Promise<{ nextId: string | null }> {
  return act(tx, who, ['noticeNotices:correct', id], (locked) =>
    correct(tx, locked, { by: who.actor, reason, affectedStep: null, isUpheld: false }),
  );
}

export interface Upheld {
  readonly noticeId: string;
  /** Kept in the journal: nothing of whoever objected. */
  readonly reason: string;
  /** The step of the process that is concerned; null: the text only. */
  readonly affectedStep: string | null;
  /** False: only the text has to be corrected, which no process goes back for. Default true. */
  readonly isUpheld?: boolean;
}

/**
 * Part of a command by which an objection is upheld, or the text is to be corrected: the notice is taken down, and a new draft stands for it; or the
 * process goes on at once with what was upheld, if it asked for that.
 *
 * @throws conflict `notice.notNow`: it is not posted (any more)
 */
export function withdrawForCorrection(
  tx: Tx,
  by: ActorOrSystem,
  { noticeId, reason, affectedStep, isUpheld = true }: Upheld,
): Promise<{ nextId: string | null }> {
  return changeNotice(tx, by, noticeId, (locked) => {
    const { status } = locked.notice;
    if (status !== 'posting' && status !== 'running') throw conflict('notice.notNow', { status });
    return correct(tx, locked, { by, reason, affectedStep, isUpheld });
  });
}

async function correct(
  tx: Tx,
  locked: LockedNotice,
  { by, reason, affectedStep, isUpheld }: Required<Omit<Upheld, 'noticeId'>> & { readonly by: ActorOrSystem },
): Promise<{ nextId: string | null }> {
  const said = reasonIn(reason);
  const { tokenId, returnsUpheld } = locked.notice;
  const goesBack = isUpheld && tokenId !== null && returnsUpheld;
  const nextId = goesBack ? null : await redraft(tx, locked, by);
  const outcome = isUpheld ? ('upheld' as const) : null;
  locked.change({ status: 'withdrawn', endedAt: tx.now, takenDownAt: tx.now, outcome, knownNames: null });
  locked.note('withdrawn', { reason: said, affectedStep, nextId });
  await tellWall(tx, locked.notice);
  if (goesBack) await noticeEnded(tx.db).tell(tx, { notice: locked.notice, affectedStep, by });
  return { nextId };
}

/** A draft with the same text, people, boards and files, for which the case waits from now on. It has to be checked anew. */
async function redraft(tx: Tx, locked: LockedNotice, by: ActorOrSystem): Promise<string> {
  const { notice } = locked;
  const staff = (await locked.staff()).map(({ userId, post }) => ({ userId, post }));
  const boards = await tables.boards.select(tx, { id: [...notice.boardIds], isInUse: true });
  const { minimum } = await numbersAt(tx, await mustBeKind(tx, notice.kindKey), notice.placeId);
  const periodDays = Math.max(notice.periodDays, minimum?.days ?? 0);
  const asked = { ...notice, periodDays, staff, boardIds: boards.map(({ id }) => id), previousId: notice.id };
  const { id } = await createNotice(tx, by, asked);
  await copyFiles(tx, notice, id);
  locked.change({ tokenId: null });
  await moveCollections(tx, by, { from: notice.id, to: id });
  return id;
}

async function copyFiles(tx: Tx, { id: from }: NoticeRecord, ownerId: string): Promise<void> {
  const files = (await attachmentsOf(tx, from)).map((file) => ({ before: file.id, row: { ...file, ownerId, id: engineOf(tx.db).newId() } })); // prettier-ignore
  const bytes = await bytesOf(tx, files.map(({ before }) => before)); // prettier-ignore
  await tables.files.insert(tx, files.map(({ row }) => row)); // prettier-ignore
  await tables.fileBytes.insert(tx, files.map(({ before, row }) => ({ id: row.id, bytes: bytes.get(before)?.toString('base64') ?? '' }))); // prettier-ignore
}

const UNPUBLISHED = ['draft', 'submitted', 'approved'] as const;

/** Part of a command that no longer needs a notice, whatever it is at; nobody is told, since whoever waited does this. */
export async function dropNotice(tx: Tx, by: ActorOrSystem, { id, reason }: { id: string; reason: string }): Promise<void> {
  await changeNotice(tx, by, id, async (locked) => {
    const { status } = locked.notice;
    const isDraft = UNPUBLISHED.some((one) => one === status);
    if (!isDraft && status !== 'posting' && status !== 'running') return;
    const over = { endedAt: tx.now, knownNames: null };
    locked.change(isDraft ? { ...over, status: 'cancelled' } : { ...over, status: 'withdrawn', takenDownAt: tx.now });
    locked.note(isDraft ? 'cancelled' : 'takenDown', { reason });
    if (!isDraft) await tellWall(tx, locked.notice);
  });
}
