import { localDateOf, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import { Op, type WhereOptions } from 'sequelize';
import type { NoticeList, NoticeListQuery, NoticePost, NoticeStatus } from '../../../common/api';
import type { Who } from '../../rights';
import { tables } from '../../store';

const COLUMNS = ['id', 'number', 'title', 'kindKey', 'form', 'placeId', 'status', 'startsOn', 'endsOn', 'outcome', 'createdAt'] as const; // prettier-ignore

/** Notices in which the reader has a part; of administrators who ask for them all. As many statements however many there are. */
export async function listNotices(tx: Tx, who: Who, query: NoticeListQuery): Promise<NoticeList> {
  const { page = 1, pageSize = 20 } = query;
  const where = await whereOf(tx, who, query);
  const order: [string, 'DESC'][] = [['createdAt', 'DESC'], ['id', 'DESC']]; // prettier-ignore
  const rows = await tables.notices.selectColumns(tx, COLUMNS, where, { order, limit: pageSize, offset: (page - 1) * pageSize });
  const total = await tables.notices.count(tx, where);
  const noticeIds = rows.map(({ id }) => id);
  const staff = await tables.staff.select(tx, { noticeId: noticeIds, userId: who.actor.userId });
  const titles = new Map((await tables.kinds.select(tx, {})).map(({ key, kind }) => [key, kind.title]));
  const placeIds = [...new Set(rows.flatMap(({ placeId }) => placeId ?? []))];
  const places = new Map((await placesOf(tx.db).find(tx, placeIds)).map(({ id, name }) => [id, { id, name }]));
  return {
    total,
    today: localDateOf(tx.now),
    mayDraft: who.mayDraft,
    mayAdminister: who.isAdministrator,
    rows: rows.map(({ kindKey, placeId, ...row }) => ({
      ...row,
      kindTitle: titles.get(kindKey) ?? { 'zh-CN': kindKey, 'en-US': kindKey },
      place: placeId === null ? null : (places.get(placeId) ?? null),
      posts: staff.flatMap(({ noticeId, post }) => (noticeId === row.id ? [post] : [])),
    })),
  };
}

/** Whose turn it is while a notice has a status. */
const TURNS: readonly { readonly post: NoticePost; readonly statuses: readonly NoticeStatus[] }[] = [
  { post: 'drafter', statuses: ['draft'] },
  { post: 'approver', statuses: ['submitted'] },
  { post: 'poster', statuses: ['approved', 'posting'] },
];

function waitingFor({ db }: Tx, { actor: { userId } }: Who): WhereOptions {
  const turns = TURNS.map(({ post, statuses }) => ({
    status: [...statuses],
    id: tables.staff.among(db, 'noticeId', { userId, post }),
  }));
  return { [Op.or]: turns };
}

async function whereOf(
  tx: Tx,
  who: Who,
  { scope, status = [], kindKey, placeId, search = '' }: NoticeListQuery,
): Promise<WhereOptions> {
  const { db } = tx;
  const isAll = scope === 'all' && who.isAdministrator;
  const found = search.trim();
  const conditions: WhereOptions[] = [
    ...(isAll ? [] : [{ id: tables.staff.among(db, 'noticeId', { userId: who.actor.userId }) }]),
    ...(scope === 'waiting' ? [waitingFor(tx, who)] : []),
    ...(status.length > 0 ? [{ status: [...status] }] : []),
    ...(kindKey === undefined ? [] : [{ kindKey }]),
    ...(placeId === undefined ? [] : [{ placeId: await placesOf(tx.db).idsWithin(tx, placeId) }]),
    ...(found === ''
      ? []
      : [{ [Op.or]: (['title', 'number'] as const).map((column) => tables.notices.containing(db, column, found)) }]),
  ];
  return { [Op.and]: conditions };
}
