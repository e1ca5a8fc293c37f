import { localDateOf, placesOf, type Tx } from '@wuxin/plugin-bpmn';
import type { NoticeList, NoticeListQuery } from '../../common/api';
import type { Who } from '../rights';
import { tables } from '../store';
import { listedWhere } from './store';

const COLUMNS = ['id', 'number', 'title', 'kindKey', 'form', 'placeId', 'status', 'startsOn', 'endsOn', 'outcome', 'createdAt'] as const; // prettier-ignore

/** Notices in which the reader has a part; of administrators who ask for them all. As many statements however many there are. */
export async function listNotices(tx: Tx, who: Who, query: NoticeListQuery): Promise<NoticeList> {
  const { page = 1, pageSize = 20 } = query;
  const where = listedWhere(tx, who, query);
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
