import { placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { ObjectionList, ObjectionListQuery, ObjectionRow, PlaceRef } from '../../common/api';
import type { Who } from '../rights';
import { tables, type NoticeRecord, type ObjectionRecord } from '../store';
import { objectionPage } from './store';

/** Objections to notices that the reader staffs; administrators: all. Neither words nor names are in it, so whom they are against may read it too. */
export async function listObjections(tx: Tx, who: Who, query: ObjectionListQuery): Promise<ObjectionList> {
  const { rows, total } = await objectionPage(tx, who.isAdministrator ? null : who.actor.userId, query);
  const notices = await tables.notices.selectColumns(tx, ['id', 'number', 'title'], { id: rows.map(({ noticeId }) => noticeId) });
  const places = await placeRefs(tx, rows.flatMap(({ placeId }) => placeId ?? [])); // prettier-ignore
  const noticeOf = new Map(notices.map((notice) => [notice.id, notice]));
  return { total, rows: rows.map((row) => rowView(tx, row, { notice: noticeOf.get(row.noticeId), places })) };
}

/** What a row and a view have in common. */
export function rowView(
  { now }: Pick<Tx, 'now'>,
  row: ObjectionRecord,
  given: {
    readonly notice: Pick<NoticeRecord, 'id' | 'number' | 'title'> | undefined;
    readonly places: ReadonlyMap<string, PlaceRef>;
  },
): ObjectionRow {
  const { id, number, noticeId, placeId, channel, status, level, people, receivedOn, dueAt, decision } = row;
  const { number: noticeNumber = '', title = '' } = given.notice ?? {};
  const place = placeId === null ? null : (given.places.get(placeId) ?? null);
  const isOverdue = dueAt !== null && now >= dueAt;
  const notice = { id: noticeId, number: noticeNumber, title };
  return { id, number, notice, place, channel, status, level, people, receivedOn, dueAt, isOverdue, decision };
}

export async function placeRefs(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PlaceRef>> {
  const places = await placesOf(tx.db).find(tx, [...new Set(ids)]);
  return new Map(places.map(({ id, name }) => [id, { id, name }]));
}
