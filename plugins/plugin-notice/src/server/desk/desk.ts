import { BpmnError, localDateOf, placesOf, type Locale, type Tx } from '@wuxin/plugin-bpmn';
import type { CheckSummary, NoticeDesk, PersonRef, PostingView } from '../../common/api';
import { mayDo, mustSee } from '../acts';
import { isProven } from '../boards';
import { contentDigest } from '../check';
import { attachmentsOf, fileView } from '../files';
import { noticeJournal } from '../journal';
import { mustBeKind, numbersAt, objectionsOf } from '../notices';
import { endOfPeriod } from '../period';
import { wallOf } from '../publication';
import type { Who } from '../rights';
import { tables, type BoardRecord, type FileRecord, type NoticeRecord, type PostingRecord } from '../store';

/** Everything that the desk of a notice shows: as many statements however much there is. */
export async function noticeDesk(tx: Tx, who: Who, id: string, locale: Locale): Promise<NoticeDesk> {
  const { notice, staff, posts } = await mustSee(tx, who, id);
  const kind = await mustBeKind(tx, notice.kindKey);
  const { minimum } = await numbersAt(tx, kind, notice.placeId);
  const files = await attachmentsOf(tx, id);
  const [place] = notice.placeId === null ? [] : await placesOf(tx.db).find(tx, [notice.placeId]);
  return {
    ...facts(notice),
    kindTitle: kind.title,
    place: place ? { id: place.id, name: place.name } : null,
    minimum,
    staff: staff.map(({ userId, name, post }) => ({ id: userId, name, post })),
    may: mayDo(who, posts, notice),
    files: files.map(fileView),
    postings: await postingsOf(tx, notice),
    check: checkOf(notice, files),
    approvedBy: personOf(notice.approvedById, notice.approvedByName),
    wallPath: notice.wallToken === null || notice.takenDownAt !== null ? null : wallOf(tx.db).pathOf(notice.wallToken),
    today: localDateOf(tx.now),
    expected: await expectedOf(tx, notice),
    objections: await objectionsOf(tx.db).to(tx, id),
    ...(await neighboursOf(tx, notice)),
    journal: await noticeJournal(tx, id, locale),
  };
}

/** What publishing it today, or noting its last posting today, would come to. */
async function expectedOf(tx: Tx, notice: NoticeRecord): Promise<NoticeDesk['expected']> {
  if (notice.status !== 'approved' && notice.status !== 'posting') return null;
  const startsOn = localDateOf(tx.now);
  try {
    return { startsOn, endsOn: await endOfPeriod(tx, notice, startsOn) };
  } catch (error) {
    if (error instanceof BpmnError && error.code === 'notice.calendarMissing') return null;
    throw error;
  }
}

/** What the page shows as it is stored. */
function facts({ check, knownNames, wallToken, placeId, previousId, tokenId, ...notice }: NoticeRecord) {
  const { returnsUpheld, affectedSteps, approvedById, approvedByName, createdById, createdByName, createdAt, ...shown } = notice;
  return shown;
}

const personOf = (id: number | null, name: string | null): PersonRef | null => (id === null ? null : { id, name: name ?? '' });

function checkOf(notice: NoticeRecord, files: readonly FileRecord[]): CheckSummary | null {
  if (notice.check === null) return null;
  const { digest, checkedById, checkedByName, ...record } = notice.check;
  const checkedBy = { id: checkedById, name: checkedByName };
  return { ...record, checkedBy, isCurrent: digest === contentDigest(notice, files) };
}

async function postingsOf(tx: Tx, notice: NoticeRecord): Promise<PostingView[]> {
  const rows = await tables.postings.select(tx, { noticeId: notice.id }, { order: [['id', 'ASC']] });
  const ids = [...new Set(rows.map(({ boardId }) => boardId))];
  const boards = new Map((await tables.boards.select(tx, { id: ids })).map((board) => [board.id, board]));
  return rows.map((row) => postingView(row, boards.get(row.boardId), notice));
}

const postingView = (row: PostingRecord, board: BoardRecord | undefined, notice: NoticeRecord): PostingView => ({
  id: row.id,
  boardId: row.boardId,
  boardName: board?.name ?? '',
  boardAddress: board?.address ?? '',
  status: row.status,
  isProven: isProven(row, notice),
  postedOn: row.postedOn,
  photoId: row.photoId,
  postedBy: personOf(row.postedById, row.postedByName),
  confirmedBy: personOf(row.confirmedById, row.confirmedByName),
  confirmedAt: row.confirmedAt,
  takenDownOn: row.takenDownOn,
});

async function neighboursOf(tx: Tx, { id, previousId }: NoticeRecord): Promise<Pick<NoticeDesk, 'previous' | 'next'>> {
  const either = { previousId: id };
  const [next] = await tables.notices.selectColumns(tx, ['id', 'number'], either, { order: [['createdAt', 'DESC']], limit: 1 });
  const [previous] = previousId === null ? [] : await tables.notices.selectColumns(tx, ['id', 'number'], { id: previousId }, {});
  return { previous: previous ?? null, next: next ?? null };
}
