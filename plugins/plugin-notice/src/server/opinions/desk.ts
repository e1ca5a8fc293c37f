import { localDateOf, notFound, type Locale, type Tx } from '@wuxin/plugin-bpmn';
import type {
  CollectionList,
  CollectionListQuery,
  CollectionRow,
  CollectionView,
  OpinionCounts,
  OpinionList,
  OpinionListQuery,
  PlaceRef,
} from '../../common/api';
import { masked } from '../intake';
import { journal, journalLines } from '../journal';
import { placeRefs } from '../objections';
import type { Who } from '../rights';
import { tables, type CollectionRecord, type OpinionRecord, type StaffRecord } from '../store';
import { mayDo } from './locked-collection';
import { countsOf, countsOfAll } from './sort';
import { collectionPage } from './store';

const PAGE = 20;

/** Collections whose announcement the reader staffs; of administrators, and whoever takes things at the window, all. */
export async function listCollections(tx: Tx, who: Who, query: CollectionListQuery): Promise<CollectionList> {
  const { rows, total } = await collectionPage(tx, seesAll(who) ? null : who.actor.userId, query);
  const counts = await countsOfAll(tx, rows.map(({ id }) => id)); // prettier-ignore
  const places = await placeRefs(tx, rows.flatMap(({ placeId }) => placeId ?? [])); // prettier-ignore
  return { mayBegin: who.mayDraft, total, rows: rows.map((row) => rowView(row, counts.get(row.id), places)) };
}

const seesAll = ({ isAdministrator, mayReceive }: Who): boolean => isAdministrator || mayReceive;

function rowView(
  { id, number, title, noticeId, placeId, status, opensOn, closesOn }: CollectionRecord,
  counts: OpinionCounts = { total: 0, received: 0, adopted: 0, partly: 0, declined: 0 },
  places: ReadonlyMap<string, PlaceRef>,
): CollectionRow {
  const place = placeId === null ? null : (places.get(placeId) ?? null);
  return { id, number, title, noticeId, place, status, opensOn, closesOn, counts };
}

/** @throws not found `opinion.collectionNotFound` */
export async function viewCollection(tx: Tx, who: Who, id: string, locale: Locale): Promise<CollectionView> {
  const { collection, staff } = await read(tx, who, id);
  const { instanceId, feedback, feedbackNoticeId, revision, placeId } = collection;
  return {
    ...rowView(collection, await countsOf(tx, id), await placeRefs(tx, placeId === null ? [] : [placeId])),
    instanceId,
    feedback,
    feedbackNoticeId,
    revision,
    journal: journalLines(await journal.rowsOf(tx, id), locale),
    may: mayDo(who, collection, staff),
  };
}

/** By their numbers; who gave one is not in it, and words that tell are left out for everybody but whoever decides. */
export async function listOpinions(tx: Tx, who: Who, id: string, query: OpinionListQuery): Promise<OpinionList> {
  const { staff } = await read(tx, who, id);
  const isDeciding = staff.some(({ userId, post }) => userId === who.actor.userId && post === 'decider');
  const { status = [], page = 1, pageSize = PAGE } = query;
  const where = { collectionId: id, ...(status.length === 0 ? {} : { status: [...status] }) };
  const options = { order: [['number', 'ASC']] as [string, 'ASC'][], limit: pageSize, offset: (page - 1) * pageSize };
  const rows = await tables.opinions.select(tx, where, options);
  const hidden = (words: string, { giverName, contact }: Pick<OpinionRecord, 'giverName' | 'contact'>) =>
    masked(words, { names: [giverName, contact].flatMap((one) => one ?? []), today: localDateOf(tx.now) });
  return {
    total: await tables.opinions.count(tx, where),
    isMasked: !isDeciding,
    rows: rows.map(({ giverName, contact, text, lateReason, decidedById, decidedByName, ...row }) => ({
      id: row.id,
      number: row.number,
      channel: row.channel,
      receivedOn: row.receivedOn,
      text: isDeciding ? text : hidden(text, { giverName, contact }),
      lateReason: lateReason === null || isDeciding ? lateReason : hidden(lateReason, { giverName, contact }),
      status: row.status,
      reason: row.reason,
      decidedAt: row.decidedAt,
      decidedBy: decidedById === null ? null : { id: decidedById, name: decidedByName ?? '' },
    })),
  };
}

async function read(tx: Tx, who: Who, id: string): Promise<{ collection: CollectionRecord; staff: readonly StaffRecord[] }> {
  const collection = await tables.collections.find(tx, { id });
  const staff = collection ? await tables.staff.select(tx, { noticeId: collection.noticeId }) : [];
  const hasPart = seesAll(who) || staff.some(({ userId }) => userId === who.actor.userId);
  if (!collection || !hasPart) throw notFound('opinion.collectionNotFound');
  return { collection, staff };
}
