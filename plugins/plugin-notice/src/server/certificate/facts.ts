import { conflict, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { Localized, ObjectionsSummary } from '../../common/api';
import { mustSee, type SeenNotice } from '../acts';
import { attachmentsOf } from '../files';
import { journal } from '../journal';
import { mustBeKind, objectionsOf } from '../notices';
import { wallOf } from '../publication';
import type { Who } from '../rights';
import { tables, type BoardRecord, type FileRecord, type PostingRecord } from '../store';

/** What a certificate and a printed sheet say, read in one moment. */
export interface PrintedFacts extends SeenNotice {
  readonly kindTitle: Localized;
  readonly placeName: string | null;
  readonly files: readonly FileRecord[];
  readonly postings: readonly { readonly posting: PostingRecord; readonly board: BoardRecord | undefined }[];
  readonly objections: ObjectionsSummary;
  /** With its host where the caller said it. */
  readonly wallAddress: string;
  readonly journalHead: { readonly sequence: number; readonly hash: string };
}

/** @throws not found `notice.notFound`; conflict `notice.notPublishedYet` */
export async function printedFacts(
  tx: Tx,
  who: Who,
  { id, origin = '' }: { readonly id: string; readonly origin?: string },
): Promise<PrintedFacts> {
  const seen = await mustSee(tx, who, id);
  const { notice } = seen;
  if (notice.publishedAt === null || notice.wallToken === null) throw conflict('notice.notPublishedYet');
  const [place] = notice.placeId === null ? [] : await placesOf(tx.db).find(tx, [notice.placeId]);
  const postings = await tables.postings.select(tx, { noticeId: id }, { order: [['id', 'ASC']] });
  const boards = await tables.boards.select(tx, { id: postings.map(({ boardId }) => boardId) });
  const head = (await journal.rowsOf(tx, id)).at(-1);
  return {
    ...seen,
    kindTitle: (await mustBeKind(tx, notice.kindKey)).title,
    placeName: place?.name ?? null,
    files: await attachmentsOf(tx, id),
    postings: postings.map((posting) => ({ posting, board: boards.find((board) => board.id === posting.boardId) })),
    objections: await objectionsOf(tx.db).to(tx, id),
    wallAddress: `${origin}${wallOf(tx.db).pathOf(notice.wallToken)}`,
    journalHead: { sequence: head?.sequence ?? 0, hash: head?.hash ?? '' },
  };
}
