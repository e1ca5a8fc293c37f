import { placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { ObjectionList, ObjectionListQuery, ObjectionRow, PlaceRef } from '../../common/api';
import type { Who } from '../rights';
import { tables, type NoticeRecord, type ObjectionRecord } from '../store';
import { daysLeftOf, type DaysLeft } from './days-left';
import { objectionPage } from './store';

/** Objections to notices that the reader staffs; administrators: all. Neither words nor names are in it, so whom they are against may read it too. */
export async function listObjections(tx: Tx, who: Who, query: ObjectionListQuery): Promise<ObjectionList> {
  const { rows, total } = await objectionPage(tx, { userId: who.actor.userId, seesAll: who.isAdministrator }, query);
  const notices = await tables.notices.selectColumns(tx, ['id', 'number', 'title'], { id: rows.map(({ noticeId }) => noticeId) });
  const places = await placeRefs(tx, rows.flatMap(({ placeId }) => placeId ?? [])); // prettier-ignore
  const noticeOf = new Map(notices.map((notice) => [notice.id, notice]));
  const left = await daysLeftOf(tx, rows);
  const viewOf = (row: ObjectionRecord) =>
    rowView(tx, row, { notice: noticeOf.get(row.noticeId), places, left: left.get(row.id) });
  return { total, rows: rows.map(viewOf) };
}

/** What a row and a view have in common. */
export function rowView(
  { now }: Pick<Tx, 'now'>,
  row: ObjectionRecord,
  given: {
    readonly notice: Pick<NoticeRecord, 'id' | 'number' | 'title'> | undefined;
    readonly places: ReadonlyMap<string, PlaceRef>;
    readonly left: DaysLeft | undefined;
  },
): ObjectionRow {
  const { id, number, noticeId, placeId, channel, status, level, people, receivedOn, dueAt, decision } = row;
  const { number: noticeNumber = '', title = '' } = given.notice ?? {};
  const place = placeId === null ? null : (given.places.get(placeId) ?? null);
  const isOverdue = dueAt !== null && now >= dueAt;
  const notice = { id: noticeId, number: noticeNumber, title };
  const left = given.left ?? { dueOn: null, workingDaysLeft: null };
  return { id, number, notice, place, channel, status, level, people, receivedOn, dueAt, isOverdue, ...left, decision };
}

export async function placeRefs(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PlaceRef>> {
  const places = await placesOf(tx.db).find(tx, [...new Set(ids)]);
  return new Map(places.map(({ id, name }) => [id, { id, name }]));
}
