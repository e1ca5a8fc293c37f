import { placesOf, type Tx } from '@wuxin/plugin-bpmn';
import { Op, type WhereOptions } from 'sequelize';
import type { ObjectionList, ObjectionListQuery, ObjectionRow, PlaceRef } from '../../common/api';
import type { Who } from '../rights';
import { tables, type NoticeRecord, type ObjectionRecord } from '../store';

const PAGE = 20;

/** Objections to notices that the reader staffs; administrators: all. Neither words nor names are in it, so whom they are against may read it too. */
export async function listObjections(tx: Tx, who: Who, query: ObjectionListQuery): Promise<ObjectionList> {
  const { page = 1, pageSize = PAGE } = query;
  const where = { [Op.and]: [...scopeOf(tx, who), ...conditionsOf(tx, query)] };
  const rows = await tables.objections.select(tx, where, {
    order: [['receivedAt', 'DESC'], ['id', 'DESC']], // prettier-ignore
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const notices = await tables.notices.selectColumns(tx, ['id', 'number', 'title'], { id: rows.map(({ noticeId }) => noticeId) });
  const places = await placeRefs(tx, rows.flatMap(({ placeId }) => placeId ?? [])); // prettier-ignore
  const noticeOf = new Map(notices.map((notice) => [notice.id, notice]));
  return {
    total: await tables.objections.count(tx, where),
    rows: rows.map((row) => rowView(tx, row, { notice: noticeOf.get(row.noticeId), places })),
  };
}

const scopeOf = ({ db }: Tx, { actor, isAdministrator }: Who): WhereOptions[] =>
  isAdministrator ? [] : [{ noticeId: tables.staff.among(db, 'noticeId', { userId: actor.userId }) }];

function conditionsOf(tx: Tx, { noticeId, placeId, status = [], isOverdue, search = '' }: ObjectionListQuery): WhereOptions[] {
  const found = search.trim();
  return [
    ...(noticeId === undefined ? [] : [{ noticeId }]),
    ...(placeId === undefined ? [] : [{ placeId }]),
    ...(status.length === 0 ? [] : [{ status: { [Op.in]: [...status] } }]),
    ...(isOverdue ? [{ dueAt: { [Op.lte]: tx.now } }] : []),
    ...(found === '' ? [] : [tables.objections.containing(tx.db, 'number', found)]),
  ];
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
